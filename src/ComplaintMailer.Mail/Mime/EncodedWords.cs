using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Encoded words in headers (RFC 2047), also as broken programs write them: split inside a character or a group of
/// base64, without spaces between them, with spaces inside, without an end, in no known charset.
/// </summary>
internal static class EncodedWords
{
    private const int LongestCharset = 40;

    public static string Decode(string header)
    {
        if (!header.Contains("=?", StringComparison.Ordinal))
            return header;
        var text = new StringBuilder(header.Length);
        var run = new EncodedRun();
        var at = 0;
        // Behind this point no word ends: what looks like the beginning of one is not looked at again.
        var lastEnd = header.LastIndexOf("?=", StringComparison.Ordinal);
        while (at < header.Length)
        {
            var start = header.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
                break;
            if (!TryWord(header, start, lastEnd, out var word))
            {
                run.Flush(text);
                text.Append(header, at, start + 2 - at);
                at = start + 2;
                continue;
            }
            var between = header.AsSpan(at, start - at);
            // White space between two encoded words is not part of the text.
            if (run.IsEmpty || !between.IsWhiteSpace())
            {
                run.Flush(text);
                text.Append(between);
            }
            run.Add(word, text);
            at = word.End;
        }
        run.Flush(text);
        text.Append(header, at, header.Length - at);
        return text.ToString();
    }

    private static bool TryWord(string header, int start, int lastEnd, out EncodedWord word)
    {
        word = default;
        var limit = Math.Min(header.Length, start + 2 + LongestCharset);
        var first = header.AsSpan(start + 2, limit - start - 2).IndexOf('?');
        if (first <= 0)
            return false;
        first += start + 2;
        if (first + 2 >= header.Length || header[first + 2] != '?')
            return false;
        var isBase64 = header[first + 1] is 'B' or 'b';
        if (!isBase64 && header[first + 1] is not ('Q' or 'q'))
            return false;
        var charset = header.AsSpan(start + 2, first - start - 2);
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
            if (header.AsSpan(body).ContainsAny(' ', '\t', '?'))
                return false;
            close = end = header.Length;
        }
        word = new EncodedWord(charset.ToString(), isBase64, header.AsMemory(body, close - body), end);
        return true;
    }

    /// <summary>A question mark may stand in Q text by mistake: <c>=?utf-8?Q?Waarom??=</c>, <c>=?utf-8?Q?a?=3D?=</c>.</summary>
    private static int Close(string header, int body, int lastEnd, bool isBase64)
    {
        if (body > lastEnd)
            return -1;
        var close = header.IndexOf("?=", body, StringComparison.Ordinal);
        if (isBase64)
            return close;
        while (close >= 0 && close < lastEnd && IsEscape(header, close + 1))
        {
            var next = header.IndexOf("?=", close + 2, StringComparison.Ordinal);
            if (next < 0 || header.AsSpan(close, next - close).ContainsAny(' ', '\t'))
                break;
            close = next;
        }
        return close;
    }

    private static bool IsEscape(string header, int at) =>
        at + 2 < header.Length && Hex.Value(header[at + 1]) >= 0 && Hex.Value(header[at + 2]) >= 0;
}

internal readonly record struct EncodedWord(string Charset, bool IsBase64, ReadOnlyMemory<char> Text, int End);
