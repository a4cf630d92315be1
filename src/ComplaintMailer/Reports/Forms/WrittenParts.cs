using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Store;

namespace ComplaintMailer.Reports.Forms;

/// <summary>The parts of the yearly reports that only a person can write.</summary>
internal static class WrittenParts
{
    private static readonly IReadOnlyList<(string Code, Words Heading, Words Question)> OfTheLaw =
    [
        (
            "regeling",
            new("De klachtenregeling in het kort", "The complaints regulation in short"),
            new("een korte beschrijving van de klachtenregeling", "a short description of the complaints regulation")
        ),
        (
            "bekendmaking",
            new("Hoe de regeling bekend is gemaakt", "How the regulation was made known"),
            new(
                "hoe ouders van de regeling hebben gehoord (website, informatieboekje, intakegesprek …)",
                "how parents heard of the regulation (website, booklet, first talk …)"
            )
        ),
        (
            "strekking",
            new(
                "Strekking van de oordelen en aard van de maatregelen",
                "Tenor of the verdicts and nature of the measures"
            ),
            new(
                "waar de oordelen en maatregelen op neerkwamen, zonder mensen herkenbaar te maken",
                "what the verdicts and measures came down to, without making people recognisable"
            )
        ),
        (
            "geschillen",
            new("Geschillen bij de Geschillencommissie", "Disputes before the disputes committee"),
            new(
                "aantal en aard van de geschillen bij de Geschillencommissie, als die er waren",
                "number and nature of disputes before the disputes committee, if there were any"
            )
        ),
    ];

    private static readonly IReadOnlyList<(string Code, Words Heading, Words Question)> OfThePublic =
    [
        (
            "uitkomst",
            new("Waar de uitspraken op neerkwamen", "What the rulings came down to"),
            new(
                "waar de uitspraken van externe instanties op neerkwamen en welke maatregelen volgden, zonder mensen herkenbaar te maken",
                "what the rulings of external bodies came down to and which measures followed, without making people recognisable"
            )
        ),
    ];

    /// <summary>All there are, of any report.</summary>
    public static IReadOnlySet<string> Codes { get; } =
        OfTheLaw.Concat(OfThePublic).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<(string Code, Words Heading, Words Question)> For(string kind) =>
        kind switch
        {
            ReportKinds.StatutoryChildcare => OfTheLaw,
            ReportKinds.PublicExternal => OfThePublic,
            _ => [],
        };

    public static IReadOnlyList<(string Heading, string Text)> Of(MadeReport report, string language) =>
        [
            .. For(report.Figures.Kind)
                .Where(p => report.Written.ContainsKey(p.Code))
                .Select(p => (p.Heading.In(language), report.Written[p.Code])),
        ];
}
