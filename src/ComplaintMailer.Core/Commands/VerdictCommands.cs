using System.Globalization;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>The verdict in two steps, its measures, and what moves or does not move its date.</summary>
internal static class VerdictCommands
{
    public static void Verdict(CommandRun run, GivenCommand command)
    {
        if (Kind(command.Value) is not { } kind || !run.Regulation.Verdict.Kinds.Contains(kind))
        {
            run.Refuse(
                command.Value.Length == 0
                    ? "Achter “oordeel” staat geen oordeel."
                    : $"“{FirstLine(command.Value)}” is geen oordeel van deze regeling.",
                command.Value.Length == 0
                    ? "Nothing stands behind “verdict”."
                    : $"“{FirstLine(command.Value)}” is no verdict of this regulation.",
                "oordeel: " + string.Join(" | ", run.Regulation.Verdict.Kinds.Select(Dutch)),
                "verdict: " + string.Join(" | ", run.Regulation.Verdict.Kinds.Select(English))
            );
            return;
        }
        if (run.Case.Handler is null)
            run.Refuse("Er is nog geen behandelaar.", "There is no handler yet.", "behandelaar: naam", "handler: name");
        var reasons = Joined(run, "reasons");
        if (run.Regulation.Verdict.Reasons && reasons.Length < 3)
            run.Refuse(
                "Een oordeel heeft een motivering nodig.",
                "A verdict needs reasons.",
                "motivering: wat is onderzocht en waarom dit het oordeel is",
                "reasons: what was investigated and why this is the verdict"
            );
        var measures = Measures(run, firstNumber: 1);
        Hearing(run);
        CodeTest(run);
        if (run.Refusals.Count > 0)
            return;
        var changed = run.Case.Draft is not null;
        var wish = Joined(run, "wish");
        run.Add(
            new CaseEvent.VerdictDrafted(
                new(kind, reasons, wish.Length > 0 ? wish : null, run.Today, run.Person.Key),
                measures
            )
        );
        Preview(run, changed);
    }

    /// <summary>Reasons or the answer to the wish alone: they change the verdict that lies ready.</summary>
    public static void Part(CommandRun run, GivenCommand command)
    {
        if (run.Has("verdict"))
            return;
        if (run.Case.Draft is not { } draft)
        {
            run.Refuse(
                $"“{command.Said}” hoort bij een oordeel.",
                $"“{command.Said}” belongs to a verdict.",
                "oordeel: gegrond (met motivering eronder)",
                "verdict: founded (with reasons below)"
            );
            return;
        }
        if (!run.Needs(command, "de tekst", "the text", "…", "…"))
            return;
        var next =
            command.Key == "reasons"
                ? draft with
                {
                    Reasons = command.Value,
                    On = run.Today,
                    By = run.Person.Key,
                }
                : draft with
                {
                    AnswerToDesired = command.Value,
                };
        run.Add(new CaseEvent.VerdictDrafted(next, run.Case.DraftMeasures));
        Preview(run, changed: true);
    }

    public static void Measure(CommandRun run, GivenCommand command)
    {
        // All measures of a mail are taken together, with the verdict or at the first of them.
        if (run.Has("verdict") || run.All.First(c => c.Key == "measure") != command)
            return;
        if (run.Case.Draft is { } draft)
        {
            var added = Measures(run, run.Case.DraftMeasures.Count + 1);
            if (run.Refusals.Count > 0)
                return;
            run.Add(new CaseEvent.VerdictDrafted(draft, [.. run.Case.DraftMeasures, .. added]));
            Preview(run, changed: true);
            return;
        }
        if (run.Case.Verdict is not { } verdict)
        {
            run.Refuse(
                "Een maatregel hoort bij een oordeel.",
                "A measure belongs to a verdict.",
                "oordeel: gegrond (met motivering en maatregel eronder)",
                "verdict: founded (with reasons and measure below)"
            );
            return;
        }
        var later = Measures(run, run.Case.Measures.Count + 1);
        if (run.Refusals.Count > 0 || later.Count == 0)
            return;
        run.Add(new CaseEvent.VerdictGiven(verdict, [.. run.Case.Measures, .. later]));
        run.Did("De maatregel is toegevoegd.", "The measure was added.");
    }

