using System.Globalization;
using System.Net;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Demo;

/// <summary>A page for every mail, as its reader sees it, and the files that came with reports.</summary>
internal sealed class DemoMails(string folder)
{
    private readonly Dictionary<DemoPost.Letter, string> names = [];
    private int incoming;

    public void Write(IReadOnlyList<DemoPost.Letter> letters)
    {
        foreach (var letter in letters)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"letter-{names.Count + 1:00000}.html");
            names[letter] = name;
            Page(name, letter.Mail, Part(File.ReadAllBytes(letter.File), "text/html"));
        }
    }

    public string PageOf(DemoPost.Letter letter) => names[letter];

    /// <returns>The name of the page of a mail that came in.</returns>
    public string Incoming(byte[] raw)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"mail-{++incoming:00000}.html");
        Page(name, new MailReader().Read(raw), null);
        return name;
    }

    /// <summary>Links to the attachments, by their kind: “pdf · xlsx”.</summary>
    public string Attachments(DemoPost.Letter letter)
    {
        List<string> defects = [];
        var links = new List<string>();
        var waiting = new Stack<MimeEntity>([MimeParser.Parse(File.ReadAllBytes(letter.File), new(), defects)]);
        while (waiting.TryPop(out var part))
        {
            if (part.FileName is { } name && !part.IsMultipart)
            {
                var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
                var file = Path.GetFileNameWithoutExtension(names[letter]) + "-" + plain;
                File.WriteAllBytes(Path.Combine(folder, file), part.DecodeBytes().ToArray());
                links.Add($"<a href=\"pages/{file}\">{DemoPages.Html(Path.GetExtension(name).TrimStart('.'))}</a>");
            }
            foreach (var child in part.Children)
                waiting.Push(child);
        }
        links.Reverse();
        return string.Join(" · ", links);
    }

    private void Page(string name, ReadMail mail, string? html)
    {
        var head =
            $"<p><a href=\"../index.html\">All cases</a></p><p><b>From:</b> {DemoPages.Html(mail.From?.Address ?? "")}<br><b>To:</b> {DemoPages.Html(mail.To.FirstOrDefault()?.Address ?? "")}<br><b>Subject:</b> {DemoPages.Html(mail.Subject)}</p>";
        var shown = html is null
            ? ""
            : $"<iframe title=\"The letter as its reader sees it\" sandbox=\"\" style=\"width:100%;height:60rem;border:1px solid #d5dde1\" srcdoc=\"{WebUtility.HtmlEncode(html)}\"></iframe><h2>As plain text</h2>";
        DemoPages.Save(folder, name, mail.Subject, $"{head}{shown}<pre>{DemoPages.Html(mail.Text)}</pre>");
    }

    private static string? Part(byte[] raw, string type)
    {
        List<string> defects = [];
        var waiting = new Stack<MimeEntity>([MimeParser.Parse(raw, new(), defects)]);
        while (waiting.TryPop(out var part))
        {
            if (part.Type == type)
                return part.DecodeText(defects);
            foreach (var child in part.Children)
                waiting.Push(child);
        }
        return null;
    }
}
