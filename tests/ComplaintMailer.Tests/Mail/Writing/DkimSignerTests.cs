using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Tests.Mail.Writing;

/// <summary>Debian's dkimpy is the judge: it has nothing in common with our code but the RFC.</summary>
public class DkimSignerTests
{
    private static readonly DateTimeOffset At = new(2020, 11, 23, 10, 2, 11, TimeSpan.Zero);

    private static readonly string Pem = NewKey(2048);

    private static readonly OutgoingMail Letter = MailWriterTests.Letter with
    {
        Subject = "[WIJ-2026-0042] Uw klacht over  één café",
        Html = "<p>Beste   Zoë </p>",
        Text = "Beste Zoë,\n\n  twee  spaties \n\n\n",
    };

    private static string NewKey(int bits)
    {
        using var key = RSA.Create(bits);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static byte[] Signed()
    {
        using var signer = DkimSigner.Of("wijkz.example", "k1", Pem);
        return signer.Sign(new MailWriter().Write(Letter), At);
    }

    private static bool[] Judged(params byte[][] mails)
    {
        using var signer = DkimSigner.Of("wijkz.example", "k1", Pem);
        var said = Judge.Says(
            """
            import sys, base64, dkim
            record = sys.argv[1].encode()
            def dns(name, timeout=5):
                return record if name == b"k1._domainkey.wijkz.example." else None
            for line in sys.stdin.buffer:
                print(dkim.verify(base64.b64decode(line), dnsfunc=dns))
            """,
            Encoding.ASCII.GetBytes(string.Concat(mails.Select(m => Convert.ToBase64String(m) + "\n"))),
            signer.DnsRecord
        );
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line == "True")];
    }

    private static byte[] Changed(byte[] mail, string what, string into)
    {
        var text = Encoding.Latin1.GetString(mail);
        Assert.Contains(what, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(what, into, StringComparison.Ordinal));
    }

    [Fact]
    public void A_signature_is_good_to_another_s_eyes()
    {
        var mail = Signed();

        Assert.StartsWith(
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=wijkz.example",
            Encoding.ASCII.GetString(mail),
            StringComparison.Ordinal
        );
        MailWriterTests.IsWellFormed(mail);
        Assert.Equal([true], Judged(mail));
    }

    [Fact]
    public void An_empty_mail_is_signed_as_well()
    {
        using var signer = DkimSigner.Of("wijkz.example", "k1", Pem);

        var judged = Judged(
            signer.Sign("From: a@wijkz.example\r\n\r\n"u8, At),
            signer.Sign("From: a@wijkz.example\r\nSubject: x\r\n\r\n\r\n\r\n"u8, At),
            signer.Sign("From: a@wijkz.example\r\n\r\nDag"u8, At)
        );

        Assert.Equal([true, true, true], judged);
    }

    [Fact]
    public void What_servers_do_on_the_way_leaves_it_good()
    {
        var mail = Changed(Signed(), "MIME-Version: 1.0", "MIME-Version:   1.0 ");

        byte[] arrived = [.. "Received: from a by b; Mon, 23 Nov 2020 10:02:12 +0100\r\n"u8, .. mail, .. "\r\n\r\n"u8];
        Assert.Equal([true], Judged(arrived));
    }

    [Fact]
    public void Any_change_that_matters_spoils_it()
    {
        (string What, string Into)[] changes =
        [
            ("anna@x.example", "bo@x.example"),
            ("Date: Mon, 23", "Date: Mon, 24"),
            ("spaties", "spatie"),
            ("MIME-Version: 1.0", "MIME-Version: 1.1"),
            ("\r\nMIME-Version", "\r\nReply-To: dief@y.example\r\nMIME-Version"),
            ("\r\nMIME-Version", "\r\nFrom: dief@y.example\r\nMIME-Version"),
            ("\r\nMIME-Version", "\r\nSubject: anders\r\nMIME-Version"),
        ];

        var judged = Judged([.. changes.Select(c => Changed(Signed(), c.What, c.Into))]);

        Assert.Equal(changes.Select(_ => false), judged);
    }

    [Fact]
    public void The_same_letter_gives_the_same_signature() => Assert.Equal(Signed(), Signed());

    [Fact]
    public void A_key_that_can_t_be_used_is_refused_with_the_reason()
    {
        using var key = RSA.Create(1024);

        Assert.Throws<ArgumentException>(() => DkimSigner.Of("wijkz.example", "k1", "nonsense"));
        Assert.Throws<ArgumentException>(() =>
            DkimSigner.Of("wijkz.example", "k1", key.ExportSubjectPublicKeyInfoPem())
        );
        Assert.Throws<ArgumentException>(() => DkimSigner.Of("wijkz.example", "k1", NewKey(512)));
        Assert.Throws<ArgumentException>(() => DkimSigner.Of("wijkz example", "k1", Pem));
        Assert.Throws<ArgumentException>(() => DkimSigner.Of("wijkz.example", "k1; b=", Pem));
    }
}
