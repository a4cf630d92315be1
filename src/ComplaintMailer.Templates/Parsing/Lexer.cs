using System.Text;

namespace ComplaintMailer.Templates.Parsing;

/// <summary>Cuts a template into tokens: text, and within <c>{{ }}</c> words, numbers, strings and signs. One pass.</summary>
internal sealed class Lexer
{
    /// <summary>Longest first, so that the first that fits is the one meant.</summary>
    private static readonly string[] Signs =
    [
        "..<",
        "//=",
        "??=",
        "..",
        "++",
        "--",
        "+=",
        "-=",
        "*=",
        "/=",
        "%=",
        "//",
        "==",
        "!=",
        "<=",
        ">=",
        "<<",
        ">>",
        "&&",
        "||",
        "|>",
        "??",
        "?!",
        "?.",
        "+",
        "-",
        "*",
        "/",
        "%",
        "=",
        "!",
        "<",
        ">",
        "?",
        ":",
        "|",
        "@",
        "^",
        ",",
        ".",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "&",
    ];

    private readonly Source source;
    private readonly string text;
    private readonly List<Token> tokens = [];
    private readonly Stack<(char Quote, int Depth)> strings = [];
    private int at;
    private int depth;
    private char strip;

    public Lexer(Source source) => (this.source, text) = (source, source.Text);

    public List<Token> Run()
    {
        while (at < text.Length)
        {
            var open = NextOpening(out var percents);
            if (percents == 0 && open == text.Length)
            {
                AddText(open, '\0');
                at = open;
            }
            else if (percents == 0)
                ReadCode(open);
            else
                ReadRaw(open, percents);
        }
        Add(TokenKind.EndOfFile, text.Length, "");
        return tokens;
    }

    /// <summary>Where the next <c>{{</c> or <c>{%{</c> stands, and the number of per cent signs of the latter.</summary>
    private int NextOpening(out int percents)
    {
        for (var i = text.IndexOf('{', at); i >= 0 && i + 1 < text.Length; i = text.IndexOf('{', i + 1))
        {
            percents = 0;
            while (i + 1 + percents < text.Length && text[i + 1 + percents] == '%')
                percents++;
            if (i + 1 + percents < text.Length && text[i + 1 + percents] == '{')
                return i;
            // What was looked at is not looked at again.
            i += percents;
        }
        percents = 0;
        return text.Length;
    }

    /// <summary>Text up to a place, with white space taken off as the signs around it say. Gives the indentation before that place.</summary>
    private string? AddText(int end, char stripEnd)
    {
        var start = at;
        if (strip == '-')
        {
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
        }
        else if (strip == '~')
        {
            while (start < end && text[start] is ' ' or '\t' or '\r')
                start++;
            if (start < end && text[start] == '\n')
                start++;
        }
        var greedy = strip == '-';
        strip = '\0';
        var last = end;
        if (stripEnd == '-')
        {
            while (last > start && char.IsWhiteSpace(text[last - 1]))
                last--;
        }
        else if (stripEnd == '~')
        {
            while (last > start && text[last - 1] is ' ' or '\t')
                last--;
        }
        if (last > start)
            Add(TokenKind.Text, start, text[start..last]);
        if (stripEnd != '\0' || last == start)
            return null;
        var line = last;
        while (line > start && text[line - 1] is ' ' or '\t')
            line--;
        var atLineStart = line > start ? text[line - 1] == '\n' : !greedy && (start == 0 || text[start - 1] == '\n');
        return atLineStart && line < last ? text[line..last] : null;
    }

