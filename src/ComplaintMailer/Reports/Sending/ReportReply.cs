namespace ComplaintMailer.Reports.Sending;

/// <summary>What somebody answered on a report: <c>keyword: value</c>, a value running to the next keyword, Dutch or English.</summary>
internal sealed record ReportReply
{
    public bool Approves { get; init; }

    /// <summary>The figures of the draft are to be made anew.</summary>
    public bool Again { get; init; }
    public bool Help { get; init; }
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Nothing in it could be understood.</summary>
    public bool IsEmpty => !Approves && !Again && !Help && Fields.Count == 0;

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["akkoord"] = "akkoord",
        ["approve"] = "akkoord",
        ["opnieuw"] = "opnieuw",
        ["again"] = "opnieuw",
        ["hulp"] = "hulp",
        ["help"] = "hulp",
        ["regeling"] = "regeling",
        ["regulation"] = "regeling",
        ["bekendmaking"] = "bekendmaking",
        ["made known"] = "bekendmaking",
        ["strekking"] = "strekking",
        ["tenor"] = "strekking",
        ["geschillen"] = "geschillen",
        ["disputes"] = "geschillen",
        ["uitkomst"] = "uitkomst",
        ["outcome"] = "uitkomst",
        ["besproken"] = "besproken",
        ["discussed"] = "besproken",
        ["gepubliceerd"] = "gepubliceerd",
        ["published"] = "gepubliceerd",
    };

    public static ReportReply Read(string text)
    {
        var reply = new ReportReply();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string? key = null;
        var value = new List<string>();

        void Close()
        {
            var words = string.Join('\n', value).Trim();
            if (key is not null && words.Trim('.', '…', '_', ' ', '\n').Length > 0)
                fields[key] = words;
            value.Clear();
        }

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith('>'))
                continue;
            if (Keyword(line) is var (word, rest))
            {
                Close();
                key = word is "akkoord" or "opnieuw" or "hulp" ? null : word;
                reply = word switch
                {
                    "akkoord" => reply with { Approves = true },
                    "opnieuw" => reply with { Again = true },
                    "hulp" => reply with { Help = true },
                    _ => reply,
                };
                if (key is not null)
                    value.Add(rest);
            }
            else
            {
                value.Add(line);
            }
        }
        Close();
        return reply with { Fields = fields };
    }

    private static (string Word, string After)? Keyword(string line)
    {
        var trimmed = line.Trim();
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Keywords.TryGetValue(trimmed[..colon].TrimEnd(), out var word))
            return (word, trimmed[(colon + 1)..].Trim());
        // “Akkoord.” and “akkoord!” stand alone; “akkoord met het tweede punt niet” is a sentence.
        return
            Keywords.TryGetValue(trimmed.TrimEnd('.', '!', ' '), out var alone)
            && alone is "akkoord" or "opnieuw" or "hulp"
            ? (Keywords[trimmed.TrimEnd('.', '!', ' ')], "")
            : null;
    }
}
