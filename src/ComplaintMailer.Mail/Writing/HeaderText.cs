using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Values as they may stand in a header. What is not plain ASCII is encoded; a line break can't get in.</summary>
internal static class HeaderText
{
    /// <summary>RFC 2047: an encoded word is at most 75 long; this many bytes fit in one.</summary>
    private const int WordBytes = 42;
    private const int LineLength = 76;

    public static string Name(string name) =>
        name.Length > 0 && name.All(c => c is > ' ' and <= '~' and not ':')
            ? name
            : throw new ArgumentException($"“{name}” can't be the name of a header field.", nameof(name));

    public static string Unstructured(string text)
    {
        text = OneLine(text);
        if (
            text.All(c => c is >= ' ' and <= '~')
            && !text.Contains("=?", StringComparison.Ordinal)
            && LongestWord(text) < 900
        )
            return text;
        return Encode(text);
    }

    public static string Addresses(IReadOnlyList<MailAddress> addresses) =>
        string.Join(", ", addresses.Select(Address));

    public static string MessageIds(IEnumerable<string> ids) =>
        string.Join(
            ' ',
            ids.Select(id => $"<{string.Concat(id.Where(c => c is > ' ' and <= '~' and not '<' and not '>'))}>")
        );

    /// <summary>Folds before spaces, so that lines stay short wherever there is a space to fold at.</summary>
    public static string Fold(string field)
    {
        if (field.Length <= LineLength)
            return field;
        var folded = new StringBuilder(field.Length + 16);
        var line = 0;
        var isFirst = true;
        foreach (var word in field.Split(' '))
        {
            if (!isFirst)
            {
                var canFold = line > 0 && word.Length > 0 && line + 1 + word.Length > LineLength;
                // Straight behind the field's name no fold: some servers take the value for empty then.
                if (canFold && folded[^1] != ':')
                {
                    folded.Append("\r\n");
                    line = 0;
                }
                folded.Append(' ');
                line++;
            }
            folded.Append(word);
            line += word.Length;
            isFirst = false;
        }
        return folded.ToString();
    }

    private static string Address(MailAddress address)
    {
        var bare = OneLine(address.Address).Trim();
        if (bare.Any(c => c is <= ' ' or '<' or '>' or ',' or ';' or (char)127))
            throw new ArgumentException("An address can't hold spaces, brackets or commas.", nameof(address));
        if (address.Name is not { } name || string.IsNullOrWhiteSpace(name))
            return bare;
        name = OneLine(name).Trim();
        if (name.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '))
            return $"{name} <{bare}>";
        return name.All(c => c is >= ' ' and <= '~') && !name.Contains("=?", StringComparison.Ordinal)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{bare}>"
            : $"{Encode(name)} <{bare}>";
    }

    private static string Encode(string text)
    {
        var words = new List<string>();
        var bytes = new List<byte>();
        // A character is never split between two words (RFC 2047, section 5).
        foreach (var rune in text.EnumerateRunes())
        {
            var one = new byte[rune.Utf8SequenceLength];
            rune.EncodeToUtf8(one);
            if (bytes.Count + one.Length > WordBytes)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }
            bytes.AddRange(one);
        }
        if (bytes.Count > 0)
            words.Add(Word(bytes));
        return string.Join(' ', words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static string OneLine(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(char.IsControl(c) ? ' ' : c);
        return line.ToString();
    }

    private static int LongestWord(string text) => text.Split(' ').Max(w => w.Length);
}
