using System.Text;
using AngleSharp.Dom;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>
/// Tells the tables of forms from those that only hold a page together. It looks at no more than the first words and
/// elements of a cell: tables stand in tables, and each look at a whole one would cost its size again.
/// </summary>
internal sealed class HtmlTables(Visibility visibility)
{
    private const int LabelMax = 80;
    private const int LookMax = 60;

    /// <summary>The label, where a row is a short label and a value.</summary>
    /// <param name="isForm">Other rows were: then a label may stand without a value.</param>
    public string? Label(IElement row, bool isForm)
    {
        IElement? first = null,
            second = null;
        var cells = 0;
        var children = row.Children;
        for (var i = 0; i < children.Length; i++)
        {
            if (i >= LookMax)
                return null;
            var cell = children[i];
            if (cell.LocalName is not ("td" or "th"))
                continue;
            cells++;
            if (cells > 3)
                return null;
            if (IsEmpty(cell))
                continue;
            if (first is null)
                first = cell;
            else if (second is null)
                second = cell;
            else
                return null;
        }
        // A label without a value is a question that was left open.
        if (first is null || cells < 2 || !IsOneLine(first) || HoldsTable(second))
            return null;
        var label = Text(first, LabelMax + 1);
        if (label.Length is 0 or > LabelMax || !label.Any(char.IsLetter))
            return null;
        if (second is null && !isForm && !(first.LocalName == "th" || label[^1] is ':' or '?'))
            return null;
        return label;
    }

    /// <summary>No line breaks, paragraphs, images or tables within.</summary>
    public bool IsOneLine(IElement cell)
    {
        var looked = 0;
        var lines = 0;
        foreach (var node in Within(cell))
        {
            if (++looked > LookMax)
                return false;
            if (node is not IElement element)
                continue;
            if (element.LocalName is "table" or "img" or "ul" or "ol" or "br" or "hr" or "a")
                return false;
            if (HtmlNames.IsBlock(element.LocalName) && ++lines > 1)
                return false;
        }
        return true;
    }

    private bool HoldsTable(IElement? cell)
    {
        if (cell is null)
            return false;
        var looked = 0;
        foreach (var node in Within(cell))
        {
            if (node is IElement { LocalName: "table" or "img" })
                return true;
            if (++looked > LookMax)
                break;
        }
        return false;
    }

    private bool IsEmpty(IElement cell) => Text(cell, 1).Length == 0;

    private string Text(IElement cell, int most)
    {
        var text = new StringBuilder();
        var looked = 0;
        foreach (var node in Within(cell))
        {
            if (++looked > LookMax || text.Length > most)
                break;
            if (node is not IText words)
                continue;
            foreach (var c in words.Data)
            {
                if (text.Length > most)
                    break;
                if (c is ' ' or '\t' or '\r' or '\n' or '\u00A0')
                {
                    if (text.Length > 0 && text[^1] != ' ')
                        text.Append(' ');
                }
                else if (!PlainText.IsInvisible(c))
                    text.Append(c);
            }
        }
        return text.ToString().Trim();
    }

    /// <summary>All nodes below, in order of the page, without recursion; of what is hidden the outermost alone, as null.</summary>
    private IEnumerable<INode?> Within(INode root)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            var isShown = IsShown(node);
            yield return isShown ? node : null;
            if (isShown && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                if (node == root)
                    yield break;
            }
            node = node?.NextSibling;
        }
    }

    private bool IsShown(INode node)
    {
        var inherited = Unseen.None;
        return node is not IElement element
            || !(HtmlNames.IsIgnored(element.LocalName) || visibility.IsGone(element, ref inherited));
    }
}
