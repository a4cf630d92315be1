using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Markup;

/// <summary>A letter as HTML: the blocks, drawn by <c>layout.html</c> and <c>blocks/*.html</c>.</summary>
internal static class HtmlBody
{
    private static readonly MemberTable<Block> Blocks = new MemberTable<Block>()
        .With("kind", b => b.Kind)
        .With("level", b => b.Level)
        .With("spans", b => Of(b.Spans))
        .With("items", b => b.Items.Select(Of).ToList<object?>())
        .With("rows", b => b.Rows.Select(r => (object?)Rows!.Of(r)).ToList())
        .With("buttons", b => b.Buttons.Select(r => (object?)Buttons!.Of(r)).ToList());

    private static readonly MemberTable<Row> Rows = new MemberTable<Row>()
        .With("label", r => r.Label)
        .With("spans", r => Of(r.Spans));

    private static readonly MemberTable<Button> Buttons = new MemberTable<Button>()
        .With("label", b => b.Label)
        .With("href", b => b.Href);

    private static readonly MemberTable<Span> Spans = new MemberTable<Span>()
        .With("text", s => s.Text)
        .With("is_bold", s => s.IsBold)
        .With("is_code", s => s.IsCode)
        .With("is_break", s => s.IsBreak)
        .With("href", s => s.Href);

    /// <param name="logo">The content id of the logo; null: the name stands there.</param>
    public static Dictionary<string, object?> Model(
        LetterDraft draft,
        string language,
        string organisation,
        Colours colours,
        string? logo
    ) =>
        new()
        {
            ["lang"] = language,
            ["subject"] = draft.Subject,
            ["preview"] = draft.Preview,
            ["organisation"] = organisation,
            ["colours"] = new Dictionary<string, object?>
            {
                ["bar"] = colours.Bar,
                ["on_white"] = colours.OnWhite,
                ["on_dark"] = colours.OnDark,
            },
            ["logo"] = logo,
            ["blocks"] = draft.Blocks.Select(b => (object?)Blocks.Of(b)).ToList(),
        };

    private static List<object?> Of(IReadOnlyList<Span> spans) => spans.Select(s => (object?)Spans.Of(s)).ToList();
}
