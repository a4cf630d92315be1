using System.Net;

namespace ComplaintMailer.Letters.Checking;

/// <summary>The links of a page, and whether they can lead anywhere.</summary>
internal static class Links
{
    private const string Begin = "href=\"";

    public static IEnumerable<string> Of(string html)
    {
        for (var at = html.IndexOf(Begin, StringComparison.Ordinal); at >= 0; )
        {
            at += Begin.Length;
            var end = html.IndexOf('"', at);
            if (end < 0)
                yield break;
            yield return WebUtility.HtmlDecode(html[at..end]);
            at = html.IndexOf(Begin, end, StringComparison.Ordinal);
        }
    }

    public static string? Fault(string link, int most)
    {
        if (link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var to = link["mailto:".Length..].Split('?')[0];
            if (!to.Contains('@', StringComparison.Ordinal))
                return $"the link “{Short(link)}” has no address";
            if (link.Length > most)
                return $"the link “{Short(link)}” has {link.Length} signs; mail programs cut what is longer than {most}";
            return link.Contains(' ', StringComparison.Ordinal) ? $"the link “{Short(link)}” has a blank in it" : null;
        }
        if (link.StartsWith("tel:", StringComparison.Ordinal))
            return link.Length > 6 ? null : $"the link “{link}” has no number";
        return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? null
            : $"the link “{Short(link)}” is no address of a page";
    }

    private static string Short(string link) => link.Length <= 60 ? link : link[..60] + "…";
}
