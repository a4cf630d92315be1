using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Values as they may stand in a header. What is not plain ASCII is encoded; a line break can't get in.</summary>
internal static class HeaderText
{
    /// <summary>Longer words could not be folded; encoded they can.</summary>
    private const int LongestWord = 70;

    /// <summary>Control characters, and the two line breaks that Unicode has of its own.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl),
        '\u2028',
        '\u2029',
    ]);

    private static readonly SearchValues<char> OfId = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => c is not ('<' or '>')),
    ]);

    /// <summary>No identifier that can be folded into a line of 998 is longer (RFC 5322, section 2.1.1).</summary>
    private const int LongestId = 900;

    /// <summary>A name of a field is the program's own, never a mail's: a bad one is a mistake in the program.</summary>
    public static string Name(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExceptInRange('!', '~') && !name.Contains(':')
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
        if (text.Length <= LongestWord && IsPlain(text))
            return text;
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
    public static string Structured(string value) =>
        value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? string.Concat(OneLine(value).Where(c => c is >= ' ' and <= '~'))
            : value;

    public static string MessageIds(IEnumerable<string> ids) =>
        string.Join(' ', ids.Select(MessageId).Where(id => id.Length is > 2 and <= LongestId));

    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny(Breaks))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", " ", StringComparison.Ordinal))
            line.Append(Breaks.Contains(c) ? ' ' : c);
        return line.ToString();
    }

    private static string MessageId(string id) =>
        id.AsSpan().ContainsAnyExcept(OfId) ? $"<{string.Concat(id.Where(OfId.Contains))}>" : $"<{id}>";

    /// <summary>Nothing in it could be lost on the way.</summary>
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.StartsWith(' ')
        && !text.EndsWith(' ')
        && !text.Contains("  ", StringComparison.Ordinal)
        && !text.Contains("=?", StringComparison.Ordinal);

    private static bool NeedsEncoding(string word) =>
        word.Length > LongestWord
        || word.AsSpan().ContainsAnyExceptInRange(' ', '~')
        || word.Contains("=?", StringComparison.Ordinal);
}
