using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// The tagged text of a PDF as a screen reader finds it. It also sees text that no element owns, and fails on it: what is
/// printed and not tagged would escape whoever reads only the structure.
/// </summary>
internal sealed partial class PdfReading
{
    private readonly Dictionary<int, string> objects = [];
    private readonly Dictionary<int, byte[]> streams = [];
    private readonly Dictionary<(int Page, int Mark), string> marked = [];
    private readonly HashSet<(int Page, int Mark)> claimed = [];
    private int pages;

    public PdfReading(byte[] bytes)
    {
        var raw = Encoding.Latin1.GetString(bytes);
        foreach (Match start in ObjectStart().Matches(raw))
        {
            var id = Number(start, "a");
            var from = start.Index + start.Length;
            var end = raw.IndexOf("endobj", from, StringComparison.Ordinal);
            var content = raw[from..end];
            if (content.IndexOf("stream\n", StringComparison.Ordinal) is >= 0 and var stream)
            {
                var length = Number(LengthEntry().Match(content), "a");
                end = raw.IndexOf("endobj", from + stream + 7 + length, StringComparison.Ordinal);
                using var zlib = new ZLibStream(
                    new MemoryStream(bytes, from + stream + 7, length),
                    CompressionMode.Decompress
                );
                using var plain = new MemoryStream();
                zlib.CopyTo(plain);
                streams[id] = plain.ToArray();
                content = content[..stream];
            }
            objects[id] = content;
        }
        foreach (
            var (id, page) in objects
                .Where(o => o.Value.Contains("/Type /Page ", StringComparison.Ordinal))
                .OrderBy(o => o.Key)
        )
        {
            Read(id, page);
            pages++;
        }
    }

    /// <summary>Every piece of text with the place where it stands, from the lower left.</summary>
    public List<DrawnText> Drawn { get; } = [];

    /// <param name="Page">From nought.</param>
    /// <param name="Element">The type of the element that owns it; null: furniture.</param>
    internal sealed record DrawnText(
        int Page,
        string? Element,
        string Text,
        string Font,
        double Size,
        double X,
        double Y,
        bool IsUpright,
        bool IsGrey
    );

    /// <summary>Text that belongs to no element: numbers of pages.</summary>
    public List<string> Furniture { get; } = [];

    /// <summary>All text there is, as it comes.</summary>
    public string Everything => string.Join(' ', marked.Values.Concat(Furniture));

    /// <summary>Text that is marked as part of the structure, and that no element of it claims.</summary>
    public IEnumerable<string> Lost => marked.Where(m => !claimed.Contains(m.Key)).Select(m => m.Value);

    public IEnumerable<Element> Elements()
    {
        var root = objects.Values.First(o => o.Contains("/StructTreeRoot /K", StringComparison.Ordinal));
        return Of(Number(RootKid().Match(root), "a")).Children;
    }

    private Element Of(int id)
    {
        var text = objects[id];
        var kids = text[(text.IndexOf("/K [", StringComparison.Ordinal) + 4)..];
        var texts = new List<string>();
        var children = new List<Element>();
        foreach (Match kid in Kid().Matches(kids))
        {
            if (kid.Groups["a"].Success)
            {
                claimed.Add((Number(kid, "a"), Number(kid, "b")));
                texts.Add(marked[(Number(kid, "a"), Number(kid, "b"))]);
            }
            else
                children.Add(Of(Number(kid, "c")));
        }
        return new(Type().Match(text).Groups["a"].Value, texts, children);
    }

    private void Read(int id, string page)
    {
        var fonts = FontEntry().Matches(page).ToDictionary(m => m.Groups["a"].Value, m => Map(Number(m, "b")));
        var content = Encoding.Latin1.GetString(streams[Number(Contents().Match(page), "a")]);
        var mark = -1;
        string? element = null;
        foreach (Match step in Step().Matches(content))
        {
            if (step.Groups["mark"].Success)
            {
                mark = int.Parse(step.Groups["mark"].Value, CultureInfo.InvariantCulture);
                element = step.Groups["element"].Value;
            }
            else if (step.Groups["artifact"].Success)
            {
                mark = -1;
                element = null;
            }
            else
            {
                var map = fonts[step.Groups["font"].Value];
                var hex = step.Groups["text"].Value;
                var text = string.Concat(Enumerable.Range(0, hex.Length / 4).Select(i => map[hex.Substring(i * 4, 4)]));
                double[] place =
                [
                    .. step.Groups["place"]
                        .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(n => double.Parse(n, CultureInfo.InvariantCulture)),
                ];
                Drawn.Add(
                    new(
                        pages,
                        element,
                        text,
                        step.Groups["font"].Value,
                        double.Parse(step.Groups["size"].Value, CultureInfo.InvariantCulture),
                        place[^2],
                        place[^1],
                        place.Length > 2,
                        step.Groups["grey"].Value != "0"
                    )
                );
                if (mark < 0)
                    Furniture.Add(text);
                else
                    marked[(id, mark)] = text;
            }
        }
    }

    private Dictionary<string, string> Map(int font)
    {
        var map = Encoding.ASCII.GetString(streams[Number(ToUnicode().Match(objects[font]), "a")]);
        var read = new Dictionary<string, string>();
        // The range of codes stands there in the same way, and before them.
        foreach (Match pair in Pair().Matches(map))
            read[pair.Groups["a"].Value] = Encoding.BigEndianUnicode.GetString(
                Convert.FromHexString(pair.Groups["b"].Value)
            );
        return read;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    internal sealed record Element(string Type, IReadOnlyList<string> Texts, IReadOnlyList<Element> Children);

    [GeneratedRegex(@"(?:^|\n)(?<a>\d+) 0 obj\n", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Length (?<a>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LengthEntry();

    [GeneratedRegex(@"/K (?<a>\d+) 0 R", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RootKid();

    [GeneratedRegex(
        @"/Pg (?<a>\d+) 0 R /MCID (?<b>\d+) >>|(?<c>\d+) 0 R",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Kid();

    [GeneratedRegex(@"/S /(?<a>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Type();

    [GeneratedRegex(@"/(?<a>F\d) (?<b>\d+) 0 R", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FontEntry();

    [GeneratedRegex(@"/Contents (?<a>\d+) 0 R", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Contents();

    [GeneratedRegex(@"/ToUnicode (?<a>\d+) 0 R", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ToUnicode();

    [GeneratedRegex(
        "<(?<a>[0-9A-F]{4})> <(?<b>[0-9A-F]+)>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pair();

    [GeneratedRegex(
        @"/(?<element>\w+) << /MCID (?<mark>\d+) >> BDC|(?<artifact>/Artifact BMC)|BT (?<grey>[0-9.]+) g /(?<font>F\d) (?<size>[0-9.]+) Tf (?<place>[-0-9. ]+) T[dm] <(?<text>[0-9A-F]*)> Tj",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Step();
}
