using System.Globalization;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Pdf;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A report on A4: words first, then the tables, with bars and page numbers. Fonts are embedded, the structure is tagged.</summary>
internal sealed class ReportPdf
{
    private const double Margin = 50;
    private const double FirstColumn = 165;
    private const double LineHeight = 14;
    private const double Room = PdfDocument.Width - (2 * Margin);
    private const double Bottom = PdfDocument.Height - Margin - 24;
    private const double Size = 9.5;
    private const double Small = 8;
    private readonly PdfDocument pdf;
    private readonly string language;
    private readonly (byte, byte, byte) accent;
    private double y = Margin;

    private ReportPdf(PdfDocument pdf, string language, string colour)
    {
        this.pdf = pdf;
        this.language = language;
        var safe = ReportColour.Parse(colour);
        accent = (safe.Red, safe.Green, safe.Blue);
        pdf.NewPage();
    }

    public static byte[] Write(
        FiguresReport report,
        string language,
        LocalDate madeOn,
        string colour,
        IReadOnlyList<(string Heading, string Text)>? written = null
    )
    {
        var title = $"{ReportWords.Title(report, language)} – {report.Organisation} – {report.Period.Name(language)}";
        var document = new PdfDocument(title, report.Organisation, language);
        new ReportPdf(document, language, colour).Body(report, madeOn, written ?? []);
        for (var i = 0; i < document.Pages; i++)
        {
            document.Furniture(
                i,
                $"{report.Organisation} – {ReportWords.Title(report, language)}",
                document.Plain,
                Small,
                Margin,
                PdfDocument.Height - Margin
            );
            var number = $"{i + 1} / {document.Pages}";
            document.Furniture(
                i,
                number,
                document.Plain,
                Small,
                Margin + Room - document.Plain.Width(number, Small),
                PdfDocument.Height - Margin
            );
        }
        return document.Finish(new DateTimeOffset(madeOn.Year, madeOn.Month, madeOn.Day, 0, 0, 0, TimeSpan.Zero));
    }

    private void Body(FiguresReport report, LocalDate madeOn, IReadOnlyList<(string Heading, string Text)> written)
    {
        Wrapped("H1", ReportWords.Title(report, language), pdf.Bold, 19, 26);
        Wrapped("P", $"{report.Organisation}, {report.Period.Name(language)}", pdf.Plain, 11, 17);
        Wrapped("P", ReportWords.Made(report, madeOn, language), pdf.Plain, Small, 13);
        y += 8;
        if (report.NoReportDue)
            Wrapped("P", ReportWords.NothingDue(language), pdf.Plain, Size, LineHeight);
        foreach (var words in report.Words.GetValueOrDefault(language) ?? [])
            Wrapped("P", words, pdf.Plain, Size, LineHeight);
        y += 8;
        KeyFigures(report);
        foreach (var (head, text) in written)
        {
            Heading(head);
            foreach (var paragraph in text.Split('\n'))
                Wrapped("P", paragraph, pdf.Plain, Size, LineHeight);
        }
        foreach (var table in report.Tables)
            Table(table);
        y += 10;
        Wrapped("P", ReportWords.Privacy(language), pdf.Plain, Small, 12);
    }

    private void KeyFigures(FiguresReport report)
    {
        foreach (var total in report.Totals)
        {
            Need(LineHeight);
            using (pdf.Element("P"))
            {
                pdf.Text(total.Label.In(language), pdf.Plain, Size, Margin, y);
                pdf.TextRight(
                    total.Value?.ToString(CultureInfo.InvariantCulture) ?? CellText.Hidden,
                    pdf.Bold,
                    Size,
                    Margin + FirstColumn + 60,
                    y
                );
            }
            y += LineHeight;
        }
    }

    private void Table(FigureTable table)
    {
        Need(LineHeight * 5);
        Heading(table.Title.In(language));
        var hasBars = table.Bars is { Count: > 0 } && table.Columns.Count == 2;
        var cell = hasBars ? 60 : (Room - FirstColumn) / (table.Columns.Count - 1);
        using (pdf.Element("Table"))
        {
            Head(table, cell);
            var most = hasBars ? table.Rows.Where(r => !r.IsTotal).Max(r => r.Cells[0].Number) ?? 0 : 0;
            foreach (var row in table.Rows)
                Row(table, row, cell, most);
        }
        if (table.Note is { } note)
        {
            y += 3;
            Wrapped("P", note.In(language), pdf.Plain, Small, 11);
        }
    }