    /// <summary>“2, 1 februari” names measure 2; “2 februari” is a day.</summary>
    private static int? MeasureNumber(string value)
    {
        var said = value.TrimStart().TrimStart('#');
        var digits = said.TakeWhile(char.IsAsciiDigit).Count();
        var rest = said[digits..].TrimStart(' ', '\t');
        return digits is > 0 and < 4 && (rest.Length == 0 || rest[0] is ',' or ';' or '\n' or '\r')
            ? int.Parse(said[..digits], CultureInfo.InvariantCulture)
            : null;
    }

    public static void MeasureDone(CommandRun run, GivenCommand command)
    {
        var open = run.Case.Measures.Where(m => m.DoneOn is null).ToList();
        if (open.Count == 0)
        {
            run.Refuse("Er staat geen maatregel open.", "No measure is open.");
            return;
        }
        var number = MeasureNumber(command.Value);
        if (number is { } unknown && open.All(m => m.Number != unknown))
        {
            var numbers = string.Join(", ", open.Select(m => m.Number));
            run.Refuse(
                $"Maatregel {unknown} staat niet open. Wel open: {numbers}.",
                $"Measure {unknown} is not open. Open are: {numbers}.",
                $"maatregel klaar: {open[0].Number}, 2 februari",
                $"measure done: {open[0].Number}, 2 February"
            );
            return;
        }
        var measure = number is not null
            ? open.First(m => m.Number == number)
            : open.FirstOrDefault(m =>
                command.Value.Length > 3
                && Folding.Fold(m.Text).Contains(Folding.Fold(FirstSegment(command.Value)), StringComparison.Ordinal)
            );
        measure ??= open.Count == 1 ? open[0] : null;
        if (measure is null)
        {
            run.Refuse(
                "Welke maatregel is klaar?",
                "Which measure is done?",
                string.Join("\n", open.Select(m => $"maatregel klaar: {m.Number}, datum ({m.Text})")),
                string.Join("\n", open.Select(m => $"measure done: {m.Number}, date ({m.Text})"))
            );
            return;
        }
        var on = DateReader.Anywhere(command.Value, run.Today)?.Date ?? run.Today;
        if (run.IsStillToCome(on))
            return;
        run.Add(new CaseEvent.MeasureDone(measure.Number, on));
        run.Draft.ToComplainant("measure-done", Facts.Of(("text", measure.Text), ("on", on)), byItself: true);
        run.Did(
            $"Maatregel {measure.Number} is klaar. De klager krijgt bericht.",
            $"Measure {measure.Number} is done. The complainant is told."
        );
    }

    public static void Approve(CommandRun run, GivenCommand command)
    {
        if (run.Has("verdict"))
        {
            run.Refuse(
                "Eerst komt het voorbeeld van de brief; pas als u dat hebt gezien, kunt u akkoord geven.",
                "First comes the preview of the letter; only once you have seen it you can approve.",
                "Stuur oordeel en motivering zonder “akkoord”.",
                "Send verdict and reasons without “approve”."
            );
            return;
        }
        if (run.Case.Draft is { } draft && run.Case.IsOpen)
        {
            Give(run, draft);
            return;
        }
        if (run.Case.DestroyOn is { } on)
        {
            if (!run.Person.Roles.Contains(Roles.Quality) && !run.Person.Roles.Contains(Roles.Coordinator))
            {
                run.Refuse(
                    "Vernietiging keurt de kwaliteitsfunctionaris goed.",
                    "Destruction is approved by the quality officer."
                );
                return;
            }
            run.Add(new CaseEvent.DestructionApproved());
            run.Did(
                $"Goedgekeurd: het dossier wordt op {run.Date(on)} vernietigd.",
                $"Approved: the file is destroyed on {run.Date(on)}."
            );
            return;
        }
        run.Refuse(
            "Er ligt niets klaar om goed te keuren.",
            "Nothing lies ready to be approved.",
            "oordeel: … (met motivering)",
            "verdict: … (with reasons)"
        );
    }

