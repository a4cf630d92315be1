using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>Titles and fixed sentences of a report.</summary>
internal static class ReportWords
{
    private static readonly Dictionary<string, Words> Titles = new()
    {
        [ReportKinds.WeeklyBoard] = new("Weekrapportage klachten", "Weekly complaints report"),
        [ReportKinds.Quarterly] = new("Kwartaalrapportage klachten", "Quarterly complaints report"),
        [ReportKinds.FourMonthly] = new("Viermaandsrapportage klachten", "Four-monthly complaints report"),
        [ReportKinds.Periodic] = new("Rapportage klachten", "Complaints report"),
        [ReportKinds.StatutoryChildcare] = new(
            "Klachtenjaarverslag kinderopvang",
            "Annual complaints report childcare"
        ),
        [ReportKinds.PublicExternal] = new("Jaarverslag externe klachten", "Annual report on external complaints"),
        [ReportKinds.Late] = new("Stand van de termijnen", "State of the terms"),
    };

    public static string Title(FiguresReport report, string language) =>
        report.Title is { } own ? own.In(language) : Title(report.Kind, language);

    public static string Title(string kind, string language) =>
        Titles.TryGetValue(kind, out var title) ? title.In(language) : kind;

    public static string Made(FiguresReport report, LocalDate on, string language)
    {
        var count = report.RestsOn;
        var again = report.Revision > 1;
        return language == "nl"
            ? $"{(again ? $"Versie {report.Revision}, met correcties. " : "")}Gemaakt op {DateWords.InFull(on, "nl")}. Dit rapport rust op {count} {(count == 1 ? "zaak" : "zaken")}."
            : $"{(again ? $"Version {report.Revision}, with corrections. " : "")}Made on {DateWords.InFull(on, "en")}. This report rests on {count} {(count == 1 ? "case" : "cases")}.";
    }

    /// <summary>What a sheet of figures says of itself, line by line.</summary>
    public static IReadOnlyList<(string Name, string Value)> About(FiguresReport report, LocalDate on, string language)
    {
        var nl = language == "nl";
        return
        [
            (nl ? "rapport" : "report", Title(report, language)),
            (nl ? "organisatie" : "organisation", report.Organisation),
            (nl ? "van" : "from", DateWords.Iso(report.Period.From)),
            (nl ? "tot en met" : "until", DateWords.Iso(report.Period.To)),
            (nl ? "gemaakt op" : "made on", DateWords.Iso(on)),
            (nl ? "versie" : "version", $"{report.Revision}"),
            (nl ? "rust op zaken" : "rests on cases", $"{report.RestsOn}"),
        ];
    }

    public static string InAttachment(int rows, string language) =>
        language == "nl"
            ? $"Deze tabel heeft {rows} regels. Ze staan allemaal in de bijlagen."
            : $"This table has {rows} rows. They are all in the attachments.";

    public static string Draft(string language) =>
        language == "nl"
            ? "Dit is een concept: het is nog niet verstuurd."
            : "This is a draft: it has not been sent yet.";

    public static string StillOpen(string language) =>
        language == "nl"
            ? "Deze periode loopt nog: de cijfers veranderen nog."
            : "This period is still running: the figures will change.";

    public static string NothingDue(string language) =>
        language == "nl"
            ? "In dit jaar zijn geen klachten ingediend en geen geschillen voorgelegd. De wet vraagt dan geen verslag."
            : "No complaints were filed and no disputes were brought this year. The law then asks for no report.";

    /// <summary>Beside the numbers on top, where one of them is not shown; null: all are.</summary>
    public static string? NotShown(FiguresReport report, string language) =>
        report.Totals.All(t => t.Value is not null) ? null
        : language == "nl" ? $"{CellText.Hidden} betekent: niet getoond. Het zou iets vertellen over weinig klachten."
        : $"{CellText.Hidden} means: not shown. It would tell of few complaints.";

    /// <summary>Of numbers that are left out only where some are: a board's week shows all of its own.</summary>
    public static string Privacy(FiguresReport report, string language)
    {
        var nl = language == "nl";
        var names = nl ? "Dit rapport noemt geen mensen." : "This report names nobody.";
        var isAllShown =
            report.Totals.All(t => t.Value is not null)
            && report.Tables.All(t =>
                t.Rows.All(r => r.Cells.All(c => c.Kind is not (CellKind.Hidden or CellKind.Small)))
            );
        return isAllShown ? names
            : nl ? $"{names} Kleine aantallen zijn weggelaten, en ook de aantallen die ze zouden verraden."
            : $"{names} Small numbers are left out, and so are the numbers that would give them away.";
    }
}
