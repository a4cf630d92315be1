using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>Where a complaint belongs: place, nature, whom it concerns, who handles it, who is brought in.</summary>
internal static class SortingCommands
{
    public static void Location(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "een locatie",
                "a location",
                run.Organisation.Locations.FirstOrDefault()?.Name ?? "Centrum",
                run.Organisation.Locations.FirstOrDefault()?.Name ?? "Centrum"
            )
        )
            return;
        var said = Folding.Fold(command.Value);
        var location = run.Organisation.LocationNamed(command.Value);
        if (location is null)
        {
            var near = Nearest.Of(said, run.Organisation.Locations.Select(l => l.Name));
            run.Refuse(
                $"Er is geen locatie “{command.Value}”.",
                $"There is no location “{command.Value}”.",
                near is null ? null : $"locatie: {near}",
                near is null ? null : $"location: {near}"
            );
            return;
        }
        run.Add(new CaseEvent.LocationSet(location.Key, location.Service));
        run.Did($"De locatie is nu {location.Name}.", $"The location is now {location.Name}.");
        if (run.Case is { IsOpen: true, Handler: null } && !run.Has("handler"))
            Assigning.Route(run.Draft, atRegistration: false);
    }

    public static void Nature(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "de aard van de klacht",
                "the nature of the complaint",
                run.Regulation.Natures[0].Nl,
                run.Regulation.Natures[0].En
            )
        )
            return;
        var codes = new List<string>();
        foreach (
            var said in command.Value.Split(
                [',', ';', '\n'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var word = Folding.Fold(said);
            var nature =
                run.Regulation.Natures.FirstOrDefault(n =>
                    n.Code == word || Folding.Fold(n.Nl) == word || Folding.Fold(n.En) == word
                )
                ?? run.Regulation.Natures.FirstOrDefault(n =>
                    word.Length >= 4
                    && (
                        Folding.Fold(n.Nl).StartsWith(word, StringComparison.Ordinal)
                        || Folding.Fold(n.En).StartsWith(word, StringComparison.Ordinal)
                    )
                );
            if (nature is null)
            {
                run.Refuse(
                    $"De aard “{said}” staat niet in de lijst van deze regeling.",
                    $"The nature “{said}” is not in the list of this regulation.",
                    "aard: " + string.Join(" | ", run.Regulation.Natures.Select(n => n.Code)),
                    "nature: " + string.Join(" | ", run.Regulation.Natures.Select(n => n.Code))
                );
                return;
            }
            codes.Add(nature.Code);
        }
        run.Add(new CaseEvent.NatureSet([.. codes.Distinct()]));
        run.Did($"De aard is nu: {string.Join(", ", codes)}.", $"The nature is now: {string.Join(", ", codes)}.");
    }

    public static void Concerns(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "medewerker, leidinggevende, directie, bestuur of beleid, eventueel met een naam",
                "staff, manager, director, board or policy, with a name if you like",
                "medewerker",
                "staff"
            )
        )
            return;
        var parts = command.Value.Split(
            [',', ';', '\n'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var code = Folding.Fold(parts[0]) switch
        {
            "medewerker" or "staff" or "employee" or "stagiair" or "vrijwilliger" or "trainee" or "volunteer" =>
                "staff",
            "leidinggevende" or "manager" or "locatiemanager" or "teamleider" => "manager",
            "directie" or "directeur" or "director" or "directors" or "directors’" => "director",
            "bestuur" or "raad van bestuur" or "bestuurder" or "board" => "board",
            "beleid" or "policy" or "organisatie" or "organisation" => "policy",
            _ => null,
        };
        if (code is null)
        {
            run.Refuse(
                $"“{parts[0]}” is niet duidelijk.",
                $"“{parts[0]}” is not clear.",
                "betreft: medewerker | leidinggevende | directie | bestuur | beleid",
                "concerns: staff | manager | director | board | policy"
            );
            return;
        }
        var registration = parts.Skip(1).Select(p => p.ToUpperInvariant()).FirstOrDefault(p => p is "SKJ" or "BIG");
        var person = parts.Skip(1).Select(run.FindPerson).FirstOrDefault(p => p is not null);
        // Who was barred because it was thought to be about her or him may see it again when it is not.
        foreach (var before in Routing.Concerned(run.Case, run.Around).ToList())
        {
            if (
                run.Case.Barred.Contains(before.Key)
                && (
                    person is null
                        ? code is "staff" or "policy"
                        : before.Key != person.Key && code is "staff" or "policy"
                )
            )
                run.Add(new CaseEvent.PersonReadmitted(before.Key));
        }
        run.Add(new CaseEvent.ConcernsSet(code, person?.Key, registration));
        run.Did($"De klacht betreft nu: {parts[0]}.", $"The complaint now concerns: {parts[0]}.");
        Assigning.BarConcerned(run.Draft, run.By);
        var handlerOut = run.Case.Handler is { } handler && run.Case.Barred.Contains(handler);
        var escalates = run.Regulation.Escalation.Any(r => r.Concerns == code && r.ReplacesHandler) && run.Case.IsOpen;
        if (handlerOut || escalates)
            Assigning.Route(run.Draft, atRegistration: false);
    }

    public static void Handler(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "een naam, sleutel of e-mailadres",
                "a name, key or address",
                run.Person.Name,
                run.Person.Name
            )
        )
            return;
        var person = run.FindPerson(command.Value.Split(['\n', ','], 2)[0]);
        if (person is null)
        {
            var near = Nearest.Of(command.Value, run.Organisation.People.Where(p => !p.HasLeft).Select(p => p.Name));
            run.Refuse(
                $"“{command.Value}” is niet (of niet als één persoon) bekend in de organisatie.",
                $"“{command.Value}” is not known in the organisation, or fits more than one person.",
                near is null ? null : $"behandelaar: {near}",
                near is null ? null : $"handler: {near}"
            );
            return;
        }
        if (
            run.Case.Barred.Contains(person.Key)
            || Routing.Concerned(run.Case, run.Around).Any(p => p.Key == person.Key)
        )
        {
            run.Refuse(
                $"{person.Name} mag deze zaak niet behandelen: de klacht gaat over haar of hem, of de zaak is bij haar of hem weggehaald.",
                $"{person.Name} may not handle this case: the complaint is about her or him, or the case was taken from her or him."
            );
            return;
        }
        var previous = run.Case.Handler;
        if (!run.Case.IsOpen)
            run.Add(new CaseEvent.Assigned(person.Key, null));
        else
            Assigning.Assign(run.Draft, person, null, run.By);
        run.Did(
            previous == person.Key ? $"{person.Name} was al behandelaar." : $"{person.Name} behandelt de klacht nu.",
            previous == person.Key
                ? $"{person.Name} already was the handler."
                : $"{person.Name} now handles the complaint."
        );
    }

    public static void Escalate(CommandRun run, GivenCommand command)
    {
        var first = Folding.Fold(command.Value).Split([' ', ',', '.', ';'], 2)[0];
        if (first is "nee" or "no")
        {
            var reason = CommandRun.AfterFirst(command.Value);
            if (run.Regulation.EscalateInDoubt && reason.Length == 0)
            {
                run.Refuse(
                    "Een “nee” heeft een reden nodig.",
                    "A “no” needs a reason.",
                    "opschalen: nee, omdat …",
                    "escalate: no, because …"
                );
                return;
            }
            run.Add(new CaseEvent.EscalationDeclined(reason));
            run.Did("Vastgelegd: niet opschalen.", "Noted: not escalated.");
            return;
        }
        if (
            !run.Needs(
                command,
                "een reden",
                "a reason",
                "grote gevolgen voor de organisatie",
                "large consequences for the organisation"
            )
        )
            return;
        var replaces =
            Folding.Fold(command.Value) is var v
            && (v.Contains("overnemen", StringComparison.Ordinal) || v.Contains("take over", StringComparison.Ordinal));
        var up = Assigning.Escalate(run.Draft, command.Value, run.By, replaces);
        if (up is null)
            run.Refuse(
                "Er staat niemand hoger in de configuratie die deze zaak mag zien.",
                "Nobody higher up in the configuration may see this case."
            );
        else
            run.Did($"Opgeschaald naar {up.Name}.", $"Escalated to {up.Name}.");
    }

    public static void Quality(CommandRun run, GivenCommand command) =>
        Involve(
            run,
            command,
            Roles.Quality,
            "quality-question",
            Facts.Of(("text", command.Value), ("from", run.Person.Key))
        );

    public static void HumanResources(CommandRun run, GivenCommand command) =>
        Involve(
            run,
            command,
            Roles.Hr,
            "hr",
            Facts.Of(("text", command.Value), ("code_test", run.Regulation.Verdict.CodeTest == "hr" ? true : null))
        );

    public static void Liability(CommandRun run, GivenCommand command)
    {
        if (!Involve(run, command, Roles.Finance, "liability", Facts.Of(("text", command.Value))))
            return;
        run.Settle("liability");
        if (
            run.Regulation.Involve.Any(r => r.Signal == "liability")
            && run.Organisation.WithRole(Roles.Finance).FirstOrDefault() is { } adviser
        )
            run.Add(new CaseEvent.LiabilityShared(adviser.Key));
    }

    public static void Authorised(CommandRun run, GivenCommand command)
    {
        if (CommandRun.YesNo(command.Value) is not { } yes)
        {
            run.Refuse(
                "Is de klager gemachtigd, ja of nee?",
                "Is the complainant authorised, yes or no?",
                "gemachtigd: ja, machtiging gezien op …",
                "authorised: yes, mandate seen on …"
            );
            return;
        }
        run.Add(new CaseEvent.MandateJudged(yes, CommandRun.AfterFirst(command.Value)));
        run.Did(
            yes ? "Vastgelegd: gemachtigd." : "Vastgelegd: niet gemachtigd.",
            yes ? "Noted: authorised." : "Noted: not authorised."
        );
    }

    public static void Explanation(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "de toelichting van de klager",
                "the complainant's explanation",
                "lag in het ziekenhuis",
                "was in hospital"
            )
        )
            return;
        run.Add(new CaseEvent.LateExplained(command.Value));
        run.Did("De toelichting staat in het dossier.", "The explanation is in the dossier.");
    }

    public static void Late(CommandRun run, GivenCommand command)
    {
        var (said, accepted) = Accepted(command.Value);
        if (accepted is not { } yes || said.Length == 0)
        {
            run.Refuse(
                "Bij “te laat” hoort: geaccepteerd ja of nee, en een reden.",
                "“late” needs: accepted yes or no, and a reason.",
                "te laat: geaccepteerd ja, lag in het ziekenhuis",
                "late: accepted yes, was in hospital"
            );
            return;
        }
        if (run.Regulation.Intake.Late.Mode == "none")
        {
            run.Refuse(
                $"“{run.Regulation.Title}” kent geen uiterste termijn om te klagen.",
                $"“{run.Regulation.Title}” sets no last date for complaining."
            );
            return;
        }
        if (!yes && run.Case.LateDays == 0)
        {
            run.Refuse("Deze klacht is niet te laat ingediend.", "This complaint was not filed late.");
            return;
        }
        run.Add(new CaseEvent.LateJudged(yes, said));
        run.Settle("late-filing");
        if (yes)
        {
            run.Did("De late klacht wordt behandeld.", "The late complaint is handled.");
            return;
        }
        Ending.Close(run.Draft, Outcomes.LateRefused, said, run.By);
        run.Draft.ToComplainant(
            "late-refused",
            Facts.Of(("reason", said), ("by", run.Person.Key)),
            notice: true,
            byItself: true
        );
        run.Did(
            "De klacht wordt niet behandeld omdat ze te laat is. De klager krijgt bericht.",
            "The complaint is not handled because it is late. The complainant is told."
        );
    }

    private static (string Reason, bool? Accepted) Accepted(string value)
    {
        var text = value.Trim();
        var folded = Folding.Fold(text);
        foreach (var word in new[] { "geaccepteerd", "accepted" })
        {
            if (folded.StartsWith(word, StringComparison.Ordinal))
            {
                var after = text[word.Length..].TrimStart(' ', ':', ',');
                return CommandRun.YesNo(after) is { } said ? (CommandRun.AfterFirst(after), said) : (after, true);
            }
        }
        return (CommandRun.AfterFirst(text), CommandRun.YesNo(text));
    }

    private static bool Involve(
        CommandRun run,
        GivenCommand command,
        string role,
        string letter,
        IReadOnlyDictionary<string, object?> facts
    )
    {
        if (
            !run.Needs(
                command,
                "een vraag of toelichting",
                "a question or explanation",
                "graag uw advies over …",
                "please advise on …"
            )
        )
            return false;
        if (!run.Organisation.WithRole(role).Any())
        {
            run.Refuse(
                $"Niemand heeft de rol “{role}” in de configuratie.",
                $"Nobody has the role “{role}” in the configuration.",
                "Vraag de beheerder om deze rol toe te kennen.",
                "Ask the administrator to give somebody this role."
            );
            return false;
        }
        run.Add(new CaseEvent.RoleInvolved(role, command.Value));
        run.Draft.ToRole(role, letter, facts);
        run.Did(
            $"{string.Join(", ", run.Organisation.WithRole(role).Select(p => p.Name))} is erbij betrokken.",
            $"{string.Join(", ", run.Organisation.WithRole(role).Select(p => p.Name))} has been brought in."
        );
        return true;
    }
}