    private void ReadRaw(int open, int percents)
    {
        var start = open + percents + 2;
        var mark = start < text.Length && text[start] is '-' or '~' ? text[start] : '\0';
        AddText(open, mark);
        if (mark != '\0')
            start++;
        var close = "}" + new string('%', percents) + "}";
        var end = text.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0)
            throw source.Fault(open, $"this raw block is not closed with `{close}`");
        at = end + close.Length;
        if (end > start && text[end - 1] is '-' or '~')
            strip = text[--end];
        if (end > start)
            Add(TokenKind.Text, start, text[start..end]);
    }

    private void ReadCode(int open)
    {
        var start = open + 2;
        var mark = start < text.Length && text[start] is '-' or '~' ? text[start] : '\0';
        var indent = AddText(open, mark);
        at = mark == '\0' ? start : start + 1;
        depth = 0;
        Add(TokenKind.CodeEnter, open, indent ?? "");
        while (!ReadToken())
        {
            if (at >= text.Length)
                throw source.Fault(open, "this `{{` is not closed with `}}`");
        }
    }

    /// <summary>One token of code; true after the closing <c>}}</c>.</summary>
    private bool ReadToken()
    {
        var spaced = SkipSpace();
        if (at >= text.Length)
            return false;
        var c = text[at];
        if (c is '\n')
            return Take(TokenKind.NewLine, 1, spaced);
        if (c is ';')
            return Take(TokenKind.Semicolon, 1, spaced);
        if (depth == 0 && strings.Count == 0 && IsExit(out var length))
        {
            if (length == 3)
                strip = c;
            Take(TokenKind.CodeExit, length, spaced);
            return true;
        }
        if (char.IsAsciiDigit(c))
            return ReadNumber(spaced);
        if (IsWordStart(c))
            return ReadWord(spaced);
        if (c is '"' or '\'')
            return ReadString(spaced);
        if (c is '`')
            return ReadVerbatim(spaced);
        if (c is '$')
            return ReadDollar(spaced);
        return ReadSign(spaced);
    }

    private bool IsExit(out int length)
    {
        length = text[at] is '-' or '~' ? 3 : 2;
        return string.CompareOrdinal(text, at + length - 2, "}}", 0, 2) == 0;
    }

    private bool SkipSpace()
    {
        var start = at;
        while (at < text.Length)
        {
            if (text[at] == '#')
                SkipComment();
            else if (text[at] != '\n' && char.IsWhiteSpace(text[at]))
                at++;
            else
                break;
        }
        return at > start;
    }

    /// <summary><c>#</c> up to the end of the line, <c>##</c> up to the next <c>##</c>; both end at <c>}}</c>.</summary>
    private void SkipComment()
    {
        var several = at + 1 < text.Length && text[at + 1] == '#';
        at += several ? 2 : 1;
        while (at < text.Length)
        {
            if (several && string.CompareOrdinal(text, at, "##", 0, 2) == 0)
            {
                at += 2;
                return;
            }
            if ((!several && text[at] == '\n') || IsExit(out _))
                return;
            at++;
        }
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private bool ReadWord(bool spaced)
    {
        var end = at + 1;
        while (end < text.Length && IsWordPart(text[end]))
            end++;
        return Take(TokenKind.Word, end - at, spaced);
    }

    /// <summary><c>$</c>, <c>$0</c>, <c>$name</c>, <c>$$</c>, or a string with expressions in it: <c>$"…"</c>.</summary>
    private bool ReadDollar(bool spaced)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (next is '"' or '\'')
        {
            Take(TokenKind.StringBegin, 2, spaced);
            return ReadPart(next, at - 2);
        }
        var end = at + 1;
        if (next == '$')
            end++;
        else
        {
            while (end < text.Length && IsWordPart(text[end]))
                end++;
        }
        return Take(TokenKind.Local, end - at, spaced);
    }

    /// <summary>The plain text of such a string, up to its end or to a <c>{</c>.</summary>
    private bool ReadPart(char quote, int begin)
    {
        var start = at;
        var part = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at];
            if (c == quote || c == '{')
            {
                if (part.Length > 0)
                    Add(TokenKind.String, start, part.ToString());
                if (c == quote)
                    return Take(TokenKind.StringEnd, 1, false);
                if (strings.Count > 50)
                    throw source.Fault(at, "too many strings within one another");
                strings.Push((quote, depth));
                depth = 0;
                return Take(TokenKind.StringOpen, 1, false);
            }
            part.Append(c == '\\' ? ReadEscape() : c);
            at++;
        }
        throw source.Fault(begin, "this string is not closed");
    }

    private bool ReadString(bool spaced)
    {
        var begin = at;
        var quote = text[at++];
        var end = text.AsSpan(at).IndexOfAny(quote, '\\');
        if (end < 0)
            throw source.Fault(begin, "this string is not closed");
        if (text[at + end] == quote)
        {
            Add(TokenKind.String, begin, text.Substring(at, end), spaced: spaced);
            at += end + 1;
            return false;
        }
        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                Add(TokenKind.String, begin, value.ToString(), spaced: spaced);
                return false;
            }
            value.Append(text[at] == '\\' ? ReadEscape() : text[at]);
        }
        throw source.Fault(begin, "this string is not closed");
    }

    private char ReadEscape()
    {
        at++;
        var c = at < text.Length ? text[at] : '\0';
        return c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            '0' => '\0',
            'u' => ReadHex(4),
            'x' => ReadHex(2),
            '\\' or '"' or '\'' or '{' or '}' or '`' or '/' or '\n' => c,
            _ => throw source.Fault(at - 1, $"unknown escape `\\{c}`; a backslash itself is written `\\\\`"),
        };
    }

    private char ReadHex(int digits)
    {
        if (
            at + digits < text.Length
            && int.TryParse(
                text.AsSpan(at + 1, digits),
                System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            at += digits;
            return (char)code;
        }
        throw source.Fault(at - 1, $"`\\{text[at]}` needs {digits} hexadecimal digits");
    }

    private bool ReadVerbatim(bool spaced)
    {
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                // A doubled back-tick is one in the text.
                if (i + 1 >= text.Length || text[i + 1] != '`')
                {
                    Add(TokenKind.String, at, value.ToString(), spaced: spaced);
                    at = i + 1;
                    return false;
                }
                i++;
            }
            value.Append(text[i]);
        }
        throw source.Fault(at, "this string is not closed");
    }

    private bool ReadNumber(bool spaced)
    {
        var value = NumberReader.Read(source, at, out var length);
        Add(TokenKind.Number, at, text.Substring(at, length), value, spaced);
        at += length;
        return false;
    }

    private bool ReadSign(bool spaced)
    {
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
                continue;
            if (sign == "{")
                depth++;
            if (sign == "}" && depth == 0 && strings.TryPop(out var outer))
            {
                depth = outer.Depth;
                Take(TokenKind.StringClose, 1, spaced);
                return ReadPart(outer.Quote, at);
            }
            if (sign == "}" && depth > 0)
                depth--;
            tokens.Add(new(TokenKind.Sign, at, sign, null, spaced));
            at += sign.Length;
            return false;
        }
        throw source.Fault(at, $"`{text[at]}` has no meaning here");
    }

    private bool Take(TokenKind kind, int length, bool spaced)
    {
        Add(kind, at, text.Substring(at, length), spaced: spaced);
        at += length;
        return false;
    }

    private void Add(TokenKind kind, int start, string value, object? worth = null, bool spaced = false) =>
        tokens.Add(new(kind, start, value, worth, spaced));
}
