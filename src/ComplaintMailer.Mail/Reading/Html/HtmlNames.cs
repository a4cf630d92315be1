using AngleSharp.Dom;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>What elements are by their name, class, id or style.</summary>
internal static class HtmlNames
{
    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    ];

    private static readonly HashSet<string> Ignored =
    [
        "area",
        "audio",
        "canvas",
        "embed",
        "head",
        "iframe",
        "input",
        "map",
        "meta",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "title",
        "video",
        "xml",
        "noscript",
        "option",
        "progress",
    ];

    private static readonly HashSet<string> QuoteNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail_quote",
        "gmail_quote_container",
        "gmail_attr",
        "divRplyFwdMsg",
        "mail-editor-reference-message-container",
        "ms-outlook-mobile-reference-message",
        "OutlookMessageHeader",
        "moz-cite-prefix",
        "moz-forward-container",
        "yahoo_quoted",
        "protonmail_quote",
        "tutanota_quote",
        "zmail_extra",
        "OLK_SRC_BODY_SECTION",
        "replySplit",
        "quoted-mail",
    };

    private static readonly HashSet<string> SignatureNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail_signature",
        "gmail_signature_prefix",
        "moz-signature",
        "AppleMailSignature",
        "apple-mail-signature",
        "lineBreakAtBeginningOfSignature",
        "Signature",
        "ms-outlook-mobile-signature",
        "protonmail_signature_block",
        "yahoo-signature",
        "aol-mail-signature",
        "OWASignature",
        "_MailAutoSig",
    };

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsIgnored(string name) =>
        Ignored.Contains(name) || name.StartsWith("v:", StringComparison.Ordinal);

    public static bool BeginsQuote(IElement element) => Has(element, QuoteNames);

    public static bool IsSignature(IElement element) => Has(element, SignatureNames);

    /// <summary>Outlook puts “x_” before the ids of what it quotes, Yahoo a prefix of its own.</summary>
    private static bool Has(IElement element, HashSet<string> names)
    {
        if (element.Id is { Length: > 0 and < 80 } id && names.Contains(Bare(id)))
            return true;
        if (element.ClassName is not { Length: > 0 and < 400 } classes)
            return false;
        foreach (var name in classes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (names.Contains(Bare(name)) || (name.EndsWith("yahoo_quoted") && names.Contains("yahoo_quoted")))
                return true;
        }
        return false;
    }

    private static string Bare(string name)
    {
        while (name.StartsWith("x_", StringComparison.Ordinal))
            name = name[2..];
        return name;
    }

    /// <summary>A quotation of a mail, an indentation, or something between.</summary>
    public static (bool Quoted, bool Sure) Blockquote(IElement element)
    {
        if (
            string.Equals(element.GetAttribute("type"), "cite", StringComparison.OrdinalIgnoreCase)
            || element.HasAttribute("cite")
            || BeginsQuote(element)
            || element.ClassName?.Contains("quote", StringComparison.OrdinalIgnoreCase) == true
        )
            return (true, true);
        var style = element.GetAttribute("style") ?? "";
        if (style.Contains("border-left", StringComparison.OrdinalIgnoreCase))
            return (true, true);
        // Gmail's and Outlook's button “indent more”.
        if (style.Contains("border:none", StringComparison.OrdinalIgnoreCase) || style.Contains("border: none"))
            return (false, false);
        return (true, false);
    }

    /// <summary>Outlook's paragraphs, and those whose style says so, stand without space between them.</summary>
    public static bool IsTight(IElement paragraph) =>
        paragraph.ClassName?.StartsWith("Mso", StringComparison.Ordinal) == true
        || (
            paragraph.GetAttribute("style") is { } style
            && (
                style.Contains("margin:0", StringComparison.OrdinalIgnoreCase)
                || style.Contains("margin: 0", StringComparison.OrdinalIgnoreCase)
                || style.Contains("margin-top:0", StringComparison.OrdinalIgnoreCase)
                || style.Contains("margin-bottom:0", StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>A paragraph of nothing but a space that does not break is how Outlook writes an empty line.</summary>
    public static bool IsEmptyLine(IElement paragraph)
    {
        var looked = 0;
        for (INode? node = paragraph; node is not null && looked++ < 8; node = node.FirstChild)
        {
            if (node is IText text && text.Data.Contains('\u00A0', StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>An image that tells its sender that the mail was opened.</summary>
    public static bool IsTracker(IElement image) =>
        image.GetAttribute("width") is "1" or "0" || image.GetAttribute("height") is "1" or "0";
}
