using System.Net;
using System.Text;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>The text of HTML without a tree: slower minds would call it grep. For pages made to break parsers.</summary>
internal static class HtmlStripper
{
    public static ReadableText Read(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        var quote = 0;
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            Words(text, html.AsSpan(at, open - at));
            if (open == html.Length)
                break;
            var tag = HtmlTag.Read(html, open);
            at = tag.End;
            if (tag.Name.Length == 0)
            {
                if (at == open + 1)
                    text.Append('<');
                continue;
            }
            if (tag.Name is "blockquote")
            {
                quote = Math.Clamp(quote + (tag.IsEnd ? -1 : 1), 0, 20);
                Break(text, quote);
            }
            else if (HtmlNames.IsBlock(tag.Name) || tag.Name is "br" or "td")
                Break(text, quote);
            if (!tag.IsEnd && tag.Name is "script" or "style" or "title" or "template" or "head")
                at = HtmlTag.SkipRaw(html, at, tag.Name);
        }
        return PlainText.Read(WebUtility.HtmlDecode(text.ToString()));
    }

    private static void Words(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }

    private static void Break(StringBuilder text, int quote)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n').Append('>', quote);
        if (quote > 0 && text.Length > 0 && text[^1] == '>')
            text.Append(' ');
    }
}
