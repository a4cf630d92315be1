using System.Text;
using AngleSharp.Dom;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>
/// Walks the tree of a page and writes down what a person would see. It keeps its own stack, so that three hundred nested
/// tables are as good as one.
/// </summary>
internal sealed class HtmlWalker(Visibility visibility)
{
    private const int QuoteMax = 20;
    private const int HeadingMax = 80;

    /// <summary>Rows within rows whose values are gathered: each costs the words of all within it.</summary>
    private const int RowsMax = 3;

    private readonly HtmlTables tables = new(visibility);
    private readonly ReadableText read = new();
    private readonly StringBuilder line = new();
    private readonly Stack<(IElement Element, string Label, int Line)> rows = new();
    private readonly Stack<int> numbers = new();
    private int quote;
    private int aside;
    private int signature;
    private int bold;
    private int preformatted;
    private int plainWords;
    private int boldWords;
    private bool quoteBegins;
    private bool wantsBlank;
    private bool isOneLine;
    private bool wantsBar;

    public static ReadableText Read(IDocument document)
    {
        var walker = new HtmlWalker(Visibility.Of(document));
        walker.Walk(document.Body ?? (INode)document);
        return walker.read;
    }

    private void Walk(INode root)
    {
        var steps = new Stack<(INode Node, bool Leaving, Unseen Unseen)>();
        steps.Push((root, false, Unseen.None));
        while (steps.TryPop(out var step))
        {
            if (step.Leaving)
            {
                Leave((IElement)step.Node, step.Unseen);
                continue;
            }
            if (step.Node is IText text)
            {
                if (step.Unseen == Unseen.None)
                    Words(text.Data);
                continue;
            }
            var unseen = step.Unseen;
            if (step.Node is IElement element)
            {
                if (HtmlNames.IsIgnored(element.LocalName) || visibility.IsGone(element, ref unseen))
                    continue;
                Enter(element, unseen);
                steps.Push((element, true, unseen));
            }
            // By number: asking a node for its neighbour costs a walk along all of them.
            var children = step.Node.ChildNodes;
            for (var i = children.Length - 1; i >= 0; i--)
                steps.Push((children[i], false, unseen));
        }
        Break();
    }

    private void Enter(IElement element, Unseen unseen)
    {
        var name = element.LocalName;
        if (HtmlNames.BeginsQuote(element))
        {
            Break();
            quoteBegins = true;
        }
        if (HtmlNames.IsSignature(element))
        {
            Break();
            signature++;
        }
        switch (name)
        {
            case "br":
                Break(always: true);
                return;
            case "td" or "th":
                EnterCell(element);
                return;
            case "img":
                if ((unseen & Unseen.Visibility) == Unseen.None)
                    Image(element);
                return;
            case "textarea" or "pre":
                Break();
                preformatted++;
                return;
            case "b" or "strong" or "label":
                bold++;
                return;
            case "hr":
                Break();
                Add("----------");
                return;
        }
        if (!HtmlNames.IsBlock(name))
            return;
        Break();
        switch (name)
        {
            case "blockquote":
                EnterQuote(element);
                break;
            case "tr":
                EnterRow(element);
                break;
            case "ul":
                numbers.Push(-1);
                break;
            case "ol":
                numbers.Push(0);
                break;
            case "li":
                Item();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt":
                wantsBlank |= name != "dt";
                bold++;
                break;
            case "p":
                wantsBlank |= !HtmlNames.IsTight(element);
                break;
        }
    }

    private void Leave(IElement element, Unseen unseen)
    {
        var name = element.LocalName;
        switch (name)
        {
            case "a":
                if (unseen == Unseen.None && HtmlLinks.Shown(element) is { } address)
                    line.Append(" <").Append(address).Append('>');
                break;
            case "b" or "strong" or "label":
                bold--;
                break;
            case "textarea" or "pre":
                Break();
                preformatted--;
                break;
            case "td" or "th":
                LeaveCell(element);
                break;
        }
        if (HtmlNames.IsBlock(name))
        {
            if (name == "p" && line.Length == 0 && HtmlNames.IsEmptyLine(element))
                Add("");
            Break();
            switch (name)
            {
                case "blockquote":
                    LeaveQuote(element);
                    break;
                case "tr" when rows.Count > 0 && rows.Peek().Element == element:
                    LeaveRow();
                    break;
                case "ul" or "ol" when numbers.Count > 0:
                    numbers.Pop();
                    break;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt":
                    bold--;
                    wantsBlank |= name != "dt";
                    break;
                case "p":
                    wantsBlank |= !HtmlNames.IsTight(element);
                    break;
            }
        }
        if (HtmlNames.IsSignature(element))
        {
            Break();
            signature--;
        }
    }

    private void EnterQuote(IElement element)
    {
        var (quoted, sure) = HtmlNames.Blockquote(element);
        if (!quoted)
            return;
        AddBlank();
        quote++;
        if (!sure)
            aside++;
    }

