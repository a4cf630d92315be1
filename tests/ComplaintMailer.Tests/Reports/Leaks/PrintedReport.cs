using System.Text.Json;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Forms;
using NodaTime;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>A report as somebody outside has it: read back from its JSON.</summary>
internal sealed class PrintedReport
{
    private readonly JsonElement root;

    public PrintedReport(FiguresReport report)
    {
        using var json = JsonDocument.Parse(ReportJson.Write(report, Instant.FromUtc(2027, 1, 4, 8, 0), "nl"));
        root = json.RootElement.Clone();
    }

    public int Total(string name) => root.GetProperty("totals").GetProperty(name).GetInt32();

    /// <summary>The value in a table: a number, null when it is hidden, 0 when row or column were left out as nothing.</summary>
    public int? Cell(string table, string row, string column)
    {
        foreach (var t in root.GetProperty("tables").EnumerateArray())
        {
            if (t.GetProperty("name").GetString() != table)
                continue;
            var at = t.GetProperty("columns").EnumerateArray().Select(c => c.GetString()).ToList().IndexOf(column);
            if (at < 0)
                return 0;
            foreach (var r in t.GetProperty("rows").EnumerateArray())
            {
                if (r[0].GetString() == row)
                    return r[at].ValueKind == JsonValueKind.Number ? r[at].GetInt32() : null;
            }
            return 0;
        }
        return 0;
    }

    /// <summary>The list that stands beside few complaints; null: there is none.</summary>
    public string? List(string table, string row)
    {
        foreach (
            var t in root.GetProperty("tables").EnumerateArray().Where(t => t.GetProperty("name").GetString() == table)
        )
        {
            foreach (var r in t.GetProperty("rows").EnumerateArray().Where(r => r[0].GetString() == row))
                return r[r.GetArrayLength() - 1].ValueKind == JsonValueKind.String
                    ? r[r.GetArrayLength() - 1].GetString()
                    : null;
        }
        return null;
    }

    /// <summary>It is said that this is unusual at this location; how many there were is not.</summary>
    public bool StandsOut(string location, string nature) =>
        Rows()
            .Any(r => r.Table == "unusual" && r.Row == location && r.Cells.Contains(nature, StringComparison.Ordinal));

    public IEnumerable<(string Table, string Row, string Cells)> Rows() =>
        from t in root.GetProperty("tables").EnumerateArray()
        from r in t.GetProperty("rows").EnumerateArray()
        select (t.GetProperty("name").GetString()!, r[0].GetString()!, r.GetRawText());
}
