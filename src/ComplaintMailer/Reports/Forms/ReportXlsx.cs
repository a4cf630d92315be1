using ComplaintMailer.Core.Figures;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace ComplaintMailer.Reports.Forms;

/// <summary>A report as a workbook: one sheet a table. Numbers are numbers, what is not shown is text.</summary>
internal static class ReportXlsx
{
    private const int NameMost = 31;

    /// <param name="written">What a person wrote with it.</param>
    public static byte[] Write(
        FiguresReport report,
        string language,
        LocalDate madeOn,
        IReadOnlyList<(string Heading, string Text)>? written = null
    )
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheets = workbook.Workbook.AppendChild(new Sheets());
            var first = new List<OpenXmlElement>
            {
                Row(true, Text(ReportWords.Title(report, language))),
                Row(false, Text(report.Organisation), Text(report.Period.Name(language))),
                Row(false, Text(ReportWords.Made(report, madeOn, language))),
            };
            if (report.NoReportDue)
                first.Add(Row(false, Text(ReportWords.NothingDue(language))));
            first.AddRange((report.Words.GetValueOrDefault(language) ?? []).Select(w => Row(false, Text(w))));
            foreach (var (heading, text) in written ?? [])
                first.AddRange([Row(true, Text(heading)), Row(false, Text(text))]);
            first.AddRange(
                report.Totals.Select(t =>
                    Row(false, Text(t.Label.In(language)), t.Value is { } n ? Number(n) : Text(CellText.Hidden))
                )
            );
            Sheet(workbook, sheets, language == "nl" ? "Overzicht" : "Overview", first, 1);
            foreach (var table in report.Tables)
            {
                var rows = new List<OpenXmlElement> { Row(true, [.. table.Columns.Select(c => Text(c.In(language)))]) };
                rows.AddRange(
                    table.Rows.Select(r =>
                        Row(r.IsTotal, [Text(r.Label.In(language)), .. r.Cells.Select(c => Value(c, language))])
                    )
                );
                if (table.Note is { } note)
                    rows.Add(Row(false, Text(note.In(language))));
                Sheet(workbook, sheets, table.Title.In(language), rows, table.Columns.Count);
            }
            workbook.Workbook.Save();
        }
        return memory.ToArray();
    }

    private static void Sheet(
        WorkbookPart workbook,
        Sheets sheets,
        string name,
        IEnumerable<OpenXmlElement> rows,
        int columns
    )
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var widths = new Columns(
            new Column
            {
                Min = 1,
                Max = 1,
                Width = 42,
                CustomWidth = true,
            }
        );
        if (columns > 1)
            widths.Append(
                new Column
                {
                    Min = 2,
                    Max = (uint)columns,
                    Width = 18,
                    CustomWidth = true,
                }
            );
        part.Worksheet = new Worksheet(widths, new SheetData(rows));
        var id = (uint)sheets.ChildElements.Count + 1;
        var safe = string.Concat(name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']')));
        sheets.Append(
            new Sheet
            {
                Id = workbook.GetIdOfPart(part),
                SheetId = id,
                Name = safe.Length > NameMost ? safe[..NameMost] : safe,
            }
        );
    }

    private static Row Row(bool bold, params Cell[] cells)
    {
        foreach (var cell in cells)
            cell.StyleIndex = bold ? 1u : 0u;
        return new Row(cells.Cast<OpenXmlElement>());
    }

    private static Cell Value(FigureCell cell, string language) =>
        cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Days
            ? Number(cell.Number!.Value)
            : Text(CellText.Of(cell, language));

    private static Cell Number(decimal number) =>
        new() { DataType = CellValues.Number, CellValue = new CellValue(number) };

    private static Cell Text(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Stylesheet Styles() =>
        new(
            new DocumentFormat.OpenXml.Spreadsheet.Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true })
        );
}
