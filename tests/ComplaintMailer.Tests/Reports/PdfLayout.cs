using ComplaintMailer.Reports.Pdf;
using ComplaintMailer.Tests.Reports.Leaks;

namespace ComplaintMailer.Tests.Reports;

/// <summary>Where everything stands on the pages of a PDF, and what stands where it should not.</summary>
internal sealed class PdfLayout
{
    private const double Edge = 24;
    private const double Touch = 0.5;
    private readonly List<Box> boxes;

    public PdfLayout(byte[] bytes)
    {
        var (plain, bold) = (PdfFont.Plain(), PdfFont.Bold());
        var reading = new PdfReading(bytes);
        boxes =
        [
            .. reading.Drawn.Select(d =>
            {
                var width = (d.Font == "F1" ? plain : bold).Width(d.Text, d.Size);
                // Letters stand on their line and reach as high as their size, and a fifth below it.
                return d.IsUpright
                    ? new Box(d, d.X - (0.75 * d.Size), d.Y, d.X + (0.2 * d.Size), d.Y + width)
                    : new Box(d, d.X, d.Y - (0.2 * d.Size), d.X + width, d.Y + (0.75 * d.Size));
            }),
        ];
        Pages = boxes.Max(b => b.What.Page) + 1;
        missing =
        [
            .. reading
                .Drawn.SelectMany(d => d.Text.EnumerateRunes())
                .Where(r => r.Value != ' ' && plain.Face.Glyph(r.Value) == 0)
                .Select(r => r.ToString())
                .Distinct(),
        ];
    }

    private readonly List<string> missing;

    public int Pages { get; }

    public IEnumerable<string> Furniture(int page) =>
        boxes.Where(b => b.What.Page == page && b.What.Element is null).Select(b => b.What.Text);

    public int Count(string text) => boxes.Count(b => b.What.Text == text);

    /// <summary>What kind of thing stands on top of a page.</summary>
    public string First(int page)
    {
        var top = boxes.Where(b => b.What.Page == page && b.What.Element is not null).MaxBy(b => b.Top);
        return top?.What.Element switch
        {
            null => "nothing",
            "TD" => "row",
            "TH" when !top.What.IsGrey => "row",
            var other => other,
        };
    }

    public IEnumerable<string> Faults()
    {
        foreach (var character in missing)
            yield return $"the font has no “{character}”";
        foreach (var box in boxes)
        {
            if (
                box.Left < Edge
                || box.Bottom < Edge
                || box.Right > PdfDocument.Width - Edge
                || box.Top > PdfDocument.Height - Edge
            )
                yield return $"page {box.What.Page + 1}: “{box.What.Text}” runs off the page";
        }
        foreach (var page in boxes.GroupBy(b => b.What.Page))
        {
            var sorted = page.OrderBy(b => b.Bottom).ToList();
            for (var i = 0; i < sorted.Count; i++)
            {
                for (var j = i + 1; j < sorted.Count && sorted[j].Bottom < sorted[i].Top - Touch; j++)
                {
                    if (sorted[i].Left < sorted[j].Right - Touch && sorted[j].Left < sorted[i].Right - Touch)
                        yield return $"page {page.Key + 1}: “{sorted[i].What.Text}” and “{sorted[j].What.Text}” stand on one another";
                }
            }
        }
    }

    private sealed record Box(PdfReading.DrawnText What, double Left, double Bottom, double Right, double Top);
}
