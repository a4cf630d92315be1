using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>Reads the forms people get back into tables, by nothing but what stands in them.</summary>
internal static class PaperReader
{
    public static Paper Csv(byte[] bytes)
    {
        var lines = Fields(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')).Skip(1).ToList();
        Assert.All(lines, l => Assert.Equal(4, l.Count));
        var tables = new List<(string, IReadOnlyList<IReadOnlyList<string>>)>();
        foreach (var table in lines.Where(l => l[0] is not ("totals" or "report")).GroupBy(l => l[0]))
        {
            var columns = table.Select(l => l[2]).Distinct().Count();
            var rows = table.Chunk(columns).ToList();
            tables.Add(
                (
                    table.Key,
                    [
                        ["", .. rows[0].Select(l => l[2])],
                        .. rows.Select(r => (IReadOnlyList<string>)[r[0][1], .. r.Select(l => l[3])]),
                    ]
                )
            );
        }
        return new(tables, [.. lines.Where(l => l[0] == "totals").Select(l => (l[1], l[3]))], "");
    }

    private static IEnumerable<List<string>> Fields(string text)
    {
        var line = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || text[i] is not (';' or '\r' or '\n'))
                field.Append(text[i]);
            else if (text[i] != '\r')
            {
                line.Add(field.ToString());
                field.Clear();
                if (text[i] != '\n')
                    continue;
                yield return line;
                line = [];
            }
        }
    }

    /// <param name="totals">How many numbers stand on top.</param>
    public static Paper Xlsx(byte[] bytes, int totals)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var workbook = document.WorkbookPart!;
        // Nothing hides beside what the sheets show.
        Assert.Null(workbook.SharedStringTablePart);
        var sheets = workbook
            .Workbook!.Sheets!.Elements<Sheet>()
            .Select(s =>
            {
                Assert.Null(s.State);
                var part = (WorksheetPart)workbook.GetPartById(s.Id!);
                return (
                    Name: s.Name!.Value!,
                    Rows: part.Worksheet!.Descendants<Row>()
                        .Select(r => (IReadOnlyList<string>)[.. r.Elements<Cell>().Select(c => c.InnerText)])
                        .ToList()
                );
            })
            .ToList();
        return new(
            [
                .. sheets
                    .Skip(1)
                    .Select(s =>
                        (
                            s.Name,
                            // What stands alone under a table is a note.
                            (IReadOnlyList<IReadOnlyList<string>>)[.. s.Rows.Where((r, i) => i == 0 || r.Count > 1)]
                        )
                    ),
            ],
            [.. sheets[0].Rows.TakeLast(totals).Select(r => (r[0], r[1]))],
            string.Join('\n', sheets[0].Rows.SkipLast(totals).SelectMany(r => r))
        );
    }

    public static Paper Html(string html)
    {
        var body = html[
            html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("</html>", StringComparison.Ordinal)
        ];
        var root = XDocument
            .Parse(
                body.Replace("<br>", "<br/>", StringComparison.Ordinal)
                    .Replace("&nbsp;", "&#160;", StringComparison.Ordinal)
            )
            .Root!;
        // Bars are drawn from the number beside them; whoever sees none hears the word for it.
        root.Descendants("td").Where(d => (string?)d.Attribute("class") == "bar").Remove();
        foreach (var spoken in root.Descendants("span").Where(s => (string?)s.Attribute("class") == "sr").ToList())
        {
            Assert.Contains(spoken.Value, new[] { "niet getoond", "not shown", "geen", "none" });
            spoken.Remove();
        }
        var titles = root.Descendants("h2").Where(h => h.Attribute("id") is not null).ToList();
        var tables = root.Descendants("table")
            .Where(t => ((string?)t.Attribute("class"))?.StartsWith("data", StringComparison.Ordinal) == true)
            .ToList();
        var paper = new Paper(
            [
                .. titles.Select(h =>
                    (
                        h.Value,
                        (IReadOnlyList<IReadOnlyList<string>>)
                            [
                                // All rows of a long table may be in the attachments.
                                .. h.ElementsAfterSelf()
                                    .First()
                                    .Descendants("tr")
                                    .Select(r => (IReadOnlyList<string>)[.. r.Elements().Select(c => c.Value)]),
                            ]
                    )
                ),
            ],
            [
                .. root.Descendants("table")
                    .Where(t => (string?)t.Attribute("class") == "key")
                    .Descendants("td")
                    .Select(d =>
                        (string.Concat(d.Nodes().OfType<XText>().Select(t => t.Value)), d.Element("b")!.Value)
                    ),
            ],
            ""
        );
        foreach (var table in tables)
            table.Remove();
        root.Descendants("table").Where(t => (string?)t.Attribute("class") == "key").Remove();
        return paper with { Prose = string.Join('\n', root.Descendants("p").Select(p => p.Value)) };
    }

    /// <summary>What a screen reader reads of a PDF: along its structure, each element with the text that is marked as its own.</summary>
    /// <param name="totals">How many numbers stand on top.</param>
    public static Paper Pdf(byte[] bytes, int totals)
    {
        var pdf = new PdfReading(bytes);
        var tables = new List<(string, IReadOnlyList<IReadOnlyList<string>>)>();
        var prose = new List<string>();
        var top = new List<(string, string)>();
        var title = "";
        foreach (var element in pdf.Elements())
        {
            switch (element.Type)
            {
                case "H2":
                    title = string.Join(' ', element.Texts);
                    break;
                case "Table":
                    var rows = element
                        .Children.Select(r =>
                            (IReadOnlyList<string>)[.. r.Children.Select(c => string.Join(' ', c.Texts))]
                        )
                        .ToList();
                    // The head stands again on each page.
                    tables.Add((title, [.. rows.Where((r, i) => i == 0 || !r.SequenceEqual(rows[0]))]));
                    break;
                case "P"
                    when tables.Count == 0
                        && top.Count < totals
                        && element.Texts.Count == 2
                        && IsValue(element.Texts[1]):
                    top.Add((element.Texts[0], element.Texts[1]));
                    break;
                default:
                    prose.Add(string.Join(' ', element.Texts));
                    break;
            }
        }
        Assert.Empty(pdf.Lost);
        return new(tables, top, string.Join('\n', prose));

        static bool IsValue(string text) => Paper.NotShown.Contains(text) || text.All(char.IsAsciiDigit);
    }

    /// <summary>A mail in plain text. Its rows are held against the columns of the JSON, as each line names them.</summary>
    public static Paper Text(string text, Paper json)
    {
        var lines = text.Split('\n').ToList();
        var at = 0;
        var totals = new List<(string, string)>();
        foreach (var (label, _) in json.Totals)
        {
            at = lines.FindIndex(at, l => l.StartsWith($"{label}: ", StringComparison.Ordinal));
            Assert.True(at >= 0, label);
            totals.Add((label, lines[at][(label.Length + 2)..]));
        }
        var tables = new List<(string, IReadOnlyList<IReadOnlyList<string>>)>();
        foreach (var (title, rows) in json.Tables)
        {
            at = lines.FindIndex(at, l => l.Equals(title.ToUpperInvariant(), StringComparison.Ordinal));
            Assert.True(at >= 0, title);
            var read = new List<IReadOnlyList<string>> { rows[0] };
            for (at++; at < lines.Count && lines[at].Length > 0; at++)
            {
                if (read.Count == rows.Count)
                    break;
                var label = rows[read.Count][0];
                Assert.StartsWith($"{label}: ", lines[at], StringComparison.Ordinal);
                var left = lines[at][(label.Length + 2)..];
                var cells = new List<string>();
                for (var c = 1; c < rows[0].Count; c++)
                {
                    if (rows[0].Count > 2)
                    {
                        Assert.StartsWith($"{rows[0][c]} ", left, StringComparison.Ordinal);
                        left = left[(rows[0][c].Length + 1)..];
                    }
                    var end =
                        c + 1 < rows[0].Count
                            ? left.IndexOf($", {rows[0][c + 1]} ", StringComparison.Ordinal)
                            : left.Length;
                    cells.Add(left[..end]);
                    left = end < left.Length ? left[(end + 2)..] : "";
                }
                read.Add([label, .. cells]);
            }
            tables.Add((title, read));
        }
        return new(tables, totals, text);
    }
}
