namespace ComplaintMailer.Mail.Reading;

/// <summary>“Label: value” lines. A value runs on until the next label.</summary>
internal static class FormLineReader
{
    private const int Most = 200;

    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text)
    {
        var found = new List<KeyValuePair<string, string>>();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            var isLabel =
                colon is > 0 and <= 60
                && (colon + 1 == trimmed.Length || trimmed[colon + 1] == ' ')
                && !trimmed[..colon].Contains("//", StringComparison.Ordinal);
            if (isLabel && found.Count < Most)
                found.Add(new(trimmed[..colon].Trim(), trimmed[(colon + 1)..].Trim()));
            else if (found.Count > 0 && trimmed.Length > 0)
                found[^1] = new(found[^1].Key, (found[^1].Value + "\n" + trimmed).Trim());
        }
        return found;
    }
}
