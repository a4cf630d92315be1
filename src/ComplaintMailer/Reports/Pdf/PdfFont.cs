using System.Reflection;

namespace ComplaintMailer.Reports.Pdf;

/// <summary>A font at work in one document: remembers which characters it has shown.</summary>
internal sealed class PdfFont(string name, TrueTypeFont face)
{
    private static readonly Lazy<TrueTypeFont> PlainFace = new(() => Load("DejaVuSans"));
    private static readonly Lazy<TrueTypeFont> BoldFace = new(() => Load("DejaVuSans-Bold"));

    public string Name => name;
    public TrueTypeFont Face => face;

    /// <summary>Glyph → the character it stands for, so that text can be searched and copied.</summary>
    public SortedDictionary<int, int> Used { get; } = [];

    public static PdfFont Plain() => new("DejaVuSans", PlainFace.Value);

    public static PdfFont Bold() => new("DejaVuSans-Bold", BoldFace.Value);

    public double Width(string text, double size) =>
        text.EnumerateRunes().Sum(r => face.Width(face.Glyph(r.Value))) * size / 1000;

    /// <summary>The glyphs of a text as hexadecimal, the way a page holds it.</summary>
    public string Show(string text)
    {
        var shown = new System.Text.StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.Glyph(rune.Value);
            Used.TryAdd(glyph, rune.Value);
            shown.Append(glyph.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }
        return shown.ToString();
    }

    private static TrueTypeFont Load(string face)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream($"ComplaintMailer.Reports.Fonts.{face}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    }
}
