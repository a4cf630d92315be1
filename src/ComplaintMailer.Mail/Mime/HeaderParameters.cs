using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// A header of the form <c>value; name=value; …</c> with RFC 2231 continuations and charsets, also with quotes that never
/// end, commas or spaces instead of semicolons, and comments.
/// </summary>
public sealed class HeaderParameters
{
    private const int Most = 200;
    private List<(string Name, string Value)>? parameters;

    private HeaderParameters(string value) => (Value, MediaType) = (value, Type(value));

    /// <summary>What stands before the first parameter.</summary>
    public string Value { get; }

    /// <summary>
    /// The value as a media type, in lower case and with a slash; empty where none is given, null where it is nonsense.
    /// </summary>
    internal string? MediaType { get; }

    /// <summary>Decoded; null when there is no such parameter.</summary>
    public string? this[string name]
    {
        get
        {
            if (parameters is null)
                return null;
            foreach (var (known, value) in parameters)
            {
                if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
            return null;
        }
    }

    /// <summary>In order, each decoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> All =>
        (parameters ?? []).Select(p => KeyValuePair.Create(p.Name, p.Value));

    /// <summary>Reads the text of such a field, unfolded; whatever stands there.</summary>
    public static HeaderParameters Read(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Read(header.AsSpan());
    }

    internal static HeaderParameters Read(ReadOnlySpan<char> header)
    {
        var end = header.IndexOfAny(";,");
        var value = WithoutComment(end < 0 ? header : header[..end]).Trim().Trim('"').TrimEnd();
        var rest = end < 0 ? header.Length : end + 1;
        // "text/plain charset=utf-8": the semicolon was forgotten.
        var space = value.IndexOfAny(" \t");
        if (space > 0)
        {
            if (value[space..].Contains('='))
                rest = header.IndexOf(value[..space]) + space;
            value = value[..space];
        }
        var read = new HeaderParameters(RecurringText.Words.Of(value));
        if (rest < header.Length)
            read.Take(header, rest);
        return read;
    }

    private void Take(ReadOnlySpan<char> header, int at)
    {
        List<ParameterPiece>? pieces = null;
        while (at < header.Length && (parameters?.Count ?? 0) + (pieces?.Count ?? 0) < Most)
        {
            var name = ParameterScanner.Next(header, ref at, out var value);
            if (name.Length == 0)
                continue;
            var star = name.IndexOf('*');
            if (star < 0)
                (parameters ??= new(1)).Add((RecurringText.Words.Of(name), EncodedWords.Decode(value)));
            else if (star > 0)
                (pieces ??= []).Add(ParameterPiece.Of(name.ToString(), star, value));
        }
        if (pieces is null)
            return;
        // What is written the new way goes before the same written the old way.
        var at0 = 0;
        parameters ??= new(1);
        foreach (var group in pieces.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase))
            parameters.Insert(at0++, (group.Key, ParameterPiece.Join([.. group.OrderBy(p => p.Place)])));
    }

    private static string? Type(string given)
    {
        var lower = given.ToLowerInvariant();
        var slash = lower.IndexOf('/', StringComparison.Ordinal);
        if (lower.Length == 0 || (slash > 0 && slash < lower.Length - 1))
            return lower;
        return lower.Trim('/') switch
        {
            "text" or "plain" or "ascii" => "text/plain",
            "html" => "text/html",
            "multipart" or "mixed" => "multipart/mixed",
            "message" or "rfc822" => "message/rfc822",
            _ => null,
        };
    }

    internal static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        return open < 0 ? text : text[..open];
    }
}

/// <summary>One piece of a parameter that is spread over several (RFC 2231).</summary>
internal readonly record struct ParameterPiece(string Name, int Place, bool IsEncoded, string Text)
{
    public static ParameterPiece Of(string name, int star, string text)
    {
        var number = name.AsSpan(star + 1);
        var isEncoded = number.IsEmpty || number[^1] == '*';
        _ = int.TryParse(
            number.TrimEnd('*'),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var place
        );
        return new ParameterPiece(name[..star], place, isEncoded, text);
    }

    public static string Join(IReadOnlyList<ParameterPiece> pieces)
    {
        string? charset = null;
        var bytes = new List<byte>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = pieces[i].Text.AsSpan();
            if (!pieces[i].IsEncoded)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(pieces[i].Text));
                continue;
            }
            if (i == 0 && text.IndexOf('\'') is >= 0 and var first)
            {
                charset = text[..first].ToString();
                text = text[(first + 1)..];
                var second = text.IndexOf('\'');
                text = text[(second + 1)..];
            }
            Percent(text, bytes);
        }
        return Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), charset);
    }

    private static void Percent(ReadOnlySpan<char> text, List<byte> bytes)
    {
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '%'
                && i + 2 < text.Length
                && Hex.Value(text[i + 1]) is >= 0 and var high
                && Hex.Value(text[i + 2]) is >= 0 and var low
            )
            {
                bytes.Add((byte)((high << 4) | low));
                i += 2;
                continue;
            }
            Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
            i += used - 1;
            bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
        }
    }
}
