using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Encoded words in headers (RFC 2047), also as broken programs write them: split inside a character or a group of
/// base64, without spaces between them, with spaces inside, without an end, in no known charset.
/// </summary>
internal static class EncodedWords
{
    private const int LongestCharset = 40;

    /// <summary>So much is kept from one header to the next.</summary>
    private const int KeptMax = 8192;

    [ThreadStatic]
    private static StringBuilder? spare;

    [ThreadStatic]
    private static EncodedRun? spareRun;

    public static bool MayHold(ReadOnlySpan<byte> raw) => raw.IndexOf("=?"u8) >= 0;

    public static string Decode(string header) =>
        header.Contains("=?", StringComparison.Ordinal) ? Decode(header.AsSpan()) : header;

    public static string Decode(ReadOnlySpan<char> header)
    {
        var start = header.IndexOf("=?");
        if (start < 0)
            return header.ToString();
        var text = spare ?? new StringBuilder(1024);
        var run = spareRun ?? new EncodedRun();
        (spare, spareRun) = (null, null);
        var at = 0;
        // Behind this point no word ends: what looks like the beginning of one is not looked at again.
        var lastEnd = header.LastIndexOf("?=");
        while (start >= 0)
        {
            if (!TryWord(header, start, lastEnd, out var word))
            {
                run.Flush(text);
                text.Append(header[at..(start + 2)]);
                at = start + 2;
            }
            else
            {
                var between = header[at..start];
                // White space between two encoded words is not part of the text.
                if (run.IsEmpty || !between.IsWhiteSpace())
                {
                    run.Flush(text);
                    text.Append(between);
                }
                run.Add(header[word.Charset], word.IsBase64, header[word.Text], text);
                at = word.End;
            }
            start = header[at..].IndexOf("=?");
            if (start >= 0)
                start += at;
        }
        run.Flush(text);
        text.Append(header[at..]);
        var decoded = text.ToString();
        if (header.Length <= KeptMax)
            (spare, spareRun) = (text.Clear(), run);
        return decoded;
    }

    private static bool TryWord(ReadOnlySpan<char> header, int start, int lastEnd, out EncodedWord word)
    {
        word = default;
        var limit = Math.Min(header.Length, start + 2 + LongestCharset);
        var first = header[(start + 2)..limit].IndexOf('?');
        if (first <= 0)
            return false;
        first += start + 2;
        if (first + 2 >= header.Length || header[first + 2] != '?')
            return false;
        var isBase64 = header[first + 1] is 'B' or 'b';
        if (!isBase64 && header[first + 1] is not ('Q' or 'q'))
            return false;
        var charset = header[(start + 2)..first];
        // RFC 2231 lets a language follow the charset.
        var star = charset.IndexOf('*');
        if (star >= 0)
            charset = charset[..star];
        if (charset.IsEmpty || charset.ContainsAnyExceptInRange('!', '~'))
            return false;
        var body = first + 3;
        var close = Close(header, body, lastEnd, isBase64);
        var end = close + 2;
        if (close < 0)
        {
            // Cut off on the way: the last word of a header lacks its end.
            if (header[body..].ContainsAny(' ', '\t', '?'))
                return false;
            close = end = header.Length;
        }
        word = new EncodedWord((start + 2)..(start + 2 + charset.Length), isBase64, body..close, end);
        return true;
    }

    /// <summary>A question mark may stand in Q text by mistake: <c>=?utf-8?Q?Waarom??=</c>, <c>=?utf-8?Q?a?=3D?=</c>.</summary>
    private static int Close(ReadOnlySpan<char> header, int body, int lastEnd, bool isBase64)
    {
        if (body > lastEnd)
            return -1;
        var close = End(header, body);
        if (isBase64)
            return close;
        while (close >= 0 && close < lastEnd && IsEscape(header, close + 1))
        {
            var next = End(header, close + 2);
            if (next < 0 || header[close..next].ContainsAny(' ', '\t'))
                break;
            close = next;
        }
        return close;
    }

    private static int End(ReadOnlySpan<char> header, int from)
    {
        var offset = header[from..].IndexOf("?=");
        return offset < 0 ? -1 : from + offset;
    }

    private static bool IsEscape(ReadOnlySpan<char> header, int at) =>
        at + 2 < header.Length && Hex.Value(header[at + 1]) >= 0 && Hex.Value(header[at + 2]) >= 0;
}

internal readonly record struct EncodedWord(Range Charset, bool IsBase64, Range Text, int End);
