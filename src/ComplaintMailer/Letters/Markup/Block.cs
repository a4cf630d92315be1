using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Markup;

/// <summary>A piece of a letter. Text and HTML are both made of the same pieces, so they never disagree.</summary>
internal sealed record Block : IMembers
{
    private static readonly string[] Members = ["kind", "level", "spans", "items", "rows", "buttons"];

    /// <summary>Names the partial that draws it: <c>blocks/paragraph.html</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>1 for the title of the letter, 2 for a heading within it.</summary>
    public int Level { get; init; }
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>Items of a list.</summary>
    public IReadOnlyList<IReadOnlyList<Span>> Items { get; init; } = [];

    /// <summary>Rows of a table of facts.</summary>
    public IReadOnlyList<Row> Rows { get; init; } = [];
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    IEnumerable<string> IMembers.Names => Members;

    /// <summary>As <c>blocks/*.html</c> see it.</summary>
    bool IMembers.TryGet(string name, out object? value)
    {
        value = name switch
        {
            "kind" => Kind,
            "level" => Level == 1 ? One : (long)Level,
            "spans" => Spans,
            "items" => Items,
            "rows" => Rows,
            "buttons" => Buttons,
            _ => null,
        };
        return value is not null;
    }

    private static readonly object One = 1L;

    /// <summary>Of no use in plain text: what is said of buttons.</summary>
    public bool OnlyHtml { get; init; }

    public const string Heading = "heading";
    public const string Paragraph = "paragraph";
    public const string List = "list";
    public const string Facts = "facts";
    public const string Quote = "quote";
    public const string Note = "note";

    /// <summary>What the whole letter is about.</summary>
    public const string Key = "key";

    /// <summary>Another letter stands here, as it would be sent.</summary>
    public const string Insert = "insert";

    /// <summary>Small print.</summary>
    public const string Small = "small";
    public const string ButtonRow = "buttons";
    public const string Rule = "rule";
}

/// <param name="IsBreak">The line ends here.</param>
internal sealed record Span(
    string Text,
    bool IsBold = false,
    bool IsCode = false,
    string? Href = null,
    bool IsBreak = false
) : IMembers
{
    private static readonly string[] Members = ["text", "is_bold", "is_code", "is_break", "href"];

    IEnumerable<string> IMembers.Names => Members;

    bool IMembers.TryGet(string name, out object? value)
    {
        value = name switch
        {
            "text" => Text,
            "is_bold" => Truths.Of(IsBold),
            "is_code" => Truths.Of(IsCode),
            "is_break" => Truths.Of(IsBreak),
            "href" => Href,
            _ => null,
        };
        return value is not null || name == "href";
    }
}

internal sealed record Row(string Label, IReadOnlyList<Span> Spans) : IMembers
{
    private static readonly string[] Members = ["label", "spans"];

    IEnumerable<string> IMembers.Names => Members;

    bool IMembers.TryGet(string name, out object? value)
    {
        value = name switch
        {
            "label" => Label,
            "spans" => Spans,
            _ => null,
        };
        return value is not null;
    }
}

internal sealed record Button(string Label, string Href) : IMembers
{
    private static readonly string[] Members = ["label", "href"];

    IEnumerable<string> IMembers.Names => Members;

    bool IMembers.TryGet(string name, out object? value)
    {
        value = name switch
        {
            "label" => Label,
            "href" => Href,
            _ => null,
        };
        return value is not null;
    }
}

/// <summary>Booleans as values of a template, which need not be made anew.</summary>
internal static class Truths
{
    private static readonly object Yes = true;
    private static readonly object No = false;

    public static object Of(bool value) => value ? Yes : No;
}

/// <summary>A letter as its template gave it, before anything is laid out.</summary>
/// <param name="Preview">The line a mailbox shows behind the subject.</param>
internal sealed record LetterDraft(string Subject, string Preview, IReadOnlyList<Block> Blocks);
