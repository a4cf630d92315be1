namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>
/// Judges in one pass whether building a tree of this HTML stays cheap. Parsers of HTML look up their stack of open elements
/// and open again the formatting that was left open, so that depth multiplies cost.
/// </summary>
internal static class HtmlWeight
{
    // What AngleSharp allocates grows with the square of the depth: three megabytes here.
    private const int DepthMax = 320;
    private const int FormattingMax = 150;
    private const int AttributesMax = 300;
    private const int StrayMax = 4000;

    /// <summary>How far up the stack an end tag may look for its start.</summary>
    private const int ReachMax = 64;

    private static readonly HashSet<string> Void =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ];
    private static readonly HashSet<string> Formatting =
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ];

    /// <summary>A second of these closes the first.</summary>
    private static readonly HashSet<string> SelfClosing =
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "option",
        "dt",
        "dd",
    ];
    private static readonly HashSet<string> TableParts = ["table", "tbody", "thead", "tfoot", "tr"];
    private static readonly HashSet<string> TableContent =
    [
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "colgroup",
        "col",
        "style",
        "script",
        "form",
        "input",
    ];

    public static bool IsTooHeavy(string html)
    {
        var open = new List<(string Name, int Formatting)>();
        var formatting = 0;
        var formattingTotal = 0;
        var stray = 0;
        var roots = 0;
        var at = 0;
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            var tag = HtmlTag.Read(html, at);
            at = tag.End;
            if (tag.Name.Length == 0)
                continue;
            if (tag.Attributes > AttributesMax)
                return true;
            if (tag.Name is "html" or "body" && ++roots > 20)
                return true;
            if (tag.IsEnd)
            {
                if (Formatting.Contains(tag.Name) && formatting > 0)
                    formatting--;
                formatting = Close(open, tag.Name, formatting);
                continue;
            }
            if (tag.Name is "script" or "style" or "title" or "textarea" or "xmp" or "iframe" or "noembed")
            {
                at = HtmlTag.SkipRaw(html, at, tag.Name);
                continue;
            }
            if (open.Count > 0 && TableParts.Contains(open[^1].Name) && !TableContent.Contains(tag.Name))
                stray++;
            if (Void.Contains(tag.Name))
                continue;
            if (Formatting.Contains(tag.Name))
            {
                formatting++;
                formattingTotal = Math.Max(formattingTotal, formatting);
            }
            else if (SelfClosing.Contains(tag.Name))
            {
                formatting = CloseSibling(open, tag.Name, formatting);
            }
            open.Add((tag.Name, formatting));
            if (open.Count > DepthMax || formattingTotal > FormattingMax || stray > StrayMax)
                return true;
        }
        return false;
    }

    private static int CloseSibling(List<(string Name, int Formatting)> open, string name, int formatting)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - ReachMax); i--)
        {
            if (open[i].Name == name)
                return Pop(open, i, formatting);
            if (open[i].Name is "table" or "ul" or "ol" or "dl" or "select" or "div" or "blockquote")
                break;
            // A row ends the cells of the row before.
            if (name is not ("tr" or "tbody" or "thead") && open[i].Name is "td" or "th" or "tr")
                break;
        }
        return formatting;
    }

    private static int Close(List<(string Name, int Formatting)> open, string name, int formatting)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - ReachMax); i--)
        {
            if (open[i].Name == name)
                return Pop(open, i, formatting);
            // Nothing but the table's own end tags reaches across a cell or a table.
            if (open[i].Name is "table" && name != "table")
                break;
            if (open[i].Name is "td" or "th" && name is not ("tr" or "table" or "tbody" or "thead" or "tfoot"))
                break;
        }
        return formatting;
    }

    /// <summary>Formatting left open within a cell ends with the cell.</summary>
    private static int Pop(List<(string Name, int Formatting)> open, int index, int formatting)
    {
        for (var i = index; i < open.Count; i++)
        {
            if (open[i].Name is "td" or "th" or "caption")
            {
                formatting = open[i].Formatting;
                break;
            }
        }
        open.RemoveRange(index, open.Count - index);
        return formatting;
    }
}
