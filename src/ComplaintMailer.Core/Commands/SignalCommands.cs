using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>A person says what a signal means. Only then does anything follow from it.</summary>
internal static class SignalCommands
{
    private static readonly (string Word, string Code)[] Words =
    [
        ("kindermishandeling", "child-abuse"),
        ("mishandeling", "child-abuse"),
        ("child abuse", "child-abuse"),
        ("acuut gevaar", "danger-now"),
        ("gevaar", "danger-now"),
        ("danger", "danger-now"),
        ("geweld", "violence"),
        ("seksueel", "sexual-offence"),
        ("zeden", "sexual-offence"),
        ("sexual", "sexual-offence"),
        ("discriminatie", "discrimination"),
        ("diefstal", "theft-vandalism-bullying"),
        ("vernieling", "theft-vandalism-bullying"),
        ("pesten", "theft-vandalism-bullying"),
        ("theft", "theft-vandalism-bullying"),
        ("bullying", "theft-vandalism-bullying"),
        ("vandalism", "theft-vandalism-bullying"),
        ("ongewenst gedrag", "undesirable-conduct"),
        ("undesirable conduct", "undesirable-conduct"),
        ("aansprakelijk", "liability"),
        ("intrekking", "withdrawal"),
        ("ingetrokken", "withdrawal"),
        ("bezwaar", "objection"),
        ("anoniem", "anonymous"),
        ("naam afschermen", "shield-identity"),
        ("afschermen", "shield-identity"),
        ("namens ander", "acts-for-other"),
        ("machtiging", "acts-for-other"),
        ("te laat antwoord", "late-answer"),
        ("leidinggevende", "about-manager"),
        ("manager", "about-manager"),
        ("directie", "about-director"),
        ("directeur", "about-director"),
        ("director", "about-director"),
        ("al extern", "already-external"),
        ("extern", "already-external"),
        ("voornemen extern", "intends-external"),
        ("te laat", "late-filing"),
        ("privacy", "privacy-request"),
        ("inzage", "privacy-request"),
    ];

    public static void Confirm(CommandRun run, GivenCommand command) => Judge(run, command, confirmed: true);

    public static void Reject(CommandRun run, GivenCommand command) => Judge(run, command, confirmed: false);

    private static void Judge(CommandRun run, GivenCommand command, bool confirmed)
    {
        if (Code(run.Case, command.Value) is not { } code || run.Case.Flag(code) is not { } flag)
        {
            var open = run.Case.Flags.Where(f => f.Confirmed is null).Select(f => f.Code).Distinct().ToList();
            run.Refuse(
                command.Value.Length == 0
                    ? "Om welk signaal gaat het?"
                    : $"In deze zaak is geen signaal “{command.Value.Split('\n')[0]}”.",
                command.Value.Length == 0
                    ? "Which signal is it?"
                    : $"There is no signal “{command.Value.Split('\n')[0]}” in this case.",
                open.Count == 0 ? null : $"{command.Said}: {string.Join(" | ", open)}"
            );
            return;
        }
        var hats = Access.HatsOf(run.Case, run.Person, run.Around, run.Today);
        if (
            !hats.Contains(Hats.CaseHandler)
            && !hats.Contains(Hats.EscalatedTo)
            && !SignalCodes.Judges(code).Any(hats.Contains)
        )
        {
            run.Refuse("Dit signaal beoordelen is niet aan u.", "This signal is not yours to judge.");
            return;
        }
        if (flag.Confirmed is { } before)
        {
            run.Refuse(
                before ? "Dit signaal is al bevestigd." : "Dit signaal is al verworpen.",
                before ? "This signal has already been confirmed." : "This signal has already been rejected."
            );
            return;
        }
        var reason = Reason(command.Value);
        if (!confirmed)
        {
            Rejected(run, code, reason);
            return;
        }
        run.Add(new CaseEvent.SignalConfirmed(code, reason));
        run.Did($"Bevestigd: {Word(code)}.", $"Confirmed: {code}.");
        Confirmed(run, code, flag);
    }

    /// <summary>In Dutch, as it is said in a command.</summary>
    private static string Word(string code) => Words.FirstOrDefault(w => w.Code == code).Word ?? code;

