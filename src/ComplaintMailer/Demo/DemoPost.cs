using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Demo;

/// <summary>The demo's postman: puts mails in Maildirs, and brings what the worker sends.</summary>
internal sealed class DemoPost(string folder)
{
    private readonly HashSet<string> brought = [];
    private readonly string outgoing = Path.Combine(folder, "mail", "out", "new");
    private int count;

    public sealed record Letter(string File, ReadMail Mail)
    {
        public string Kind => Mail.Header("X-ComplaintMailer-Letter") ?? "";
        public string? Case => Mail.Header("X-ComplaintMailer-Case");
        public string To => Mail.To.Count > 0 ? Mail.To[0].Address : "";
    }

    public int In => count;

    public void Write(string organisation, string from, string subject, string text) =>
        Put(organisation, $"From: {from}\nTo: klachten@{organisation}.example\nSubject: {subject}\n", text);

    public void Answer(string organisation, Letter letter, string text) =>
        Put(
            organisation,
            $"From: {letter.To}\nTo: {letter.Mail.ReplyTo[0].Address}\nSubject: Re: {letter.Mail.Subject}\nIn-Reply-To: <{letter.Mail.MessageId}>\nReferences: <{letter.Mail.MessageId}>\n",
            text
        );

    /// <summary>What was sent since the last round.</summary>
    public IReadOnlyList<Letter> Collect()
    {
        if (!Directory.Exists(outgoing))
            return [];
        var reader = new MailReader();
        return
        [
            .. Directory
                .EnumerateFiles(outgoing)
                .Where(brought.Add)
                .Order(StringComparer.Ordinal)
                .Select(f => new Letter(f, reader.Read(File.ReadAllBytes(f)))),
        ];
    }

    private void Put(string organisation, string headers, string text)
    {
        var maildir = Path.Combine(folder, "mail", organisation);
        foreach (var part in new[] { "tmp", "new", "cur" })
            Directory.CreateDirectory(Path.Combine(maildir, part));
        var mail =
            $"{headers}Message-ID: <demo-{++count}@gezin.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n";
        File.WriteAllText(
            Path.Combine(maildir, "new", $"{count:000000}.demo"),
            mail.ReplaceLineEndings("\r\n"),
            new UTF8Encoding(false)
        );
    }
}
