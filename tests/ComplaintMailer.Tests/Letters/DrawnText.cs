using System.Text.RegularExpressions;

namespace ComplaintMailer.Tests.Letters;

/// <summary>Which text of a page stands in which colour on which ground, by its inline styles, and by its classes in dark mode.</summary>
internal static partial class DrawnText
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "meta", "link"];

    public static IEnumerable<(string Text, string Ink, string Ground)> Of(string html, bool isDark)
    {
        var classes = isDark ? Dark(html) : [];
        var open = new Stack<(string Tag, string Ink, string Ground, bool Hidden)>();
        open.Push(("", "#000000", "#ffffff", false));
        foreach (Match piece in Piece().Matches(Body(html)))
        {
            var text = piece.Value;
            if (text[0] != '<')
            {
                var (_, ink, ground, hidden) = open.Peek();
                if (!hidden && text.Replace("&nbsp;", "", StringComparison.Ordinal).Trim().Length > 0)
                    yield return (text.Trim(), ink, ground);
                continue;
            }
            if (text.StartsWith("</", StringComparison.Ordinal))
            {
                open.Pop();
                continue;
            }
            var tag = Name().Match(text).Groups["tag"].Value;
            if (Void.Contains(tag))
                continue;
            var (_, inkNow, groundNow, hiddenNow) = open.Peek();
            var style = ";" + Attribute(text, "style").Replace(" ", "", StringComparison.Ordinal);
            var (newInk, newGround) = (
                Colour(style, ";color:") ?? inkNow,
                Colour(style, ";background-color:") ?? groundNow
            );
            foreach (var name in Attribute(text, "class").Split(' '))
            {
                if (!classes.TryGetValue(name, out var rules))
                    continue;
                newInk = Colour(";" + rules, ";color:") ?? newInk;
                newGround = Colour(";" + rules, ";background-color:") ?? newGround;
            }
            open.Push((tag, newInk, newGround, hiddenNow || style.Contains("display:none", StringComparison.Ordinal)));
        }
    }

    /// <summary>The first tag that is closed wrongly or not at all; null: all is well.</summary>
    public static string? Unclosed(string html)
    {
        var open = new Stack<string>();
        foreach (Match piece in Piece().Matches(Body(html)))
        {
            if (piece.Value[0] != '<')
                continue;
            var tag = Name().Match(piece.Value).Groups["tag"].Value;
            if (Void.Contains(tag))
                continue;
            if (!piece.Value.StartsWith("</", StringComparison.Ordinal))
                open.Push(tag);
            else if (open.Count == 0 || open.Pop() != tag)
                return $"</{tag}>";
        }
        return open.Count == 0 ? null : $"<{open.Peek()}>";
    }

    private static string Body(string html) =>
        Comment()
            .Replace(
                html[
                    html.IndexOf("<body", StringComparison.Ordinal)..html.IndexOf("</html>", StringComparison.Ordinal)
                ],
                ""
            );

    private static Dictionary<string, string> Dark(string html)
    {
        var style = html[html.IndexOf("(prefers-color-scheme:dark){", StringComparison.Ordinal)..];
        style = style[
            (style.IndexOf('{', StringComparison.Ordinal) + 1)..style.IndexOf("\n}", StringComparison.Ordinal)
        ];
        return Rule()
            .Matches(style)
            .ToDictionary(
                m => m.Groups["name"].Value,
                m => m.Groups["rules"].Value.Replace("!important", "", StringComparison.Ordinal)
            );
    }

    private static string? Colour(string style, string property)
    {
        var at = style.LastIndexOf(property, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var value = style[(at + property.Length)..].Split(';')[0];
        return value.StartsWith('#') ? value : null;
    }

    private static string Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        return at < 0 ? "" : tag[(at + name.Length + 3)..].Split('"')[0];
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<[^>]+>|[^<]+", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^</?(?<tag>[a-z0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\.(?<name>[a-z]+)\{(?<rules>[^}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
