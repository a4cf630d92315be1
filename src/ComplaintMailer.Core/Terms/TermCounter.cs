using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Terms;

/// <summary>Counts terms. Day zero is not counted; weeks end on the same weekday; months on the same day or the month's last.</summary>
public static class TermCounter
{
    public static Term Count(TermRule rule, LocalDate dayZero, string? service, WorkingCalendar calendar)
    {
        var due = Due(rule.Count, rule.Unit, dayZero, calendar);
        return new Term
        {
            Kind = rule.Id,
            From = dayZero,
            Due = due,
            WorkBy = calendar.OnOrBefore(due),
            LegalLimit =
                rule.Statutory is { } statutory && statutory == service ? WorkingCalendar.LegalLimit(due) : null,
            Hard = rule.Hard,
            How = TermWords.How(rule.Count, rule.Unit, dayZero, due, calendar),
        };
    }

    public static LocalDate Due(int count, string unit, LocalDate dayZero, WorkingCalendar calendar) =>
        unit switch
        {
            "working-days" => calendar.AddWorkingDays(dayZero, count),
            "days" => dayZero.PlusDays(count),
            "weeks" => dayZero.PlusWeeks(count),
            "months" => dayZero.PlusMonths(count),
            _ => throw new ArgumentException(
                $"A term is counted in working-days, days, weeks or months, not in “{unit}”.",
                nameof(unit)
            ),
        };

    /// <summary>The term with its end moved so many weeks on, counted from the first end, whatever day that is.</summary>
    public static Term Extend(Term term, int weeks, WorkingCalendar calendar)
    {
        var due = term.Due.PlusWeeks(weeks);
        return term with
        {
            FirstDue = term.FirstDue ?? term.Due,
            Due = due,
            WorkBy = calendar.OnOrBefore(due),
            // The law knows no extension: its limit stays where it was.
            State = "running",
            How = TermWords.How(term.How, weeks, due),
        };
    }

    /// <summary>Filed later than so many months after the event.</summary>
    public static int DaysLate(LocalDate eventDate, LocalDate filed, int months)
    {
        var last = eventDate.PlusMonths(months);
        return filed > last ? NodaTime.Period.DaysBetween(last, filed) : 0;
    }
}
