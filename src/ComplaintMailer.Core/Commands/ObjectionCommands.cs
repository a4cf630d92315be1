using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>Not content with the verdict: the talk with the directors.</summary>
internal static class ObjectionCommands
{
    public static void Objection(CommandRun run, GivenCommand command)
    {
        if (run.Case.Verdict is null)
        {
            run.Refuse(
                "Er is nog geen oordeel waartegen bezwaar mogelijk is.",
                "There is no verdict yet to object to."
            );
            return;
        }
        if (
            !run.Needs(
                command,
                "wat de klager bezwaarlijk vindt, de datum van het gesprek of de uitkomst",
                "what is objected to, the date of the talk or its outcome",
                "8 februari, gesprek met de directie",
                "8 February, talk with the directors"
            )
        )
            return;
        if (run.Case.Objection is { ClosedOn: not null })
        {
            run.Refuse(
                "Het gesprek met de directie is al gehouden.",
                "The talk with the directors has already been held.",
                "extern: instantie, datum",
                "external: body, date"
            );
            return;
        }
        var found = DateReader.Leading(WithoutTalk(command.Value), run.Today);
        if (run.Case.Objection is null)
            Begin(run.Draft, found?.After is { Length: > 0 } rest ? rest : command.Value, run.By);
        if (found is { } date && date.Date > run.Today)
        {
            run.Add(new CaseEvent.ObjectionTalkPlanned(date.Date));
            run.Draft.ToComplainant(
                "talk-invitation",
                Facts.Of(
                    ("dates", new List<object?> { date.Date }),
                    ("place", date.After.Length > 0 ? date.After : null),
                    ("with", run.Person.Name)
                ),
                byItself: true
            );
            run.Did(
                $"Het gesprek is gepland op {run.Date(date.Date)}. De klager krijgt een uitnodiging.",
                $"The talk is planned on {run.Date(date.Date)}. The complainant is invited."
            );
            return;
        }
        var outcome = found?.After ?? Without(command.Value);
        if (found is null && !IsOutcome(command.Value))
        {
            run.Did("Het bezwaar is vastgelegd.", "The objection is noted.");
            return;
        }
        if (outcome.Length < 3)
        {
            run.Refuse(
                "Wat kwam er uit het gesprek?",
                "What came of the talk?",
                "bezwaar: 8 februari, uitkomst: …",
                "objection: 8 February, outcome: …"
            );
            return;
        }
        // Without a day it was the day that was planned, when that has come.
        var on =
            found?.Date ?? (run.Case.Objection?.TalkOn is { } planned && planned <= run.Today ? planned : run.Today);
        run.Add(new CaseEvent.ObjectionTalkHeld(on, Without(outcome)));
        run.Draft.ToComplainant(
            "talk-outcome",
            Facts.Of(("on", on), ("text", Without(outcome))),
            notice: true,
            byItself: true
        );
        run.Did(
            "De uitkomst van het gesprek gaat naar de klager, met waar zij of hij nog terechtkan.",
            "The outcome goes to the complainant, with where she or he may still turn to."
        );
    }

    /// <summary>The complainant is told that it has come in, the directors that a talk is to be offered.</summary>
    public static void Begin(Draft draft, string text, string by)
    {
        var inviteBy = draft.Around.Calendar.AddWorkingDays(
            draft.Today,
            draft.Around.Regulation.Objection.InviteWorkingDays
        );
        draft.Add(new CaseEvent.ObjectionMade(draft.Today, text), by);
        var facts = Facts.Of(("text", text), ("invite_by", inviteBy));
        draft.ToComplainant(
            "objection",
            Facts.Of(("invite_by", inviteBy)),
            byItself: !by.StartsWith("complainant", StringComparison.Ordinal)
        );
        foreach (var person in Routing.TalkHolders(draft.Case, draft.Around))
            draft.ToStaff(person, "objection", facts);
    }

    /// <summary>“gesprek op 19 januari”: the day is meant.</summary>
    private static string WithoutTalk(string value)
    {
        foreach (
            var head in new[] { "gesprek gepland op ", "gesprek op ", "afspraak op ", "talk planned on ", "talk on " }
        )
        {
            if (value.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                return value[head.Length..];
        }
        return value;
    }

    private static bool IsOutcome(string value) =>
        Folding.Fold(value) is var v
        && (
            v.StartsWith("uitkomst", StringComparison.Ordinal)
            || v.StartsWith("outcome", StringComparison.Ordinal)
            || v.StartsWith("gesprek gehouden", StringComparison.Ordinal)
        );

    private static string Without(string value)
    {
        foreach (var head in new[] { "uitkomst", "outcome", "gesprek gehouden" })
        {
            if (value.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                return value[head.Length..].TrimStart(' ', ':', ',', '\n').Trim();
        }
        return value.Trim();
    }
}
