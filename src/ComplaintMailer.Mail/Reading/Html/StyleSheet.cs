using System.Text;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>
/// Of the style sheets in a page only what hides words, by simple selectors: tag, .class, #id, tag.class, tag#id. When in
/// doubt words are shown: a rule under a condition (@media) hides nothing, and any rule that shows outweighs one that hides.
/// One pass over the text.
/// </summary>
internal sealed class StyleSheet
{
    /// <summary>Keyed as written: “p”, “.preheader”, “#top”, “td.preheader”.</summary>
    private readonly Dictionary<string, StyleDeclarations> rules = new(StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => rules.Count == 0;

    public StyleDeclarations this[string selector] => rules.GetValueOrDefault(selector);

    /// <param name="conditional">The sheet holds for some screens only.</param>
    public void Add(string css, bool conditional)
    {
        var at = 0;
        var conditions = 0;
        while (at < css.Length)
        {
            var end = Stop(css, at, inBlock: false);
            var prelude = css.AsSpan(at, end - at).Trim();
            at = end + 1;
            if (end == css.Length)
                return;
            if (css[end] == '}')
            {
                conditions = Math.Max(0, conditions - 1);
                continue;
            }
            if (css[end] == ';')
                continue;
            if (prelude.StartsWith("<!--"))
                prelude = prelude[4..].TrimStart();
            if (HoldsRules(prelude))
            {
                conditions++;
                continue;
            }
            var close = BlockEnd(css, at);
            if (!prelude.StartsWith('@'))
                Keep(prelude, css.AsSpan(at, close - at), conditional || conditions > 0);
            at = close + 1;
        }
    }

    private static bool HoldsRules(ReadOnlySpan<char> prelude) =>
        prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase)
        || prelude.StartsWith("@supports", StringComparison.OrdinalIgnoreCase)
        || prelude.StartsWith("@layer", StringComparison.OrdinalIgnoreCase)
        || prelude.StartsWith("@container", StringComparison.OrdinalIgnoreCase)
        || prelude.StartsWith("@-moz-document", StringComparison.OrdinalIgnoreCase);

    private void Keep(ReadOnlySpan<char> selectors, ReadOnlySpan<char> block, bool conditional)
    {
        var declared = StyleDeclarations.Read(WithoutComments(block));
        if (conditional)
            declared = declared with { Hidden = Unseen.None };
        if (declared == default)
            return;
        selectors = WithoutComments(selectors);
        foreach (var range in selectors.Split(','))
        {
            var selector = selectors[range].Trim();
            if (IsSimple(selector))
                Keep(selector, declared);
            else
                KeepShown(selector, declared with { Hidden = Unseen.None });
        }
    }

    private void Keep(ReadOnlySpan<char> selector, StyleDeclarations declared)
    {
        if (declared == default)
            return;
        var key = selector.ToString().Replace("\\", "", StringComparison.Ordinal);
        rules[key] = rules.GetValueOrDefault(key).And(declared);
    }

    /// <summary>Of an intricate selector the last part says which elements it may show.</summary>
    private void KeepShown(ReadOnlySpan<char> selector, StyleDeclarations declared)
    {
        if (declared == default)
            return;
        selector = selector[(selector.LastIndexOfAny(" >+~") + 1)..];
        var from = 0;
        for (var i = 1; i <= selector.Length; i++)
        {
            if (i < selector.Length && (selector[i] is not ('.' or '#' or ':' or '[') || selector[i - 1] == '\\'))
                continue;
            var piece = selector[from..i];
            if (IsSimple(piece))
                Keep(piece, declared);
            from = i;
        }
    }

    /// <summary>A whole page is never hidden: not “*”, “body” or “html”.</summary>
    private static bool IsSimple(ReadOnlySpan<char> selector)
    {
        if (selector.IsEmpty || selector is "*" or "body" or "html")
            return false;
        var marks = 0;
        for (var i = 0; i < selector.Length; i++)
        {
            if (selector[i] == '\\')
                i++;
            else if (selector[i] is '.' or '#')
                marks++;
            else if (!char.IsLetterOrDigit(selector[i]) && selector[i] is not ('-' or '_'))
                return false;
        }
        return marks <= 1;
    }

    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> css)
    {
        if (css.IndexOf("/*") < 0)
            return css;
        var kept = new StringBuilder(css.Length);
        while (css.IndexOf("/*") is >= 0 and var open)
        {
            kept.Append(css[..open]).Append(' ');
            css = css[open..];
            var close = css[2..].IndexOf("*/");
            css = close < 0 ? [] : css[(close + 4)..];
        }
        return kept.Append(css).ToString();
    }

    private static int BlockEnd(string css, int at)
    {
        var depth = 1;
        while (true)
        {
            at = Stop(css, at, inBlock: true);
            if (at == css.Length)
                return at;
            depth += css[at] == '{' ? 1 : -1;
            if (depth == 0)
                return at;
            at++;
        }
    }

    /// <summary>The next brace, or semicolon outside blocks, that stands in no comment and no string.</summary>
    private static int Stop(string css, int at, bool inBlock)
    {
        for (; at < css.Length; at++)
        {
            switch (css[at])
            {
                case '{' or '}':
                case ';' when !inBlock:
                    return at;
                case '\\':
                    at++;
                    break;
                case '/' when at + 1 < css.Length && css[at + 1] == '*':
                    var close = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                    at = close < 0 ? css.Length : close + 1;
                    break;
                case '"' or '\'':
                    at = StringEnd(css, at);
                    break;
            }
        }
        return css.Length;
    }

    /// <summary>A string ends at its quote, or at the end of the line where that was forgotten.</summary>
    private static int StringEnd(string css, int at)
    {
        var quote = css[at];
        for (at++; at < css.Length; at++)
        {
            if (css[at] == '\\')
                at++;
            else if (css[at] == quote || css[at] == '\n')
                break;
        }
        return at;
    }
}
