using ComplaintMailer.Core.Agenda;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>A row of the agenda has come due. What is reminded of is looked up anew: the state may have moved on.</summary>
internal static class Reminding
{
    public static void Decide(Draft draft, Duty duty)
    {
        if (draft.Case.DutiesDone.Contains(duty.Key))
            return;
        var parts = duty.Key.Split(':');
        if (parts.Length < 2)
            return;
        draft.Add(new CaseEvent.DutyDone(duty.Key));
        // Caught up after an outage: once, not once for every day that was missed.
        var today = $"{parts[0]}:{parts[1]}:{DateWords.Iso(draft.Today)}";
        if (today != duty.Key && IsRepeat(parts[0], parts[1]))
            draft.Add(new CaseEvent.DutyDone(today));
        switch (parts[0])
        {
            case "triage":
                draft.ToStaff(
                    Routing.Coordinator(draft.Case, draft.Around),
                    "triage",
                    Facts.Of(("reason", "still-unassigned"))
                );
                break;
            case "progress":
                Silence(draft);
                break;
            case "escalate":
                if (Assigning.Escalate(draft, "no-answer", "worker", replaces: false) is null)
                    draft.Add(new CaseEvent.EscalationDeclined("nobody above"));
                break;
            case "signal":
                Signal(draft, parts[1]);
                break;
            case "late":
                draft.ToStaff(
                    Responsible(draft),
                    "signal",
                    Facts.Of(("code", "late-filing"), ("sentence", draft.Case.LateReason), ("weight", "strong"))
                );
                break;
            case "incomplete":
            case "suspended":
            case "preview":
            case "external":
                Remind(draft, Responsible(draft), parts[0], null);
                break;
            case "referral":
                Remind(draft, Routing.Coordinator(draft.Case, draft.Around), "referral", null);
                break;
            case "talk":
                foreach (var holder in Routing.TalkHolders(draft.Case, draft.Around))
                    Remind(draft, holder, "talk-" + parts[1], draft.Case.Objection?.TalkOn);
                break;
            case "measure":
                Measure(draft, parts[1]);
                break;
            case "retention":
                Retention(draft, parts[1]);
                break;
            default:
                OfTerm(draft, parts[0], parts[1], duty.DueAt);
                break;
        }
    }

    private static bool IsRepeat(string kind, string name) =>
        name is "still" or "assign" or "silence" or "approve" or "answer" or "invite" or "outcome" or "decide" or "ask"
        || kind == "signal"
        || (kind == "measure" && name.EndsWith("-over", StringComparison.Ordinal));

    private static void OfTerm(Draft draft, string kind, string name, Instant dueAt)
    {
        if (draft.Case.Term(kind) is not { Met: null, State: not "stopped" } term)
            return;
        var responsible = Responsible(draft);
        switch (name)
        {
            case not ("overdue" or "still") when draft.Case.IsUnderWay(term, draft.Around.Regulation):
                // What it asks for lies in the outbox.
                break;
            case not ("overdue" or "still") when IsOvertaken(draft, kind, dueAt):
                // Caught up after an outage: what comes next of this term is due already and says more.
                break;
            case "superior":
                foreach (var person in Superiors(draft, responsible))
                    Remind(draft, person, term, responsible);
                break;
            case "overdue":
                draft.Add(new CaseEvent.TermMissed(kind));
                if (!CaseAgenda.IsShadowed(term, draft.Case, draft.Around))
                    Overdue(draft, term, responsible);
                break;
            case "still":
                StillOverdue(draft, term, responsible);
                break;
            default:
                Remind(draft, responsible, term, null);
                break;
        }
    }

    private static bool IsOvertaken(Draft draft, string kind, Instant dueAt) =>
        CaseAgenda.Of(draft.Case, draft.Around).Any(d => d.Kind == kind && d.DueAt <= draft.Now && d.DueAt > dueAt);

    private static void Overdue(Draft draft, Term term, Person? responsible)
    {
        Over(draft, responsible, term, null);
        if (!term.Hard)
        {
            // An aim that was missed breaks nothing, but the complainant should hear how it stands.
            Silence(draft);
            return;
        }
        var others = draft
            .Organisation.WithRole(Roles.Quality)
            .Concat(Ending.MetByVerdict(draft, term.Kind) ? draft.Organisation.WithRole(Roles.Director) : [])
            .Concat(Superiors(draft, responsible))
            .DistinctBy(p => p.Key)
            .Where(p => p.Key != responsible?.Key);
        foreach (var person in others)
            Over(draft, person, term, responsible);
        // Who waits has a right to know it, and childcare parents one to go elsewhere.
        if (
            Ending.MetByVerdict(draft, term.Kind)
            && draft.Case.IsOpen
            && (term.LegalLimit is not null || draft.Case.ExpectedOn is not { } expected || expected < draft.Today)
        )
            draft.ToComplainant("term-passed", Facts.Of(("term", term.Kind), ("due", term.Due)), notice: true);
    }

    private static void StillOverdue(Draft draft, Term term, Person? responsible)
    {
        Over(draft, responsible, term, null);
        if (!term.Hard)
            return;
        if (draft.Case.EscalatedTo is null)
            Assigning.Escalate(draft, "term-missed", "worker", replaces: false);
        foreach (var person in draft.Organisation.WithRole(Roles.Quality).Where(p => p.Key != responsible?.Key))
            Over(draft, person, term, responsible);
    }

