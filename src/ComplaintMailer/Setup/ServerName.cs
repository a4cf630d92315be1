using System.Globalization;

namespace ComplaintMailer.Setup;

/// <summary>A mail server as people name it: <c>imap.example.nl</c>, <c>imap.example.nl:143</c>, <c>imaps://imap.example.nl:1993</c>.</summary>
internal sealed record ServerName(string Host, int Port, string Security)
{
    private const int Relay = 25;

    private static readonly Dictionary<string, (int Port, string Security)> Schemes = new(StringComparer.Ordinal)
    {
        ["imaps"] = (993, "Tls"),
        ["imap"] = (143, "StartTls"),
        ["smtps"] = (465, "Tls"),
        ["smtp"] = (587, "StartTls"),
    };

    /// <summary>A server on this machine that takes mail from everybody here: nobody logs in, and nothing crosses a network.</summary>
    public bool IsRelay => Port == Relay;

    /// <param name="usual">The scheme where none is written.</param>
    /// <returns>Null: that names no server.</returns>
    public static ServerName? Parse(string text, string usual)
    {
        var sign = text.IndexOf("://", StringComparison.Ordinal);
        if (!Schemes.TryGetValue(sign < 0 ? usual : text[..sign], out var scheme))
            return null;
        var rest = sign < 0 ? text : text[(sign + 3)..];
        var colon = rest.LastIndexOf(':');
        var host = colon < 0 ? rest : rest[..colon];
        var port = scheme.Port;
        if (
            host.Length == 0
            || host.AsSpan().IndexOfAny(" /\\:@") >= 0
            || (colon >= 0 && !int.TryParse(rest[(colon + 1)..], CultureInfo.InvariantCulture, out port))
            || port is < 1 or > 65535
        )
            return null;
        return new(host, port, sign >= 0 && port != Relay ? scheme.Security : Of(port, scheme.Security));
    }

    private static string Of(int port, string usual) =>
        port switch
        {
            993 or 465 => "Tls",
            143 or 587 => "StartTls",
            Relay => "None",
            _ => usual,
        };
}
