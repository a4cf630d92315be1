namespace ComplaintMailer.Letters;

/// <summary>Codes as words of a language, from <c>words.txt</c>: <c>verdict.founded = gegrond</c>.</summary>
internal sealed class LetterWords
{
    private readonly Dictionary<string, string> words;

    private LetterWords(Dictionary<string, string> words) => this.words = words;

    public static LetterWords Empty { get; } = new([]);
    public IReadOnlyCollection<string> Keys => words.Keys;

    public static LetterWords Read(string text)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var sign = line.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0 && !line.StartsWith('#'))
                read[line[..sign].Trim()] = line[(sign + 1)..].Trim();
        }
        return new(read);
    }

    /// <summary>These words, with those of an organisation in their place.</summary>
    public LetterWords With(LetterWords own)
    {
        var both = new Dictionary<string, string>(words, StringComparer.Ordinal);
        foreach (var (key, value) in own.words)
            both[key] = value;
        return new(both);
    }

    /// <summary>A code without words is shown as it is: strange to read, but never lost.</summary>
    public string Of(string kind, string? code) =>
        string.IsNullOrEmpty(code) ? "" : words.GetValueOrDefault($"{kind}.{code}", code);

    /// <summary>Null where there are no words for this code.</summary>
    public string? Known(string kind, string code) => words.GetValueOrDefault($"{kind}.{code}");

    /// <summary>“a, b en c”.</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.Where(i => i.Length > 0).ToList();
        return all.Count < 2
            ? string.Concat(all)
            : $"{string.Join(", ", all.SkipLast(1))} {Of("list", "and")} {all[^1]}";
    }
}
