using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Values as they may stand in a header. What is not plain ASCII is encoded; a line break can't get in.</summary>
internal static class HeaderText
{
    /// <summary>Longer words could not be folded; encoded they can.</summary>
    private const int LongestWord = 70;

    /// <summary>No identifier that can be folded into a line of 998 is longer (RFC 5322, section 2.1.1).</summary>
    private const int LongestId = 900;

    /// <summary>A name of a field is the program's own, never a mail's: a bad one is a mistake in the program.</summary>
    public static string Name(string name) =>
        name.Length > 0 && name.All(c => c is > ' ' and <= '~' and not ':')
            ? name
            : throw new ArgumentException($"“{name}” can't be the name of a header field.", nameof(name));

    /// <summary>
    /// Only the words that need it are encoded, with all that stands between them: a case number in a subject stays readable
    /// to every program.
    /// </summary>
    /// <param name="used">So much of the first line is taken.</param>
    public static string Unstructured(string text, int used)
    {
        text = OneLine(text);
        var words = text.Split(' ');
        var first = Array.FindIndex(words, NeedsEncoding);
        if (Array.Exists(words, w => w.Length == 0))
            // Spaces at an end or in a row are lost on the way, unless they are encoded.
            return text.Length == 0 ? "" : EncodedWordWriter.Write(text, used);
        if (first < 0)
            return text;
        var last = Array.FindLastIndex(words, NeedsEncoding);
        var before = string.Join(' ', words[..first]);
        var encoded = EncodedWordWriter.Write(
            string.Join(' ', words[first..(last + 1)]),
            first == 0 ? used : Folding.ContinuedAt
        );
        return string.Join(' ', words[..first].Append(encoded).Concat(words[(last + 1)..]));
    }

    /// <summary>For fields whose value is a language of its own, such as List-Unsubscribe: nothing in it may be encoded.</summary>
    public static string Structured(string value) => string.Concat(OneLine(value).Where(c => c is >= ' ' and <= '~'));

    public static string MessageIds(IEnumerable<string> ids) =>
        string.Join(' ', ids.Select(MessageId).Where(id => id.Length is > 2 and <= LongestId));

    public static string OneLine(string text)
    {
        if (!text.Any(IsBreak))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", " ", StringComparison.Ordinal))
            line.Append(IsBreak(c) ? ' ' : c);
        return line.ToString();
    }

    /// <summary>Unicode has two line breaks of its own.</summary>
    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static string MessageId(string id) =>
        $"<{string.Concat(id.Where(c => c is > ' ' and <= '~' and not '<' and not '>'))}>";

    private static bool NeedsEncoding(string word) =>
        word.Length > LongestWord
        || word.AsSpan().ContainsAnyExceptInRange(' ', '~')
        || word.Contains("=?", StringComparison.Ordinal);
}
