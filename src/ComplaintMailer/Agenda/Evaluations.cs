using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using NodaTime;

namespace ComplaintMailer.Agenda;

/// <summary>A regulation that is to be evaluated by a day: its board hears of it six and three months before.</summary>
internal sealed class Evaluations(Desk desk)
{
    public const string DutyKind = "evaluate-regulation";
    private const int Hour = 9;
    private static readonly int[] MonthsBefore = [6, 3];

    public static void Plan(Session session, Office office, Instant now)
    {
        if (office.Regulation.NextEvaluation is not { } due || office.Around.DateOf(now) > due)
            return;
        foreach (var months in MonthsBefore)
        {
            var on = office.Around.Calendar.OnOrBefore(due.PlusMonths(-months));
            var name = $"evaluation {office.Organisation.Key} {DateWords.Iso(due)} {months}";
            // Counted once, planned once: a row that has been dealt with does not come back.
            if (session.Scalar<long>("SELECT COUNT(*) FROM counter WHERE name = @name", ("name", name)) > 0)
                continue;
            CaseStore.Next(session, name);
            var duty = new Duty(DutyKind, $"{DutyKind}:{months}:{DateWords.Iso(due)}", office.Around.At(on, Hour));
            DutyStore.Put(session, office.Organisation.Key, "", duty);
        }
    }

    public void Tell(Session session, Office office, Instant now)
    {
        if (office.Regulation.NextEvaluation is not { } due)
            return;
        var today = office.Around.DateOf(now);
        var months = NodaTime.Period.Between(today, due, PeriodUnits.Months).Months;
        var people = office.Organisation.WithRole(Roles.Board).Concat(office.Organisation.WithRole(Roles.Quality));
        foreach (var person in people.DistinctBy(p => p.Key))
        {
            desk.Notify(
                session,
                office,
                person,
                DutyKind,
                new Dictionary<string, object?> { ["due"] = due, ["months"] = months },
                byItself: true,
                now
            );
        }
    }
}
