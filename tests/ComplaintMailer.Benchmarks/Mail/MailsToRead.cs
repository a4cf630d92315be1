using System.Buffers.Binary;
using System.Text;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Benchmarks.Mail;

/// <summary>Mails as a mailbox of complaints has them: mostly text, many with a page beside it, some with files.</summary>
internal static class MailsToRead
{
    private const string Words =
        "de opvang was gisteren weer gesloten zonder dat wij daarover bericht hadden gekregen één van de kinderen is daardoor "
        + "te laat opgehaald café crèche financiële ruzie met leidster groep naar huis gegaan en wij zijn daar erg boos over";

    public static void Make(string file, int count) => Write(file, Enumerable.Range(0, count).Select(One));

    /// <summary>All mails of a folder in one file, as the other readers want them.</summary>
    public static void Pack(string file, string folder) =>
        Write(file, Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes));

    private static void Write(string file, IEnumerable<byte[]> mails)
    {
        using var to = File.Create(file);
        Span<byte> length = stackalloc byte[4];
        foreach (var mail in mails)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, mail.Length);
            to.Write(length);
            to.Write(mail);
        }
    }

    public static byte[][] Load(string file)
    {
        var raw = File.ReadAllBytes(file);
        var mails = new List<byte[]>();
        for (var at = 0; at < raw.Length; )
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(raw.AsSpan(at));
            mails.Add(raw[(at + 4)..(at + 4 + length)]);
            at += 4 + length;
        }
        return [.. mails];
    }

    private static byte[] One(int number)
    {
        var random = new Random(number);
        var text = Text(random, 50 + random.Next(400));
        var kind = random.Next(10);
        var mail = new OutgoingMail
        {
            From = new MailAddress(
                random.Next(2) == 0 ? "Zoë van 't Hof" : "Anna de Vries",
                $"ouder{number}@x.example"
            ),
            To =
            [
                new MailAddress("Klachten", "klachten@wijkz.example"),
                new MailAddress("Vries, J. de", "j@wijkz.example"),
            ],
            Subject = $"Klacht {number} over {Text(random, 4)}",
            MessageId = $"{number}.mail@x.example",
            Date = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(1)).AddMinutes(number),
            References = [.. Enumerable.Range(0, random.Next(6)).Select(i => $"{number}.{i}@wijkz.example")],
            Headers =
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(i =>
                        KeyValuePair.Create(
                            $"X-Server-{i}",
                            $"checked by server {i} on {number}; score {random.Next(100)}"
                        )
                    ),
            ],
            Text = text,
            Html =
                kind < 4
                    ? null
                    : $"<html><body><p>{text}</p><table>{string.Concat(Enumerable.Repeat("<tr><td>&nbsp;</td></tr>", 100))}</table></body></html>",
            Attachments =
                kind < 8
                    ? []
                    :
                    [
                        new OutgoingPart(
                            $"foto één {number}.jpg",
                            "image/jpeg",
                            Bytes(random, 20_000 + random.Next(200_000))
                        ),
                    ],
        };
        var written = new MailWriter().Write(mail);
        byte[] received = Encoding.ASCII.GetBytes(
            string.Concat(
                Enumerable
                    .Range(0, 4)
                    .Select(i =>
                        $"Received: from mx{i}.x.example (mx{i}.x.example [192.0.2.{i}])\r\n\tby mail.wijkz.example with ESMTPS id {number};\r\n\tMon, 23 Nov 2026 10:02:11 +0100 (CET)\r\n"
                    )
            )
        );
        return [.. received, .. written];
    }

    private static string Text(Random random, int count)
    {
        var words = Words.Split(' ');
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(
                    i == 0 ? ""
                    : i % 40 == 39 ? "\n\n"
                    : " "
                )
                .Append(words[random.Next(words.Length)]);
        return text.ToString();
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
