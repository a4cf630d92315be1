using System.Text;
using System.Text.Json;

namespace ComplaintMailer.Commands;

/// <summary><c>case show</c> for people: the facts of its JSON, without what is empty.</summary>
internal static class CaseText
{
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var c = document.RootElement;
        var text = new StringBuilder();
        text.AppendLine($"{Word(c, "number")}  {Word(c, "kind")}, {Word(c, "stage")}{Also(Word(c, "outcome"))}");
        text.AppendLine();
        void Line(string label, string value)
        {
            if (value.Length > 0)
                text.AppendLine($"{label, -13}{value}");
        }
        Line("Organisation", Word(c, "organisation"));
        Line("Received", Joined(" ", Time(Word(c, "received")), Prefixed("by ", Word(c, "channel"))));
        if (c.TryGetProperty("complainant", out var who))
            Line(
                "Complainant",
                Joined(
                    ", ",
                    Word(who, "name"),
                    Word(who, "email"),
                    Word(who, "phone"),
                    Prefixed("for ", Word(who, "actsFor"))
                )
            );
        Line("Handler", Word(c, "handler"));
        Line("Location", Joined(", ", Word(c, "location"), Word(c, "service")));
        Line("About", Joined(", ", Word(c, "concerns"), List(c, "nature")));
        Line("Happened on", Word(c, "eventDate"));
        Line("Missing", List(c, "missing"));
        Line("Signals", List(c, "signals"));
        if (c.TryGetProperty("verdict", out var verdict) && verdict.ValueKind == JsonValueKind.Object)
            Line("Verdict", $"{Word(verdict, "kind")} on {Word(verdict, "on")}, by {Word(verdict, "by")}");
        if (c.TryGetProperty("external", out var external) && external.ValueKind == JsonValueKind.Object)
            Line("External", Joined(", ", Word(external, "body"), Word(external, "on"), Word(external, "ruling")));
        Line("Keep until", Word(c, "keepUntil"));
        Table(text, c, "terms", "TERM", ["kind", "due", "state", "met", "how"]);
        Table(text, c, "measures", "MEASURE", ["text", "due", "who", "doneOn"]);
        Table(text, c, "letters", "LETTER", ["kind", "at", "state", "to"]);
        Table(text, c, "events", "EVENT", ["kind", "at", "by"]);
        return text.ToString().TrimEnd();
    }

    private static void Table(StringBuilder text, JsonElement c, string name, string first, string[] columns)
    {
        if (
            !c.TryGetProperty(name, out var rows)
            || rows.ValueKind != JsonValueKind.Array
            || rows.GetArrayLength() == 0
        )
            return;
        string Cell(JsonElement row, string column) =>
            column == "at" ? Time(Word(row, column))
            : Word(row, column) is { Length: > 0 } said ? said
            : "-";
        text.AppendLine();
        text.Append(
            TextTable.Of(
                [first, .. columns.Skip(1).Select(n => n == "doneOn" ? "DONE" : n.ToUpperInvariant())],
                rows.EnumerateArray().Select(r => (IReadOnlyList<string>)[.. columns.Select(n => Cell(r, n))])
            )
        );
    }

    private static string Word(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";

    private static string List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? string.Join(", ", list.EnumerateArray().Select(e => e.ToString()))
            : "";

    /// <summary><c>2026-01-05T10:00:00+01:00</c> → <c>2026-01-05 10:00</c>.</summary>
    private static string Time(string at) => at.Length >= 16 ? at[..16].Replace('T', ' ') : at;

    private static string Also(string outcome) => outcome.Length > 0 ? $" ({outcome})" : "";

    private static string Prefixed(string prefix, string value) => value.Length > 0 ? prefix + value : "";

    private static string Joined(string sign, params string[] parts) =>
        string.Join(sign, parts.Where(p => p.Length > 0));
}
