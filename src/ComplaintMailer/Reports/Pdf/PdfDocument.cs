using System.Globalization;
using System.Text;

namespace ComplaintMailer.Reports.Pdf;

/// <summary>
/// Pages with text, lines and boxes, tagged so that a screen reader finds headings, paragraphs and tables. Positions are in
/// points from the top left. Small on purpose: it does what reports need.
/// </summary>
internal sealed class PdfDocument(string title, string author, string language)
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    private readonly List<Page> pages = [];
    private readonly Tag root = new("Document", null);
    private Tag? open;

    public PdfFont Plain { get; } = PdfFont.Plain();
    public PdfFont Bold { get; } = PdfFont.Bold();
    public int Pages => pages.Count;
    private Page Current => pages[^1];

    public void NewPage() => pages.Add(new Page());

    /// <summary>What is drawn within belongs to one element: H1, H2, P, Table, TR, TH, TD.</summary>
    /// <param name="scope">For TH: <c>Row</c> or <c>Column</c>, what it is the head of.</param>
    public IDisposable Element(string type, string? scope = null)
    {
        var tag = new Tag(type, open ?? root) { Scope = scope };
        tag.Parent!.Children.Add(tag);
        open = tag;
        return new Closing(() => open = tag.Parent == root ? null : tag.Parent);
    }

    public void Text(string text, PdfFont font, double size, double x, double y, double grey = 0)
    {
        if (text.Length == 0)
            return;
        Begin();
        Current.Content.Append(
            CultureInfo.InvariantCulture,
            $"BT {N(grey)} g /{Short(font)} {N(size)} Tf {N(x)} {N(Height - y - size)} Td <{font.Show(text)}> Tj ET\n"
        );
        Current.Content.Append("EMC\n");
    }

    /// <summary>Text that runs upwards, for heads over narrow columns. Its foot stands at <paramref name="y"/>.</summary>
    public void TextUp(string text, PdfFont font, double size, double x, double y, double grey = 0)
    {
        if (text.Length == 0)
            return;
        Begin();
        Current.Content.Append(
            CultureInfo.InvariantCulture,
            $"BT {N(grey)} g /{Short(font)} {N(size)} Tf 0 1 -1 0 {N(x + size)} {N(Height - y)} Tm <{font.Show(text)}> Tj ET\n"
        );
        Current.Content.Append("EMC\n");
    }

    public void TextRight(string text, PdfFont font, double size, double right, double y, double grey = 0) =>
        Text(text, font, size, right - font.Width(text, size), y, grey);

    /// <summary>Page furniture: no reader reads it aloud.</summary>
    public void Furniture(int page, string text, PdfFont font, double size, double x, double y) =>
        pages[page]
            .Content.Append("/Artifact BMC\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"BT 0.35 g /{Short(font)} {N(size)} Tf {N(x)} {N(Height - y - size)} Td <{font.Show(text)}> Tj ET\nEMC\n"
            );

    public void Line(double x, double y, double to, double grey) =>
        Current.Content.Append(
            CultureInfo.InvariantCulture,
            $"/Artifact BMC {N(grey)} G 0.6 w {N(x)} {N(Height - y)} m {N(to)} {N(Height - y)} l S EMC\n"
        );

    public void Box(double x, double y, double width, double height, (byte R, byte G, byte B) colour) =>
        Current.Content.Append(
            CultureInfo.InvariantCulture,
            $"/Artifact BMC {N(colour.R / 255.0)} {N(colour.G / 255.0)} {N(colour.B / 255.0)} rg {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f EMC\n"
        );

    public byte[] Finish(DateTimeOffset madeAt)
    {
        var file = new PdfFile();
        var catalog = file.Reserve();
        var tree = file.Reserve();
        var structure = file.Reserve();
        var fonts = $"<< /F1 {EmbedFont(file, Plain)} 0 R /F2 {EmbedFont(file, Bold)} 0 R >>";
        var ids = pages.Select(_ => file.Reserve()).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            var content = file.AddStream(Encoding.ASCII.GetBytes(pages[i].Content.ToString()));
            file.Set(
                ids[i],
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {N(Width)} {N(Height)}] /Contents {content} 0 R /Resources << /Font {fonts} >> /StructParents {i} /Tabs /S >>"
            );
        }
        file.Set(
            tree,
            $"<< /Type /Pages /Count {ids.Count} /Kids [{string.Join(' ', ids.Select(id => $"{id} 0 R"))}] >>"
        );
        WriteStructure(file, structure, ids);
        file.Set(
            catalog,
            $"<< /Type /Catalog /Pages {tree} 0 R /Lang ({language}) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"
        );
        var date = madeAt.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var info = file.Add(
            $"<< /Title {PdfFile.Text(title)} /Author {PdfFile.Text(author)} /Producer (ComplaintMailer) /CreationDate ({date}) >>"
        );
        return file.Finish(catalog, info);
    }

    private void Begin()
    {
        var tag = open ?? root;
        var mark = Current.Marks.Count;
        Current.Marks.Add(tag);
        tag.Marks.Add((pages.Count - 1, mark));
        Current.Content.Append(CultureInfo.InvariantCulture, $"/{tag.Type} << /MCID {mark} >> BDC\n");
    }

    private void WriteStructure(PdfFile file, int structure, List<int> pageIds)
    {
        var ids = new Dictionary<Tag, int>();
        var order = new List<Tag>();
        var stack = new Stack<Tag>();
        stack.Push(root);
        while (stack.TryPop(out var tag))
        {
            ids[tag] = file.Reserve();
            order.Add(tag);
            foreach (var child in Enumerable.Reverse(tag.Children))
                stack.Push(child);
        }
        foreach (var tag in order)
        {
            var kids = tag
                .Marks.Select(m => $"<< /Type /MCR /Pg {pageIds[m.Page]} 0 R /MCID {m.Mark} >>")
                .Concat(tag.Children.Select(c => $"{ids[c]} 0 R"));
            var parent = tag.Parent is null ? structure : ids[tag.Parent];
            file.Set(
                ids[tag],
                $"<< /Type /StructElem /S /{tag.Type} /P {parent} 0 R{(tag.Scope is { } scope ? $" /A << /O /Table /Scope /{scope} >>" : "")} /K [{string.Join(' ', kids)}] >>"
            );
        }
        var parents = pages.Select((p, i) => $"{i} [{string.Join(' ', p.Marks.Select(t => $"{ids[t]} 0 R"))}]");
        file.Set(
            structure,
            $"<< /Type /StructTreeRoot /K {ids[root]} 0 R /ParentTree << /Nums [{string.Join(' ', parents)}] >> /ParentTreeNextKey {pages.Count} >>"
        );
    }

    private static int EmbedFont(PdfFile file, PdfFont font)
    {
        var face = font.Face;
        int Scale(int units) => units * 1000 / face.UnitsPerEm;
        var subset = face.Subset(font.Used.Keys);
        var program = file.AddStream(subset, $"/Length1 {subset.Length}");
        // Six capitals before the name say that the font is cut down.
        var name = "CMRPTS+" + font.Name;
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [{string.Join(' ', face.Box.Select(Scale))}] /ItalicAngle 0 /Ascent {Scale(face.Ascent)} /Descent {Scale(face.Descent)} /CapHeight {Scale(face.Ascent)} /StemV 80 /FontFile2 {program} 0 R >>"
        );
        var widths = string.Join(' ', font.Used.Keys.Select(g => $"{g} [{face.Width(g)}]"));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 600 /W [{widths}] >>"
        );
        var unicode = file.AddStream(Encoding.ASCII.GetBytes(UnicodeMap(font)));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"
        );
    }

    private static string UnicodeMap(PdfFont font)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        );
        foreach (var chunk in font.Used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (glyph, character) in chunk)
                map.Append(
                    CultureInfo.InvariantCulture,
                    $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(character).ToString()))}>\n"
                );
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private string Short(PdfFont font) => font == Plain ? "F1" : "F2";

    private static string N(double number) => PdfFile.Number(number);

    private sealed class Page
    {
        public StringBuilder Content { get; } = new();
        public List<Tag> Marks { get; } = [];
    }

    private sealed class Tag(string type, Tag? parent)
    {
        public string Type => type;
        public Tag? Parent => parent;
        public string? Scope { get; init; }
        public List<Tag> Children { get; } = [];
        public List<(int Page, int Mark)> Marks { get; } = [];
    }

    private sealed class Closing(Action close) : IDisposable
    {
        public void Dispose() => close();
    }
}
