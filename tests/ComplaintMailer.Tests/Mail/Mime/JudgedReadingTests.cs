using System.Text;
using System.Text.Json;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>
/// The corpus, taken apart by Python's email package and by us: subject, sender, texts and names of files are the same,
/// save where a reason says why ours are the better.
/// </summary>
public class JudgedReadingTests
{
    private const string Python = """
        import sys, base64, json, email, email.policy
        def tried(what):
            try:
                said = what()
                return said.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if isinstance(said, str) else said
            except Exception as e:
                return "!" + type(e).__name__
        def text(part):
            return part.get_content() if part.get_content_maintype() == "text" else ""
        # Python makes a multipart of mails of these blocks of fields; here they are one part, as they are to everybody else.
        blocks = ("message/delivery-status", "message/disposition-notification", "message/feedback-report")
        def leaves(part):
            if part.is_multipart() and part.get_content_type() not in blocks:
                for child in part.iter_parts() if part.get_content_maintype() == "multipart" else part.get_payload():
                    yield from leaves(child)
            else:
                yield part
        for line in sys.stdin.buffer:
            mail = email.message_from_bytes(base64.b64decode(line), policy=email.policy.default)
            sender = tried(lambda: mail["From"].addresses[0])
            parts = list(leaves(mail))
            print(json.dumps({
                "Subject": tried(lambda: str(mail["Subject"] or "")),
                "From": tried(lambda: sender.addr_spec) if not isinstance(sender, str) else "",
                "Name": tried(lambda: sender.display_name) if not isinstance(sender, str) else "",
                "Texts": [tried(lambda: text(p)) for p in parts if p.get_content_maintype() == "text"],
                "Files": [tried(lambda: p.get_filename() or "") for p in parts],
            }))
        """;

    [Fact]
    public void Python_and_we_see_the_same_in_every_mail_of_the_corpus()
    {
        var files = Corpus().ToList();
        var input = string.Concat(files.Select(f => Convert.ToBase64String(File.ReadAllBytes(f)) + "\n"));
        var said = Judge
            .Says(Python, Encoding.ASCII.GetBytes(input))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(files.Count, said.Length);
        var differences = new List<string>();
        for (var i = 0; i < files.Count; i++)
        {
            var name = Path.GetFileNameWithoutExtension(files[i]);
            var theirs = JsonSerializer.Deserialize<Seen>(said[i])!;
            foreach (var (what, ours, their) in Pairs(Ours(File.ReadAllBytes(files[i])), theirs))
            {
                if (ours != their && !JudgedDifferences.Explained(name, what))
                    differences.Add($"{name} {what}\n  ours:   {ours}\n  theirs: {their}");
            }
        }
        Assert.Equal("", string.Join('\n', differences));
    }

    private static Seen Ours(byte[] raw)
    {
        var (root, defects) = Mails.Parse(raw);
        var sender = root.Addresses("From").FirstOrDefault();
        var parts = Mails.All(root).Where(p => p.Children.Count == 0).ToList();
        return new Seen(
            root.Decoded("Subject") ?? "",
            sender?.Address ?? "",
            sender?.Name ?? "",
            [.. parts.Where(p => p.IsText).Select(p => p.DecodeText(defects))],
            [.. parts.Select(p => p.FileName ?? "")]
        );
    }

    private static IEnumerable<(string What, string Ours, string Theirs)> Pairs(Seen ours, Seen theirs) =>
        [
            ("subject", Bare(ours.Subject), Bare(theirs.Subject)),
            (
                "from",
                ours.From,
                string.Equals(theirs.From, ours.From, StringComparison.OrdinalIgnoreCase) ? ours.From : theirs.From
            ),
            ("name", Bare(ours.Name), Bare(theirs.Name)),
            ("texts", Bare(string.Join('|', ours.Texts)), Bare(string.Join('|', theirs.Texts))),
            ("files", string.Join('|', ours.Files), string.Join('|', theirs.Files)),
        ];

    /// <summary>White space is folded differently by each reader and means little.</summary>
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\0'));

    private static IEnumerable<string> Corpus([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Directory
            .EnumerateFiles(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "Corpus"), "*.eml")
            .Order(StringComparer.Ordinal);

    private sealed record Seen(string Subject, string From, string Name, string[] Texts, string[] Files);
}
