using System.Globalization;
using ComplaintMailer.Mail.Imap.Wire;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Imap;

/// <summary>What is known of a mail before it is fetched.</summary>
internal readonly record struct ImapMailInfo(uint Uid, DateTimeOffset? TakenInAt, long Size);

/// <summary>
/// What a server that counts changes (CONDSTORE, RFC 7162) says when a folder is opened: while none of this differs, nothing in it
/// has changed.
/// </summary>
internal readonly record struct ImapFolderState(uint Validity, uint UidNext, ulong Changes);

/// <summary>A connection that is logged in, with the folder it has open: what a mailbox asks, in IMAP's terms.</summary>
internal sealed class ImapSession : IAsyncDisposable
{
    /// <summary>Set on mails that were copied where a server can't move: should it end there, they aren't copied twice.</summary>
    private const string CopiedMark = "$ComplaintMailerFiled";

    private readonly ImapConnection connection;
    private readonly ImapFolderNames names;
    private string? selected;

    private ImapSession(ImapConnection connection, ImapFolderNames names)
    {
        this.connection = connection;
        this.names = names;
    }

    public ImapConnection Connection => connection;

    /// <summary>UIDVALIDITY of the selected folder.</summary>
    public uint Validity { get; private set; }

    /// <summary>How the folder was when it was opened a moment ago; null when that was before, or the server doesn't count.</summary>
    public ImapFolderState? AsOpened { get; private set; }

