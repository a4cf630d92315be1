using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Builtins;

internal static class StringFunctions
{
    private const StringComparison Exact = StringComparison.Ordinal;

    public static BuiltinObject Make() =>
        new BuiltinObject("string")
            .With("append", "text with", g => g.Short(g.Text(0) + g.Text(1)))
            .With("prepend", "text by", g => g.Short(g.Text(1) + g.Text(0)))
            .With("capitalize", "text", g => Capital(g.Text(0)))
            .With("capitalizewords", "text", g => string.Join(' ', g.Text(0).Split(' ').Select(Capital)))
            .With("upcase", "text", g => g.Text(0).ToUpperInvariant())
            .With("downcase", "text", g => g.Text(0).ToLowerInvariant())
            .With("contains", "text value", g => g.Text(0).Contains(g.Text(1), Exact))
            .With("starts_with", "text value", g => g.Text(0).StartsWith(g.Text(1), Exact))
            .With("ends_with", "text value", g => g.Text(0).EndsWith(g.Text(1), Exact))
            .With(
                "equals_ignore_case",
                "text value",
                g => g.Text(0).Equals(g.Text(1), StringComparison.OrdinalIgnoreCase)
            )
            .With("empty", "text", g => g.Text(0).Length == 0)
            .With("whitespace", "text", g => string.IsNullOrWhiteSpace(g.Text(0)))
            .With("size", "text", g => (long)g.Text(0).Length)
            .With("index_of", "text search startIndex? count? stringComparison?", IndexOf)
            .With("strip", "text", g => g.Text(0).Trim())
            .With("lstrip", "text", g => g.Text(0).TrimStart())
            .With("rstrip", "text", g => g.Text(0).TrimEnd())
            .With("strip_newlines", "text", g => g.Text(0).Replace("\r", "", Exact).Replace("\n", "", Exact))
            .With("remove", "text remove", g => Replaced(g, g.Text(0), g.Text(1), ""))
            .With("remove_first", "text remove", g => ReplaceOne(g.Text(0), g.Text(1), "", false))
            .With("remove_last", "text remove", g => ReplaceOne(g.Text(0), g.Text(1), "", true))
            .With("replace", "text match replace", g => Replaced(g, g.Text(0), g.Text(1), g.Text(2)))
            .With(
                "replace_first",
                "text match replace fromEnd?",
                g => g.Short(ReplaceOne(g.Text(0), g.Text(1), g.Text(2), g.Has(3) && Value.Truth(g[3])))
            )
            .With("slice", "text start length?", g => Slice(g.Text(0), g.Small(1), g.Has(2) ? g.Small(2) : null))
            .With("slice1", "text start length?", g => Slice(g.Text(0), g.Small(1), g.Has(2) ? g.Small(2) : 1))
            .With("split", "text match", Split)
            .With("pad_left", "text width", g => Padded(g, (text, width) => text.PadLeft(width)))
            .With("pad_right", "text width", g => Padded(g, (text, width) => text.PadRight(width)))
            .With("truncate", "text length ellipsis?", Truncate)
            .With("truncatewords", "text count ellipsis?", TruncateWords)
            .With("pluralize", "number singular plural", g => g[0] is not null && g.Real(0) == 1 ? g[1] : g[2])
            .With("handleize", "text", g => Handle(g.Text(0)))
            .With("escape", "text", g => g.Short(Escape(g.Text(0))))
            .With("literal", "text", g => g.Has(0) ? g.Short($"\"{Escape(g.Text(0))}\"") : "null")
            .With("to_int", "text", g => Whole(g.Text(0)) is long n and >= int.MinValue and <= int.MaxValue ? n : null)
            .With("to_long", "text", g => Whole(g.Text(0)))
            .With("to_float", "text", g => Real(g.Text(0)))
            .With("to_double", "text", g => Real(g.Text(0)))
            .With("base64_encode", "text", g => g.Short(Convert.ToBase64String(Bytes(g.Text(0)))))
            .With("base64_decode", "text", Base64Decode)
            .With("sha256", "text", g => Hex(SHA256.HashData(Bytes(g.Text(0)))))
            .With("sha512", "text", g => Hex(SHA512.HashData(Bytes(g.Text(0)))))
            .With("hmac_sha256", "text secretKey", g => Hex(HMACSHA256.HashData(Bytes(g.Text(1)), Bytes(g.Text(0)))))
            .With("hmac_sha512", "text secretKey", g => Hex(HMACSHA512.HashData(Bytes(g.Text(1)), Bytes(g.Text(0)))))
            // The language has these for old systems that ask for them. Nothing is kept safe with them.
#pragma warning disable CA5350, CA5351
            .With("md5", "text", g => Hex(MD5.HashData(Bytes(g.Text(0)))))
            .With("sha1", "text", g => Hex(SHA1.HashData(Bytes(g.Text(0)))))
            .With("hmac_sha1", "text secretKey", g => Hex(HMACSHA1.HashData(Bytes(g.Text(1)), Bytes(g.Text(0)))));
#pragma warning restore CA5350, CA5351

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static object? Whole(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object IndexOf(Given given)
    {
        var text = given.Text(0);
        var start = given.Has(2) ? Math.Clamp(given.Small(2), 0, text.Length) : 0;
        var count = given.Has(3) ? Math.Clamp(given.Small(3), 0, text.Length - start) : text.Length - start;
        var loose = given.Text(4).EndsWith("IgnoreCase", Exact);
        var comparison = loose ? StringComparison.OrdinalIgnoreCase : Exact;
        return (long)text.IndexOf(given.Text(1), start, count, comparison);
    }

    private static string Replaced(Given given, string text, string match, string by)
    {
        if (match.Length == 0)
            return text;
        if (by.Length > match.Length)
        {
            // Looked at first: a text of many matches could become very long.
            long times = 0;
            for (var i = text.IndexOf(match, Exact); i >= 0; i = text.IndexOf(match, i + match.Length, Exact))
                times++;
            given.Context.CheckLength(given.Node, text.Length + (times * (by.Length - match.Length)));
        }
        return text.Replace(match, by, Exact);
    }

    private static string ReplaceOne(string text, string match, string by, bool last)
    {
        var at =
            match.Length == 0 ? -1
            : last ? text.LastIndexOf(match, Exact)
            : text.IndexOf(match, Exact);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + match.Length));
    }

    private static string Slice(string text, int start, int? length)
    {
        if (start < 0)
            start = Math.Max(0, start + text.Length);
        if (start >= text.Length)
            return "";
        var left = text.Length - start;
        return text.Substring(start, length is > 0 ? Math.Min(length.Value, left) : left);
    }

    private static TemplateArray Split(Given given)
    {
        var text = given.Text(0);
        var match = given.Text(1);
        var parts =
            match.Length == 0
                ? text.Select(c => c.ToString())
                : text.Split(match, StringSplitOptions.RemoveEmptyEntries);
        var made = new TemplateArray(parts);
        given.Context.Step(given.Node, made.Count);
        return made;
    }

    private static string Padded(Given given, Func<string, int, string> pad)
    {
        var width = Math.Max(0, given.Small(1));
        given.Context.CheckLength(given.Node, width);
        return pad(given.Text(0), width);
    }

    private static string Truncate(Given given)
    {
        var text = given.Text(0);
        var ellipsis = given.Has(2) ? given.Text(2) : "...";
        var length = Math.Max(0, given.Small(1));
        if (text.Length <= length)
            return text;
        var kept = Math.Max(0, length - ellipsis.Length);
        // No sign of two halves is cut through.
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return text[..kept] + ellipsis;
    }

    private static string TruncateWords(Given given)
    {
        var words = given.Text(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Max(0, given.Small(1));
        return string.Join(' ', words.Take(count))
            + (
                words.Length > count
                    ? given.Has(2)
                        ? given.Text(2)
                        : "..."
                    : ""
            );
    }

    /// <summary>Letters and digits, all else as single hyphens between them.</summary>
    private static string Handle(string text)
    {
        var handle = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                handle.Append(c);
            else if (handle.Length > 0 && handle[^1] != '-')
                handle.Append('-');
        }
        return handle.ToString().Trim('-');
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\\"),
                '"' => escaped.Append("\\\""),
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\t' => escaped.Append(@"\t"),
                '\b' => escaped.Append(@"\b"),
                '\f' => escaped.Append(@"\f"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    private static string Base64Decode(Given given)
    {
        var bytes = new byte[given.Text(0).Length];
        return Convert.TryFromBase64String(given.Text(0), bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : throw given.Fault("this is not Base64");
    }
}
