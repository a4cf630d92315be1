using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Reads address headers (RFC 5322, 6532, 6854) and what programs write instead: no brackets, semicolons, stray quotes.</summary>
internal static class AddressList
{
    private const int Most = 2000;

    /// <summary>With any of these a list is not simple.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("\\:;[]");

    public static IReadOnlyList<MailAddress> Read(HeaderField field)
    {
        using var value = new FieldText(field, stackalloc char[FieldText.OnStack]);
        return Read(value.Text);
    }

    public static IReadOnlyList<MailAddress> Read(ReadOnlySpan<char> header) =>
        header.IsWhiteSpace() ? [] : Simple(header) ?? Any(header.ToString());

    /// <summary>Nearly all lists are “name &lt;local@domain&gt;, …”: those take a fraction of the memory. Null for all others.</summary>
    internal static IReadOnlyList<MailAddress>? Simple(ReadOnlySpan<char> header)
    {
        if (header.ContainsAny(Special))
            return null;
        MailAddress? first = null;
        List<MailAddress>? found = null;
        for (var rest = header; !rest.IsEmpty && (found?.Count ?? 0) < Most; )
        {
            var end = Comma(rest);
            var piece = rest[..end].Trim();
            rest = end < rest.Length ? rest[(end + 1)..] : [];
            if (piece.IsEmpty)
                continue;
            if (SimpleOne(piece) is not { } address)
                return null;
            if (first is null)
                first = address;
            else
                (found ??= [first]).Add(address);
        }
        return found ?? (first is null ? (IReadOnlyList<MailAddress>)[] : [first]);
    }

    private static MailAddress? SimpleOne(ReadOnlySpan<char> piece)
    {
        ReadOnlySpan<char> name = [];
        if (piece[^1] == ')')
        {
            // “jan@example.org (Jan)”, as Postfix signs its reports.
            var comment = piece.IndexOf('(');
            if (comment < 0)
                return null;
            name = piece[(comment + 1)..^1];
            piece = piece[..comment].TrimEnd();
            if (piece.IsEmpty || piece[^1] == '>' || name.ContainsAny('"', '<'))
                return null;
        }
        var open = piece.IndexOf('<');
        if (open >= 0)
        {
            if (piece[^1] != '>')
                return null;
            name = piece[..open].Trim();
            piece = piece[(open + 1)..^1];
            if (name is ['"', .., '"'] && name.Length > 1)
                name = name[1..^1];
        }
        if (name.ContainsAny('"', '(', ')') || name is ['\'', ..] or [.., '\''])
            return null;
        if (SimpleAddress(piece) is not { } address)
            return null;
        var readable = name.IsEmpty ? "" : EncodedWords.Decode(name).Trim();
        return new MailAddress(readable is "" ? null : readable, address);
    }

