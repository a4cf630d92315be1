using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>Speaking with people, and what is written to them meanwhile.</summary>
internal static class TalkCommands
{
    public static void Note(CommandRun run, GivenCommand command)
    {
        if (!run.Needs(command, "de notitie", "the note", "…", "…"))
            return;
        run.Add(new CaseEvent.NoteAdded(command.Value));
        run.Did("De notitie staat in het dossier.", "The note is in the dossier.");
    }

    public static void Contact(CommandRun run, GivenCommand command)
    {
        var (on, text) =
            AfterWay(command.Value) is { } rest && DateReader.Leading(rest, run.Today) is { } day
                ? (day.Date, command.Value)
                : run.DateOrToday(command.Value);
        if (!NotInFuture(run, command, on))
            return;
        if (WasNotReached(text))
        {
            run.Add(new CaseEvent.NoteAdded(command.Value));
            run.Did(
                "Genoteerd: u probeerde het. Contact is er daarmee nog niet.",
                "Noted: you tried. That is not contact yet."
            );
            return;
        }
        var with = Party(text) ?? "complainant";
        run.Add(new CaseEvent.ContactMade(on, with, Way(text), text));
        if (with is "complainant" or "both")
            run.Draft.Meet("contact", on);
        if (BothReached(run.Case))
            run.Draft.Meet("contact-parties", on);
        run.Did($"Contact op {run.Date(on)} is vastgelegd.", $"Contact on {run.Date(on)} is noted.");
    }

