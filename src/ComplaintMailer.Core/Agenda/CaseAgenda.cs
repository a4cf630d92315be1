using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Terms;
using NodaTime;

namespace ComplaintMailer.Core.Agenda;

/// <summary>All that time will bring a case, as its state stands. Pure: rows that are no longer in it are off the agenda.</summary>
public static class CaseAgenda
{
    /// <summary>Reminders go out when people are at work, not at midnight.</summary>
    private const int Hour = 9;

    /// <summary>A term longer than this has room for a warning to the next manager before its last day.</summary>
    private const int LongTerm = 10;

    public static IReadOnlyList<Duty> Of(Case state, Surroundings around)
    {
        if (state.Stage == Stage.Purged)
            return [];
        var list = new Rows(state, around);
        Terms(list);
        if (state.IsOpen)
            WhileOpen(list);
        Measures(list);
        Afterwards(list);
        return list.Sorted();
    }

    private static void Terms(Rows list)
    {
        foreach (var term in list.Case.Terms.Where(t => t is { State: "running" or "missed", Met: null }))
        {
            if (term.State == "missed")
            {
                // Nobody gets used to a term that has passed.
                if (list.Case.IsOpen && !IsShadowed(term, list.Case, list.Around))
                    list.Repeat(term.Kind, "still", term.Due.PlusDays(1), workingDays: 5);
                continue;
            }
            // One reminder says it: a softer term for the same act is only looked at when it is over.
            if (IsShadowed(term, list.Case, list.Around))
            {
                list.Add(term.Kind, "overdue", Reminders.OverdueOn(term));
                continue;
            }
            foreach (var (name, on) in Reminders.Of(term, list.Around.Regulation.Reminders, list.Around.Calendar))
                list.Add(term.Kind, name, on);
            var days = NodaTime.Period.DaysBetween(term.From, term.Due);
            var warn = days > LongTerm ? list.Around.Calendar.AddWorkingDays(term.WorkBy, -2) : term.WorkBy;
            if (warn > term.From)
                list.Add(term.Kind, "superior", warn);
            list.Add(term.Kind, "overdue", Reminders.OverdueOn(term));
        }
    }

    /// <summary>An aim beside a firm term that the same act meets and that ends no later.</summary>
    public static bool IsShadowed(Term term, Case state, Surroundings around)
    {
        if (term.Hard || around.Regulation.Terms.FirstOrDefault(t => t.Id == term.Kind) is not { } rule)
            return false;
        return around.Regulation.Terms.Any(other =>
            other.Hard
            && other.MetBy.Intersect(rule.MetBy).Any()
            && state.Term(other.Id) is { State: not "stopped" } firm
            && firm.Due <= term.Due
        );
    }

    private static void WhileOpen(Rows list)
    {
        var c = list.Case;
        var around = list.Around;
        if (c.Handler is null)
            list.Repeat("triage", "assign", c.DayZero, workingDays: 1);
        if (around.Regulation.SilenceDays is { } silence && !Gate.IsHeld(c, around.Regulation))
            list.RepeatDays("progress", "silence", c.LastToComplainant ?? c.DayZero, silence);
        if (
            around.Regulation.EscalateInDoubt
            && !c.EscalationAnswered
            && c.Handler is not null
            && c.Term("contact") is { } contact
        )
            list.Add("escalate", "unanswered", contact.Due.PlusDays(1));
        foreach (
            var flag in c
                .Flags.Where(f => f.Confirmed is null && f.Weight != "look")
                .GroupBy(f => f.Code)
                .Select(f => f.First())
        )
        {
            if (SignalCodes.IsUrgent(flag.Code))
                list.Repeat(
                    "signal",
                    flag.Code,
                    around.DateOf(flag.RaisedAt),
                    workingDays: SignalCodes.HoldsLetters(flag.Code, around.Regulation) ? 1 : 2
                );
        }
        if (c is { LateDays: > 0, LateAccepted: null })
            list.RepeatDays("late", "decide", c.DayZero, around.Regulation.Intake.Late.AnswerDays);
        if (c.Missing.Count > 0 || c.IsAnonymous)
            list.Add(
                "incomplete",
                "unanswered",
                around.Calendar.OnOrAfter(c.DayZero.PlusDays(around.Regulation.Intake.Late.AnswerDays))
            );
        if (c.Stage == Stage.Suspended)
        {
            if (c.SuspendedUntil is { } until)
                list.Add("suspended", "until", around.Calendar.OnOrAfter(until));
            list.Repeat("suspended", "still", c.SuspendedUntil ?? c.DayZero, workingDays: 20);
        }
        if (c.Draft is not null)
            list.Repeat("preview", "approve", c.Draft.On, workingDays: 2);
        if (c.Referred)
            list.Repeat("referral", "answer", c.DayZero, workingDays: 10);
    }

