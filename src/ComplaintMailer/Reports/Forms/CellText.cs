using System.Globalization;
using ComplaintMailer.Core.Figures;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A cell as people read it; the same in every form.</summary>
internal static class CellText
{
    public const string Hidden = "·";
    public const string Nothing = "–";

    public static string Of(FigureCell cell, string language) =>
        cell.Kind switch
        {
            CellKind.Number => cell.Number!.Value.ToString("0", CultureInfo.InvariantCulture),
            CellKind.Percent => cell.Number!.Value.ToString("0", CultureInfo.InvariantCulture) + "%",
            CellKind.Days => Decimal(cell.Number!.Value, language),
            CellKind.Word or CellKind.Small => (language == "nl" ? cell.Text : cell.English) ?? "",
            CellKind.Hidden => Hidden,
            _ => Nothing,
        };

    /// <summary>What a screen reader says for a cell whose sign says little.</summary>
    public static string? Spoken(FigureCell cell, string language) =>
        cell.Kind switch
        {
            CellKind.Hidden => language == "nl" ? "niet getoond" : "not shown",
            CellKind.None => language == "nl" ? "geen" : "none",
            _ => null,
        };

    private static string Decimal(decimal number, string language)
    {
        var text = number.ToString("0.#", CultureInfo.InvariantCulture);
        return language == "nl" ? text.Replace('.', ',') : text;
    }
}
