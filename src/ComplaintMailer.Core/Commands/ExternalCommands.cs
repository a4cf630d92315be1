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
        var told = ToldRuling.Read(command.Value, run.Today);
        var (ruling, accepted) = (told.Ruling, told.Accepted);
        var on = told.On ?? run.Today;
        var isNews = run.Case.External.Ruling is null;
        if (isNews)
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
            run.Add(new CaseEvent.ExternallyRuled(ruling, on, told.Text));
            run.Did($"De uitspraak van {run.Date(on)} is vastgelegd.", $"The ruling of {run.Date(on)} is noted.");
        }
        else if (told.Text is not null && run.Case.External.RulingText is null)
        {
            run.Add(
                new CaseEvent.ExternallyRuled(run.Case.External.Ruling!, run.Case.External.RuledOn ?? on, told.Text)
            );
            run.Did("De tekst van de uitspraak is vastgelegd.", "The text of the ruling is noted.");
            isNews = true;
        }
        if (run.Regulation.BindingAdvice != "both-consent")
        {
            if (isNews)
                TellHandler(run);
            Restart(run.Draft, run.Case.External.RuledOn ?? on, run.By);
            return;
        }
        if (accepted is { } agrees)
        {
            run.Add(
                new CaseEvent.BindingConsentGiven(
                    "organisation",
                    agrees,
                    on > run.Today ? run.Today : LaterOf(run, told.On)
                )
            );
            run.Did(
                agrees ? "De organisatie aanvaardt het advies." : "De organisatie aanvaardt het advies niet.",
                agrees ? "The organisation accepts the advice." : "The organisation does not accept the advice."
            );
        }
        if (isNews)
            AskConsent(run);
        AfterConsent(run.Draft, run.By);
    }

    /// <summary>Both sides get the advice itself, and say whether they keep to it.</summary>
    private static void AskConsent(CommandRun run)
    {
        var external = run.Case.External!;
        var facts = Facts.Of(
            ("body", external.Body),
            ("ruling", external.Ruling),
            ("text", external.RulingText),
            ("answer_by", run.Today.PlusDays(14))
        );
        var asked =
            external.ComplainantConsents is null && run.Draft.ToComplainant("binding-consent", facts, byItself: true);
        if (external.OrganisationConsents is null)
            run.Draft.ToStaff(Routing.Responsible(run.Case, run.Draft.Around, run.Today), "binding-consent", facts);
        else
            TellHandler(run);
        if (asked && external.RulingText is null && !HasFiles(run))
            run.Did(
                "De klager krijgt de vraag of het advies bindend is. Zet de tekst van het advies op de regels onder “extern-uitspraak”, of stuur die mee als bijlage: dan gaat die ook naar de klager.",
                "The complainant is asked whether the advice is binding. Put its text on the lines below “external-ruling”, or attach it: then the complainant gets it too."
            );
        else if (asked)
            run.Did(
                "De klager krijgt het advies zelf, met de vraag of het bindend is.",
                "The complainant gets the advice itself, and is asked whether it is binding."
            );
    }

    /// <summary>Where another than the handler notes a ruling.</summary>
    private static void TellHandler(CommandRun run)
    {
        var text = run.Case.External!.RulingText;
        if (
            (text is not null || HasFiles(run))
            && Routing.Responsible(run.Case, run.Draft.Around, run.Today)?.Key != run.Person.Key
        )
            Contributing.Pass(run.Draft, text ?? "", Files(run), verified: true, run.Person.Name);
    }

    private static bool HasFiles(CommandRun run) => Files(run).Count > 0;

    private static List<string> Files(CommandRun run) =>
        [.. run.Case.Files.Where(f => f.Mail == run.Draft.Answers).Select(f => f.Name)];

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

    private static NodaTime.LocalDate LaterOf(CommandRun run, NodaTime.LocalDate? named) =>
        run.Case.External!.RuledOn is { } ruled && named is { } on && on > ruled ? on : run.Today;

    private static void Restart(Draft draft, NodaTime.LocalDate from, string by)
    {
        if (draft.Case.IsOpen)
            return;
        draft.Add(new CaseEvent.RetentionRestarted(from, "external"), by);
    }
}
