using System.Buffers;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Message-IDs out of In-Reply-To and References, without brackets, also where brackets or spaces are missing.</summary>
internal static class MessageIds
{
    private const int Most = 1000;
    private static readonly SearchValues<char> Between = SearchValues.Create(" \t,");

    public static IReadOnlyList<string> Read(ReadOnlySpan<char> header)
    {
        if (header.IsWhiteSpace())
            return [];
        var found = new List<string>(1);
        var rest = header;
        while (found.Count < Most && rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
                break;
            Add(found, rest[..close]);
            rest = rest[(close + 1)..];
        }
        if (found.Count > 0)
            return found;
        foreach (var range in header.SplitAny(Between))
        {
            if (found.Count == Most)
                break;
            if (header[range].Contains('@'))
                Add(found, header[range].Trim("<>"));
        }
        return found;
    }

    private static void Add(List<string> found, ReadOnlySpan<char> id)
    {
        var whole = WithoutSpace(id);
        if (whole.Length > 0 && !found.Contains(whole))
            found.Add(whole);
    }

    /// <summary>Folded in the middle, as long ones are.</summary>
    private static string WithoutSpace(ReadOnlySpan<char> id)
    {
        foreach (var c in id)
        {
            if (char.IsWhiteSpace(c))
                return string.Concat(id.ToString().Where(c => !char.IsWhiteSpace(c)));
        }
        return id.ToString();
    }
}
