using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Figures;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Reports;

/// <summary>Over what a report is made.</summary>
internal static class ReportPeriods
{
    /// <summary>The last whole period of a report made on this day.</summary>
    public static Period Last(Office office, string kind, LocalDate today) =>
        office.Definition(kind) is { } own ? own.LastPeriod(today) : ReportKinds.LastPeriod(kind, today);

    /// <summary>
    /// A report of an organisation's own is made over its own periods only: the same numbers over other stretches of time could
    /// be taken from each other.
    /// </summary>
    public static bool Fits(Office office, string kind, Period period) =>
        office.Definition(kind) is not { } own || own.Containing(period.From) == period;
}