    public static void Extend(CommandRun run, GivenCommand command)
    {
        var rules = run.Regulation.Extension;
        if (run.Case.Term("final") is not { Met: null, State: not "stopped" } final)
        {
            run.Refuse("Er loopt geen termijn die kan worden verlengd.", "No term is running that could be extended.");
            return;
        }
        if (run.Case.Extensions >= rules.Most)
        {
            var often =
                rules.Most == 1 ? run.Say("één keer", "once") : run.Say($"{rules.Most} keer", $"{rules.Most} times");
            run.Refuse(
                $"De termijn is al {often} verlengd; vaker mag niet.",
                $"The term has been extended {often} already; no more is allowed.",
                "vertraging: nieuwe verwachte datum, reden",
                "delay: new expected date, reason"
            );
            return;
        }
        if (run.Today > final.Due)
        {
            run.Refuse(
                $"De termijn is op {run.Date(final.Due)} verlopen; verlengen kon tot en met die dag.",
                $"The term passed on {run.Date(final.Due)}; it could be extended up to that day.",
                "vertraging: nieuwe verwachte datum, reden",
                "delay: new expected date, reason"
            );
            return;
        }
        var found = DateReader.Anywhere(command.Value, run.Today);
        var reasons = Strip(found?.After ?? command.Value);
        if (rules.NeedsTalk && found is null)
            run.Refuse(
                "Wanneer is de verlenging met de klager besproken?",
                "When was the extension discussed with the complainant?",
                "verlengen: 15 december, reden: …",
                "extend: 15 December, reason: …"
            );
        if (rules.NeedsReasons && reasons.Length < 5)
            run.Refuse(
                "Waarom is meer tijd nodig? De klager krijgt de reden te lezen.",
                "Why is more time needed? The complainant gets to read the reason.",
                "verlengen: 15 december, reden: …",
                "extend: 15 December, reason: …"
            );
        var talkedOn = found?.Date ?? run.Today;
        if (talkedOn > run.Today)
            run.Refuse(
                $"{run.Date(talkedOn)} moet nog komen: bespreek de verlenging eerst.",
                $"{run.Date(talkedOn)} is still to come: discuss the extension first."
            );
        if (run.Refusals.Count > 0)
            return;
        var moved = TermCounter.Extend(final, rules.Weeks, run.Around.Calendar);
        run.Add(new CaseEvent.Extended(talkedOn, reasons, moved.Due));
        run.Add(new CaseEvent.TermStarted(moved));
        TalkCommands.Send(
            run,
            "extension",
            Facts.Of(
                ("talked_on", talkedOn),
                ("reasons", reasons),
                ("new_due", moved.Due),
                ("first_due", moved.FirstDue)
            ),
            $"Verlengd tot en met {run.Date(moved.Due)}. De klager krijgt bericht.",
            $"Extended to {run.Date(moved.Due)}. The complainant is told."
        );
    }

    public static void Delay(CommandRun run, GivenCommand command)
    {
        var found = DateReader.Anywhere(command.Value, run.Today, future: true);
        var reasons = Strip(found?.After ?? command.Value);
        if (found is null || found.Value.Date <= run.Today)
            run.Refuse(
                "Wanneer verwacht u klaar te zijn? Noem een datum die nog komt.",
                "When do you expect to be done? Name a date to come.",
                "vertraging: 7 januari 2027, reden",
                "delay: 7 January 2027, reason"
            );
        if (reasons.Length < 5)
            run.Refuse(
                "Waarom duurt het langer? De klager krijgt de reden te lezen.",
                "Why does it take longer? The complainant gets to read the reason.",
                "vertraging: 7 januari 2027, reden",
                "delay: 7 January 2027, reason"
            );
        if (run.Refusals.Count > 0)
            return;
        run.Add(new CaseEvent.DelayTold(found!.Value.Date, reasons));
        TalkCommands.Send(
            run,
            "delay",
            Facts.Of(("reasons", reasons), ("expected", found.Value.Date), ("due", run.Case.Term("final")?.Due)),
            $"De klager krijgt bericht: verwacht op {run.Date(found.Value.Date)}. De termijn zelf blijft staan.",
            $"The complainant is told: expected on {run.Date(found.Value.Date)}. The term itself stays."
        );
    }

    public static void Lesson(CommandRun run, GivenCommand command)
    {
        if (
            !run.Needs(
                command,
                "wat de organisatie ervan leert, zonder namen",
                "what the organisation learns from it, without names",
                "overdracht voortaan op papier",
                "handover in writing from now on"
            )
        )
            return;
        run.Add(new CaseEvent.LessonNoted(command.Value, Scope(command.Value)));
        run.Did("De les is vastgelegd.", "The lesson is noted.");
    }

