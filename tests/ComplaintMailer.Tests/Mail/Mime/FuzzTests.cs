using System.Globalization;
using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>
/// Twenty thousand broken mails, the same each time; <c>tests/fuzz</c> asks for more by the environment. What fails is
/// written to the folder for temporary files, to be put into tests/fuzzed once it is mended.
/// </summary>
public class FuzzTests
{
    private const int Usual = 20_000;

    [Fact]
    public void No_broken_mail_stops_the_reader_or_makes_it_greedy()
    {
        var seeds = Seeds();
        var first = Asked("FUZZ_FIRST", 1);
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(
            first,
            first + Asked("FUZZ_MAILS", Usual),
            (number, loop) =>
            {
                var mail = new Mutator(seeds, number).Mail();
                if (Fault(mail) is not { } fault)
                    return;
                var file = Path.Combine(Path.GetTempPath(), $"fuzz-{number}.eml");
                File.WriteAllBytes(file, mail);
                faults.Add($"{number}: {fault} ({file})");
                if (faults.Count > 20)
                    loop.Stop();
            }
        );

        Assert.Empty(faults);
    }

    [Fact]
    public void What_once_broke_something_no_longer_does()
    {
        foreach (var file in Files("fuzzed"))
            Assert.Null(Fault(File.ReadAllBytes(file)));
    }

    /// <summary>Null when all is well.</summary>
    private static string? Fault(byte[] raw)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mail = new MailReader().Read(raw);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (mail.Defects.FirstOrDefault(d => d.StartsWith("could not be read", StringComparison.Ordinal)) is { } defect)
            return defect;
        if (allocated > 4_000_000 + (raw.Length * 200L))
            return $"{allocated} bytes allocated for {raw.Length}";
        if (mail.Subject.AsSpan().ContainsAny('\r', '\n', '\0'))
            return "a break in the subject";
        if (mail.Text.AsSpan().ContainsAny('\r', '\0'))
            return "a return or NUL in the text";
        if (mail.From is { } from && $"{from}".AsSpan().ContainsAny('\r', '\n', '\0'))
            return "a break in the sender";
        return mail.Attachments.Any(a => a.Name.AsSpan().ContainsAny('/', '\\', '\0') || a.Name.Length == 0)
            ? "a path in the name of an attachment"
            : null;
    }

    private static List<byte[]> Seeds() =>
        [
            .. FuzzSeeds.All,
            .. Files("ComplaintMailer.Tests/Corpus").Select(File.ReadAllBytes).Where(m => m.Length < 20_000),
        ];

    private static IEnumerable<string> Files(string folder)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var found = Path.Combine(at.FullName, "tests", folder);
            if (Directory.Exists(found))
                return Directory
                    .EnumerateFiles(found, "*.eml", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal);
        }
        return [];
    }

    private static int Asked(string name, int usual) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var n
        )
            ? n
            : usual;
}

/// <summary>Sound mails of every make, to be broken.</summary>
internal static class FuzzSeeds
{
    public static IReadOnlyList<byte[]> All { get; } =
    [
        Mails.Bytes(
            """
            Received: from mx.x.example by mail.y.example with ESMTPS id 1; Mon, 23 Nov 2026 10:02:11 +0100 (CET)
            From: "Vries, Anna de" <anna@x.example>
            To: Klachten <klachten@y.example>, Ouders: a@b.example, c@d.example;
            Subject: =?utf-8?Q?Klacht_over_=C3=A9=C3=A9n?= =?utf-8?B?IGdyb2Vw?=
            Date: Mon, 23 Nov 2026 10:02:11 +0100 (CET)
            Message-ID: <1@x.example>
            In-Reply-To: <0@y.example>
            References: <0@y.example> <00@y.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8; format=flowed
            Content-Transfer-Encoding: quoted-printable

            Beste mensen,

            Ik heb een klacht over caf=C3=A9 =
            het zonnetje. 

            > Op ma 23 nov. 2026 om 10:00 schreef Jan <jan@y.example>:
            > Dag Anna,

            -- 
            Anna
            """
        ),
        Mails.Bytes(
            $"""
            From: Jan <jan@x.example>
            Subject: bijlagen
            Content-Type: multipart/mixed; boundary="b1"

            This is a multi-part message.
            --b1
            Content-Type: multipart/alternative; boundary="b2"

            --b2
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: 8bit

            Klacht: caf{'\u00E9'}
            --b2
            Content-Type: multipart/related; boundary=b3

            --b3
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            {Mails.Base64(
                "<html><head><style>p{}</style></head><body><table><tr><td>Naam</td><td>Anna</td></tr></table><p>Klacht<br>twee</p><blockquote>oud</blockquote><img src=cid:1></body></html>"
            )}
            --b3
            Content-Type: image/png; name="plaatje.png"
            Content-ID: <1>
            Content-Disposition: inline
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b3--
            --b2--
            --b1
            Content-Type: application/pdf; name*0*=utf-8''verslag%20; name*1*=%C3%A9.pdf
            Content-Disposition: attachment; filename="=?utf-8?Q?verslag_=C3=A9.pdf?="
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --b1
            Content-Type: message/rfc822

            From: c@d.example
            Subject: doorgestuurd

            De eerste klacht.
            --b1
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            END:VCALENDAR
            --b1--
            """
        ),
        Mails.Bytes(
            """
            From: Mail Delivery System <MAILER-DAEMON@y.example>
            To: klachten+1@y.example
            Subject: Undelivered Mail Returned to Sender
            Return-Path: <>
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain

            <anna@x.example>: host mx.x.example said: 550 5.1.1 User unknown

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; y.example
            Arrival-Date: Mon, 23 Nov 2026 10:02:11 +0100

            Final-Recipient: rfc822; anna@x.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User
                unknown

            --b1
            Content-Type: text/rfc822-headers

            From: klachten@y.example
            Message-ID: <wij-2026-0042.17.acknowledgement@y.example>
            --b1--
            """
        ),
        Mails.Bytes(
            $"""
            From: oud@x.example
            Subject: oude post

            Zie de foto.

            {TransferTests.Uuencoded("foto.jpg", [.. Enumerable.Range(0, 200).Select(i => (byte)i)])}
            Groet
            """
        ),
        Mails.Bytes(
            $"""
            From: Outlook <o@x.example>
            Subject: winmail
            Content-Type: application/ms-tnef; name="winmail.dat"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(
                new TnefBuilder()
                    .Plain("Ik heb een klacht.")
                    .Property(0x1009, 0x102, "\0\0\0\0\0\0\0\0MELA\0\0\0\0{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}Dag\\'e9\\par}"u8.ToArray())
                    .File("A.DOC", "Een verslag.docx", [1, 2, 3])
                    .Made()
            )}
            """
        ),
        Mails.Bytes(
            """
            From: a@x.example
            Subject: Automatisch antwoord: klacht
            X-Auto-Response-Suppress: All
            Content-Type: text/html

            <p>Ik ben afwezig tot en met 3 december 2026.</p><div class="gmail_quote">Op ma 23 nov. 2026 om 10:00 schreef Jan &lt;jan@y.example&gt;:<blockquote>Dag</blockquote></div>
            """
        ),
        Mails.Bytes(
            """
            From: a@x.example
            Subject: Re: klacht
            Content-Type: text/plain; charset=windows-1252

            Nee.

            Van: Klachten <klachten@y.example>
            Verzonden: maandag 23 november 2026 10:02
            Aan: Anna
            Onderwerp: klacht

            Klopt dit?
            """
        ),
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("From: a@b.example\r\nSubject: breed\r\n\r\nDag\r\n")],
        [],
    ];
}
