using System.Net.Http.Headers;
using System.Text.Json;

namespace ComplaintMailer.Mail.Net.Tokens;

/// <summary>
/// Tokens from a refresh-token endpoint (RFC 6749 §6), Google's for one: a person has consented once, and what that gave is
/// exchanged for an access token again and again.
/// </summary>
public sealed class RefreshTokens : ITokenSource, IDisposable
{
    /// <summary>An access token is renewed this long before its end, so that no login begins with one that is about to go.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private const int AnswerBytesMax = 64 * 1024;

    private readonly Uri endpoint;
    private readonly string clientId;
    private readonly string? clientSecret;
    private readonly HttpClient http;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim one = new(1);
    private readonly List<Expiry> expiries = [];
    private string refreshToken;
    private string? token;
    private DateTimeOffset goodUntil;

    public RefreshTokens(
        Uri endpoint,
        string clientId,
        string? clientSecret,
        string refreshToken,
        HttpClient http,
        TimeProvider? clock = null
    )
    {
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.refreshToken = refreshToken;
        this.http = http;
        this.clock = clock ?? TimeProvider.System;
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
            throw new ArgumentException($"The token endpoint {endpoint} must be https.", nameof(endpoint));
    }

    public IReadOnlyList<Expiry> Expiries => expiries;

    /// <summary>Called with a new refresh token when the endpoint gives one in place of the old (Microsoft does).</summary>
    public Func<string, CancellationToken, Task>? Keep { get; init; }

    /// <summary>Asked for where the endpoint wants it said again.</summary>
    public string? Scope { get; init; }

    public async ValueTask<string> Get(bool anew, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (!anew && token is not null && clock.GetUtcNow() < goodUntil)
                return token;
            return await Exchange(ct);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<string> Exchange(CancellationToken ct)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = clientId,
            ["refresh_token"] = refreshToken,
        };
        if (clientSecret is not null)
            fields["client_secret"] = clientSecret;
        if (Scope is not null)
            fields["scope"] = Scope;
        JsonElement answer;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new FormUrlEncodedContent(fields),
            };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var limit = new TimeLimit(TimeSpan.FromSeconds(60), clock, ct);
            using var response = await http.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(AnswerBytesMax, limit.Token);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(limit.Token));
            answer = json.RootElement.Clone();
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new MailServerException(ServerTrouble.TooSlow, $"{endpoint.Host} gave no token in time.", e);
        }
        catch (HttpRequestException e)
        {
            throw new MailServerException(
                ServerTrouble.Unreachable,
                $"{endpoint.Host} can't be asked for a token: {e.Message}",
                e
            );
        }
        catch (JsonException e)
        {
            throw new MailServerException(ServerTrouble.Nonsense, $"{endpoint.Host} answered no JSON.", e);
        }

        if (Text(answer, "access_token") is not { Length: > 0 } given)
            throw Refusal(answer);
        if (Text(answer, "refresh_token") is { Length: > 0 } next && next != refreshToken)
        {
            refreshToken = next;
            if (Keep is not null)
                await Keep(next, ct);
        }
        var now = clock.GetUtcNow();
        goodUntil = now + TimeSpan.FromSeconds(Number(answer, "expires_in") ?? 600) - Early;
        expiries.Clear();
        // Google tells it for consents of limited time.
        if (Number(answer, "refresh_token_expires_in") is { } seconds)
            expiries.Add(new Expiry($"the consent (refresh token) of {clientId}", now + TimeSpan.FromSeconds(seconds)));
        return token = given;
    }

    private MailServerException Refusal(JsonElement answer)
    {
        token = null;
        var error = Text(answer, "error") ?? "no token";
        var why = Text(answer, "error_description");
        var remedy =
            error == "invalid_grant" ? " The consent has lapsed or was withdrawn: it must be given again." : "";
        return new MailServerException(
            ServerTrouble.Login,
            $"{endpoint.Host} gives no token: {error}{(why is null ? "" : $" ({why.Split('\n')[0].Trim()})")}.{remedy}"
        );
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static double? Number(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;
}
