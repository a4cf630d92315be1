using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>Ends, interruptions and beginnings anew. Every one is a person's decision with a reason.</summary>
internal static class EndCommands
{
    public static void Withdrawn(CommandRun run, GivenCommand command) =>
        Withdraw(run, command.Value.Length > 0 ? command.Value : run.Say("geen reden gegeven", "no reason given"));

    public static void Withdraw(CommandRun run, string reason)
    {
        run.Settle("withdrawal");
        Ending.Close(run.Draft, Outcomes.Withdrawn, reason, run.By);
        run.Draft.ToComplainant(
            "withdrawn",
            Facts.Of(("reason", reason), ("reopen_until", run.Today.PlusDays(14))),
            byItself: true
        );
        Ending.TellHandler(run.Draft);
        run.Did(
            "De klacht is ingetrokken. De klager krijgt een bevestiging.",
            "The complaint is withdrawn. The complainant gets a confirmation."
        );
    }

    public static void Stop(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "een reden",
                "a reason",
                "de klager reageert niet op drie verzoeken",
                "no answer to three requests"
            )
        )
            return;
        Ending.Close(run.Draft, Outcomes.NotHandled, command.Value, run.By);
        run.Draft.ToComplainant("stopped", Facts.Of(("reason", command.Value)), notice: true, byItself: true);
        Ending.TellHandler(run.Draft);
        run.Did(
            "De behandeling is gestopt. De klager krijgt bericht.",
            "The handling has stopped. The complainant is told."
        );
    }

    public static void Suspend(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "een reden, eventueel met een datum",
                "a reason, with a date if you like",
                "wachten op gegevens van de klager, tot 10 januari",
                "waiting for the complainant's data, until 10 January"
            )
        )
            return;
        if (run.Case.Stage == Stage.Suspended)
        {
            run.Refuse(
                "De zaak is al opgeschort.",
                "The case is already suspended.",
                "hervatten: reden",
                "resume: reason"
            );
            return;
        }
        var until = DateReader.Anywhere(command.Value, run.Today, future: true)?.Date;
        run.Add(new CaseEvent.Suspended(command.Value, until > run.Today ? until : null));
        run.Draft.ToComplainant(
            "suspended",
            Facts.Of(
                ("reason", command.Value),
                ("missing", run.Case.Missing.Count > 0 ? run.Case.Missing : null),
                ("until", run.Case.SuspendedUntil)
            ),
            byItself: true
        );
        run.Did("De zaak is opgeschort. De termijnen lopen door.", "The case is suspended. The terms go on running.");
    }

    public static void Resume(CommandRun run, GivenCommand command)
    {
        if (run.Case.Stage != Stage.Suspended)
        {
            run.Refuse("De zaak is niet opgeschort.", "The case is not suspended.");
            return;
        }
        run.Add(new CaseEvent.Resumed(command.Value.Length > 0 ? command.Value : null));
        run.Draft.ToComplainant(
            "resumed",
            Facts.Of(("reason", command.Value.Length > 0 ? command.Value : null)),
            byItself: true
        );
        run.Did("De behandeling gaat verder.", "The handling goes on.");
    }

    public static void OutOfScope(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "een reden, en waar de klager terechtkan",
                "a reason, and where the complainant may turn to",
                "dit gaat over de gemeente; waar: klachten@gemeente.example",
                "this is about the municipality; where: …"
            )
        )
            return;
        var (reason, where) = Where(command.Value);
        Ending.Close(run.Draft, Outcomes.OutOfScope, reason, run.By);
        run.Draft.ToComplainant(
            "out-of-scope",
            Facts.Of(("reason", reason), ("where", where)),
            notice: true,
            byItself: true
        );
        run.Did(
            "De klacht valt buiten de regeling. De klager krijgt bericht.",
            "The complaint is out of scope. The complainant is told."
        );
    }

    public static void Dissatisfaction(CommandRun run, GivenCommand command) => Sort(run, command, "dissatisfaction");

    public static void Question(CommandRun run, GivenCommand command) => Sort(run, command, "question");

    public static void ReportingCode(CommandRun run, GivenCommand command) =>
        Safety(run, command, Outcomes.ReportingCode);

    public static void ReportingDuty(CommandRun run, GivenCommand command) =>
        Safety(run, command, Outcomes.ReportingDuty);

    /// <summary>Another duty comes first. Nothing goes to the complainant until a person releases it: she or he may be part of the matter.</summary>
    public static void CloseForSafety(CommandRun run, string outcome, string? reason)
    {
        // Who closes it for this has judged what led to it.
        foreach (var flag in run.Case.Flags.Where(f => f.Confirmed is null).Select(f => f.Code).Distinct().ToList())
        {
            if (SignalCodes.IsSafety(flag))
                run.Settle(flag);
        }
        Ending.Close(run.Draft, outcome, reason, run.By);
        foreach (var role in new[] { Roles.ReportingCodeOfficer, Roles.Director, Roles.Quality })
        {
            run.Draft.ToRole(role, outcome, Facts.Of(("contact", run.Person.Key)));
            if (!run.Case.Involved.Contains(role) && run.Organisation.WithRole(role).Any())
                run.Add(new CaseEvent.RoleInvolved(role, outcome));
        }
        run.Did(
            "De klachtprocedure is gesloten en de termijnen zijn gestopt. De klager hoort niets tot u een bericht vrijgeeft (“vrijgeven: …”).",
            "The procedure is closed and the terms have stopped. The complainant hears nothing until you release a letter (“release: …”)."
        );
    }

    public static void Release(CommandRun run, GivenCommand command)
    {
        if (!Gate.IsClosedForSafety(run.Case))
        {
            run.Refuse(
                "Er is niets om vrij te geven: de zaak is niet gesloten wegens meldcode of meldplicht.",
                "There is nothing to release: the case was not closed under the reporting code or duty."
            );
            return;
        }
        run.Draft.ToComplainant(
            run.Case.Outcome!,
            Facts.Of(("text", command.Value.Length > 0 ? command.Value : null), ("contact", run.Person.Key)),
            byItself: true
        );
        run.Did("Het neutrale bericht gaat naar de klager.", "The neutral letter goes to the complainant.");
    }

    public static void Reopen(CommandRun run, GivenCommand command)
    {
        if (!run.Needs(command, "een reden", "a reason", "er zijn nieuwe feiten", "there are new facts"))
            return;
        run.Add(new CaseEvent.Reopened(command.Value));
        // The verdict's term begins anew; the others were for the beginning of a complaint.
        foreach (var rule in run.Regulation.Terms.Where(t => t.MetBy.Contains("verdict")))
            run.Add(
                new CaseEvent.TermStarted(TermCounter.Count(rule, run.Today, run.Case.Service, run.Around.Calendar))
            );
        run.Draft.ToComplainant("reopened", Facts.Of(("reason", command.Value)), byItself: true);
        if (run.Case.Handler is null)
            Assigning.Route(run.Draft, atRegistration: false);
        run.Did("De zaak is heropend.", "The case is reopened.");
    }

    public static void KeepUntil(CommandRun run, GivenCommand command)
    {
        if (
            DateReader.Anywhere(command.Value, run.Today, future: true) is not { } found
            || found.Date <= run.Today
            || found.After.Trim(',', ' ').Length < 3
        )
        {
            run.Refuse(
                "Bij “bewaren tot” hoort een datum die nog komt, en een reden.",
                "“keep until” needs a date to come, and a reason.",
                "bewaren tot: 31 december 2029, verzekeringszaak loopt",
                "keep until: 31 December 2029, insurance matter pending"
            );
            return;
        }
        run.Add(new CaseEvent.KeepUntilSet(found.Date, found.After.Trim(',', ' ')));
        run.Did(
            $"Het dossier blijft in elk geval tot en met {run.Date(found.Date)}.",
            $"The file is kept at least until {run.Date(found.Date)}."
        );
    }

    public static void Merge(CommandRun run, GivenCommand command)
    {
        var number = command.Value.Split([' ', ',', '\n', '.'], 2)[0].ToUpperInvariant();
        if (
            number.Length == 0
            || run.KnownCases is not { } known
            || !known.Contains(number)
            || number == run.Case.Number
        )
        {
            run.Refuse(
                number.Length == 0 ? "Met welke zaak?" : $"Er is geen zaak “{number}” die u mag zien.",
                number.Length == 0 ? "With which case?" : $"There is no case “{number}” that you may see.",
                "samenvoegen: nummer van de zaak waarin deze opgaat",
                "merge: number of the case in which this one goes up"
            );
            return;
        }
        run.Draft.ToComplainant("merged", Facts.Of(("into", number)), byItself: true);
        run.Add(new CaseEvent.MergedInto(number));
        Ending.Close(run.Draft, Outcomes.Merged, number, run.By);
        run.Draft.TellCase(
            new(
                number,
                new CaseInput.MergedHere(
                    run.Case.Number,
                    run.Case.DayZero,
                    [run.Case.Complainant, .. run.Case.CoComplainants]
                )
            )
        );
        run.Did($"Deze zaak gaat op in {number}.", $"This case goes up in {number}.");
    }

    public static void Split(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "het deel dat een eigen zaak wordt",
                "the part that becomes a case of its own",
                "het deel over de factuur: …",
                "the part about the invoice: …"
            )
        )
            return;
        var c = run.Case;
        run.Add(new CaseEvent.SplitOff(command.Value));
        run.Draft.TellCase(
            new(
                null,
                new CaseInput.NewComplaint(
                    new()
                    {
                        Number = "",
                        Received = c.Received,
                        Channel = c.Channel,
                        Language = c.Language,
                        Complainant = c.Complainant,
                        Subject = c.Subject,
                        Description = command.Value,
                        Location = c.Location,
                        Service = c.Service,
                        RegisteredBy = run.Person.Key,
                    }
                )
            )
        );
        run.Did(
            "Het genoemde deel wordt een eigen zaak, met dezelfde dag van ontvangst.",
            "That part becomes a case of its own, with the same day of receipt."
        );
    }

    private static void Sort(CommandRun run, GivenCommand command, string kind)
    {
        run.Add(new CaseEvent.Triaged(kind, command.Value));
        Ending.Close(run.Draft, Outcomes.SettledInformally, command.Value, run.By);
        var text = command.Value.Length > 0 ? command.Value : null;
        // Who gave a tip was not dissatisfied.
        var isTip =
            kind == "dissatisfaction"
            && (
                run.Regulation.Intake is { Tips: true, Dissatisfaction: false }
                || string.Equals(command.Said, "tip", StringComparison.OrdinalIgnoreCase)
            );
        run.Draft.ToComplainant(
            kind,
            isTip ? Facts.Of(("text", text), ("tip", true)) : Facts.Of(("text", text)),
            byItself: true
        );
        run.Did(
            kind == "question" ? "Geteld als vraag, niet als klacht." : "Geteld als onvrede of tip, niet als klacht.",
            kind == "question"
                ? "Counted as a question, not as a complaint."
                : "Counted as dissatisfaction, not as a complaint."
        );
    }

    private static void Safety(CommandRun run, GivenCommand command, string outcome)
    {
        if (
            !run.Needs(
                command,
                "wie en waarom, kort",
                "who and why, in short",
                "besproken met de aandachtsfunctionaris",
                "discussed with the reporting-code officer"
            )
        )
            return;
        if (!run.Case.IsOpen)
        {
            run.Refuse("De zaak is al afgerond.", "The case has already ended.");
            return;
        }
        CloseForSafety(run, outcome, command.Value);
    }

    private static (string Reason, string? Where) Where(string value)
    {
        foreach (var mark in new[] { "waar:", "where:" })
        {
            var at = value.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return (value[..at].Trim(' ', ';', ',', '\n'), value[(at + mark.Length)..].Trim());
        }
        return (value, null);
    }
}
