namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>One tag, found without building a tree.</summary>
internal readonly record struct HtmlTag(string Name, bool IsEnd, int Attributes, int End)
{
    /// <summary>Reads what begins with the &lt; at <paramref name="at"/>. A name that is empty means: no tag (text, or a comment).</summary>
    public static HtmlTag Read(string html, int at)
    {
        var i = at + 1;
        if (i >= html.Length)
            return new("", false, 0, html.Length);
        if (html[i] is '!' or '?')
            return new("", false, 0, AfterComment(html, i));
        var isEnd = html[i] == '/';
        if (isEnd)
            i++;
        var start = i;
        while (i < html.Length && (char.IsAsciiLetterOrDigit(html[i]) || html[i] is ':' or '-' or '_'))
            i++;
        if (i == start || !char.IsAsciiLetter(html[start]))
            return new("", false, 0, at + 1);
        var name = i - start > 30 ? "?" : html[start..i].ToLowerInvariant();
        var attributes = 0;
        var quote = '\0';
        var afterEquals = false;
        for (; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
            }
            else if (c is '"' or '\'' && afterEquals)
            {
                quote = c;
                afterEquals = false;
            }
            else if (c == '>')
                return new(name, isEnd, attributes, i + 1);
            else if (c == '=')
                afterEquals = true;
            else if (char.IsWhiteSpace(c) || c == '/')
            {
                if (i + 1 < html.Length && !char.IsWhiteSpace(html[i + 1]) && html[i + 1] is not ('>' or '=' or '/'))
                    attributes++;
            }
            else
                afterEquals = false;
        }
        return new(name, isEnd, attributes, html.Length);
    }

    /// <summary>Where the text of a script or style ends.</summary>
    public static int SkipRaw(string html, int at, string name)
    {
        var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }

    private static int AfterComment(string html, int i)
    {
        if (!html.AsSpan(i).StartsWith("!--"))
        {
            var close = html.IndexOf('>', i);
            return close < 0 ? html.Length : close + 1;
        }
        var end = html.IndexOf("-->", Math.Min(i + 3, html.Length), StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 3;
    }
}
