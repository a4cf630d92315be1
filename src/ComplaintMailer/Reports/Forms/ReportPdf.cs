using System.Globalization;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Pdf;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A report on A4: words first, then the tables, with bars and page numbers. Fonts are embedded, the structure is tagged.</summary>
internal sealed class ReportPdf
{
    private const double Margin = 50;
    private const double KeyColumn = 225;
    internal const double LineHeight = 14;
    private const double RowSpace = 2;
    private const int InOnePiece = 12;
    internal const double Room = PdfDocument.Width - (2 * Margin);
    private const double Bottom = PdfDocument.Height - Margin - 24;
    internal const double Size = 9.5;
    internal const double Small = 8;
    private const double Words = 11.5;
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
        // The first page is for whoever reads no tables.
        foreach (var words in report.Words.GetValueOrDefault(language) ?? [])
        {
            Wrapped("P", words, pdf.Plain, Words, 17);
            y += 5;
        }
        y += 10;
        KeyFigures(report);
        if (
            report.Words.GetValueOrDefault(language) is { Count: > 0 }
            && (written.Count > 0 || report.Tables.Count > 0)
        )
        {
            pdf.NewPage();
            y = Margin;
        }
        foreach (var (head, text) in written)
        {
            Heading(head);
            foreach (var paragraph in text.Split('\n'))
                Wrapped("P", paragraph, pdf.Plain, Size, LineHeight);
        }
        foreach (var table in report.Tables)
            Table(table);
        y += 10;
        Wrapped("P", ReportWords.Privacy(report, language), pdf.Plain, Small, 12);
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
                    Margin + KeyColumn,
                    y
                );
            }
            y += LineHeight;
        }
        if (ReportWords.NotShown(report, language) is { } note)
        {
            y += 4;
            Wrapped("P", note, pdf.Plain, Small, 12);
        }
    }

    private void Table(FigureTable table)
    {
        var columns = PdfColumns.Of(table, language, pdf);
        // A short table stays in one piece; of a long one some rows stand under its title.
        var rows = table.Rows.Count <= InOnePiece ? table.Rows.Count + 1 : 3;
        Need(columns.HeadHeight + ((LineHeight + RowSpace) * rows) + (table.Note is null ? 40 : 56));
        Heading(table.Title.In(language));
        using (pdf.Element("Table"))
        {
            Head(columns);
            var most = columns.HasBars ? table.Rows.Where(r => !r.IsTotal).Max(r => r.Cells[0].Number) ?? 0 : 0;
            foreach (var row in table.Rows)
                Row(row, columns, most);
        }
        if (table.Note is { } note)
        {
            y += 3;
            Wrapped("P", note.In(language), pdf.Plain, Small, 11);
        }
    }

    private void Row(FigureRow row, PdfColumns columns, decimal most)
    {
        var font = row.IsTotal ? pdf.Bold : pdf.Plain;
        var labels = Break(row.Label.In(language), font, Size, columns.First - 8);
        var cells = row
            .Cells.Select(
                (c, i) =>
                    Break(
                        CellText.Of(c, language),
                        font,
                        columns.Heads[i + 1].IsWord ? Small : Size,
                        columns.Width(i) - (columns.Heads[i + 1].IsWord ? 8 : 2)
                    )
            )
            .ToList();
        var lines = Math.Max(labels.Count, cells.Max(c => c.Count));
        if (Need(lines * LineHeight))
            Head(columns);
        using (pdf.Element("TR"))
        {
            using (pdf.Element("TH", "Row"))
            {
                for (var i = 0; i < labels.Count; i++)
                    pdf.Text(labels[i], font, Size, Margin, y + (i * LineHeight));
            }
            for (var c = 0; c < cells.Count; c++)
            {
                using var _ = pdf.Element("TD");
                var isWord = columns.Heads[c + 1].IsWord;
                for (var i = 0; i < cells[c].Count; i++)
                {
                    var at = y + (i * LineHeight);
                    if (isWord)
                        pdf.Text(cells[c][i], font, Small, Margin + columns.Left(c) + 8, at);
                    else
                        pdf.TextRight(cells[c][i], font, Size, Margin + columns.Left(c) + columns.Width(c), at);
                }
            }
        }
        if (most > 0 && !row.IsTotal && row.Cells[0].Number is { } n and > 0)
        {
            var left = columns.Left(0) + columns.Width(0) + 14;
            pdf.Box(Margin + left, y + 2, (Room - left) * (double)(n / most), 8, accent);
        }
        y += lines * LineHeight;
        pdf.Line(Margin, y - 1, Margin + Room, 0.85);
        y += RowSpace;
    }

    private void Head(PdfColumns columns)
    {
        Need(columns.HeadHeight + LineHeight);
        var foot = y + columns.HeadHeight;
        using (pdf.Element("TR"))
        {
            for (var c = 0; c < columns.Heads.Count; c++)
            {
                using var _ = pdf.Element("TH", "Column");
                var head = columns.Heads[c];
                var left = Margin + (c == 0 ? 0 : columns.Left(c - 1));
                for (var i = 0; i < head.Lines.Count; i++)
                {
                    var up = (head.Lines.Count - i) * PdfColumns.HeadLine;
                    if (head.IsUpright)
                        pdf.TextUp(head.Lines[i], pdf.Plain, Small, left + columns.Width(c - 1) - up, foot, 0.35);
                    else if (c == 0 || head.IsWord)
                        pdf.Text(head.Lines[i], pdf.Plain, Small, left + (c == 0 ? 0 : 8), foot - up, 0.35);
                    else
                        pdf.TextRight(head.Lines[i], pdf.Plain, Small, left + columns.Width(c - 1), foot - up, 0.35);
                }
            }
        }
        y = foot + 4;
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

    internal static List<string> Break(string text, PdfFont font, double size, double room)
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
