using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Finds the next <c>name=value</c> of a header.</summary>
internal static class ParameterScanner
{
    /// <summary>The value is a string, for it is kept; the name is one of few.</summary>
    public static ReadOnlySpan<char> Next(ReadOnlySpan<char> header, ref int at, out string value)
    {
        var start = at;
        while (at < header.Length && header[at] is not ('=' or ';'))
            at++;
        var name = HeaderParameters.WithoutComment(header[start..at]).Trim(" \t,\"");
        if (at >= header.Length || header[at] == ';')
        {
            at++;
            value = "";
            return name;
        }
        at++;
        while (at < header.Length && (header[at] is ' ' or '\t' || (header[at] == '=' && !StartsWord(header, at))))
            at++;
        value = at < header.Length && header[at] == '"' ? Quoted(header, ref at) : Bare(header, ref at, name);
        return name;
    }

    /// <summary>An encoded word where none may be still says what is meant.</summary>
    private static bool StartsWord(ReadOnlySpan<char> header, int at) =>
        at + 1 < header.Length && header[at + 1] == '?';

    private static string Bare(ReadOnlySpan<char> header, ref int at, ReadOnlySpan<char> name)
    {
        var start = at;
        var end = Semicolon(header, at);
        var value = header[at..end];
        at = end + 1;
        // A file may be called "foto (1).jpg"; elsewhere brackets are a comment and a space ends the word.
        if (name.EndsWith("name", StringComparison.OrdinalIgnoreCase) || name.Contains('*'))
            return value.Trim().ToString();
        value = HeaderParameters.WithoutComment(value).TrimEnd();
        if (name.Equals("boundary", StringComparison.OrdinalIgnoreCase))
            return value.ToString();
        var space = value.IndexOfAny(" \t");
        if (space > 0)
        {
            // "charset=utf-8 format=flowed": the semicolon was forgotten.
            if (value[space..].Contains('='))
                at = start + space;
            value = value[..space];
        }
        return value.TrimEnd(",\"'").ToString();
    }

    private static int Semicolon(ReadOnlySpan<char> header, int from)
    {
        var offset = header[from..].IndexOf(';');
        return offset < 0 ? header.Length : from + offset;
    }

    private static string Quoted(ReadOnlySpan<char> header, ref int at)
    {
        var from = at + 1;
        var close = from;
        var hasEscape = false;
        while (close < header.Length && header[close] != '"')
        {
            if (header[close] == '\\' && IsEscape(header, close))
            {
                hasEscape = true;
                close++;
            }
            close++;
        }
        if (close >= header.Length)
        {
            // The quote never ends: then the value ends where a bare one would.
            close = Semicolon(header, from);
            at = close + 1;
            return header[from..close].Trim().ToString();
        }
        at = close + 1;
        return hasEscape ? Unescape(header[from..close]) : header[from..close].ToString();
    }

    /// <summary>Only before a quote or itself: elsewhere a backslash is part of a Windows path.</summary>
    private static bool IsEscape(ReadOnlySpan<char> header, int at) =>
        at + 1 < header.Length && header[at + 1] is '"' or '\\';

    private static string Unescape(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\')
                i++;
            plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
