using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Inbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Inbox;

public sealed class MailPiecesTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    [InlineData(400_000)]
    public async Task A_mail_of_any_size_is_kept_byte_for_byte(int more)
    {
        var mail = await Register(more);
        using var worker = new Worker(place.Settings);

        var kept = worker.Register.Read(s => RawMails.Open(s, worker.Keys, 1));

        Assert.Equal(mail, Encoding.UTF8.GetString(kept!));
        Assert.Equal(
            1 + (mail.Length / 65_536),
            worker.Register.Read(s => s.Scalar<int>("SELECT COUNT(*) FROM mail_piece"))
        );
    }

    [Theory]
    [InlineData("DELETE FROM mail_piece WHERE seq = 3")]
    [InlineData("DELETE FROM mail_piece WHERE seq = (SELECT MAX(seq) FROM mail_piece)")]
    [InlineData("UPDATE mail_piece SET sealed = (SELECT sealed FROM mail_piece WHERE seq = 2) WHERE seq = 1")]
    [InlineData("UPDATE mail_piece SET seq = seq + 10 WHERE seq > 0")]
    public async Task Whoever_takes_a_piece_out_or_puts_it_elsewhere_is_found_out(string tampering)
    {
        await Register(400_000);
        using var worker = new Worker(place.Settings);
        worker.Register.Write(s => s.Execute(tampering));

        Assert.ThrowsAny<CryptographicException>(() => worker.Register.Read(s => RawMails.Open(s, worker.Keys, 1)));
    }

    private async Task<string> Register(int more)
    {
        var mail = $"""
            From: Ahmed <ahmed@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Klacht
            Message-ID: <1@gezin.example>

            Mijn zoon is bij De Vlinder te laat uit school gehaald.
            """.ReplaceLineEndings("\r\n");
        for (var line = 0; line * 100 < more; line++)
            mail += $"\r\n{line:D98}";
        place.Arrives("zonnebloem", mail);
        await place.Pass("2026-11-23 09:00");
        return mail;
    }
}