    public static void Hearing(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "wie is gehoord (klager, betrokkene of beiden), wanneer en wat er is gezegd",
                "who was heard (complainant, concerned or both), when and what was said",
                "klager, 3 december, gesprek op locatie over …",
                "complainant, 3 December, talk at the location on …"
            )
        )
            return;
        if (Waived(command.Value) is { } waiver)
        {
            Waive(run, waiver.Who, waiver.Reason);
            return;
        }
        var who =
            Party(command.Value)
            ?? (Folding.Fold(command.Value).StartsWith("dossier", StringComparison.Ordinal) ? "file" : null);
        if (who is null)
        {
            run.Refuse(
                "Wie is gehoord: klager, betrokkene of beiden?",
                "Who was heard: complainant, concerned or both?",
                "hoor: betrokkene, 3 december, …",
                "hearing: concerned, 3 December, …"
            );
            return;
        }
        var (on, text) = DateReader.Anywhere(command.Value, run.Today) is { } found
            ? found
            : (run.Today, command.Value);
        if (!NotInFuture(run, command, on))
            return;
        run.Add(new CaseEvent.Heard(on, who, Way(text), text));
        // Who was heard was spoken with.
        if (who is "complainant" or "both")
            run.Draft.Meet("contact", on);
        if (BothReached(run.Case))
            run.Draft.Meet("contact-parties", on);
        run.Did(
            who == "file"
                ? "De dossierstudie is vastgelegd."
                : $"Het horen ({Name(run, who)}) op {run.Date(on)} is vastgelegd.",
            who == "file"
                ? "The study of the file is noted."
                : $"The hearing ({Name(run, who)}) on {run.Date(on)} is noted."
        );
    }

    public static void Talk(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "datum, met wie en wat is besproken",
                "date, with whom and what was said",
                "3 december, klager en medewerker, afgesproken is …",
                "3 December, complainant and employee, agreed is …"
            )
        )
            return;
        if (Waived(command.Value) is { } waiver)
        {
            run.Add(new CaseEvent.HearingWaived(run.Today, "talk", waiver.Reason));
            run.Did("Vastgelegd: er komt geen gezamenlijk gesprek.", "Noted: there will be no joint talk.");
            return;
        }
        var (on, text) = run.DateOrToday(command.Value);
        if (!NotInFuture(run, command, on))
            return;
        var comma = text.IndexOfAny([',', ';', '\n']);
        var who = comma > 0 ? text[..comma].Trim() : Party(text) ?? "complainant";
        var said = comma > 0 ? text[(comma + 1)..].Trim() : text;
        run.Add(new CaseEvent.TalkHeld(on, who, said));
        if (run.Case.IsOpen)
        {
            run.Draft.Meet("contact", on);
            // Everybody who was there gets the record, and may correct it.
            var sent = run.Draft.ToComplainant(
                "talk-record",
                Facts.Of(("on", on), ("who", who), ("text", said), ("correct_by", run.Today.PlusDays(7))),
                byItself: true
            );
            run.Did(
                $"Het gesprek van {run.Date(on)} is vastgelegd." + (sent ? " De klager krijgt het verslag." : ""),
                $"The talk of {run.Date(on)} is noted." + (sent ? " The complainant gets the record." : "")
            );
            return;
        }
        run.Did($"Het gesprek van {run.Date(on)} is vastgelegd.", $"The talk of {run.Date(on)} is noted.");
    }

    public static void Invite(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "een of meer data en de plaats",
                "one or more dates and the place",
                "8 december 14 uur of 9 december 10 uur, locatie Centrum",
                "8 December 2 pm or 9 December 10 am, at Centrum"
            )
        )
            return;
        Send(
            run,
            "hearing-invitation",
            Facts.Of(("text", command.Value), ("with", run.Person.Name)),
            "De uitnodiging gaat naar de klager.",
            "The invitation goes to the complainant."
        );
    }

    public static void AskReaction(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "de punten waarop om een reactie wordt gevraagd",
                "the points to react to",
                "1. … 2. …",
                "1. … 2. …"
            )
        )
            return;
        if (run.Organisation.Person(run.Case.ConcernsPerson) is not { } concerned)
        {
            run.Refuse(
                "Het is niet bekend om wie het gaat.",
                "It is not known whom it is about.",
                "betreft: medewerker, NAAM (en dan opnieuw: vraag reactie)",
                "concerns: staff, NAME (and then again: ask reaction)"
            );
            return;
        }
        var (by, text) = DateReader.Leading(command.Value, run.Today, future: true) is { } found
            ? found
            : (run.Around.Calendar.AddWorkingDays(run.Today, 5), command.Value);
        run.Add(new CaseEvent.ReactionAsked(text, by));
        run.Draft.ToConcerned(
            "reaction-request",
            Facts.Of(("points", text), ("answer_by", by), ("shielded", run.Case.IdentityShielded ? true : null))
        );
        run.Did(
            $"{concerned.Name} is om een reactie gevraagd, uiterlijk {run.Date(by)}.",
            $"{concerned.Name} has been asked to react by {run.Date(by)}."
        );
    }

    public static void ToComplainant(CommandRun run, GivenCommand command)
    {
        if (!run.Needs(command, "de tekst", "the text", "Beste …", "Dear …"))
            return;
        Send(
            run,
            "message",
            Facts.Of(("text", command.Value), ("from", run.Person.Key)),
            "Uw bericht gaat naar de klager.",
            "Your message goes to the complainant."
        );
    }

    public static void Progress(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "hoe het ermee staat en wat de volgende stap is",
                "how it stands and what comes next",
                "wij hebben met de groep gesproken; vrijdag bellen wij u",
                "we have spoken with the team; we call you on Friday"
            )
        )
            return;
        var next = DateReader.Anywhere(command.Value, run.Today, future: true)?.Date;
        Send(
            run,
            "progress",
            Facts.Of(("text", command.Value), ("next_on", next)),
            "Het voortgangsbericht gaat naar de klager.",
            "The progress letter goes to the complainant."
        );
    }

    /// <summary>The complainant was promised word: that is a term like any other.</summary>
    public static void Appointment(CommandRun run, GivenCommand command)
    {
        if (DateReader.Leading(command.Value, run.Today, future: true) is not { } found || found.Date <= run.Today)
        {
            run.Refuse(
                "Een afspraak heeft een datum nodig die nog komt.",
                "An appointment needs a date to come.",
                "afspraak: 6 mei, ik bel terug over …",
                "appointment: 6 May, I call back about …"
            );
            return;
        }
        run.Add(new CaseEvent.AppointmentMade(found.Date, found.After));
        run.Add(
            new CaseEvent.TermStarted(
                new()
                {
                    Kind = "promise",
                    From = run.Today,
                    Due = found.Date,
                    WorkBy = run.Around.Calendar.OnOrBefore(found.Date),
                    Hard = false,
                    How = run.Say("afgesproken met de klager", "agreed with the complainant"),
                }
            )
        );
        run.Did($"Afspraak vastgelegd: {run.Date(found.Date)}.", $"Appointment noted: {run.Date(found.Date)}.");
    }

    public static void Test(CommandRun run, GivenCommand command)
    {
        var comma = command.Value.IndexOfAny([',', ';', '\n']);
        if (comma <= 0 || comma == command.Value.Length - 1)
        {
            run.Refuse(
                "Bij “toets” hoort: welke gedragscode of procedure, en het resultaat.",
                "“test” needs: which code of conduct or procedure, and the result.",
                "toets: gedragscode, niet nageleefd omdat …",
                "test: code of conduct, not followed because …"
            );
            return;
        }
        run.Add(
            new CaseEvent.CodeTested(command.Value[..comma].Trim(), command.Value[(comma + 1)..].Trim(), run.Today)
        );
        run.Did("De toets is vastgelegd.", "The test is noted.");
    }

    /// <summary>A letter that could not be delivered was read out by phone, posted or handed over.</summary>
    public static void Posted(CommandRun run, GivenCommand command)
    {
        var missed = run.Case.Unbrought.ToList();
        if (missed.Count == 0)
        {
            run.Refuse(
                "Er is geen brief aan de klager die niet kon worden bezorgd.",
                "There is no letter to the complainant that could not be delivered."
            );
            return;
        }
        var (on, how) = run.DateOrToday(command.Value);
        if (!NotInFuture(run, command, on))
            return;
        foreach (var letter in missed)
        {
            run.Add(new CaseEvent.NoticeBrought(letter.Kind, on, how, letter.Id));
            run.Draft.Meet(letter.Kind, on);
        }
        // Several at once: the receipt names their days, so that one who brought but one sees it.
        var days = missed.Select(l => run.Date(run.Around.DateOf(l.At))).Distinct();
        run.Did(
            missed.Count == 1
                ? $"Vastgelegd: de brief is op {run.Date(on)} op andere wijze bezorgd."
                : $"Vastgelegd: alle {missed.Count} brieven die niet aankwamen (van {string.Join(", ", days)}) zijn op {run.Date(on)} op andere wijze bezorgd.",
            missed.Count == 1
                ? $"Noted: the letter was brought otherwise on {run.Date(on)}."
                : $"Noted: all {missed.Count} letters that did not arrive (of {string.Join(", ", days)}) were brought otherwise on {run.Date(on)}."
        );
    }

    public static void Send(
        CommandRun run,
        string kind,
        IReadOnlyDictionary<string, object?> facts,
        string nl,
        string en
    )
    {
        if (run.Draft.ToComplainant(kind, facts, byItself: true))
        {
            run.Did(nl, en);
            return;
        }
        if (Gate.IsClosedForSafety(run.Case))
            run.Refuse(
                "De procedure is gesloten wegens meldcode of meldplicht: gewone brieven gaan niet uit.",
                "The procedure was closed under the reporting code or duty: no ordinary letter goes out.",
                "vrijgeven: tekst",
                "release: text"
            );
        else
            run.Refuse(
                "Er ligt een signaal over de veiligheid van een kind dat nog niemand heeft beoordeeld. Tot dan gaat er geen brief naar de klager.",
                "A signal on the safety of a child has not been judged yet. Until then no letter goes to the complainant.",
                "bevestig: kindermishandeling of verwerp: kindermishandeling",
                "confirm: child-abuse or reject: child-abuse"
            );
    }

    private static void Waive(CommandRun run, string who, string reason)
    {
        if (
            !run.Regulation.Hearing.Waivable || (run.Regulation.Hearing.NotWaivableForPersons && run.Case.IsAboutPerson)
        )
        {
            run.Refuse(
                "Bij een klacht over het handelen van een medewerker moeten beide kanten worden gehoord. Een reden kan dat niet vervangen.",
                "Where a complaint is about an employee's conduct both sides must be heard. A reason can't take its place."
            );
            return;
        }
        if (reason.Length < 3)
        {
            run.Refuse(
                "Waarom is niet gehoord?",
                "Why was there no hearing?",
                "hoor: betrokkene niet, omdat …",
                "hearing: concerned not, because …"
            );
            return;
        }
        run.Add(new CaseEvent.HearingWaived(run.Today, who, reason));
        run.Did(
            $"Vastgelegd: niet gehoord ({Name(run, who)}), met de reden.",
            $"Noted: not heard ({Name(run, who)}), with the reason."
        );
    }

    /// <summary>“betrokkene niet, omdat …”, “niet gehoord: …”, “niet, …”.</summary>
    private static (string Who, string Reason)? Waived(string value)
    {
        var words = Folding.Fold(value).Split([' ', ',', ';', ':', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var not = Array.FindIndex(
            words,
            0,
            Math.Min(words.Length, 3),
            w => w is "niet" or "not" or "nvt" or "n.v.t." or "geen" or "none"
        );
        if (not < 0)
            return null;
        var at = Folding.Fold(value).IndexOf(words[not], StringComparison.Ordinal) + words[not].Length;
        return (
            Party(value) ?? "both",
            at < value.Length ? value[at..].TrimStart(' ', ',', ';', ':', '\n').Trim() : ""
        );
    }

    private static string? Party(string text)
    {
        var folded = Folding.Fold(text);
        var head = folded[..Math.Min(folded.Length, 80)];
        if (Says("beiden", "beide", "both", "partijen"))
            return "both";
        var complainant = Says("klager", "ouder", "moeder", "vader", "client", "complainant", "parent");
        var concerned = Says("betrokkene", "medewerker", "leidster", "concerned", "employee", "beklaagde");
        return (complainant, concerned) switch
        {
            (true, true) => "both",
            (true, false) => "complainant",
            (false, true) => "concerned",
            _ => null,
        };

        bool Says(params string[] words) => words.Any(w => head.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>“gebeld op 18 november”: the day stands behind the way.</summary>
    private static string? AfterWay(string value)
    {
        foreach (var head in new[] { "gebeld ", "gesproken ", "called ", "spoke " })
        {
            if (value.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                return value[head.Length..];
        }
        return null;
    }

    private static bool WasNotReached(string text)
    {
        var folded = Folding.Fold(text);
        return new[]
        {
            "geen gehoor",
            "niet bereikt",
            "niet te bereiken",
            "niet gesproken",
            "voicemail",
            "nam niet op",
            "neemt niet op",
            "no answer",
            "not reached",
            "did not answer",
        }.Any(s => folded.Contains(s, StringComparison.Ordinal));
    }

    private static string? Way(string text)
    {
        var folded = Folding.Fold(text);
        if (Says("telefo", "gebeld", "phone", "called", "belde"))
            return "phone";
        if (Says("video", "teams", "zoom"))
            return "video";
        if (Says("mail"))
            return "mail";
        return Says("gesprek", "locatie", "persoon", "meeting", "langs", "face") ? "meeting" : null;

        bool Says(params string[] words) => words.Any(w => folded.Contains(w, StringComparison.Ordinal));
    }

    private static bool BothReached(Case c)
    {
        var reached = c.Contacts.Concat(c.Hearings).Concat(c.Talks).Select(n => n.Who).ToHashSet();
        return reached.Contains("both") || (reached.Contains("complainant") && reached.Contains("concerned"));
    }

    private static bool NotInFuture(CommandRun run, GivenCommand command, LocalDate on)
    {
        if (on <= run.Today)
            return true;
        run.Refuse(
            $"{run.Date(on)} moet nog komen: “{command.Said}” legt vast wat al is gebeurd.",
            $"{run.Date(on)} is still to come: “{command.Said}” notes what has already happened."
        );
        return false;
    }

    private static string Name(CommandRun run, string who) =>
        who switch
        {
            "complainant" => run.Say("klager", "complainant"),
            "concerned" => run.Say("betrokkene", "concerned"),
            _ => run.Say("beide kanten", "both sides"),
        };
}