    private static void Silence(Draft draft) =>
        draft.ToStaff(
            Responsible(draft),
            "progress",
            Facts.Of(
                (
                    "silent_days",
                    NodaTime.Period.DaysBetween(draft.Case.LastToComplainant ?? draft.Case.DayZero, draft.Today)
                )
            )
        );

    private static void Signal(Draft draft, string code)
    {
        if (draft.Case.Flag(code) is not { Confirmed: null } flag)
            return;
        var facts = Facts.Of(("code", code), ("sentence", flag.Sentence), ("rule", flag.Rule), ("weight", flag.Weight));
        draft.ToStaff(Responsible(draft), "signal", facts);
        if (SignalCodes.IsSafety(code))
        {
            foreach (
                var judge in SignalCodes.Judges(code).SelectMany(draft.Organisation.WithRole).DistinctBy(p => p.Key)
            )
                draft.ToStaff(judge, "signal", facts);
        }
    }

    private static void Measure(Draft draft, string name)
    {
        var number = name.Split('-')[0];
        if (
            draft.Case.Measures.FirstOrDefault(m =>
                m.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == number
            )
            is not { DoneOn: null } measure
        )
            return;
        var owner = draft.Organisation.People.FirstOrDefault(p => Access.IsOwner(measure, p)) ?? Responsible(draft);
        var facts = Facts.Of(
            ("number", measure.Number),
            ("text", measure.Text),
            ("due", measure.Due),
            ("days", measure.Due is { } due ? NodaTime.Period.DaysBetween(draft.Today, due) : null)
        );
        draft.ToStaff(owner, "measure-check", facts);
        if (name.EndsWith("-over", StringComparison.Ordinal))
            draft.ToRole(Roles.Quality, "measure-check", facts);
    }

    private static void Retention(Draft draft, string name)
    {
        if (Keeping.Until(draft.Case, draft.Around) is not { } until)
            return;
        if (name == "destroy")
        {
            if (draft.Today < until)
                return;
            var number = draft.Case.Number;
            foreach (var person in Keepers(draft))
                draft.ToStaff(
                    person,
                    "destruction-done",
                    Facts.Of(("count", 1), ("numbers", new List<string> { number }), ("on", draft.Today))
                );
            draft.Add(new CaseEvent.Purged(draft.Today));
            return;
        }
        // Nobody is to be surprised, not even after an outage: thirty days lie between the list and the deed.
        var on = LocalDate.Max(until, draft.Case.DestroyOn ?? draft.Today.PlusDays(30));
        if (name == "list")
            draft.Add(new CaseEvent.DestructionListed(on));
        var item = new Dictionary<string, object?>
        {
            ["number"] = draft.Case.Number,
            ["closed_on"] = draft.Case.ClosedOn,
            ["destroy_on"] = on,
        };
        foreach (var person in Keepers(draft))
            draft.ToStaff(
                person,
                "destruction-list",
                Facts.Of(("items", new List<object?> { item }), ("destroy_on", item["destroy_on"]))
            );
    }

    /// <summary>Who looks after files that have been closed.</summary>
    private static IEnumerable<Person?> Keepers(Draft draft) =>
        draft.Organisation.WithRole(Roles.Quality).DefaultIfEmpty(Routing.Coordinator(draft.Case, draft.Around));

    /// <summary>Who must know that somebody is running late: the next manager, and the quality officer who guards the process.</summary>
    private static IEnumerable<Person> Superiors(Draft draft, Person? responsible)
    {
        var next = responsible is null ? null : Routing.NextManager(responsible, draft.Case, draft.Around);
        return draft
            .Organisation.WithRole(Roles.Quality)
            .Append(next)
            .OfType<Person>()
            .Where(p => p.Key != responsible?.Key && Routing.IsFit(p, draft.Case))
            .DistinctBy(p => p.Key)
            .ToList();
    }

    private static void Remind(Draft draft, Person? person, Term term, Person? late) =>
        draft.ToStaff(
            person,
            "reminder",
            Facts.Of(
                ("term", term.Kind),
                ("due", term.Due),
                ("work_by", term.WorkBy),
                ("days", WorkingDaysLeft(draft, term.WorkBy)),
                ("handler", late?.Key)
            )
        );

    private static void Remind(Draft draft, Person? person, string what, LocalDate? due) =>
        draft.ToStaff(person, "reminder", Facts.Of(("term", what), ("due", due)));

    private static void Over(Draft draft, Person? person, Term term, Person? late) =>
        draft.ToStaff(
            person,
            "overdue",
            Facts.Of(
                ("term", term.Kind),
                ("due", term.Due),
                ("work_by", term.WorkBy),
                ("days", NodaTime.Period.DaysBetween(term.Due, draft.Today)),
                ("handler", late?.Key)
            )
        );

    private static int WorkingDaysLeft(Draft draft, LocalDate until)
    {
        var days = 0;
        for (var day = draft.Today.PlusDays(1); day <= until && days < 400; day = day.PlusDays(1))
        {
            if (draft.Around.Calendar.IsWorkingDay(day))
                days++;
        }
        return days;
    }

    private static Person? Responsible(Draft draft) => Routing.Responsible(draft.Case, draft.Around, draft.Today);
}
