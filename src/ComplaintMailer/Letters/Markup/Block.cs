namespace ComplaintMailer.Letters.Markup;

/// <summary>A piece of a letter. Text and HTML are both made of the same pieces, so they never disagree.</summary>
internal sealed record Block
{
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
);

internal sealed record Row(string Label, IReadOnlyList<Span> Spans);

internal sealed record Button(string Label, string Href);

/// <summary>A letter as its template gave it, before anything is laid out.</summary>
/// <param name="Preview">The line a mailbox shows behind the subject.</param>
internal sealed record LetterDraft(string Subject, string Preview, IReadOnlyList<Block> Blocks);
