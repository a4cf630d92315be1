using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Tests.Mail.Maildir;

namespace ComplaintMailer.Tests.Mail.Sending;

public sealed class SigningSenderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SenderSettings Settings(string key)
    {
        var file = Path.Combine(folder.Path, "dkim.pem");
        File.WriteAllText(file, key);
        return new()
        {
            Kind = "Maildir",
            Path = Path.Combine(folder.Path, "out"),
            Dkim = new()
            {
                Domain = "wijkz.example",
                Selector = "k1",
                KeyFile = file,
            },
        };
    }

    [Fact]
    public async Task With_a_key_every_letter_goes_out_signed()
    {
        using var key = RSA.Create(2048);
        await using var sender = SenderOpener.Open(Settings(key.ExportPkcs8PrivateKeyPem()));
        var envelope = new MailEnvelope("klachten+1@wijkz.example", "anna@x.example", "1");

        var mail = Encoding.ASCII.GetBytes("From: klachten@wijkz.example\r\nSubject: x\r\n\r\nDag\r\n");
        Assert.IsType<SendResult.Accepted>(await sender.Send(envelope, mail, CancellationToken.None));
        await sender.SendAll([(envelope with { EnvelopeId = "2" }, mail)], CancellationToken.None);

        var sent = Directory.GetFiles(Path.Combine(folder.Path, "out", "new"));
        Assert.Equal(2, sent.Length);
        Assert.All(
            sent,
            file =>
                Assert.Contains("DKIM-Signature: v=1; a=rsa-sha256;", File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_key_that_is_none_is_named_with_the_remedy()
    {
        var fault = Assert.Throws<OperatorException>(() => SenderOpener.Open(Settings("nonsense")));

        Assert.Contains("Sender:Dkim:KeyFile", fault.Message, StringComparison.Ordinal);
        Assert.Contains("openssl genrsa 2048", fault.Message, StringComparison.Ordinal);
    }
}
