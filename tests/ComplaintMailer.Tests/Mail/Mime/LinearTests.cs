using System.Text;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>
/// Input made to be slow: twice as much of it may cost no more than twice the work. Work is what is allocated, which is the
/// same on every machine; what loops without allocating shows in the large ones, which would take many minutes if they did.
/// </summary>
public class LinearTests
{
    private const int Large = 1_000_000;

    public static TheoryData<string, string, string> Hostile =>
        new()
        {
            { "From: ", "(", "" },
            { "From: ", "\"", "" },
            { "From: ", "<", "" },
            { "From: <", ",", "" },
            { "From: ", "<@", "" },
            { "From: a@b", ":", "" },
            { "From: ", "a@b,", "" },
            { "From: ", "\\", "" },
            { "From: ", "\" <", "" },
            { "From: a", " @", "" },
            { "Subject: ", "=?", "" },
            { "Subject: ", "=?a?Q?", "" },
            { "Subject: ", "=?a?Q??", "" },
            { "Subject: ", "=?utf-8?Q?=", "?=" },
            { "Subject: ", "=?utf-8?B?YQ?= ", "" },
            { "Subject: ", "=?x?Q?a?=", "" },
            { "Subject: ", "\n ", "" },
            { "", "a:\n", "" },
            { "", "a\n", "" },
            { "A: b\n", "c\nd: e\n", "" },
            { "A: b\n", " \n", "" },
            { "References: ", "<", "" },
            { "References: ", "<a@b>", "" },
            { "References: ", "a@b ", "" },
            { "Received: ", ";", "" },
            { "Content-Type: text/plain", ";", "" },
            { "Content-Type: text/plain", "; a=\"", "" },
            { "Content-Type: text/plain", "; a*0=b", "" },
            { "Content-Type: text/plain; ", "(", "" },
            { "Content-Type: text/plain; a", "=", "" },
            { "Content-Type: multipart/mixed; boundary=a\n\n", "--a\n", "" },
            { "Content-Type: multipart/mixed; boundary=a\n\n", "--a\n\n--a--\n", "" },
            { "Content-Type: multipart/mixed; boundary=a\n\n", "--", "" },
            { "Content-Type: multipart/mixed\n\n", "--x\n", "" },
            { "Content-Type: multipart/mixed\n\n", "\n--", "" },
            {
                "Content-Type: multipart/mixed; boundary=a\n\n",
                "--a\nContent-Type: multipart/mixed; boundary=a\n\n",
                ""
            },
            { "", "Content-Type: message/rfc822\n\n", "" },
            { "Content-Transfer-Encoding: quoted-printable\n\n", "=", "" },
            { "Content-Transfer-Encoding: quoted-printable\n\n", "= ", "" },
            { "Content-Transfer-Encoding: quoted-printable\n\n", " ", "\n" },
            { "Content-Transfer-Encoding: base64\n\n", "=", "" },
            { "Content-Transfer-Encoding: base64\n\n", "a\n", "" },
            { "\n", "begin 644 a\n", "" },
            { "\n", "begin 644 a\n`\n", "" },
            { "\nbegin 644 a\n", "#AAAA\n", "" },
            { "\n", "\r", "" },
            { "\n", "\0", "" },
            { "\n", "> ", "" },
            {
                "Content-Type: application/ms-tnef\n\n\u0078\u009F\u003E\u0022\u0001\0",
                "\u0001\u0003\u0090\u0006\0\0\0\0\0\0\0",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Twice_the_input_costs_twice_the_work(string before, string repeated, string after)
    {
        // The first time fills caches and pools.
        _ = Allocated(Made(before, repeated, after, 200_000));
        var once = Allocated(Made(before, repeated, after, 100_000));
        var twice = Allocated(Made(before, repeated, after, 200_000));

        Assert.InRange(twice, 0, (once * 2.5) + 200_000);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_million_bytes_of_it_are_read_to_the_end(string before, string repeated, string after) =>
        Decode(Made(before, repeated, after, Large));

    private static byte[] Made(string before, string repeated, string after, int length)
    {
        var mail = new StringBuilder(before, length + 100);
        while (mail.Length < length)
            mail.Append(repeated);
        return Encoding.Latin1.GetBytes(mail.Append(after).Append('\n').ToString());
    }

    private static long Allocated(byte[] raw)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decode(raw);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>All that can be asked of a mail's structure.</summary>
    private static void Decode(byte[] raw)
    {
        var defects = new List<string>();
        var root = MimeParser.Parse(raw, MailLimits.Default, defects);
        Assert.InRange(defects.Count, 0, 5000);
        foreach (var part in Mails.All(root))
        {
            foreach (var name in new[] { "From", "To", "Sender" })
                _ = part.Addresses(name);
            foreach (var name in new[] { "References", "In-Reply-To", "Message-ID" })
                _ = part.Ids(name);
            _ = part.Decoded("Subject");
            _ = part.Date("Date");
            _ = part.ReceivedDate();
            _ = part.FileName;
            _ = part.ContentId;
            if (part.Children.Count == 0)
                _ = part.IsText ? part.DecodeText(defects).Length : part.DecodeBytes().Length;
            _ = part.Embedded;
        }
    }
}