    /// <summary>Outside quotes and brackets.</summary>
    private static int Comma(ReadOnlySpan<char> text)
    {
        bool isQuoted = false,
            isComment = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && !isComment)
                isQuoted = !isQuoted;
            else if (text[i] is '(' or ')' && !isQuoted)
                isComment = text[i] == '(';
            else if (text[i] == ',' && !isQuoted && !isComment)
                return i;
        }
        return text.Length;
    }

    private static string? SimpleAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (
            at <= 0
            || at == text.Length - 1
            || text[^1] is '.' or '\''
            || text[0] == '\''
            || text[(at + 1)..].Contains('@')
        )
            return null;
        var isLower = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '<' or '>' or '"' or '(' or ')')
                return null;
            isLower &=
                i <= at || char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]) || text[i] is '.' or '-';
        }
        return isLower
            ? text.ToString()
            : string.Concat(text[..(at + 1)], text[(at + 1)..].ToString().ToLowerInvariant());
    }

    internal static IReadOnlyList<MailAddress> Any(string header)
    {
        var found = new List<MailAddress>();
        foreach (var piece in Pieces(Balanced(header)))
        {
            if (One(piece) is { } address)
                found.Add(address);
            if (found.Count >= Most)
                break;
        }
        return found;
    }

    /// <summary>A quote that never ends would swallow every address behind it: it goes.</summary>
    private static string Balanced(string header)
    {
        var open = -1;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '\\')
                i++;
            else if (header[i] == '"')
                open = open < 0 ? i : -1;
        }
        return open < 0 ? header : header.Remove(open, 1);
    }

    /// <summary>Cuts at commas and semicolons outside quotes, brackets and comments; the name of a group is dropped.</summary>
    private static List<string> Pieces(string header)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var comment = 0;
        bool quoted = false,
            angle = false,
            hasAt = false,
            isRoute = false;
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            if (c == '\\' && (quoted || comment > 0) && i + 1 < header.Length)
            {
                piece.Append(c).Append(header[++i]);
                continue;
            }
            if (c == '"' && comment == 0)
                quoted = !quoted;
            else if (!quoted && c == '(')
                comment++;
            else if (!quoted && c == ')' && comment > 0)
                comment--;
            else if (!quoted && comment == 0 && c == '<')
                angle = true;
            else if (!quoted && comment == 0 && c == '>')
                angle = false;
            else if (!quoted && comment == 0 && !angle && c == ':' && !hasAt)
            {
                piece.Clear();
                continue;
            }
            else if (!quoted && comment == 0 && c is ',' or ';' && !(angle && c == ',' && (isRoute || !hasAt)))
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                angle = hasAt = isRoute = false;
                continue;
            }
            hasAt |= c == '@';
            // A source route, long out of use: <@one,@two:local@domain>.
            isRoute = angle && (isRoute ? c != ':' : c == '@' && header[i - 1] == '<');
            piece.Append(c);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private static MailAddress? One(string piece)
    {
        piece = piece.Trim();
        if (piece.Length == 0)
            return null;
        var open = LastOutsideQuotes(piece, '<');
        string address;
        string? name;
        if (open >= 0)
        {
            var close = piece.IndexOf('>', open);
            address = close < 0 ? piece[(open + 1)..] : piece[(open + 1)..close];
            name = Name(piece[..open].TrimEnd('<'));
            // A source route: <@a,@b:local@domain>.
            var route = address.LastIndexOf(':');
            if (address.StartsWith('@') && route >= 0)
                address = address[(route + 1)..];
        }
        else
        {
            var (bare, comment) = WithoutComments(piece);
            address = bare;
            name = Name(comment);
            if (address.Contains(" @", StringComparison.Ordinal) || address.Contains("@ ", StringComparison.Ordinal))
                address = string.Join('@', address.Split('@').Select(part => part.Trim()));
            if (address.Contains(' ', StringComparison.Ordinal))
            {
                var word = address
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .LastOrDefault(w => w.Contains('@', StringComparison.Ordinal));
                if (word is null)
                    return null;
                name ??= Name(address.Replace(word, "", StringComparison.Ordinal));
                address = word;
            }
        }
        address = Clean(address);
        return address.Length == 0 || address == "@" ? null : new MailAddress(name, address);
    }

    private static string Clean(string address)
    {
        address = WithoutComments(address).Text.Trim().Trim('<', '>', ' ', '\'', ',', ';');
        // “Jan [jan@example.org]”; an address of numbers, jan@[192.0.2.1], keeps its brackets.
        if (address.StartsWith('[') && address.EndsWith(']') && address.Contains('@', StringComparison.Ordinal))
            address = address[1..^1].Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            address = address[7..];
        var at = address.LastIndexOf('@');
        if (at < 0)
            return address.Contains(' ', StringComparison.Ordinal) ? "" : address;
        var local = address[..at].Trim();
        var domain = address[(at + 1)..].Trim().TrimEnd('.').ToLowerInvariant();
        return $"{local}@{domain}";
    }

    private static string? Name(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length)
                text.Append(raw[++i]);
            else if (raw[i] != '"')
                text.Append(raw[i]);
        }
        var name = EncodedWords.Decode(text.ToString()).Trim();
        if (name.Length > 1 && name[0] == '\'' && name[^1] == '\'')
            name = name[1..^1].Trim();
        return name.Length == 0 ? null : name;
    }

    private static int LastOutsideQuotes(string text, char wanted)
    {
        var quoted = false;
        var last = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] == wanted)
                last = i;
        }
        return last;
    }

    private static (string Text, string Comment) WithoutComments(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
            return (text.Trim(), "");
        var kept = new StringBuilder();
        var comment = new StringBuilder();
        var depth = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"' && depth == 0)
                quoted = !quoted;
            if (!quoted && c == '(' && depth++ == 0)
                continue;
            if (!quoted && c == ')' && depth > 0 && --depth == 0)
                continue;
            (depth > 0 ? comment : kept).Append(c);
        }
        return (kept.ToString().Trim(), comment.ToString());
    }
}
