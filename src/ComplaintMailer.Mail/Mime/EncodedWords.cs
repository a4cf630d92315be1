using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Encoded words in headers (RFC 2047), also as broken programs write them: split inside a character, without spaces
/// between them, with spaces inside, in no known charset.
/// </summary>
internal static class EncodedWords
{
    public static string Decode(string header)
    {
        if (!header.Contains("=?", StringComparison.Ordinal))
            return header;
        var text = new StringBuilder(header.Length);
        var pending = new Pending();
        var at = 0;
        while (at < header.Length)
        {
            var start = header.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
                break;
            if (!TryWord(header, start, out var charset, out var bytes, out var end))
            {
                pending.Flush(text);
                text.Append(header, at, start + 2 - at);
                at = start + 2;
                continue;
            }
            var between = header.AsSpan(at, start - at);
            // White space between two encoded words is not part of the text.
            if (!(pending.HasBytes && between.IsWhiteSpace()))
            {
                pending.Flush(text);
                text.Append(between);
            }
            pending.Add(charset, bytes, text);
            at = end;
        }
        pending.Flush(text);
        text.Append(header, at, header.Length - at);
        return text.ToString();
    }

    private static bool TryWord(string header, int start, out string charset, out byte[] bytes, out int end)
    {
        charset = "";
        bytes = [];
        end = start;
        var first = header.IndexOf('?', start + 2);
        if (first < 0 || first + 2 >= header.Length || header[first + 2] != '?')
            return false;
        charset = header[(start + 2)..first];
        // RFC 2231 lets a language follow the charset.
        var star = charset.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
            charset = charset[..star];
        if (charset.Length == 0 || charset.Length > 40 || charset.Any(c => c is <= ' ' or > '~'))
            return false;
        var body = first + 3;
        var close = header.IndexOf("?=", body, StringComparison.Ordinal);
        if (close < 0)
            return false;
        var encoded = header.AsSpan(body, close - body);
        switch (header[first + 1])
        {
            case 'B' or 'b':
                bytes = TransferEncodings.Base64(Latin1(encoded));
                break;
            case 'Q' or 'q':
                // A question mark may stand in Q text by mistake: "=?utf-8?Q?Waarom??=".
                while (close + 2 < header.Length && header[close + 2] == '=' && header[close + 1] == '?')
                    close++;
                encoded = header.AsSpan(body, close - body);
                bytes = DecodeQ(encoded);
                break;
            default:
                return false;
        }
        end = close + 2;
        return true;
    }

    private static byte[] DecodeQ(ReadOnlySpan<char> encoded)
    {
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '_')
            {
                bytes.Add((byte)' ');
            }
            else if (
                c == '='
                && i + 2 < encoded.Length
                && byte.TryParse(
                    encoded.Slice(i + 1, 2),
                    System.Globalization.NumberStyles.AllowHexSpecifier,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes.Add(value);
                i += 2;
            }
            else if (c < 256)
            {
                bytes.Add((byte)c);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([c]));
            }
        }
        return [.. bytes];
    }

    private static byte[] Latin1(ReadOnlySpan<char> text) => Encoding.Latin1.GetBytes(text.ToString());

    /// <summary>Words of one charset are joined before they are decoded, so that a character split between two is whole again.</summary>
    private sealed class Pending
    {
        private readonly List<byte> bytes = [];
        private string charset = "";

        public bool HasBytes { get; private set; }

        public void Add(string name, byte[] more, StringBuilder text)
        {
            if (HasBytes && !string.Equals(name, charset, StringComparison.OrdinalIgnoreCase))
                Flush(text);
            charset = name;
            bytes.AddRange(more);
            HasBytes = true;
        }

        public void Flush(StringBuilder text)
        {
            if (!HasBytes)
                return;
            text.Append(Charsets.Decode([.. bytes], charset));
            bytes.Clear();
            HasBytes = false;
        }
    }
}
