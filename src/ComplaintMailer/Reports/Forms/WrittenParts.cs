using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Store;

namespace ComplaintMailer.Reports.Forms;

/// <summary>The parts of the yearly report that the law asks for and only a person can write.</summary>
internal static class WrittenParts
{
    public static IReadOnlyList<(string Code, Words Heading, Words Question)> All { get; } =
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

    public static IReadOnlyList<(string Heading, string Text)> Of(MadeReport report, string language) =>
        report.Figures.Kind != ReportKinds.StatutoryChildcare
            ? []
            :
            [
                .. All.Where(p => report.Written.ContainsKey(p.Code))
                    .Select(p => (p.Heading.In(language), report.Written[p.Code])),
            ];
}
