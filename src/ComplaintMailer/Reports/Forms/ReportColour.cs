using System.Globalization;

namespace ComplaintMailer.Reports.Forms;

/// <summary>The organisation's colour, for bars and edges. Never for text: nobody checked that it can be read.</summary>
internal readonly record struct ReportColour(byte Red, byte Green, byte Blue)
{
    private static readonly ReportColour Usual = new(0x1f, 0x5f, 0x7a);

    /// <summary><c>#rrggbb</c>; anything else is the usual blue, for a colour must not cost a report.</summary>
    public static ReportColour Parse(string? text) =>
        text is ['#', _, _, _, _, _, _]
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : Usual;

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