    public static void Relation(CommandRun run, GivenCommand command)
    {
        var code = Folding.Fold(FirstSegment(command.Value)) switch
        {
            "hersteld" or "ja" or "yes" or "restored" => "yes",
            "deels" or "gedeeltelijk" or "partly" => "partly",
            "nee" or "niet" or "no" => "no",
            "onbekend" or "unknown" => "unknown",
            _ => null,
        };
        if (code is null)
        {
            run.Refuse(
                "Is het vertrouwen hersteld?",
                "Has trust been restored?",
                "relatie: hersteld | deels | nee | onbekend",
                "relation: restored | partly | no | unknown"
            );
            return;
        }
        run.Add(new CaseEvent.RelationNoted(code));
        run.Did("Vastgelegd.", "Noted.");
    }

    private static void Give(CommandRun run, Verdict draft)
    {
        run.Add(new CaseEvent.VerdictApproved(run.Person.Key));
        var needed = new[] { run.Case.LiabilityHandler }.OfType<string>().ToList();
        var handlerAgrees =
            run.Case.Approvals.Any(a => a == run.Case.Handler)
            || run.Case.Approvals.Any(a => a != run.Case.LiabilityHandler);
        var waiting = needed.Where(n => !run.Case.Approvals.Contains(n)).ToList();
        if (!handlerAgrees && run.Case.Handler is { } handler)
            waiting.Add(handler);
        if (waiting.Count > 0)
        {
            var names = string.Join(", ", waiting.Select(w => run.Organisation.Person(w)?.Name ?? w));
            foreach (var other in waiting)
                run.Draft.ToStaff(
                    run.Organisation.Person(other),
                    "verdict-preview",
                    Facts.Of(("warnings", Warnings(run)))
                );
            run.Did(
                $"Uw akkoord is vastgelegd. Ook nodig: akkoord van {names}.",
                $"Your approval is noted. Also needed: approval of {names}."
            );
            return;
        }
        if (Gate.IsHeld(run.Case, run.Regulation))
        {
            TalkCommands.Send(run, "verdict", Facts.None, "", "");
            return;
        }
        var measures = run.Case.DraftMeasures;
        run.Add(new CaseEvent.VerdictGiven(draft with { On = run.Today }, measures));
        if (run.Case.Stage == Stage.Suspended)
            run.Add(new CaseEvent.Resumed(null));
        Ending.Close(run.Draft, Outcomes.Decided, null, run.By);
        run.Draft.ToComplainant("verdict", notice: true, byItself: true);
        if (run.Case.ConcernsPerson is not null)
            run.Draft.ToConcerned(
                "outcome-concerned",
                Facts.Of(("points", Dutch(draft.Kind)), ("measures", measures.Select(m => m.Text).ToList()))
            );
        Ending.TellHandler(run.Draft);
        run.Did("Het oordeel gaat naar de klager.", "The verdict goes to the complainant.");
    }

    private static void Preview(CommandRun run, bool changed)
    {
        var facts = Facts.Of(("changed", changed ? true : null), ("warnings", Warnings(run)));
        run.Draft.ToStaff(run.Person, "verdict-preview", facts, byItself: false);
        run.IsAnswered = true;
        if (run.Case.LiabilityHandler is { } finance && finance != run.Person.Key)
            run.Draft.ToStaff(run.Organisation.Person(finance), "verdict-preview", facts);
    }

    private static List<string> Warnings(CommandRun run)
    {
        var c = run.Case;
        var warnings = new List<string>();
        if (c.IsAboutPerson && run.Regulation.Hearing.BothSides == "optional" && !Heard(c, "concerned"))
            warnings.Add(run.Say("De andere kant is niet gehoord.", "The other side was not heard."));
        if (c.Desired is not null && c.Draft?.AnswerToDesired is null)
            warnings.Add(
                run.Say(
                    "De brief geeft geen antwoord op de gewenste oplossing (“antwoord op wens: …”).",
                    "The letter does not answer the desired solution (“answer to wish: …”)."
                )
            );
        if (c.DraftMeasures.Count == 0 && c.Draft?.Kind is "founded" or "partly-founded" && !run.All.Any(IsNone))
            warnings.Add(run.Say("Er staat geen maatregel bij.", "No measure is named."));
        if (c.Concerns is null)
            warnings.Add(
                run.Say(
                    "Niet ingevuld is wie of wat de klacht betreft (“betreft: …”).",
                    "It is not filled in whom or what the complaint concerns (“concerns: …”)."
                )
            );
        if (c.IsConfirmed("liability") || c.LiabilityHandler is not null)
            warnings.Add(
                run.Say(
                    "Aansprakelijkheid: erken niets zonder overleg.",
                    "Liability: admit nothing without consultation."
                )
            );
        return warnings;
    }

