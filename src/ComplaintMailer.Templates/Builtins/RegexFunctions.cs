using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ComplaintMailer.Templates.Builtins;

/// <summary>Regular expressions that take time in proportion to the text, whatever the pattern: without backtracking.</summary>
internal static class RegexFunctions
{
    private const int CacheLimit = 200;
    private static readonly ConcurrentDictionary<(string, RegexOptions), Regex> Known = new();

    public static BuiltinObject Make() =>
        new BuiltinObject("regex")
            .With("escape", "pattern", g => Regex.Escape(g.Text(0)))
            .With("unescape", "pattern", Unescape)
            .With("match", "text pattern options?", g => Groups(Pattern(g, 2).Match(g.Text(0))))
            .With("matches", "text pattern options?", Matches)
            .With("replace", "text pattern replace options?", Replace)
            .With("split", "text pattern options?", Split);

    private static Regex Pattern(Given given, int options)
    {
        var wanted = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var letter in given.Text(options))
        {
            wanted |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw given.Fault($"there is no option `{letter}`; known are i, m, s and x"),
            };
        }
        var pattern = given.Text(1);
        if (pattern.Length > 1000)
            throw given.Fault("this pattern is too long");
        if (Known.TryGetValue((pattern, wanted), out var known))
            return known;
        try
        {
            // Without backtracking, no pattern can take long.
#pragma warning disable MA0009
            var made = new Regex(pattern, wanted);
#pragma warning restore MA0009
            if (Known.Count < CacheLimit)
                Known[(pattern, wanted)] = made;
            return made;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw given.Fault($"`{pattern}` cannot be used: {e.Message}");
        }
    }

    private static TemplateArray Groups(Match match) =>
        match.Success ? new(match.Groups.Values.Select(g => g.Success ? g.Value : null)) : [];

    private static TemplateArray Matches(Given given)
    {
        var found = new TemplateArray();
        foreach (Match match in Pattern(given, 2).Matches(given.Text(0)))
        {
            given.Context.Step(given.Node, match.Groups.Count);
            found.Add(Groups(match));
        }
        return found;
    }

    private static string Replace(Given given)
    {
        long length = given.Text(0).Length;
        var by = given.Text(2);
        return Pattern(given, 3)
            .Replace(
                given.Text(0),
                match =>
                {
                    var text = match.Result(by);
                    given.Context.CheckLength(given.Node, length += text.Length);
                    return text;
                }
            );
    }

    private static TemplateArray Split(Given given)
    {
        var parts = Pattern(given, 2).Split(given.Text(0));
        given.Context.Step(given.Node, parts.Length);
        return new(parts);
    }

    private static string Unescape(Given given)
    {
        try
        {
            return Regex.Unescape(given.Text(0));
        }
        catch (ArgumentException)
        {
            throw given.Fault("an escape in this text is not complete");
        }
    }
}
