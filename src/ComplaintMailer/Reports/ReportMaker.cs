using System.Data.Common;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Reports.Store;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Reports;

/// <summary>
/// Makes reports from the register. Over a closed period a report is made once and kept; asked for again, it is the same one.
/// </summary>
internal static class ReportMaker
{
    private static readonly Dictionary<string, string> NothingWritten = [];

    /// <summary>Made or found.</summary>
    /// <param name="correct">Makes a closed period's report anew; if a printed figure differs, that is a further revision.</param>
    public static MadeReport Make(
        DbConnection connection,
        DbTransaction transaction,
        Office office,
        string kind,
        Period period,
        Instant now,
        bool correct = false
    )
    {
        var organisation = office.Organisation;
        var today = office.Around.DateOf(now);
        var before = ReportStore.Find(connection, transaction, organisation.Key, kind, period);
        if (before is not null && !correct)
            return before;
        if (kind == ReportKinds.StatutoryChildcare && before is null)
            PartsFirst(connection, transaction, office, period, now);
        var figures = Figures(connection, transaction, office, kind, period, today);
        if (before is not null)
        {
            if (before.IsDraft)
            {
                // A draft of a correction stands beside the version it corrects, however often it is made anew.
                var corrects = ReportStore
                    .Over(connection, transaction, organisation.Key, period)
                    .LastOrDefault(r =>
                        r.Figures.Kind == kind && r.Figures.Period == period && r.Revision < before.Revision
                    );
                var beside = corrects is null ? null : Corrections.Of(corrects.Figures, figures);
                var redrafted = before with
                {
                    Figures = (beside ?? figures) with { Revision = before.Revision },
                    MadeAt = now,
                };
                ReportStore.Redraft(connection, transaction, redrafted);
                return redrafted;
            }
            if (Corrections.Of(before.Figures, figures) is not { } corrected)
                return before;
            figures = corrected;
        }
        var report = new MadeReport(
            0,
            organisation.Key,
            figures,
            !IsKept(kind, period, today) ? MadeReport.Open
                : NeedsRelease(office, kind) ? MadeReport.Draft
                : MadeReport.Issued,
            now,
            before?.Written ?? NothingWritten
        );
        return report.State == MadeReport.Open ? report : ReportStore.Add(connection, transaction, report);
    }

    /// <summary>What is still running changes every day, and so does the state of the terms: neither is kept.</summary>
    public static bool IsKept(string kind, Period period, LocalDate today) =>
        period.To < today && kind != ReportKinds.Late;

    /// <summary>A person looks at it before it goes out.</summary>
    public static bool NeedsRelease(Office office, string kind) =>
        office.Regulation.Reports.Any(r => r.Kind == kind && r.Via is not null);

    private static FiguresReport Figures(
        DbConnection connection,
        DbTransaction transaction,
        Office office,
        string kind,
        Period period,
        LocalDate today
    )
    {
        var organisation = office.Organisation;
        // These break nothing down by what few should learn of a complaint: no other report is read beside them.
        var isBare = kind is ReportKinds.WeeklyBoard or ReportKinds.Late;
        var span = isBare ? period : Span(ReportStore.Over(connection, transaction, organisation.Key, period), period);
        List<FiguresReport> earlier = isBare
            ? []
            : [.. ReportStore.Over(connection, transaction, organisation.Key, span).Select(r => r.Figures)];
        // Rows of an earlier version hold what was typed.
        var facts = FactReader
            .Of(
                connection,
                transaction,
                organisation.Key,
                Around(earlier, span),
                onlyOutside: kind == ReportKinds.PublicExternal
            )
            .ConvertAll(f => f.Knowing(office.Around.Bodies));
        if (office.Definition(kind) is { } own)
            return OwnFigures.Make(own, period, facts, organisation, office.Regulation, earlier);
        return FiguresMaker.Make(
            kind,
            period,
            facts,
            organisation,
            office.Regulation,
            earlier,
            today,
            kind is ReportKinds.PublicExternal or ReportKinds.Late
                // Neither looks back.
                ? Past.From([], period)
                : FactReader.PastOf(
                    connection,
                    transaction,
                    organisation.Key,
                    period,
                    kind == ReportKinds.StatutoryChildcare ? Services.Childcare : null,
                    withNatures: !isBare && kind != ReportKinds.StatutoryChildcare
                ),
            office.Around.Bodies
        );
    }

    /// <summary>The widest period that holds this one and over which a report stands: this one's numbers are part of its sums.</summary>
    private static Period Span(IEnumerable<MadeReport> over, Period period) =>
        over.Select(r => r.Figures.Period)
            .Where(p => p.From <= period.From && p.To >= period.To)
            .Append(period)
            .MaxBy(p => NodaTime.Period.DaysBetween(p.From, p.To))!;

    /// <summary>All the days that those reports are about.</summary>
    private static Period Around(List<FiguresReport> reports, Period span)
    {
        var periods = reports.Select(r => r.Period).Append(span).ToList();
        return new(PeriodKind.Days, periods.Min(p => p.From), periods.Max(p => p.To));
    }

    /// <summary>
    /// What an organisation gets over parts of a year is made before the report over the year: a year can keep the secrets of its
    /// quarters, but a quarter made later may have to hide much to keep those of the year.
    /// </summary>
    private static void PartsFirst(
        DbConnection connection,
        DbTransaction transaction,
        Office office,
        Period period,
        Instant now
    )
    {
        var today = office.Around.DateOf(now);
        foreach (
            var plan in ReportPlan
                .Of(office)
                .Where(p => p.Kind is ReportKinds.Quarterly or ReportKinds.FourMonthly or ReportKinds.Periodic)
        )
        {
            for (
                var part = ReportKinds.LastPeriod(plan.Kind, period.To.PlusDays(1));
                part.From >= period.From;
                part = part.Before()
            )
            {
                if (part.To <= period.To && part.To < today)
                    Make(connection, transaction, office, plan.Kind, part, now);
            }
        }
    }
}
