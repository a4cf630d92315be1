using System.Net;
using System.Text;

namespace ComplaintMailer.Demo;

/// <summary>What all pages of the demo share. They need no network and no script.</summary>
internal static class DemoPages
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1rem;color:#1d2b33;background:#fff}
        a{color:#135a7a} table{border-collapse:collapse;width:100%} td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #d5dde1;vertical-align:top}
        h1{font-size:1.6rem} h2{margin-top:2.5rem} pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f7f8;padding:1rem} svg{max-width:100%;height:auto} small{color:#55666f}
        .wide{overflow-x:auto} .wide svg{min-width:40rem} .no{white-space:nowrap} .in{background:#eef5f0} .missed{color:#b3261e}
        @media (max-width:45rem){table,tbody,tr{display:block}tr{padding:.5rem 0;border-bottom:1px solid #d5dde1}.heads,td:empty{display:none}td{display:flex;border:0;padding:.1rem .4rem;overflow-wrap:anywhere}td::before{content:attr(data-head);flex:0 0 7rem;color:#55666f}}
        @media (prefers-color-scheme:dark){body{background:#14191c;color:#e3eaed}a{color:#8fc9e6}td::before{color:#a5b4bb}tr{border-color:#39454b}pre{background:#20282c}td,th{border-color:#39454b}small{color:#a5b4bb}.in{background:#1c2a22}.missed{color:#f2b8b5}}
        """;

    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>On a narrow screen each row becomes a card, and each cell says itself what it is.</summary>
    public static string Table(string rows, params string[] heads) =>
        $"<div class=\"wide\"><table><tr class=\"heads\">{string.Concat(heads.Select(h => $"<th>{h}</th>"))}</tr>{Named(rows, heads)}</table></div>";

    private static string Named(string rows, string[] heads)
    {
        var named = new StringBuilder(rows.Length * 2);
        var cell = 0;
        var at = 0;
        // Words are escaped: whatever begins with < is ours.
        while (rows.IndexOf("<t", at, StringComparison.Ordinal) is >= 0 and var next)
        {
            named.Append(rows, at, next + 3 - at);
            if (rows[next + 2] == 'r')
                cell = 0;
            else
                named.Append(" data-head=\"").Append(heads[cell++]).Append('"');
            at = next + 3;
        }
        return named.Append(rows, at, rows.Length - at).ToString();
    }

    public static string Save(string folder, string name, string title, string body)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(
            path,
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Html(title)}</title><style>{Style}</style></head><body>{body}</body></html>"
        );
        return path;
    }
}
