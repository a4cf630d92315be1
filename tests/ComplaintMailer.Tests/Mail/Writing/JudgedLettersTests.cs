using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Tests.Mail.Writing;

/// <summary>What we write, Python's email package and GMime read as it was meant.</summary>
public class JudgedLettersTests
{
    private const int Count = 400;

    private static readonly string[] Pieces =
    [
        .. "a,bc,klacht,één,Zoë,van 't,ж,Жалоба,安娜,😀,e\u0301,ß,€,5%,x@y,a.b,a_b,=?utf-8?Q?a?=,?=,\",\\,(,),<,>,;,:,',*".Split(
            ','
        ),
        ",",
        " ",
        " ",
        " ",
        "  ",
        "\u00A0",
    ];

    private const string Python = """
        import sys, base64, json, hashlib, email, email.policy
        for line in sys.stdin.buffer:
            mail = email.message_from_bytes(base64.b64decode(line), policy=email.policy.default)
            parts = [p for p in mail.walk() if not p.is_multipart()]
            print(json.dumps({
                "Defects": [str(d) for p in mail.walk() for d in p.defects],
                "Subject": mail["Subject"],
                "From": [[a.display_name, a.addr_spec] for a in mail["From"].addresses],
                "To": [[a.display_name, a.addr_spec] for a in mail["To"].addresses],
                "Texts": [p.get_content() for p in parts if p.get_content_maintype() == "text" and not p.get_filename()],
                "Files": [[p.get_filename(), hashlib.sha256(p.get_payload(decode=True)).hexdigest()] for p in parts if p.get_filename()],
            }))
        """;

    private const string GMime = """
        import sys, base64, json, hashlib, gi
        gi.require_version("GMime", "3.0")
        from gi.repository import GMime
        GMime.init()
        def addresses(list):
            return [[a.get_name() or "", a.get_addr()] for a in (list.get_address(i) for i in range(list.length()))]
        def leaves(part):
            if isinstance(part, GMime.Multipart):
                for i in range(part.get_count()):
                    yield from leaves(part.get_part(i))
            else:
                yield part
        def content(part):
            out = GMime.StreamMem.new()
            part.get_content().write_to_stream(out)
            return bytes(out.get_byte_array())
        for line in sys.stdin.buffer:
            mail = GMime.Parser.new_with_stream(GMime.StreamMem.new_with_buffer(base64.b64decode(line))).construct_message(None)
            parts = list(leaves(mail.get_mime_part()))
            print(json.dumps({
                "Defects": [],
                "Subject": mail.get_subject(),
                "From": addresses(mail.get_from()),
                "To": addresses(mail.get_to()),
                "Texts": [content(p).decode("utf-8") for p in parts if not p.get_filename()],
                "Files": [[p.get_filename(), hashlib.sha256(content(p)).hexdigest()] for p in parts if p.get_filename()],
            }))
        """;

    [Fact]
    public void Python_reads_our_letters_as_they_were_meant() => Agree(Python, oneSpace: true);

    [Fact]
    public void GMime_reads_our_letters_as_they_were_meant() => Agree(GMime, oneSpace: false);

    /// <param name="oneSpace">
    /// Python, against RFC 2047, puts a space between encoded words in a display name and makes one of several.
    /// </param>
    private static void Agree(string judge, bool oneSpace)
    {
        var letters = Enumerable.Range(1, Count).Select(Letter).ToList();
        var input = string.Concat(letters.Select(l => Convert.ToBase64String(new MailWriter().Write(l)) + "\n"));

        var said = Judge.Says(judge, Encoding.ASCII.GetBytes(input)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Count, said.Length);
        for (var i = 0; i < Count; i++)
            Assert.Equal(Meant(letters[i], oneSpace), Shown(JsonSerializer.Deserialize<Judgement>(said[i])!, oneSpace));
    }

    /// <summary>As one text, so that a difference is seen at once.</summary>
    private static string Meant(OutgoingMail mail, bool oneSpace) =>
        Shown(
            new Judgement(
                [],
                mail.Subject,
                [
                    [mail.From.Name ?? "", mail.From.Address],
                ],
                [.. mail.To.Select(a => new[] { a.Name ?? "", a.Address })],
                [.. new[] { mail.Text, mail.Html }.OfType<string>()],
                [
                    .. mail.Attachments.Select(a =>
                        new[] { a.Name, Convert.ToHexStringLower(SHA256.HashData(a.Content.Span)) }
                    ),
                ]
            ),
            oneSpace
        );

    private static string Shown(Judgement j, bool oneSpace) =>
        string.Join(
            '\n',
            [
                $"defects: {string.Join(", ", j.Defects)}",
                $"subject: {j.Subject?.Trim()}",
                $"from: {Pairs(j.From, oneSpace)}",
                $"to: {Pairs(j.To, oneSpace)}",
                $"texts: {string.Join("\n----\n", j.Texts.Select(t => t.ReplaceLineEndings("\n").TrimEnd('\n')))}",
                $"files: {Pairs(j.Files, false)}",
            ]
        );

    private static string Pairs(string[][] pairs, bool oneSpace) =>
        string.Join(" | ", pairs.Select(p => $"{(oneSpace ? Bare(p[0]) : p[0])} <{p[1]}>"));

    private static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));

    private static OutgoingMail Letter(int number)
    {
        var random = new Random(number);
        return MailWriterTests.Letter with
        {
            Subject = Line(random),
            From = new MailAddress(Line(random), "klachten@wijkz.example"),
            To =
            [
                .. Enumerable
                    .Range(0, 1 + random.Next(3))
                    .Select(i => new MailAddress(Line(random), $"ouder{i}@x.example")),
            ],
            Text = Text(random),
            Html = random.Next(2) == 0 ? null : $"<p>{Text(random)}</p>",
            Attachments =
            [
                .. Enumerable
                    .Range(0, random.Next(3))
                    .Select(i => new OutgoingPart($"{Line(random)}-{i}.pdf", "application/pdf", Bytes(random))),
            ],
        };
    }

    private static string Line(Random random)
    {
        var line = string.Concat(
                Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)])
            )
            .Trim();
        return line.Length == 0 ? "x" : line;
    }

    private static string Text(Random random) =>
        string.Join('\n', Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(5) == 0 ? "" : Line(random)))
            .Trim();

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }

    private sealed record Judgement(
        string[] Defects,
        string? Subject,
        string[][] From,
        string[][] To,
        string[] Texts,
        string[][] Files
    );
}
