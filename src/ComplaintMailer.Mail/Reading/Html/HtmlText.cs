using AngleSharp;
using AngleSharp.Browser;
using AngleSharp.Html.Parser;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>HTML as a person would read it aloud: forms as “label: value”, links with their address, nothing hidden.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Without the handlers of meta elements: the charset is settled before a page is read, and looking for one in an
    /// attribute costs the square of its length.
    /// </summary>
    private static readonly IConfiguration Parsing = Configuration.Default.Without<IMetaHandler>();

    /// <summary>Whether the page holds anything by which mail programs mark a quoted mail. Cheap; a yes may be wrong.</summary>
    public static bool MayHoldQuote(ReadOnlySpan<byte> html) =>
        html.IndexOf("blockquote"u8) >= 0
        || html.IndexOf("BLOCKQUOTE"u8) >= 0
        || html.IndexOf("quote"u8) >= 0
        || html.IndexOf("divRplyFwdMsg"u8) >= 0
        || html.IndexOf("OutlookMessageHeader"u8) >= 0
        || html.IndexOf("cite-prefix"u8) >= 0
        || html.IndexOf("reference-message"u8) >= 0;

    public static ReadableText Read(string html, ICollection<string> defects)
    {
        // A tree of hostile HTML costs time or memory beyond measure; such a page is read without one.
        if (HtmlWeight.IsTooHeavy(html))
        {
            defects.Add("the HTML is too intricate: tags were taken out");
            return HtmlStripper.Read(html);
        }
        try
        {
            using var context = BrowsingContext.New(Parsing);
            using var document = new HtmlParser(default, context).ParseDocument(html);
            return HtmlWalker.Read(document);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            defects.Add("the HTML could not be read: tags were taken out");
            return HtmlStripper.Read(html);
        }
    }
}
