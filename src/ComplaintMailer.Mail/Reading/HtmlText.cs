using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ComplaintMailer.Mail.Reading;

/// <summary>HTML as a person would read it aloud: tables of forms as “label: value”, links with their address, nothing hidden.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Ignored =
    [
        "head",
        "style",
        "script",
        "title",
        "meta",
        "noscript",
        "template",
        "svg",
        "object",
        "iframe",
    ];
    private static readonly HashSet<string> Blocks =
    [
        "p",
        "div",
        "table",
        "tr",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "pre",
        "hr",
        "dl",
        "dt",
        "dd",
        "address",
        "form",
        "fieldset",
    ];

    public static string Read(string html, ICollection<string> defects)
    {
        try
        {
            using var document = new HtmlParser().ParseDocument(html);
            var writer = new Writer();
            writer.Write(document.Body ?? (INode)document.DocumentElement);
            return writer.ToString();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            defects.Add("the HTML could not be read; tags were taken out");
            return Strip(html);
        }
    }

    private static string Strip(string html)
    {
        var text = new StringBuilder(html.Length);
        var inTag = false;
        foreach (var c in html)
        {
            if (c == '<')
                inTag = true;
            else if (c == '>')
                inTag = false;
            else if (!inTag)
                text.Append(c);
        }
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    private sealed class Writer
    {
        private readonly StringBuilder text = new();
        private readonly StringBuilder line = new();
        private int quote;

        /// <summary>Walks without recursion: three hundred nested tables are as good as one.</summary>
        public void Write(INode root)
        {
            var steps = new Stack<(INode Node, bool Leaving)>();
            steps.Push((root, false));
            while (steps.TryPop(out var step))
            {
                if (step.Leaving)
                {
                    Leave((IElement)step.Node);
                    continue;
                }
                if (step.Node is IText t)
                {
                    Words(t.Data, t.ParentElement?.LocalName == "pre");
                    continue;
                }
                if (step.Node is IElement element)
                {
                    if (Ignored.Contains(element.LocalName) || IsHidden(element))
                        continue;
                    Enter(element);
                    steps.Push((element, true));
                }
                for (var child = step.Node.LastChild; child is not null; child = child.PreviousSibling)
                    steps.Push((child, false));
            }
        }

        public override string ToString()
        {
            Break();
            return text.ToString();
        }

        private void Enter(IElement element)
        {
            var name = element.LocalName;
            if (name == "br")
            {
                Break(always: true);
            }
            else if (name is "td" or "th")
            {
                // Cells of one row stand on one line; the first of two is a label.
                if (line.Length > 0)
                    line.Append(
                        line[^1] == ':' ? " "
                        : IsLabel(element.PreviousElementSibling, element) ? ": "
                        : " "
                    );
            }
            else if (name == "blockquote")
            {
                Break();
                quote++;
            }
            else if (Blocks.Contains(name))
            {
                Break();
                if (name == "p" && text.Length > 0)
                    text.Append('\n');
                if (name == "hr")
                    text.Append("--------\n");
                if (name == "li")
                    line.Append("- ");
            }
            else if (
                name == "img"
                && element.GetAttribute("alt") is { Length: > 0 and < 200 } alt
                && !IsTracker(element)
            )
            {
                line.Append('[').Append(alt.Trim()).Append(']');
            }
        }

        private void Leave(IElement element)
        {
            var name = element.LocalName;
            if (name == "a" && element.GetAttribute("href") is { } href)
            {
                var shown = element.TextContent.Trim();
                if (
                    href.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                    && !shown.Contains(href, StringComparison.OrdinalIgnoreCase)
                    && shown.Length > 0
                    && href.Length < 500
                )
                    line.Append(" <").Append(href).Append('>');
            }
            else if (name == "blockquote")
            {
                Break();
                quote = Math.Max(0, quote - 1);
            }
            else if (Blocks.Contains(name))
            {
                Break();
                if (name == "p")
                    text.Append('\n');
            }
        }

        private void Words(string data, bool preformatted)
        {
            foreach (var c in data)
            {
                if (preformatted && c == '\n')
                    Break(always: true);
                else if (c is ' ' or '\t' or '\r' or '\n' or '\u00A0')
                {
                    if (line.Length > 0 && line[^1] != ' ')
                        line.Append(' ');
                }
                else if (c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD'))
                    line.Append(c);
            }
        }

        private void Break(bool always = false)
        {
            var words = line.ToString().Trim();
            line.Clear();
            if (words.Length == 0 && !always)
                return;
            text.Append('>', quote);
            if (quote > 0)
                text.Append(' ');
            text.Append(words).Append('\n');
        }

        private static bool IsLabel(IElement? before, IElement cell) =>
            before is not null
            && before.PreviousElementSibling is null
            && cell.NextElementSibling is null
            && before.TextContent.Trim().Length is > 0 and < 60;

        private static bool IsHidden(IElement element)
        {
            if (element.HasAttribute("hidden"))
                return true;
            var style = element.GetAttribute("style");
            if (style is null)
                return false;
            var compact = style.Replace(" ", "", StringComparison.Ordinal);
            return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                || compact.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase)
                || compact.Contains("font-size:0;", StringComparison.OrdinalIgnoreCase);
        }

        private static bool IsTracker(IElement image) =>
            image.GetAttribute("width") is "1" or "0" || image.GetAttribute("height") is "1" or "0";
    }
}