    private static void Hearing(CommandRun run)
    {
        var rules = run.Regulation.Hearing;
        var c = run.Case;
        var needsBoth = rules.BothSides == "always" || (rules.BothSides == "persons-only" && c.IsAboutPerson);
        // Where sides are not always to be heard, a study of the file may take their place.
        var byFile = rules.BothSides != "always" && c.Hearings.Any(h => h.Who == "file");
        if (needsBoth && !byFile)
        {
            foreach (var side in new[] { "complainant", "concerned" })
            {
                if (!Heard(c, side) && !Waived(c, side, rules))
                {
                    var (nl, en) =
                        side == "complainant"
                            ? ("de klager", "the complainant")
                            : ("de andere kant (betrokkene)", "the other side (concerned)");
                    run.Refuse(
                        $"Voor een oordeel moet {nl} zijn gehoord.",
                        $"Before a verdict {en} must have been heard.",
                        side == "complainant"
                            ? "hoor: klager, datum, wat is gezegd"
                            : "hoor: betrokkene, datum, wat is gezegd (of: hoor: betrokkene niet, reden)",
                        side == "complainant"
                            ? "hearing: complainant, date, what was said"
                            : "hearing: concerned, date, what was said (or: hearing: concerned not, reason)"
                    );
                }
            }
        }
        if (rules.JointTalkExpected && c.Talks.Count == 0 && c.Waivers.All(w => w.Who != "talk"))
            run.Refuse(
                "Er is nog geen gezamenlijk gesprek geweest.",
                "There has been no joint talk yet.",
                "gesprek: datum, met wie, wat is afgesproken (of: gesprek: niet, reden)",
                "talk: date, with whom, what was agreed (or: talk: not, reason)"
            );
        if (rules.MeansNeeded && c.Hearings.Count + c.Talks.Count + c.Contacts.Count + c.Waivers.Count == 0)
            run.Refuse(
                "Er staat nog geen onderzoek in het dossier: een gesprek, het horen van een kant of een dossierstudie.",
                "No investigation stands in the dossier yet: a talk, a hearing or a study of the file.",
                "hoor: dossier, wat is bekeken",
                "hearing: file, what was looked at"
            );
    }

    private static void CodeTest(CommandRun run)
    {
        var c = run.Case;
        if (c.CodeTest is not null)
            return;
        var due =
            (run.Regulation.Verdict.CodeTest == "persons-only" && c.IsAboutPerson)
            || run.Regulation.Involve.Any(r => r.CodeTest && c.IsConfirmed(r.Signal));
        if (due)
            run.Refuse(
                "Voor een oordeel moet het handelen zijn getoetst aan de gedragscode of procedures.",
                "Before a verdict the conduct must have been tested against the code of conduct or procedures.",
                "toets: gedragscode, resultaat",
                "test: code of conduct, result"
            );
    }

    private static bool Heard(Case c, string side) =>
        c.Hearings.Any(h => h.Who == side || h.Who == "both") || c.Talks.Any(t => t.Who == side || t.Who == "both");

    private static bool Waived(Case c, string side, Regulations.HearingRules rules) =>
        rules.Waivable
        && !(rules.NotWaivableForPersons && c.IsAboutPerson)
        && c.Waivers.Any(w => w.Who == side || w.Who == "both");