    public static async Task<ImapSession> Open(ImapMailboxOptions options, CancellationToken ct)
    {
        // A batch is bounded by what mails claim to measure, and claims may be somewhat wrong.
        var literalBytesMax = options.MailBytesMax + (4 * options.BatchBytes);
        var opened = await ImapLogin.Connect(options.Server, options.Login, literalBytesMax, ct);
        try
        {
            return new ImapSession(opened, await ImapFolderNames.Learn(opened, ct));
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a folder, or hears its news when it is open already.</summary>
    public async Task Select(string folder, CancellationToken ct)
    {
        if (selected == folder)
        {
            AsOpened = null;
            await connection.Run(new ImapCommand("NOOP"), ct);
            return;
        }
        await Enter("SELECT", names.Full(folder), ct);
        selected = folder;
    }

    /// <summary>Makes certain that the folder is open and its UIDs mean what they did.</summary>
    public async Task Resume(string folder, uint validity, CancellationToken ct)
    {
        if (selected != folder)
            await Select(folder, ct);
        if (Validity != validity)
            throw connection.Trouble(
                ServerTrouble.Lost,
                $"has numbered the mails in {folder} anew; they are listed again at the next poll"
            );
    }

    /// <summary>UIDs after the given one, ascending, whatever marks the mails bear.</summary>
    public async Task<List<uint>> Search(uint after, CancellationToken ct)
    {
        var found = new HashSet<uint>();
        var returns = connection.Can("ESEARCH") || connection.Can("IMAP4rev2") ? "RETURN (ALL) " : "";
        var range = after == 0 ? "ALL" : string.Create(CultureInfo.InvariantCulture, $"UID {after + 1L}:*");
        await connection.Run(new ImapCommand($"UID SEARCH {returns}{range}"), ct, r => Collect(r, found));
        // The range n:* always holds the last mail, also when its UID is smaller than n.
        return [.. found.Where(uid => uid > after).Order()];
    }

    /// <summary>When the server took mails in, and their sizes. Those that are gone are missing from the answer.</summary>
    public async Task<Dictionary<uint, ImapMailInfo>> Describe(IReadOnlyList<uint> uids, CancellationToken ct)
    {
        var result = new Dictionary<uint, ImapMailInfo>();
        await connection.Run(
            new ImapCommand($"UID FETCH {UidSet.Write(uids)} (UID INTERNALDATE RFC822.SIZE)"),
            ct,
            r =>
            {
                if (Fields(r) is not { } fields || fields.Uid is not { } uid)
                    return;
                var size = long.TryParse(
                    fields["RFC822.SIZE"]?.String,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var bytes
                )
                    ? bytes
                    : 0;
                result[uid] = new ImapMailInfo(uid, InternalDate(fields["INTERNALDATE"]?.String), size);
            }
        );
        return result;
    }

    /// <summary>The mails themselves, without marking them as seen. What the server does not give is missing.</summary>
    public async Task<Dictionary<uint, byte[]>> Fetch(
        IReadOnlyList<uint> uids,
        CancellationToken ct,
        ImapPart? part = null
    )
    {
        var result = new Dictionary<uint, byte[]>();
        var asked = part is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"<{part.Value.From}.{part.Value.Count}>");
        // It answers where the part begins, and not how much was asked for.
        var name = part is null ? "BODY[]" : string.Create(CultureInfo.InvariantCulture, $"BODY[]<{part.Value.From}>");
        await connection.Run(
            new ImapCommand($"UID FETCH {UidSet.Write(uids)} (UID BODY.PEEK[]{asked})"),
            ct,
            r =>
            {
                if (Fields(r) is not { Uid: { } uid } fields || fields[name] is not { } body)
                    return;
                if (body.Kind == ImapKind.Text)
                    result[uid] = body.Bytes;
                else if (part is not null)
                    result[uid] = [];
            }
        );
        return result;
    }

    /// <summary>Moves mails to a folder that is made when absent. Those that are gone already are no trouble.</summary>
    public async Task Move(IReadOnlyList<uint> uids, string folder, CancellationToken ct)
    {
        for (var second = false; ; second = true)
        {
            var target = await names.Present(folder, ct);
            var (command, outcome) =
                connection.Can("MOVE") || connection.Can("IMAP4rev2")
                    ? await To("UID MOVE", uids, target, ct)
                    : await CopyAndRemove(uids, target, ct);
            if (outcome.Name == "OK")
                return;
            names.Forget(folder);
            // Somebody has removed the folder since it was seen: once more, now that it will be made.
            if (second || outcome.Code != "TRYCREATE")
                throw connection.Refusal(command, outcome);
        }
    }

    /// <summary>All of them in one command where the server can (RFC 3502): it then keeps all or none, and flushes once.</summary>
    public async Task Append(string folder, IReadOnlyList<ReadOnlyMemory<byte>> mails, CancellationToken ct)
    {
        if (mails.Count > 1 && !connection.Can("MULTIAPPEND"))
        {
            foreach (var mail in mails)
                await Append(folder, [mail], ct);
            return;
        }
        for (var second = false; ; second = true)
        {
            var target = await names.Sent(folder, ct);
            var command = new ImapCommand("APPEND ").Text(connection.Encoded(target));
            foreach (var mail in mails)
                command.Words(" (\\Seen) ").Literal(mail.ToArray());
            try
            {
                await connection.Run(command, ct);
                return;
            }
            catch (MailServerException e) when (!second && e is { Trouble: ServerTrouble.Refused, Code: "TRYCREATE" })
            {
                names.Forget(folder);
            }
        }
    }

    /// <summary>Whether a folder of sent mail holds this Message-ID.</summary>
    public async Task<bool> Holds(string folder, string messageId, CancellationToken ct)
    {
        var name = await names.Sent(folder, ct);
        selected = null;
        await Enter("EXAMINE", name, ct);
        var found = new HashSet<uint>();
        await connection.Run(
            new ImapCommand("UID SEARCH HEADER Message-ID ").Text(messageId),
            ct,
            r => Collect(r, found)
        );
        return found.Count > 0;
    }

    public Task Close(CancellationToken ct) => connection.Close(ct);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task Enter(string verb, string folder, CancellationToken ct)
    {
        selected = null;
        Validity = 0;
        AsOpened = null;
        connection.ForgetFolder();
        var command = new ImapCommand(verb + " ").Text(connection.Encoded(folder));
        if (connection.Can("CONDSTORE"))
            command.Words(" (CONDSTORE)");
        var (uidNext, changes) = (0u, 0ul);
        await connection.Run(
            command,
            ct,
            r =>
            {
                if (r.CodeValues is not [var value, ..])
                    return;
                if (r.Code == "UIDVALIDITY" && value.Number is { } validity)
                    Validity = validity;
                else if (r.Code == "UIDNEXT" && value.Number is { } next)
                    uidNext = next;
                else if (r.Code == "HIGHESTMODSEQ")
                    _ = ulong.TryParse(value.String, NumberStyles.None, CultureInfo.InvariantCulture, out changes);
            }
        );
        if (uidNext > 0 && changes > 0)
            AsOpened = new ImapFolderState(Validity, uidNext, changes);
        if (Validity == 0)
            throw connection.Trouble(
                ServerTrouble.Nonsense,
                $"gives {folder} no UIDVALIDITY, so its mails can't be told apart"
            );
    }

    private async Task<(ImapCommand, ImapResponse)> To(
        string verb,
        IReadOnlyList<uint> uids,
        string target,
        CancellationToken ct
    )
    {
        var command = new ImapCommand($"{verb} {UidSet.Write(uids)} ").Text(connection.Encoded(target));
        return (command, await connection.Try(command, ct));
    }

    /// <summary>What MOVE does, in steps; stopped after any of them, doing it again does no harm.</summary>
    private async Task<(ImapCommand, ImapResponse)> CopyAndRemove(
        IReadOnlyList<uint> uids,
        string target,
        CancellationToken ct
    )
    {
        var copied = new HashSet<uint>();
        var deletedByOthers = new HashSet<uint>();
        await connection.Run(
            new ImapCommand($"UID SEARCH KEYWORD {CopiedMark} UID {UidSet.Write(uids)}"),
            ct,
            r => Collect(r, copied)
        );
        var toCopy = uids.Where(uid => !copied.Contains(uid)).ToList();
        if (toCopy.Count > 0)
        {
            var (command, outcome) = await To("UID COPY", toCopy, target, ct);
            if (outcome.Name != "OK")
                return (command, outcome);
        }
        var set = UidSet.Write(uids);
        // A server that takes no marks of ours still takes \Deleted.
        var store = await connection.Try(
            new ImapCommand($"UID STORE {set} +FLAGS.SILENT (\\Deleted {CopiedMark})"),
            ct
        );
        if (store.Name != "OK")
            await connection.Run(new ImapCommand($"UID STORE {set} +FLAGS.SILENT (\\Deleted)"), ct);

        ImapCommand expunge;
        if (connection.Can("UIDPLUS"))
            expunge = new ImapCommand($"UID EXPUNGE {set}");
        else
        {
            // A plain EXPUNGE would take what people have marked in their own program; then the mails wait for them to do it.
            await connection.Run(new ImapCommand("UID SEARCH DELETED"), ct, r => Collect(r, deletedByOthers));
            deletedByOthers.ExceptWith(uids);
            expunge = new ImapCommand(deletedByOthers.Count == 0 ? "EXPUNGE" : "NOOP");
        }
        return (expunge, await connection.Try(expunge, ct));
    }

    private static void Collect(ImapResponse response, HashSet<uint> found)
    {
        if (response.Name == "SEARCH")
        {
            foreach (var value in response.Values())
            {
                // A CONDSTORE server may add (MODSEQ n).
                if (value.Number is { } uid)
                    Add(uid);
            }
        }
        else if (response.Name == "ESEARCH")
        {
            var values = response.Values().ToList();
            var all = values.FindIndex(v => v.Kind == ImapKind.Word && v.Is("ALL"));
            if (all >= 0 && all + 1 < values.Count)
                foreach (var uid in UidSet.Read(values[all + 1].String))
                    Add(uid);
        }

        void Add(uint uid)
        {
            if (found.Count >= ImapLimits.MailsMax)
                throw new FormatException("a search that finds more mails than a mailbox holds");
            found.Add(uid);
        }
    }

    private static FetchFields? Fields(ImapResponse response) =>
        response.Name == "FETCH" && response.Values().FirstOrDefault() is { Kind: ImapKind.List } list
            ? new FetchFields(list.Items)
            : null;

    private sealed class FetchFields(IReadOnlyList<ImapValue> items)
    {
        public ImapValue? this[string name]
        {
            get
            {
                for (var i = 0; i + 1 < items.Count; i += 2)
                    if (items[i].Is(name))
                        return items[i + 1];
                return null;
            }
        }

        public uint? Uid => this["UID"]?.Number;
    }

    /// <summary>“17-Jul-1996 02:44:25 -0700”; null when it is something else: then the mail itself must tell.</summary>
    internal static DateTimeOffset? InternalDate(string? text) =>
        DateTimeOffset.TryParseExact(
            text?.Trim(),
            "d-MMM-yyyy HH:mm:ss zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
}
