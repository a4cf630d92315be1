namespace ComplaintMailer.Templates.Parsing;

/// <summary>A template's text, and where its lines begin.</summary>
internal sealed class Source(string file, string text)
{
    private int[]? lines;

    public string File { get; } = file;
    public string Text { get; } = text;
    public bool IsHtml { get; } =
        file.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Something in it asks for the arguments or variables of its own, or returns: <c>$</c>, <c>$x</c>, <c>$$</c>, <c>ret</c>.</summary>
    public bool NeedsFrame { get; set; }

    public TemplateException Fault(int at, string reason)
    {
        var (line, column) = Place(at);
        return new(File, line, column, reason);
    }

    public (int Line, int Column) Place(int at)
    {
        lines ??= FindLines();
        var line = Array.BinarySearch(lines, at);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, at - lines[line] + 1);
    }

    private int[] FindLines()
    {
        var starts = new List<int> { 0 };
        for (var i = Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = Text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}
