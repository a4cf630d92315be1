using System.Text;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Recognition;

namespace ComplaintMailer.Tests.Recognition;

public class AuthenticationTests
{
    private const string Server = "mx.wijkz.example";

    [Theory]
    [InlineData("mx.wijkz.example; dmarc=pass (p=reject) header.from=wijkz.example")]
    [InlineData(
        "mx.wijkz.example 1; spf=fail smtp.mailfrom=x.example; dkim=pass (2048-bit key; unprotected) header.d=wijkz.example header.s=a"
    )]
    [InlineData("MX.wijkz.example;\r\n dkim=none;\r\n dkim=pass header.i=@mail.wijkz.example")]
    [InlineData("mx.wijkz.example; dmarc=none header.from=wijkz.example; dkim=pass header.d=wijkz.example")]
    public void A_mail_whose_sender_our_server_has_proven_passes(string results) =>
        Assert.True(Passes($"Authentication-Results: {results}\n"));

    [Theory]
    [InlineData("")]
    [InlineData("Authentication-Results: mx.wijkz.example; none\n")]
    [InlineData("Authentication-Results: mx.wijkz.example; spf=pass smtp.mailfrom=wijkz.example\n")]
    [InlineData("Authentication-Results: mx.wijkz.example; dkim=pass header.d=elders.example\n")]
    [InlineData("Authentication-Results: mx.wijkz.example; dmarc=pass header.from=elders.example\n")]
    [InlineData(
        "Authentication-Results: mx.wijkz.example; dmarc=fail header.from=wijkz.example; dkim=pass header.d=wijkz.example\n"
    )]
    [InlineData("Authentication-Results: elders.example; dmarc=pass header.from=wijkz.example\n")]
    [InlineData("Authentication-Results: mx.wijkz.example.elders.example; dmarc=pass header.from=wijkz.example\n")]
    [InlineData("Authentication-Results: mx.wijkz.example (; dmarc=pass header.from=wijkz.example)\n")]
    [InlineData("Authentication-Results: elders.example (mx.wijkz.example); dmarc=pass header.from=wijkz.example\n")]
    [InlineData("Authentication-Results: mx.wijkz.example; x=\"; dmarc=pass header.from=wijkz.example\"\n")]
    [InlineData("Authentication-Results: mx.wijkz.example; dkim=pass header.d=example\n")]
    public void A_mail_that_our_server_has_not_proven_does_not_pass(string headers) => Assert.False(Passes(headers));

    [Fact]
    public void Results_that_came_along_with_the_mail_count_for_nothing() =>
        Assert.False(
            Passes(
                """
                Authentication-Results: mx.wijkz.example; dmarc=fail header.from=wijkz.example
                Received: from elders.example by mx.wijkz.example; Mon, 23 Nov 2026 10:00:00 +0100
                Authentication-Results: mx.wijkz.example; dmarc=pass header.from=wijkz.example

                """
            )
        );

    private static bool Passes(string headers) =>
        Authentication.Passes(
            new MailReader().Read(
                Encoding.UTF8.GetBytes(
                    headers.ReplaceLineEndings("\r\n") + "From: J <j@wijkz.example>\r\nSubject: x\r\n\r\nhoi\r\n"
                )
            ),
            Server
        );
}
