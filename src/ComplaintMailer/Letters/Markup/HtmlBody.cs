using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Markup;

/// <summary>A letter as HTML: what <c>layout.html</c> and <c>blocks/*.html</c> draw it from.</summary>
/// <param name="Logo">The content id of the logo; null: the name stands there.</param>
internal sealed record HtmlBody(LetterDraft Draft, string Language, string Organisation, Colours Colours, string? Logo)
    : IMembers
{
    private static readonly string[] Members =
    [
        "lang",
        "subject",
        "preview",
        "organisation",
        "colours",
        "logo",
        "blocks",
    ];

    public IEnumerable<string> Names => Members;

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "lang" => Language,
            "subject" => Draft.Subject,
            "preview" => Draft.Preview,
            "organisation" => Organisation,
            "colours" => Colours,
            "logo" => Logo,
            "blocks" => Draft.Blocks,
            _ => null,
        };
        return value is not null || name == "logo";
    }
}
