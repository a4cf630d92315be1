using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Figures;

namespace ComplaintMailer.Reports.Sending;

/// <summary>A report that an organisation gets by itself: what its regulation promises, and what its configuration adds.</summary>
/// <param name="To">Roles, <c>role:ROLE</c>, keys of people, mail addresses, or <c>supervisors</c>, <c>parents</c>, <c>parents-committees</c>, <c>website</c>.</param>
/// <param name="Via">The role that releases it; null: it goes out at once.</param>
/// <param name="Due">Month and day (<c>05-31</c>) by which it must be out.</param>
/// <param name="Cron">When; null: on the first working day after its period.</param>
internal sealed record ReportPlan(string Kind, IReadOnlyList<string> To, string? Via, string? Due, string? Cron)
{
    /// <summary>How often, for a report of the organisation's own; null: as its kind says.</summary>
    public PeriodKind? Rhythm { get; init; }

    public static IReadOnlyList<ReportPlan> Of(Office office)
    {
        var plans = new List<ReportPlan>();
        foreach (var rule in office.Regulation.Reports)
        {
            if (
                rule.Services.Count == 0
                || office.Organisation.Locations.Any(l => rule.Services.Contains(l.Service, StringComparer.Ordinal))
            )
                plans.Add(new(rule.Kind, rule.To, rule.Via, rule.Due, null));
        }
        foreach (var own in office.Settings.Reports)
        {
            var kind = own.Kind.ToLowerInvariant();
            var at = plans.FindIndex(p => p.Kind == kind);
            // Who the regulation names gets it whatever the configuration says.
            if (at >= 0)
                plans[at] = plans[at] with
                {
                    To = [.. plans[at].To.Union(own.To, StringComparer.OrdinalIgnoreCase)],
                    Cron = own.At ?? plans[at].Cron,
                };
            else
                plans.Add(
                    new(kind, own.To.Count > 0 ? own.To : ["quality"], null, null, own.At)
                    {
                        Rhythm = office.Definition(kind)?.Period,
                    }
                );
        }
        return plans;
    }
}
