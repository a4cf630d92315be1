namespace ComplaintMailer.Inbox;

/// <summary>A mail about several cases: a line that begins with a case's number begins what is said about that case.</summary>
internal sealed record CaseSections(string Before, IReadOnlyList<(string Number, string Text)> Parts)
{
    private const int Most = 100;

    /// <param name="exists">Whether there is a case of that number.</param>
    public static CaseSections Of(string text, string prefix, Func<string, bool> exists)
    {
        var before = new List<string>();
        var parts = new List<(string Number, List<string> Lines)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (parts.Count < Most && Begins(line, prefix) is { } begun && exists(begun.Number))
                parts.Add((begun.Number, [begun.Said]));
            else if (parts.Count > 0)
                parts[^1].Lines.Add(line);
            else
                before.Add(line);
        }
        return new(
            string.Join('\n', before).Trim(),
            [.. parts.Select(p => (p.Number, string.Join('\n', p.Lines).Trim()))]
        );
    }

    /// <summary>“WIJ-2026-0042”, “[WIJ-2026-0042]: contact: …”, “- wij-2026-0042 …”.</summary>
    private static (string Number, string Said)? Begins(string line, string prefix)
    {
        var rest = line.TrimStart(' ', '\t', '\u00A0', '[', '-', '*', '•', '#', '`');
        if (!rest.StartsWith(prefix + "-", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = prefix.Length + 1;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] == '-'))
            end++;
        return (rest[..end].TrimEnd('-').ToUpperInvariant(), rest[end..].TrimStart(' ', ']', ':', '`', '\t'));
    }
}
