using System.Text;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Builtins;

internal static class HtmlFunctions
{
    /// <summary>Signs that mean something in an address and stay as they are in <c>url_escape</c>.</summary>
    private const string Reserved = ":/?#[]@!$&'()*+,;=%";

    public static BuiltinObject Make() =>
        new BuiltinObject("html")
            .With("raw", "text", g => g[0] is SafeText ? g[0] : new SafeText(g.Text(0)))
            .With("escape", "text", g => new SafeText(Html.Of(g.Context, g[0])))
            .With("newline_to_br", "text", NewLineToBreak)
            .With("strip", "text", g => Strip(g.Text(0)))
            .With("url_encode", "text", g => Uri.EscapeDataString(g.Text(0)))
            .With("url_escape", "text", g => UrlEscape(g.Text(0)));

    private static object NewLineToBreak(Given given)
    {
        if (!given.Node.Source.IsHtml)
            return Broken(given.Text(0));
        return new SafeText(given.Short(Broken(Html.Of(given.Context, given[0]))));
    }

    private static string Broken(string text)
    {
        var broken = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            // Of a carriage return and line feed, the pair is one break.
            var second = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
            if (text[i] is '\r' or '\n' && !second)
                broken.Append("<br />");
            broken.Append(text[i]);
        }
        return broken.ToString();
    }

    /// <summary>Text without what stands between angle brackets. For show only: no safe HTML comes of it, so it is escaped as any text.</summary>
    private static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
                break;
            kept.Append(text, at, open - at);
            at = close + 1;
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static string UrlEscape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.ToString();
            escaped.Append(Reserved.Contains(c, StringComparison.Ordinal) ? c : Uri.EscapeDataString(c));
        }
        return escaped.ToString();
    }
}