    private static void Measures(Rows list)
    {
        foreach (var measure in list.Case.Measures.Where(m => m.DoneOn is null && m.Due is not null))
        {
            var due = measure.Due!.Value;
            var kind = "measure";
            list.Add(
                kind,
                $"{measure.Number}-before",
                list.Around.Calendar.OnOrAfter(due.PlusDays(-7)),
                unless: due.PlusDays(-7) <= list.Case.Verdict?.On
            );
            list.Add(kind, $"{measure.Number}-due", list.Around.Calendar.OnOrAfter(due));
            list.RepeatDays(kind, $"{measure.Number}-over", due, 7);
        }
    }

    private static void Afterwards(Rows list)
    {
        var c = list.Case;
        var around = list.Around;
        if (c.Objection is { ClosedOn: null } objection)
        {
            if (objection.TalkOn is { } talk)
                list.Repeat("talk", "outcome", talk, workingDays: 2);
            else
                list.Repeat("talk", "invite", objection.On, workingDays: around.Regulation.Objection.InviteWorkingDays);
        }
        if (c.IsExternal)
            list.Repeat("external", "outcome", c.External!.On, workingDays: 60);
        if (Keeping.Until(c, around) is not { } until)
            return;
        if (c.DestroyOn is not { } destroy)
            list.Add("retention", "list", until.PlusDays(-30));
        else if (around.Regulation.Retention.NeedsApproval && !c.DestructionApproved)
            list.RepeatDays("retention", "ask", LocalDate.Max(destroy, until).PlusDays(-7), 7);
        else
            list.Add("retention", "destroy", LocalDate.Max(destroy, until));
    }

    private sealed class Rows(Case state, Surroundings around)
    {
        private readonly List<Duty> rows = [];

        public Case Case => state;
        public Surroundings Around => around;

        public void Add(string kind, string name, LocalDate on, bool unless = false)
        {
            var key = $"{kind}:{name}:{DateWords.Iso(on)}";
            if (!unless && !state.DutiesDone.Contains(key))
                rows.Add(new(kind, key, around.At(on, Hour)));
        }

        /// <summary>Every so many working days until it is no longer needed; the next one counts from the last one that was dealt with.</summary>
        public void Repeat(string kind, string name, LocalDate from, int workingDays) =>
            Next(kind, name, around.Calendar.AddWorkingDays(LastDone(kind, name, from), workingDays));

        public void RepeatDays(string kind, string name, LocalDate from, int days) =>
            Next(kind, name, around.Calendar.OnOrAfter(LastDone(kind, name, from).PlusDays(days)));

        public IReadOnlyList<Duty> Sorted() =>
            [.. rows.OrderBy(d => d.DueAt).ThenBy(d => d.Key, StringComparer.Ordinal)];

        private void Next(string kind, string name, LocalDate on) =>
            rows.Add(new(kind, $"{kind}:{name}:{DateWords.Iso(on)}", around.At(on, Hour)));

        private LocalDate LastDone(string kind, string name, LocalDate from)
        {
            var prefix = $"{kind}:{name}:";
            var last = from;
            foreach (var key in state.DutiesDone)
            {
                if (
                    key.StartsWith(prefix, StringComparison.Ordinal)
                    && NodaTime.Text.LocalDatePattern.Iso.Parse(key[prefix.Length..]) is { Success: true } on
                    && on.Value > last
                )
                    last = on.Value;
            }
            return last;
        }
    }
}
