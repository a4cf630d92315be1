using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Net.Tokens;
using ComplaintMailer.Tests.Mail.Net;

namespace ComplaintMailer.Tests.Mail.Imap;

/// <summary>A mailbox with little more than a mailbox needs, that does as it should unless a test has other ideas.</summary>
internal sealed class SmallImapServer
{
    /// <summary>What was asked, without tags.</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    // A client that fetches ahead goes on asking while a test looks.
    private readonly ConcurrentQueue<string> heard = [];

    public string Capabilities { get; init; } = "AUTH=PLAIN SASL-IR";

    /// <summary>Names of mails: UIDs from 1 on.</summary>
    public int Mails { get; set; }

    /// <summary>What stands in a mail.</summary>
    public Func<int, string> Mail { get; set; } = uid => $"Subject: {uid}\r\n\r\n";

    public uint Validity { get; set; } = 7;

    public List<string> Folders { get; } = ["INBOX"];

    public string Delimiter { get; init; } = "/";

    public string Namespace { get; init; } = "((\"\" \"/\")) NIL NIL";

    /// <summary>Does something else than what follows, and says whether it did.</summary>
    public Func<ScriptedServer.Peer, string, string, Task<bool>>? Instead { get; init; }

    public static ImapMailboxOptions Options(ServerOptions server, ITokenSource? tokens = null) =>
        new(
            server,
            tokens is null
                ? new ServerLogin.Password("klachten", "geheim")
                : new ServerLogin.OAuth2("klachten@wijkz.example", tokens)
        );

    public async Task Serve(ScriptedServer.Peer peer)
    {
        await peer.Say($"* OK [CAPABILITY IMAP4rev1 {Capabilities}] hello\r\n");
        while (true)
        {
            var line = await peer.Hear();
            var tag = line.Split(' ')[0];
            var command = line[(tag.Length + 1)..];
            lock (Heard)
                heard.Enqueue(command);
            if (Instead is not null && await Instead(peer, tag, command))
                continue;
            await Answer(peer, command);
            await peer.Say($"{tag} OK done\r\n");
        }
    }

    private async Task Answer(ScriptedServer.Peer peer, string command)
    {
        var words = command.Split(' ');
        switch (words[0])
        {
            case "CAPABILITY":
                await peer.Say($"* CAPABILITY IMAP4rev1 {Capabilities}\r\n");
                break;
            case "NAMESPACE":
                await peer.Say($"* NAMESPACE {Namespace}\r\n");
                break;
            case "LIST":
                var asked = command["LIST \"\" ".Length..].Trim('"');
                foreach (var folder in Folders.Where(f => asked == "*" || f == asked))
                    await peer.Say($"* LIST () \"{Delimiter}\" \"{folder}\"\r\n");
                break;
            case "CREATE":
                Folders.Add(command["CREATE ".Length..].Trim('"'));
                break;
            case "SELECT":
                await peer.Say($"* {Mails} EXISTS\r\n* OK [UIDVALIDITY {Validity}] fine\r\n");
                break;
            case "UID" when words[1] == "SEARCH":
                await peer.Say($"* SEARCH {string.Join(' ', Enumerable.Range(1, Mails))}\r\n");
                break;
            case "UID" when words[1] == "FETCH":
                foreach (var uid in Uids(words[2]))
                    await peer.Say(
                        command.Contains("RFC822.SIZE", StringComparison.Ordinal)
                            ? $"* {uid} FETCH (UID {uid} INTERNALDATE \"17-Jul-2026 02:44:25 -0700\" RFC822.SIZE {Encoding.UTF8.GetByteCount(Mail(uid))})\r\n"
                            : $"* {uid} FETCH (UID {uid} BODY[] {{{Encoding.UTF8.GetByteCount(Mail(uid))}}}\r\n{Mail(uid)})\r\n"
                    );
                break;
        }
    }

    private static IEnumerable<int> Uids(string set) =>
        set.Split(',')
            .SelectMany(part =>
            {
                var ends = part.Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
                return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
            });
}
