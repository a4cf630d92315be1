using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>How long a file is kept. Never for ever; never shorter than a decision of a person or an open matter asks.</summary>
public static class Keeping
{
    /// <summary>The law demands a yearly report before 1 June of the next year; nothing goes before it is made.</summary>
    private static LocalDate AfterYearReport(Case c, LocalDate closed) =>
        c.Service == Services.Childcare ? new LocalDate(closed.Year + 1, 6, 1) : closed;

    /// <summary>The first day on which the file may be destroyed; null: open, or an external body has it.</summary>
    public static LocalDate? Until(Case c, Surroundings around)
    {
        if (c.IsOpen || c.Stage == Stage.Purged || c.RetentionFrom is not { } from || c.IsExternal || IsInObjection(c))
            return null;
        var until = LocalDate.Max(from.PlusMonths(Months(c, around)), AfterYearReport(c, from));
        return c.KeepUntil is { } keep && keep >= until ? keep.PlusDays(1) : until;
    }

    public static int Months(Case c, Surroundings around) => Months(c.Service, around.Organisation, around.Regulation);

    /// <summary>By the regulation, else by the organisation, else the default.</summary>
    public static int Months(string? service, Organisation organisation, Regulation regulation)
    {
        var own = organisation.RetentionMonths;
        if (regulation.Retention.Months is { } months)
            return months;
        if (service is not null && own.TryGetValue(service, out var forService))
            return forService;
        return own.TryGetValue("*", out var all) ? all : RetentionRules.DefaultMonths;
    }

    private static bool IsInObjection(Case c) => c.Objection is { ClosedOn: null };
}
