using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Pdf;

namespace ComplaintMailer.Reports.Forms;

/// <summary>
/// How wide the columns of a table are on paper, and how their heads stand over them. Where a word of a head would have to be
/// broken, the heads of all columns with numbers stand upright instead: a broken word is harder to read than a turned one.
/// </summary>
internal sealed class PdfColumns
{
    public const double HeadLine = 10;
    private const double FirstLeast = 84;
    private const double FirstMost = 175;
    private const double WithBarsMost = 260;
    private const double ColumnLeast = 58;
    private const double WordLeast = 130;

    /// <summary>The heads of so many columns stand upright anyway, and numbers need little.</summary>
    private const int ManyColumns = 5;
    private const double UprightLeast = 36;
    private const double BarColumn = 60;
    private const double WordShare = 2.6;
    private const double UprightMost = 112;
    private readonly double[] lefts;
    private readonly double[] widths;

    private PdfColumns(double first, double[] widths, bool hasBars)
    {
        First = first;
        HasBars = hasBars;
        this.widths = widths;
        lefts = new double[widths.Length];
        for (var i = 0; i < widths.Length; i++)
            lefts[i] = i == 0 ? first : lefts[i - 1] + widths[i - 1];
    }

    public double First { get; }
    public bool HasBars { get; }
    public IReadOnlyList<Head> Heads { get; private init; } = [];
    public double HeadHeight { get; private init; }

    public double Left(int column) => lefts[column];

    public double Width(int column) => widths[column];

    public sealed record Head(IReadOnlyList<string> Lines, bool IsUpright, bool IsWord);

    public static PdfColumns Of(FigureTable table, string language, PdfDocument pdf)
    {
        var count = table.Columns.Count - 1;
        var hasBars = table.Bars is { Count: > 0 } && count == 1;
        var isWord = Enumerable
            .Range(0, count)
            .Select(c => table.Rows.Any(r => r.Cells[c].Kind == CellKind.Word))
            .ToArray();
        var longest = table.Rows.Max(r => pdf.Bold.Width(r.Label.In(language), ReportPdf.Size)) + 10;
        // The names of locations get all the room that the columns beside them leave.
        var least = hasBars ? FirstMost : FirstLeast;
        var most = hasBars
            ? WithBarsMost
            : ReportPdf.Room
                - isWord.Sum(w =>
                    w ? WordLeast
                    : count > ManyColumns ? UprightLeast
                    : ColumnLeast
                );
        var first = Math.Clamp(longest, least, Math.Max(least, Math.Max(most, count > 7 ? 120 : FirstMost)));
        var shares = isWord.Sum(w => w ? WordShare : 1);
        var share = (ReportPdf.Room - first) / shares;
        // Few columns don't drift apart over the whole page.
        if (!isWord.Any(w => w))
            share = Math.Min(share, 95);
        var each = hasBars ? [BarColumn] : isWord.Select(w => w ? share * WordShare : share).ToArray();
        var upright = Enumerable
            .Range(0, count)
            .Any(c =>
                !isWord[c]
                && table
                    .Columns[c + 1]
                    .In(language)
                    .Split(' ')
                    .Any(word => pdf.Plain.Width(word, ReportPdf.Small) > each[c] - 4)
            );
        var heads = table
            .Columns.Select(
                (column, i) =>
                {
                    var text = column.In(language);
                    var isUpright = upright && i > 0 && !isWord[i - 1];
                    var room = isUpright ? UprightMost : (i == 0 ? first : each[i - 1]) - 6;
                    return new Head(
                        ReportPdf.Break(text, pdf.Plain, ReportPdf.Small, room),
                        isUpright,
                        i > 0 && isWord[i - 1]
                    );
                }
            )
            .ToList();
        return new(first, each, hasBars)
        {
            Heads = heads,
            HeadHeight = heads.Max(h =>
                h.IsUpright ? h.Lines.Max(l => pdf.Plain.Width(l, ReportPdf.Small)) : h.Lines.Count * HeadLine
            ),
        };
    }
}