    private void LeaveQuote(IElement element)
    {
        var (quoted, sure) = HtmlNames.Blockquote(element);
        if (!quoted)
            return;
        wantsBlank = true;
        quote--;
        if (!sure)
            aside--;
    }

    private void Item()
    {
        if (numbers.Count == 0 || numbers.Peek() < 0)
        {
            line.Append("- ");
            return;
        }
        var number = numbers.Pop() + 1;
        numbers.Push(number);
        line.Append(number).Append(". ");
    }

    private void EnterRow(IElement row)
    {
        if (rows.Count < RowsMax && tables.Label(row, isForm: read.Fields.Count > 0) is { } label)
            rows.Push((row, label, read.Lines.Count));
    }

    /// <summary>A row of a label and its value is a field, whatever lines the value took.</summary>
    private void LeaveRow()
    {
        var (_, label, from) = rows.Pop();
        var value = new StringBuilder();
        for (var i = from; i < read.Lines.Count; i++)
        {
            var words = read.Lines[i].Words.TrimStart('>', ' ');
            if (value.Length == 0 && words.StartsWith(label, StringComparison.Ordinal))
                words = words[label.Length..].TrimStart(':', ' ');
            if (words.Length > 0)
                value.Append(value.Length > 0 ? "\n" : "").Append(words);
        }
        read.Fields.Add(new(label.TrimEnd(':', ' '), value.ToString()));
    }

    private void EnterCell(IElement cell)
    {
        if (cell.LocalName == "th")
            bold++;
        if (line.Length == 0)
            return;
        if (rows.Count > 0 && rows.Peek().Element == cell.ParentElement)
        {
            TrimLine();
            line.Append(line[^1] is ':' or '?' ? " " : ": ");
            // From here on it is a value, not a heading.
            plainWords++;
        }
        else if (isOneLine && tables.IsOneLine(cell))
        {
            TrimLine();
            // What the cell says decides whether the bar is wanted.
            wantsBar = true;
        }
        else
            Break();
    }

    private void LeaveCell(IElement cell)
    {
        isOneLine = line.Length > 0 && tables.IsOneLine(cell);
        if (cell.LocalName == "th")
            bold--;
    }

    private void Image(IElement image)
    {
        if (HtmlNames.IsTracker(image) || image.GetAttribute("alt")?.Trim() is not { Length: > 0 and < 120 } alt)
            return;
        // Emoji come as images; what is named like a file says nothing.
        if (!alt.Any(char.IsAsciiLetter))
            line.Append(alt);
        else if (!alt.Contains('.', StringComparison.Ordinal) && !alt.Contains("://", StringComparison.Ordinal))
            line.Append('[').Append(PlainText.Clean(alt).Replace('\n', ' ')).Append(']');
    }

    private void Words(string data)
    {
        foreach (var c in data)
        {
            if (preformatted > 0 && c == '\n')
                Break(always: true);
            else if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0')
            {
                if (line.Length > 0 && (preformatted > 0 || line[^1] != ' '))
                    line.Append(' ');
            }
            else if (!PlainText.IsInvisible(c))
            {
                if (wantsBar && line.Length > 0)
                    line.Append(line[^1] == ' ' ? "| " : " | ");
                wantsBar = false;
                line.Append(c);
                if (bold > 0)
                    boldWords++;
                else
                    plainWords++;
            }
        }
    }

    private void TrimLine()
    {
        while (line.Length > 0 && line[^1] == ' ')
            line.Length--;
    }

    private void Break(bool always = false)
    {
        wantsBar = false;
        TrimLine();
        if (line.Length == 0 && !always)
            return;
        if (line.Length > 0 && wantsBlank)
        {
            wantsBlank = false;
            AddBlank();
        }
        var mark =
            line.Length == 0 ? LineMark.None
            : quoteBegins ? LineMark.QuoteBegins
            : aside > 0 && aside == quote ? LineMark.Aside
            : signature > 0 ? LineMark.Signature
            : boldWords > 0 && plainWords == 0 && line.Length <= HeadingMax ? LineMark.Heading
            : LineMark.None;
        if (line.Length > 0)
            quoteBegins = false;
        Add(line.ToString(), mark);
        line.Clear();
        plainWords = boldWords = 0;
    }

    private void AddBlank()
    {
        if (read.Lines.Count > 0 && read.Lines[^1].Words.AsSpan().ContainsAnyExcept("> "))
            Add("");
    }

    private void Add(string words, LineMark mark = LineMark.None)
    {
        var depth = Math.Min(quote, QuoteMax);
        if (depth > 0)
            words = words.Length == 0 ? new string('>', depth) : $"{new string('>', depth)} {words}";
        read.Lines.Add(new(words, mark));
    }
}
