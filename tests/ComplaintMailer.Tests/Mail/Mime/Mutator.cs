using System.Text;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>Breaks mails in ways that mails are broken. The same number always gives the same mail.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, int number)
{
    private const int Longest = 64 * 1024;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r",
            "\n",
            "\r\n",
            "\r\n\r\n",
            "\0",
            "\t",
            " ",
            "=",
            "==",
            "=?",
            "?=",
            "=?utf-8?Q?",
            "=?utf-8?B?",
            "=C3",
            "=\r\n",
            "--",
            "--b1",
            "--b1--",
            "\r\n--b1\r\n",
            "\r\n--b1--\r\n",
            ";",
            ":",
            ",",
            "<",
            ">",
            "@",
            "\"",
            "\\",
            "(",
            ")",
            "'",
            "*0*=",
            "*=utf-8''%E9",
            "\u00FF\u00FE",
            "\u00FE\u00FF",
            "\u00EF\u00BB\u00BF",
            "\u00C3",
            "\u00E9",
            "\u001B$B",
            "+AOk-",
            "begin 644 x\r\n",
            "#AAAA\r\n",
            "end\r\n",
            "From x\r\n",
            ">",
            "> ",
            "-- \r\n",
            "99999999999",
            "-1",
            "2026",
            "+9999",
            "<table><tr><td>",
            "</td>",
            "<blockquote>",
            "<!--",
            "&#x110000;",
            "<style>",
            "<a href=",
            "Op ma 23 nov. 2026 schreef Jan:",
            "Van: ",
            "Verzonden: ",
            "On Monday, Jan wrote:",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    private static readonly byte[][] Fields =
    [
        .. new[]
        {
            "Content-Type: multipart/mixed; boundary=b1",
            "Content-Type: multipart/alternative; boundary=\"b1\"",
            "Content-Type: multipart/related",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b1",
            "Content-Type: message/rfc822",
            "Content-Type: message/delivery-status",
            "Content-Type: text/html",
            "Content-Type: text/plain; charset=utf-16",
            "Content-Type: text/plain; charset=utf-7",
            "Content-Type: text/plain; charset=iso-2022-jp",
            "Content-Type: text/plain; charset=x-foo; format=flowed; delsp=yes",
            "Content-Type: application/ms-tnef; name=winmail.dat",
            "Content-Type: text/rfc822-headers",
            "Content-Type: ",
            "Content-Type: ;;;",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Transfer-Encoding: 8bit",
            "Content-Disposition: attachment; filename=\"",
            "Content-Disposition: inline; filename*0*=utf-8''a; filename*1=b",
            "Content-ID: <",
            "From: ",
            "From: \"",
            "To: a:b;,",
            "Subject: =?utf-8?Q?=?=",
            "Subject:",
            "Date: Mon, 99 Foo",
            "Received: ;",
            "References: <<>>",
            "Message-ID: x",
            "Return-Path: <>",
            "Auto-Submitted: auto-replied",
            "X-Failed-Recipients: a@b",
            "MIME-Version: 1.0",
            ":",
            "x",
            " ",
        }.Select(f => Encoding.Latin1.GetBytes(f + "\r\n")),
    ];

    private readonly Random random = new(number);

    public byte[] Mail()
    {
        var mail = seeds[random.Next(seeds.Count)].ToList();
        for (var changes = 1 + random.Next(8); changes > 0; changes--)
        {
            Change(mail);
            if (mail.Count > Longest)
                mail.RemoveRange(Longest, mail.Count - Longest);
        }
        return [.. mail];
    }

    private void Change(List<byte> mail)
    {
        var at = random.Next(mail.Count + 1);
        switch (random.Next(12))
        {
            case 0 when mail.Count > 0:
                mail[Math.Min(at, mail.Count - 1)] = (byte)random.Next(256);
                break;
            case 1 when mail.Count > 0:
                mail[Math.Min(at, mail.Count - 1)] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
            case 3:
                mail.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 4:
            case 5:
                mail.InsertRange(LineAt(mail, at), Fields[random.Next(Fields.Length)]);
                break;
            case 6:
                mail.RemoveRange(at, Math.Min(random.Next(40), mail.Count - at));
                break;
            case 7:
                RemoveLine(mail, at);
                break;
            case 8:
                // A piece of it once more, elsewhere.
                var piece = mail.GetRange(at, Math.Min(random.Next(200), mail.Count - at));
                mail.InsertRange(random.Next(mail.Count + 1), piece);
                break;
            case 9:
                Splice(mail, at);
                break;
            case 10 when random.Next(3) == 0:
                mail.RemoveRange(at, mail.Count - at);
                break;
            case 11 when random.Next(3) == 0:
                var token = Tokens[random.Next(Tokens.Length)];
                for (var i = random.Next(300); i > 0; i--)
                    mail.InsertRange(at, token);
                break;
        }
    }

    private void Splice(List<byte> mail, int at)
    {
        var other = seeds[random.Next(seeds.Count)];
        var from = random.Next(other.Length + 1);
        mail.InsertRange(LineAt(mail, at), other[from..Math.Min(other.Length, from + random.Next(500))]);
    }

    private static void RemoveLine(List<byte> mail, int at)
    {
        var start = LineAt(mail, at);
        var end = mail.IndexOf((byte)'\n', start);
        mail.RemoveRange(start, (end < 0 ? mail.Count : end + 1) - start);
    }

    private static int LineAt(List<byte> mail, int at) =>
        at == 0 || mail.Count == 0 ? 0 : mail.LastIndexOf((byte)'\n', Math.Min(at, mail.Count) - 1) + 1;
}
