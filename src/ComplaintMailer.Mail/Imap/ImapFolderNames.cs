using ComplaintMailer.Mail.Imap.Wire;

namespace ComplaintMailer.Mail.Imap;

/// <summary>Turns the names people give folders into the names a server has for them, and makes folders that are absent.</summary>
internal sealed class ImapFolderNames
{
    private static readonly string[] SentNames =
    [
        "Sent",
        "Sent Items",
        "Sent Messages",
        "Verzonden",
        "Verzonden items",
        "Verzonden berichten",
    ];
    private readonly ImapConnection connection;
    private readonly string prefix;
    private readonly string delimiter;
    private readonly Dictionary<string, string> made = new(StringComparer.Ordinal);
    private string? sent;

    private ImapFolderNames(ImapConnection connection, string prefix, string delimiter)
    {
        this.connection = connection;
        this.prefix = prefix;
        this.delimiter = delimiter;
    }

    public static async Task<ImapFolderNames> Learn(ImapConnection connection, CancellationToken ct)
    {
        var (prefix, delimiter) = ("", "");
        if (connection.Can("NAMESPACE"))
            await connection.Try(
                new ImapCommand("NAMESPACE"),
                ct,
                r =>
                {
                    // ((prefix delimiter …)…) for one's own folders first.
                    if (
                        r.Name == "NAMESPACE"
                        && r.Values().FirstOrDefault() is { Items: [{ Items: [var p, var d, ..] }, ..] }
                    )
                        (prefix, delimiter) = (p.String, d.String);
                }
            );
        if (delimiter.Length == 0)
            await connection.Try(
                new ImapCommand("LIST \"\" \"\""),
                ct,
                r =>
                {
                    if (r.Name == "LIST" && r.Values().ElementAtOrDefault(1) is { } d)
                        delimiter = d.String;
                }
            );
        return new ImapFolderNames(connection, prefix, delimiter.Length == 0 ? "/" : delimiter);
    }

    /// <summary>The name on the wire's side of the encoding: namespace before it, and the server's own mark between levels.</summary>
    public string Full(string folder)
    {
        if (folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase))
            return "INBOX";
        var name = folder.Replace("/", delimiter, StringComparison.Ordinal);
        return name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name : prefix + name;
    }

    /// <summary>The folder's name, once it is certain that it is there.</summary>
    public async Task<string> Present(string folder, CancellationToken ct)
    {
        if (made.TryGetValue(folder, out var known))
            return known;
        var name = Full(folder);
        if ((await List(name, ct)).Count == 0)
            await Make(name, ct);
        made[folder] = name;
        return name;
    }

    /// <summary>Looks again next time: a folder that was there has gone.</summary>
    public void Forget(string folder) => made.Remove(folder);

    /// <summary>The folder for sent mail: as configured, else marked so by the server (RFC 6154), else by its usual names.</summary>
    public async Task<string> Sent(string configured, CancellationToken ct)
    {
        if (configured != ImapMailboxOptions.SentByCustom)
            return await Present(configured, ct);
        if (sent is not null)
            return sent;
        var all = await List("*", ct);
        return sent =
            all.FirstOrDefault(f => f.Marks.Any(m => m.Is("\\Sent"))).Name
            ?? SentNames.Select(Full).FirstOrDefault(n => all.Any(f => f.Name == n))
            ?? await Present("Sent", ct);
    }

    private async Task Make(string name, CancellationToken ct)
    {
        var create = new ImapCommand("CREATE ").Text(connection.Encoded(name));
        var outcome = await connection.Try(create, ct);
        // Another program may have made it in the meantime; some servers say so with a code, others in words alone.
        if (outcome.Name != "OK" && (await List(name, ct)).Count == 0)
            throw connection.Refusal(create, outcome);
        // People see it in their mail program only when it is subscribed; whether they do is not vital.
        await connection.Try(new ImapCommand("SUBSCRIBE ").Text(connection.Encoded(name)), ct);
    }

    private async Task<List<(string Name, IReadOnlyList<ImapValue> Marks)>> List(string pattern, CancellationToken ct)
    {
        var found = new List<(string, IReadOnlyList<ImapValue>)>();
        // A name may hold the marks that stand for any name; then more comes back than was asked.
        await connection.Run(
            new ImapCommand("LIST \"\" ").Text(connection.Encoded(pattern)),
            ct,
            r =>
            {
                if (r.Name == "LIST" && r.Values().Take(3).ToList() is [var marks, _, var name])
                    if (!marks.Items.Any(m => m.Is("\\NonExistent")))
                        found.Add((connection.Decoded(name.String), marks.Items));
            }
        );
        return pattern == "*" ? found : [.. found.Where(f => Same(f.Item1, pattern))];
    }

    private static bool Same(string one, string other) =>
        one == other || (one.Equals(other, StringComparison.OrdinalIgnoreCase) && other == "INBOX");
}
