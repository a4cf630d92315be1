using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Database;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Agenda;

/// <summary>
/// A regulation that is to be evaluated by a day, and again every so many months: its board hears of it six and three months before,
/// with what there is to go by.
/// </summary>
internal sealed class Evaluations(Desk desk)
{
    public const string DutyKind = "evaluate-regulation";
    private const int Hour = 9;
    private const int UsualMonths = 36;
    private static readonly int[] MonthsBefore = [6, 3];

    public static void Plan(Session session, Office office, Instant now)
    {
        if (Next(office.Regulation, office.Around.DateOf(now)) is not { } due)
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

    /// <summary>The day by which it is to be done next. A regulation that was left as it is comes round again by itself.</summary>
    public static LocalDate? Next(Regulation regulation, LocalDate today)
    {
        if (regulation.NextEvaluation is not { } due || (due < today && regulation.EvaluationMonths is null))
            return null;
        for (var round = 1; due < today; round++)
            due = regulation.NextEvaluation.Value.PlusMonths(round * regulation.EvaluationMonths!.Value);
        return due;
    }

    public void Tell(Session session, Office office, Duty duty, Instant now)
    {
        var today = office.Around.DateOf(now);
        // The day it was planned for: an outage may have lasted longer.
        if (LocalDatePattern.Iso.Parse(duty.Key.Split(':')[^1]) is not { Success: true, Value: var by })
            return;
        var months = NodaTime.Period.Between(today, by, PeriodUnits.Months).Months;
        var over = new Core.Figures.Period(
            Core.Figures.PeriodKind.Days,
            by.PlusMonths(-(office.Regulation.EvaluationMonths ?? UsualMonths)),
            LocalDate.Min(today, by)
        );
        var figures = new EvaluationFigures(session, office, over);
        var people = office.Organisation.WithRole(Roles.Board).Concat(office.Organisation.WithRole(Roles.Quality));
        foreach (var person in people.DistinctBy(p => p.Key))
        {
            var language = office.Organisation.LanguageOf(person);
            desk.Notify(
                session,
                office,
                person,
                DutyKind,
                new Dictionary<string, object?>
                {
                    ["due"] = by,
                    ["months"] = months > 0 ? months : null,
                    ["from"] = over.From,
                    ["lines"] = figures.Lines(language),
                },
                byItself: true,
                now
            );
        }
    }
}
