namespace ComplaintMailer.Mail.Mime;

/// <summary>Message-IDs out of In-Reply-To and References, without brackets, also where brackets or spaces are missing.</summary>
internal static class MessageIds
{
    private const int Most = 1000;

    public static IReadOnlyList<string> Read(string? header)
    {
        var found = new List<string>();
        if (string.IsNullOrWhiteSpace(header))
            return found;
        var at = 0;
        while (at < header.Length && found.Count < Most)
        {
            var open = header.IndexOf('<', at);
            if (open < 0)
                break;
            var close = header.IndexOf('>', open);
            if (close < 0)
                break;
            Add(found, header[(open + 1)..close]);
            at = close + 1;
        }
        if (found.Count == 0)
        {
            foreach (var word in header.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                if (found.Count == Most)
                    break;
                if (word.Contains('@', StringComparison.Ordinal))
                    Add(found, word.Trim('<', '>'));
            }
        }
        return found;
    }

    private static void Add(List<string> found, string id)
    {
        id = string.Concat(id.Where(c => !char.IsWhiteSpace(c)));
        if (id.Length > 0 && !found.Contains(id))
            found.Add(id);
    }
}