    private static void Rejected(CommandRun run, string code, string? reason)
    {
        run.Add(new CaseEvent.SignalRejected(code, reason));
        run.Did(
            $"Verworpen: {Word(code)}. De termijnen zijn niet veranderd.",
            $"Rejected: {code}. The terms have not changed."
        );
        if (code is "about-manager" or "about-director")
        {
            foreach (var person in Routing.Concerned(run.Case, run.Around).ToList())
            {
                if (run.Case.Barred.Contains(person.Key))
                    run.Add(new CaseEvent.PersonReadmitted(person.Key));
            }
            run.Add(new CaseEvent.ConcernsSet(null, null, null));
        }
        if (code == "shield-identity")
            run.Add(new CaseEvent.IdentityShielded(false));
        // What waited for this judgment is asked now.
        Registering.AskComplainant(run.Draft);
    }

    private static void Confirmed(CommandRun run, string code, Flag flag)
    {
        var regulation = run.Regulation;
        if (
            SignalCodes.IsChildSafety(code)
            && regulation.Safety.ChildAbuse == "close-reporting-code"
            && run.Case.IsOpen
        )
        {
            EndCommands.CloseForSafety(run, Outcomes.ReportingCode, flag.Sentence);
            return;
        }
        if (
            SignalCodes.IsOffence(code)
            && regulation.Safety.EmployeeOffence == "close-reporting-duty"
            && run.Case.IsOpen
        )
        {
            EndCommands.CloseForSafety(run, Outcomes.ReportingDuty, flag.Sentence);
            return;
        }
        foreach (var rule in regulation.Involve.Where(r => r.Signal == code && !r.AtOnce))
        {
            if (!run.Organisation.WithRole(rule.Role).Any())
                continue;
            run.Add(new CaseEvent.RoleInvolved(rule.Role, code));
            run.Draft.ToRole(
                rule.Role,
                SignalCodes.LetterFor(rule.Role, code),
                Facts.Of(("code", code), ("sentence", flag.Sentence), ("code_test", rule.CodeTest ? true : null))
            );
            run.Did($"Erbij betrokken: {rule.Role}.", $"Brought in: {rule.Role}.");
        }
        switch (code)
        {
            case "liability"
                when regulation.Involve.Any(r => r.Signal == "liability")
                    && run.Organisation.WithRole(Roles.Finance).FirstOrDefault() is { } adviser:
                run.Add(new CaseEvent.LiabilityShared(adviser.Key));
                run.Did($"{adviser.Name} behandelt mee.", $"{adviser.Name} handles it too.");
                break;
            case "about-manager" or "about-director" when run.Case.Concerns is null or "staff":
                run.Add(new CaseEvent.ConcernsSet(code == "about-manager" ? "manager" : "director", null, null));
                Assigning.Route(run.Draft, atRegistration: false);
                break;
            case "withdrawal" when run.Case.IsOpen && !run.Has("withdrawn"):
                EndCommands.Withdraw(run, flag.Sentence);
                break;
            case "anonymous" or "shield-identity":
                run.Add(new CaseEvent.IdentityShielded(true));
                break;
        }
    }

    private static string? Code(Case c, string value)
    {
        var folded = Folding.Fold(value.Split(['\n', ',', ';'], 2)[0]).Trim().TrimEnd('.');
        if (folded.Length == 0)
        {
            var open = c.Flags.Where(f => f.Confirmed is null).Select(f => f.Code).Distinct().ToList();
            return open.Count == 1 ? open[0] : null;
        }
        if (c.Flags.Any(f => f.Code == folded))
            return folded;
        foreach (var flag in c.Flags.Select(f => f.Code).Distinct())
        {
            if (
                folded.StartsWith(flag, StringComparison.Ordinal)
                || Words.Any(w => w.Code == flag && folded.StartsWith(w.Word, StringComparison.Ordinal))
            )
                return flag;
        }
        return null;
    }

    private static string? Reason(string value)
    {
        var at = value.IndexOfAny([',', ';', '\n']);
        return at < 0 ? null
            : value[(at + 1)..].Trim() is { Length: > 0 } reason ? reason
            : null;
    }
}