    private static List<Measure> Measures(CommandRun run, int firstNumber)
    {
        var measures = new List<Measure>();
        foreach (var command in run.All.Where(c => c.Key == "measure" && !IsNone(c)))
        {
            if (command.Value.Length == 0)
            {
                run.Refuse(
                    "Achter “maatregel” staat niets.",
                    "Nothing stands behind “measure”.",
                    "maatregel: wat, uiterlijk wanneer, wie",
                    "measure: what, by when, who"
                );
                continue;
            }
            string? who = null;
            string? scope = null;
            LocalDate? due = null;
            var done = false;
            var text = new List<string>();
            foreach (
                var part in command.Value.Split(
                    [',', ';', '\n', '|'],
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            )
            {
                var folded = Folding.Fold(part);
                if (due is null && Due(part, run.Today) is { } on)
                    due = on;
                else if (folded is "locatie" or "location" or "organisatie" or "organisation" or "hele organisatie")
                    scope =
                        folded.Contains("locati", StringComparison.Ordinal) || folded is "location"
                            ? "location"
                            : "organisation";
                else if (folded is "klaar" or "gedaan" or "done" or "al gedaan")
                    done = true;
                else if (
                    text.Count > 0
                    && who is null
                    && run.FindPerson(Without(part, "door ", "by ", "wie ", "who ")) is { } person
                )
                    who = person.Key;
                else
                    text.Add(part);
            }
            if (run.Regulation.Verdict.MeasureTerm && due is null && !done)
            {
                run.Refuse(
                    $"De maatregel “{text.FirstOrDefault() ?? command.Value}” heeft een datum nodig waarop ze klaar is.",
                    $"The measure “{text.FirstOrDefault() ?? command.Value}” needs a date by which it is done.",
                    "maatregel: wat, uiterlijk 1 februari 2027, wie",
                    "measure: what, by 1 February 2027, who"
                );
                continue;
            }
            measures.Add(
                new(
                    firstNumber + measures.Count,
                    string.Join(", ", text),
                    due,
                    who ?? run.Case.Handler,
                    scope,
                    done ? run.Today : null
                )
            );
        }
        return measures;
    }

    /// <summary>A part that is a date and hardly anything else.</summary>
    private static LocalDate? Due(string part, LocalDate today) =>
        DateReader.Anywhere(part, today, future: true) is { } found && found.After.Length <= 16 ? found.Date : null;

    private static string Without(string part, params string[] heads)
    {
        foreach (var head in heads)
        {
            if (part.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                return part[head.Length..].TrimStart(':', ' ');
        }
        return part;
    }

    private static bool IsNone(GivenCommand command) =>
        command.Key == "measure"
        && Folding.Fold(command.Value.TrimEnd('.')) is "geen" or "none" or "geen maatregel" or "n.v.t" or "nvt";

    public static string? Kind(string value)
    {
        var said = Folding.Fold(FirstLine(value)).TrimEnd('.', ' ');
        return said switch
        {
            "gegrond" or "founded" or "upheld" => "founded",
            "deels gegrond"
            or "gedeeltelijk gegrond"
            or "ten dele gegrond"
            or "partly founded"
            or "partly-founded"
            or "partly upheld" => "partly-founded",
            "ongegrond" or "niet gegrond" or "unfounded" or "not upheld" => "unfounded",
            "geen oordeel" or "no verdict" or "no-verdict" => "no-verdict",
            _ => null,
        };
    }

    public static string Dutch(string kind) =>
        kind switch
        {
            "founded" => "gegrond",
            "partly-founded" => "deels gegrond",
            "unfounded" => "ongegrond",
            _ => "geen oordeel",
        };

    public static string English(string kind) =>
        kind switch
        {
            "founded" => "founded",
            "partly-founded" => "partly founded",
            "unfounded" => "unfounded",
            _ => "no verdict",
        };

    private static string Joined(CommandRun run, string key) =>
        string.Join("\n\n", run.All.Where(c => c.Key == key).Select(c => c.Value)).Trim();

    private static string? Scope(string text) =>
        Folding.Fold(text) is var t && t.Contains("organisatie", StringComparison.Ordinal) ? "organisation"
        : t.Contains("locatie", StringComparison.Ordinal) ? "location"
        : null;

    /// <summary>Without the words that only introduce a reason.</summary>
    private static string Strip(string text)
    {
        var said = text.Trim().Trim(',', ';', ':', '.', ' ');
        foreach (var head in new[] { "besproken", "reden", "want", "omdat", "discussed", "reason", "because" })
        {
            if (said.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                said = said[head.Length..].TrimStart(',', ';', ':', '.', ' ', '\n');
        }
        return said.Trim();
    }

    private static string FirstLine(string value) => value.Split('\n', 2)[0].Trim();

    private static string FirstSegment(string value) => value.Split([',', ';', '\n', '.'], 2)[0].Trim();
}
