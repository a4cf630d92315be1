using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Sasl;
using ComplaintMailer.Mail.Net.Tokens;

namespace ComplaintMailer.Tests.Mail.Net;

public class SaslTests
{
    /// <summary>The example of RFC 7677 §3.</summary>
    [Fact]
    public void SCRAM_says_what_the_standards_example_says_and_believes_the_right_server_only()
    {
        const string Challenge =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
        var scram = new ScramMechanism("user", "pencil", "rOprNGfwEbeRWgbNEkqO");
        Assert.Equal("n,,n=user,r=rOprNGfwEbeRWgbNEkqO", Encoding.UTF8.GetString(scram.First));
        Assert.Equal(
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
            Encoding.UTF8.GetString(scram.Answer(Encoding.UTF8.GetBytes(Challenge)))
        );
        Assert.Throws<MailServerException>(scram.Accepted);
        Assert.Empty(scram.Answer("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="u8.ToArray()));
        scram.Accepted();

        var deceived = new ScramMechanism("user", "pencil", "rOprNGfwEbeRWgbNEkqO");
        deceived.Answer(Encoding.UTF8.GetBytes(Challenge));
        Assert.Throws<MailServerException>(() =>
            deceived.Answer("v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="u8.ToArray())
        );
    }

    [Theory]
    [InlineData("r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=mine,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=mineyours,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1")]
    [InlineData("r=mineyours,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000")]
    [InlineData("r=mineyours,s=???,i=4096")]
    [InlineData("nonsense")]
    public void A_server_that_would_weaken_SCRAM_gets_no_proof(string challenge) =>
        Assert.Throws<MailServerException>(() =>
            new ScramMechanism("user", "pencil", "mine").Answer(Encoding.UTF8.GetBytes(challenge))
        );

    [Fact]
    public async Task A_token_that_was_withdrawn_is_replaced_once_and_the_login_goes_on()
    {
        var tried = new List<string>();
        await using var server = new ScriptedServer(
            async (peer, _) =>
            {
                await peer.Say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER] hello\r\n");
                while (true)
                {
                    var words = (await peer.Hear()).Split(' ');
                    if (words[1] == "AUTHENTICATE")
                    {
                        tried.Add(words[2] + " " + Encoding.UTF8.GetString(Convert.FromBase64String(words[3])));
                        if (tried.Count == 1)
                        {
                            await peer.Say("+ eyJzdGF0dXMiOiI0MDEifQ==\r\n");
                            Assert.Equal("", await peer.Hear());
                            await peer.Say($"{words[0]} NO [AUTHENTICATIONFAILED] no\r\n");
                            continue;
                        }
                    }
                    if (words[1] == "SELECT")
                        await peer.Say("* 0 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n");
                    await peer.Say($"{words[0]} OK done\r\n");
                }
            }
        );
        await using var mailbox = new ImapMailbox(
            new ImapMailboxOptions(server.Options(), new ServerLogin.OAuth2("klachten@wijkz.example", new Tokens()))
        );

        await mailbox.Check(default);

        Assert.Equal(
            [
                "XOAUTH2 user=klachten@wijkz.example\u0001auth=Bearer old\u0001\u0001",
                "XOAUTH2 user=klachten@wijkz.example\u0001auth=Bearer new\u0001\u0001",
            ],
            tried
        );
    }

    private sealed class Tokens : ITokenSource
    {
        public IReadOnlyList<Expiry> Expiries => [];

        public ValueTask<string> Get(bool anew, CancellationToken ct) => new(anew ? "new" : "old");
    }
}
