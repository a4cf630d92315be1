using System.Net;
using AngleSharp.Dom;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>The address of a link, where the page's words do not already show it.</summary>
internal static class HtmlLinks
{
    private const int Longest = 300;

    public static string? Shown(IElement link)
    {
        if (link.GetAttribute("href")?.Trim() is not { Length: > 6 and < 4000 } href)
            return null;
        var words = Words(link);
        if (words.Length == 0)
            return null;
        if (href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var address = href[7..].Split('?')[0];
            return address.Length == 0 || Has(words, address) ? null : address;
        }
        if (!href.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return null;
        var target = WithoutGuard(href);
        // A guarded link is shown as its target; one that only counts clicks says nothing to a person.
        if (target.Length > Longest || IsSame(words, target))
            return null;
        return target;
    }

    /// <summary>The first of the words only: a link may stand around half a page.</summary>
    private static string Words(IElement link)
    {
        var words = new System.Text.StringBuilder();
        var steps = 0;
        for (
            var node = link.FirstChild;
            node is not null && steps++ < 30 && words.Length < Longest;
            node = Next(node, link)
        )
        {
            if (node is IText text)
                words.Append(text.Data.AsSpan(0, Math.Min(text.Data.Length, Longest)));
        }
        return words.ToString().Trim();
    }

    private static INode? Next(INode node, INode root)
    {
        if (node.FirstChild is { } child)
            return child;
        var at = node;
        while (at is not null && at != root)
        {
            if (at.NextSibling is { } sibling)
                return sibling;
            at = at.Parent;
        }
        return null;
    }

    private static bool IsSame(string words, string target)
    {
        var bare = Bare(target);
        return Bare(words).Equals(bare, StringComparison.OrdinalIgnoreCase) || Has(words, bare);
    }

    private static string Bare(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var bare = scheme is > 0 and < 6 ? address[(scheme + 3)..] : address;
        return (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare).TrimEnd('/');
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Microsoft's guard puts every link behind an address of its own, with the true one as a parameter.</summary>
    private static string WithoutGuard(string href)
    {
        if (!Has(href, "safelinks.protection.outlook.com"))
            return href;
        var at = href.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return href;
        var end = href.IndexOf('&', at);
        var target = WebUtility.UrlDecode(end < 0 ? href[(at + 4)..] : href[(at + 4)..end]);
        return target.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? target : href;
    }
}