    private void Row(FigureTable table, FigureRow row, double cell, decimal most)
    {
        var font = row.IsTotal ? pdf.Bold : pdf.Plain;
        var labels = Break(row.Label.In(language), font, Size, FirstColumn - 8);
        var cells = row
            .Cells.Select(c => Break(CellText.Of(c, language), font, c.Kind == CellKind.Word ? Small : Size, cell - 8))
            .ToList();
        var lines = Math.Max(labels.Count, cells.Max(c => c.Count));
        if (Need(lines * LineHeight))
            Head(table, cell);
        using (pdf.Element("TR"))
        {
            using (pdf.Element("TH"))
            {
                for (var i = 0; i < labels.Count; i++)
                    pdf.Text(labels[i], font, Size, Margin, y + (i * LineHeight));
            }
            for (var c = 0; c < cells.Count; c++)
            {
                using var _ = pdf.Element("TD");
                var isWord = row.Cells[c].Kind == CellKind.Word;
                for (var i = 0; i < cells[c].Count; i++)
                {
                    var at = y + (i * LineHeight);
                    if (isWord)
                        pdf.Text(cells[c][i], font, Small, Margin + FirstColumn + (c * cell) + 8, at);
                    else
                        pdf.TextRight(cells[c][i], font, Size, Margin + FirstColumn + ((c + 1) * cell), at);
                }
            }
        }
        if (most > 0 && !row.IsTotal && row.Cells[0].Number is { } n and > 0)
            pdf.Box(
                Margin + FirstColumn + cell + 14,
                y + 2,
                (Room - FirstColumn - cell - 14) * (double)(n / most),
                8,
                accent
            );
        y += lines * LineHeight;
        pdf.Line(Margin, y - 1, Margin + Room, 0.85);
        y += 2;
    }

    private void Head(FigureTable table, double cell)
    {
        var heads = table
            .Columns.Select((c, i) => Break(c.In(language), pdf.Plain, Small, (i == 0 ? FirstColumn : cell) - 8))
            .ToList();
        var lines = heads.Max(h => h.Count);
        Need((lines * 10) + LineHeight);
        using (pdf.Element("TR"))
        {
            for (var c = 0; c < heads.Count; c++)
            {
                using var _ = pdf.Element("TH");
                for (var i = 0; i < heads[c].Count; i++)
                {
                    var at = y + ((lines - heads[c].Count + i) * 10);
                    if (c == 0)
                        pdf.Text(heads[c][i], pdf.Plain, Small, Margin, at, 0.35);
                    else
                        pdf.TextRight(heads[c][i], pdf.Plain, Small, Margin + FirstColumn + (c * cell), at, 0.35);
                }
            }
        }
        y += (lines * 10) + 4;
        pdf.Line(Margin, y, Margin + Room, 0.5);
        y += 4;
    }

    private void Heading(string text)
    {
        y += 16;
        Need(60);
        Wrapped("H2", text, pdf.Bold, 12, 18);
        y += 2;
    }

    private void Wrapped(string element, string text, PdfFont font, double size, double height)
    {
        using var _ = pdf.Element(element);
        foreach (var line in Break(text, font, size, Room))
        {
            Need(height);
            pdf.Text(line, font, size, Margin, y);
            y += height;
        }
    }

    private static List<string> Break(string text, PdfFont font, double size, double room)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.Width(longer, size) > room)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
            // A word wider than its column is cut rather than printed over its neighbour.
            while (line.Length > 1 && font.Width(line, size) > room)
            {
                var fits = line.Length - 1;
                while (fits > 1 && font.Width(line[..fits] + "-", size) > room)
                    fits--;
                lines.Add(line[..fits] + "-");
                line = line[fits..];
            }
        }
        lines.Add(line);
        return lines;
    }

    /// <returns>True when a new page was begun.</returns>
    private bool Need(double height)
    {
        if (y + height <= Bottom)
            return false;
        pdf.NewPage();
        y = Margin;
        return true;
    }
}
