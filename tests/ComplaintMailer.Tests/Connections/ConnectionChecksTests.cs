using System.Security.Cryptography;
using System.Threading.Channels;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Tests.Mail.Maildir;

namespace ComplaintMailer.Tests.Connections;

public sealed class ConnectionChecksTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SenderSettings Signed(SenderSettings sender)
    {
        using var key = RSA.Create(2048);
        var file = folder.In("dkim.pem");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return sender with
        {
            Dkim = new()
            {
                Domain = "wijkz.example",
                Selector = "k1",
                KeyFile = file,
            },
        };
    }

    private async Task<IReadOnlyList<ConnectionChecks.Finding>> Check(SenderSettings sender) =>
        await ConnectionChecks.Run(
            new()
            {
                Key = "wijkz",
                Mailbox = new() { Kind = "Maildir", Path = folder.In("in") },
                Sender = sender,
            },
            TimeProvider.System,
            default
        );

    [Fact]
    public async Task Whoever_signs_is_told_what_must_stand_in_the_name_server()
    {
        var findings = await Check(Signed(new() { Kind = "Maildir", Path = folder.In("out") }));

        Assert.Contains(
            findings,
            f => f.IsFine && f.What.Contains("k1._domainkey.wijkz.example must say TXT \"v=DKIM1; k=rsa; p=")
        );
    }

    /// <summary>Nothing listens there: a check that finds no fault has not looked.</summary>
    [Fact]
    public async Task A_mail_server_is_tried_also_where_letters_are_signed()
    {
        var findings = await Check(
            Signed(
                new()
                {
                    Kind = "Smtp",
                    Host = "localhost",
                    Port = 9,
                    Security = "None",
                }
            )
        );

        Assert.Contains(findings, f => !f.IsFine && f.What.Contains("Sender", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_ends_is_known_behind_a_signature_too()
    {
        await using var sender = new SigningSender(new Expiring(), new Unsigned());

        Assert.Equal("the certificate", Assert.Single(((IExpires)sender).Expiries).What);
    }

    private sealed class Unsigned : IMailSigner
    {
        public byte[] Sign(ReadOnlySpan<byte> mail, DateTimeOffset? at = null) => mail.ToArray();
    }

    private sealed class Expiring : IMailSender, IExpires
    {
        public IReadOnlyList<Expiry> Expiries => [new("the certificate", DateTimeOffset.UnixEpoch)];

        public Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
            throw new NotSupportedException();

        public bool KnowsTwins => false;

        public Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
