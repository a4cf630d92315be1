using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>The way outside: to an external body, its ruling, and questions to the chair of the external committee.</summary>
internal static class ExternalCommands
{
    public static void External(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "de instantie en de datum",
                "the body and the date",
                "Geschillencommissie, 1 maart 2027",
                "Geschillencommissie, 1 March 2027"
            )
        )
            return;
        var found = DateReader.Anywhere(command.Value, run.Today);
        var body = Body(run, command.Value);
        if (body is { OnlyAdvises: true })
        {
            run.Refuse(
                $"{body.Name} geeft advies en hulp: daarmee ligt de klacht nog niet bij een externe instantie. De procedure loopt door.",
                $"{body.Name} gives advice and help: the complaint does not lie with an external body by that. The procedure goes on.",
                $"notitie: de klager heeft contact met {body.Name}",
                $"note: the complainant is in touch with {body.Name}"
            );
            return;
        }
        if (run.Case.External is { Ruling: null })
        {
            run.Refuse(
                "De klacht ligt al bij een externe instantie.",
                "The complaint already lies with an external body."
            );
            return;
        }
        var name = body?.Key ?? command.Value.Split([',', ';', '\n'], 2)[0].Trim();
        var on = found?.Date ?? run.Today;
        if (run.IsStillToCome(on))
            return;
        var during = run.Case.IsOpen;
        run.Add(new CaseEvent.WentExternal(name, on, during));
        run.Settle("already-external");
        run.Settle("intends-external");
        run.Did(
            $"Vastgelegd: {body?.Name ?? name} heeft de klacht sinds {run.Date(on)}.",
            $"Noted: {body?.Name ?? name} has had the complaint since {run.Date(on)}."
        );
        if (during && Ends(run))
        {
            Ending.Close(run.Draft, Outcomes.External, name, run.By);
            run.Draft.ToComplainant(
                "already-external",
                Facts.Of(("body", name), ("during", run.Case.DayZero < on ? true : null)),
                notice: true,
                byItself: true
            );
            run.Did(
                "De interne procedure is daarmee beëindigd. De klager krijgt bericht.",
                "The internal procedure has thereby ended. The complainant is told."
            );
        }
        // The committee of the organisations themselves gets the dossier through its clerk, once it has been asked.
        if (body is not null && body.Key == run.Regulation.GapDecider)
        {
            run.Add(new CaseEvent.RoleInvolved(Roles.ExternalCommitteeClerk, name));
            run.Draft.ToRole(
                Roles.ExternalCommitteeClerk,
                "clerk-extract",
                Facts.Of(("body", name), ("text", run.Case.Objection?.Result))
            );
        }
    }

    public static void Ruling(CommandRun run, GivenCommand command)
    {
        if (run.Case.External is null)
        {
            run.Refuse(
                "De klacht ligt niet bij een externe instantie.",
                "The complaint does not lie with an external body.",
                "extern: instantie, datum",
                "external: body, date"
            );
            return;
        }
        if (
            !run.Needs(
                command,
                "de uitspraak, de datum en of de organisatie die aanvaardt",
                "the ruling, the date and whether the organisation accepts it",
                "gegrond, 15 juli 2027, geaccepteerd ja",
                "founded, 15 July 2027, accepted yes"
            )
        )
            return;
        var found = DateReader.Anywhere(command.Value, run.Today);
        var on = found?.Date ?? run.Today;
        var folded = Folding.Fold(command.Value);
        var ruling = Ruled(folded);
        var accepted = Accepted(folded);
        if (run.Case.External.Ruling is null)
        {
            if (ruling is null)
            {
                run.Refuse(
                    "Wat is de uitspraak?",
                    "What is the ruling?",
                    "extern-uitspraak: gegrond | deels gegrond | ongegrond | niet-ontvankelijk | anders, datum, geaccepteerd ja/nee",
                    "external-ruling: founded | partly founded | unfounded | inadmissible | other, date, accepted yes/no"
                );
                return;
            }
            run.Add(new CaseEvent.ExternallyRuled(ruling, on));
            run.Did($"De uitspraak van {run.Date(on)} is vastgelegd.", $"The ruling of {run.Date(on)} is noted.");
        }
        if (run.Regulation.BindingAdvice != "both-consent")
        {
            Restart(run.Draft, on, run.By);
            return;
        }
        if (accepted is { } agrees)
        {
            run.Add(
                new CaseEvent.BindingConsentGiven(
                    "organisation",
                    agrees,
                    on > run.Today ? run.Today : LaterOf(run, found?.Date)
                )
            );
            run.Did(
                agrees ? "De organisatie aanvaardt het advies." : "De organisatie aanvaardt het advies niet.",
                agrees ? "The organisation accepts the advice." : "The organisation does not accept the advice."
            );
        }
        if (run.Case.External.ComplainantConsents is null)
            run.Draft.ToComplainant(
                "binding-consent",
                Facts.Of(
                    ("body", run.Case.External.Body),
                    ("ruling", run.Case.External.Ruling),
                    ("answer_by", run.Today.PlusDays(14))
                ),
                byItself: true
            );
        AfterConsent(run.Draft, run.By);
    }

    /// <summary>Both accept: the time of keeping begins anew on that day. One does not: it begins with the ruling.</summary>
    public static void AfterConsent(Draft draft, string by)
    {
        if (draft.Case.External is not { Ruling: not null } external)
            return;
        if (external.AgreedOn is { } agreed)
            Restart(draft, agreed, by);
        else if (external.ComplainantConsents == false || external.OrganisationConsents == false)
            Restart(draft, external.RuledOn ?? draft.Today, by);
    }

    public static void Refer(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "de vraag",
                "the question",
                "de regeling zegt niet wat te doen als …",
                "the regulation does not say what to do when …"
            )
        )
            return;
        if (!run.Organisation.WithRole(Roles.ExternalCommitteeClerk).Any())
        {
            run.Refuse(
                "Niemand heeft de rol “external-committee-clerk”, dus de vraag kan niet worden doorgestuurd.",
                "Nobody has the role “external-committee-clerk”, so the question can't be passed on."
            );
            return;
        }
        run.Add(new CaseEvent.Referred(command.Value));
        run.Draft.ToRole(
            Roles.ExternalCommitteeClerk,
            "refer",
            Facts.Of(("text", command.Value), ("from", run.Person.Key), ("body", run.Regulation.GapDecider))
        );
        run.Did(
            "De vraag gaat naar de voorzitter van de externe commissie.",
            "The question goes to the chair of the external committee."
        );
    }

    public static void ChairRuling(CommandRun run, GivenCommand command)
    {
        if (!run.Needs(command, "het antwoord van de voorzitter", "the chair's answer", "…", "…"))
            return;
        if (!run.Case.Referred)
        {
            run.Refuse(
                "Er ligt geen vraag bij de voorzitter.",
                "No question lies with the chair.",
                "voorleggen: vraag",
                "refer: question"
            );
            return;
        }
        run.Add(new CaseEvent.ReferralAnswered(command.Value));
        Contributing.Pass(run.Draft, command.Value, [], verified: true, run.Person.Name);
        run.Did("Het antwoord van de voorzitter is vastgelegd.", "The chair's answer is noted.");
    }

    /// <summary>By the regulation; where that leaves it to a person, “einde” says so.</summary>
    private static bool Ends(CommandRun run) =>
        run.Regulation.ExternalDuringInternal == "end"
        || run.All.Any(c =>
            c.Key == "external"
            && Folding.Fold(c.Value) is var v
            && (
                v.Contains("einde", StringComparison.Ordinal)
                || v.Contains("beeindig", StringComparison.Ordinal)
                || v.Contains("ends", StringComparison.Ordinal)
            )
        );

    private static ExternalBody? Body(CommandRun run, string value)
    {
        var folded = Folding.Fold(value);
        return run
            .Around.Bodies.Where(b => !b.StaffOnly)
            .SelectMany(b => b.Aliases.Append(b.Name).Append(b.Key).Select(a => (b, a: Folding.Fold(a))))
            .Where(p => folded.Contains(p.a, StringComparison.Ordinal))
            .OrderByDescending(p => p.a.Length)
            .Select(p => p.b)
            .FirstOrDefault();
    }

    private static string? Ruled(string folded)
    {
        if (Says("niet-ontvankelijk", "niet ontvankelijk", "inadmissible"))
            return "inadmissible";
        if (Says("deels gegrond", "ten dele gegrond", "gedeeltelijk gegrond", "partly founded", "partly-founded"))
            return "partly-founded";
        if (Says("ongegrond", "unfounded", "afgewezen"))
            return "unfounded";
        if (Says("gegrond", "founded"))
            return "founded";
        return Says("schikking", "settled", "anders", "other") ? "other" : null;

        bool Says(params string[] words) => words.Any(w => folded.Contains(w, StringComparison.Ordinal));
    }

    private static bool? Accepted(string folded)
    {
        foreach (var word in new[] { "geaccepteerd", "aanvaard", "accepted", "akkoord", "bindend", "binding" })
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                continue;
            if (at >= 5 && folded[..at].TrimEnd().EndsWith("niet", StringComparison.Ordinal))
                return false;
            var after = folded[(at + word.Length)..].TrimStart(' ', ':', ',');
            return CommandRun.YesNo(after) ?? true;
        }
        return null;
    }

    private static NodaTime.LocalDate LaterOf(CommandRun run, NodaTime.LocalDate? named) =>
        run.Case.External!.RuledOn is { } ruled && named is { } on && on > ruled ? on : run.Today;

    private static void Restart(Draft draft, NodaTime.LocalDate from, string by)
    {
        if (draft.Case.IsOpen)
            return;
        draft.Add(new CaseEvent.RetentionRestarted(from, "external"), by);
    }
}
