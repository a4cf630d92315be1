using System.Net;
using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Tokens;

namespace ComplaintMailer.Tests.Mail.Net;

public sealed class TokenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-tokens-").FullName;
    private readonly ManualClock clock = new();
    private readonly List<string> asked = [];
    private string answer = """{"access_token":"token-1","expires_in":3600}""";
    private HttpStatusCode code = HttpStatusCode.OK;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_its_end_and_then_renewed()
    {
        var tokens = Refreshing();

        Assert.Equal("token-1", await tokens.Get(false, default));
        clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await tokens.Get(false, default));
        Assert.Single(asked);
        Assert.Contains("grant_type=refresh_token", asked[0], StringComparison.Ordinal);
        Assert.Contains("refresh_token=first", asked[0], StringComparison.Ordinal);
        Assert.Contains("client_id=app", asked[0], StringComparison.Ordinal);

        answer = """{"access_token":"token-2","expires_in":3600}""";
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token-2", await tokens.Get(false, default));
        answer = """{"access_token":"token-3","expires_in":3600}""";
        Assert.Equal("token-3", await tokens.Get(anew: true, default));
    }

    [Fact]
    public async Task A_refresh_token_that_is_replaced_at_each_use_is_kept_for_the_next_start()
    {
        answer = """{"access_token":"token-1","expires_in":3600,"refresh_token":"second"}""";

        await Refreshing().Get(false, default);

        Assert.Equal("second\n", File.ReadAllText(Path.Combine(folder, "refresh")));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(folder, "refresh"))
        );
    }

    [Fact]
    public async Task A_consent_that_was_withdrawn_is_said_with_what_to_do_and_works_again_once_given()
    {
        (code, answer) = (
            HttpStatusCode.BadRequest,
            """{"error":"invalid_grant","error_description":"Token revoked."}"""
        );
        var tokens = Refreshing();

        var e = await Assert.ThrowsAsync<MailServerException>(() => tokens.Get(false, default).AsTask());
        Assert.Equal(ServerTrouble.Login, e.Trouble);
        Assert.Contains("Token revoked.", e.Message, StringComparison.Ordinal);
        Assert.Contains("must be given again", e.Message, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder, "refresh"), "fresh\n");
        (code, answer) = (HttpStatusCode.OK, """{"access_token":"token-9","expires_in":3600}""");
        Assert.Equal("token-9", await tokens.Get(false, default));
        Assert.Contains("refresh_token=fresh", asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>captive portal</html>", ServerTrouble.Nonsense)]
    [InlineData("[]", ServerTrouble.Login)]
    [InlineData("""{"access_token":17}""", ServerTrouble.Login)]
    public async Task An_endpoint_that_answers_something_else_is_named(string nonsense, ServerTrouble trouble)
    {
        answer = nonsense;

        var e = await Assert.ThrowsAsync<MailServerException>(() => Refreshing().Get(false, default).AsTask());

        Assert.Equal(trouble, e.Trouble);
        Assert.Contains("tokens.example", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_secret_is_trouble_of_this_mailbox_and_not_of_the_start()
    {
        var tokens = Refreshing();
        File.Delete(Path.Combine(folder, "refresh"));

        var e = await Assert.ThrowsAsync<MailServerException>(() => tokens.Get(false, default).AsTask());

        Assert.Contains("RefreshTokenFile", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Microsoft_gives_a_token_to_the_application_itself_and_its_secrets_end_is_known()
    {
        answer = """{"token_type":"Bearer","expires_in":3599,"access_token":"from-microsoft"}""";
        File.WriteAllText(Path.Combine(folder, "secret"), "s3cret\n");
        var tokens = TokenSources.Make(
            new OAuth2Settings
            {
                TenantId = "8f1c1b0e-6b1f-4a8e-9f5e-0d2f6f6f6f6f",
                ClientId = "app",
                ClientSecretFile = Path.Combine(folder, "secret"),
                ClientSecretExpires = "2027-01-31",
            },
            Http()
        );

        Assert.Equal("from-microsoft", await tokens.Get(false, default));

        Assert.Contains(asked, a => a.Contains("client_secret=s3cret", StringComparison.Ordinal));
        Assert.Contains(asked, a => a.Contains("outlook.office365.com", StringComparison.Ordinal));
        var expiry = Assert.Single(tokens.Expiries);
        Assert.Equal(new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero), expiry.At);
    }

    private ITokenSource Refreshing()
    {
        var file = Path.Combine(folder, "refresh");
        if (asked.Count == 0 && !File.Exists(file))
            File.WriteAllText(file, "first\n");
        var source = TokenSources.Make(
            new OAuth2Settings
            {
                ClientId = "app",
                RefreshTokenFile = file,
                TokenEndpoint = "https://tokens.example/token",
            },
            Http(),
            clock
        );
        return source;
    }

    private HttpClient Http() => new(new Endpoint(this));

    private sealed class Endpoint(TokenTests test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            test.asked.Add(
                request.RequestUri
                    + " "
                    + (
                        request.Content is null
                            ? ""
                            : Uri.UnescapeDataString(await request.Content.ReadAsStringAsync(cancellationToken))
                    )
            );
            return new HttpResponseMessage(test.code)
            {
                Content = new StringContent(test.answer, Encoding.UTF8, "application/json"),
            };
        }
    }
}
