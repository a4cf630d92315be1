using NodaTime;

namespace ComplaintMailer.Core.Regulations;

/// <summary>Several versions of one regulation side by side; the day of filing says which one a complaint falls under.</summary>
public sealed class RegulationVersions(IEnumerable<Regulation> all)
{
    private readonly IReadOnlyList<Regulation> all = [.. all.OrderBy(r => r.ValidFrom)];

    /// <summary>
    /// The version in force on the day of filing. Before the first version its rules are the best there are; in a gap
    /// between two versions the earlier one goes on, as a complaint is never without rules.
    /// </summary>
    public Regulation? For(string code, LocalDate filedOn)
    {
        var versions = all.Where(r => r.Code == code).ToList();
        return versions.LastOrDefault(r => r.ValidFrom <= filedOn && (r.ValidTo is null || filedOn <= r.ValidTo))
            ?? versions.LastOrDefault(r => r.ValidFrom <= filedOn)
            ?? versions.FirstOrDefault();
    }

    /// <summary>The version a running case began under.</summary>
    public Regulation? Exactly(string code, string version) =>
        all.FirstOrDefault(r => r.Code == code && r.Version == version);
}
