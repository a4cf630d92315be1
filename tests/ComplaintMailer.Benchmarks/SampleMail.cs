using System.Globalization;
using System.Text;

namespace ComplaintMailer.Benchmarks;

/// <summary>Mails as they come in at a complaints address: plain, HTML with a twin in text, one in twenty with a picture.</summary>
internal static class SampleMail
{
    private static readonly string[] Sentences =
    [
        "Mijn dochter is vorige week twee keer te laat opgehaald bij De Vlinder.",
        "Niemand heeft ons daarover gebeld, en dat was wel afgesproken.",
        "De medewerker die wij spraken was kortaf en wilde niet zeggen hoe het verder gaat.",
        "Wij hebben dit in het oudergesprek al eens genoemd.",
        "Het was op dinsdag om half zes, en er stond niemand bij het hek.",
        "Wij willen graag dat iemand ons belt en dat dit niet meer gebeurt.",
        "De rekening klopt daarnaast ook al drie maanden niet.",
        "Andere ouders op de groep zeggen hetzelfde te hebben meegemaakt.",
        "Ik vind het heel vervelend om dit te moeten schrijven, want wij waren altijd tevreden.",
        "Kunt u mij laten weten wat u hiermee doet?",
    ];

    public static string Write(int n)
    {
        var chance = new Random(n);
        var text = string.Join(
            "\r\n\r\n",
            Enumerable
                .Range(0, chance.Next(2, 7))
                .Select(_ =>
                    string.Join(
                        ' ',
                        Enumerable.Range(0, chance.Next(2, 6)).Select(_ => Sentences[chance.Next(Sentences.Length)])
                    )
                )
        );
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"Return-Path: <ouder{n}@gezin{n % 997}.example>\r\nReceived: from mx.gezin{n % 997}.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:{n / 60 % 60:00}:{n % 60:00} +0100\r\nFrom: \"Ouder {n}\" <ouder{n}@gezin{n % 997}.example>\r\nTo: klachten@zonnebloem.example\r\nSubject: =?utf-8?q?Klacht_over_het_ophalen_=28{n}=29?=\r\nDate: Mon, 23 Nov 2026 08:00:00 +0100\r\nMessage-ID: <bench-{n}@gezin.example>\r\nMIME-Version: 1.0\r\n"
        );
        var plain =
            $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGoedemorgen,\r\n\r\n{text}\r\n\r\nMet vriendelijke groet,\r\nOuder {n}\r\n";
        if (n % 20 == 0)
            return $"{head}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n{plain}\r\n--m\r\nContent-Type: image/jpeg; name=foto.jpg\r\nContent-Disposition: attachment; filename=foto.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n{Picture(chance)}\r\n--m--\r\n";
        if (n % 2 == 0)
            return head + plain;
        var html = new StringBuilder("<html><body><p>Goedemorgen,</p>");
        foreach (var paragraph in text.Split("\r\n\r\n"))
            html.Append("<p style=\"font-family:Calibri\">").Append(paragraph).Append("</p>\r\n");
        return $"{head}Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n{plain}\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{html}</body></html>\r\n--a--\r\n";
    }

    private static string Picture(Random chance)
    {
        var bytes = new byte[40_000];
        chance.NextBytes(bytes);
        return Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
    }
}
