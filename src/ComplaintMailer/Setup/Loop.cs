using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Setup;

/// <summary>
/// Mails to ourselves: out by the way that letters go, and in by the mailbox that complaints come to. Whatever else lies in the
/// mailbox is left alone.
/// </summary>
internal sealed class Loop(OrganisationSettings organisation, TimeSpan wait) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly IMailbox mailbox = MailboxOpener.Open(organisation.Mailbox);
    private readonly HashSet<string> strange = new(StringComparer.Ordinal);
    private readonly List<MailboxItem> ours = [];
    private MailboxMark? after;

    /// <summary>Letters that go into a folder never reach a mailbox.</summary>
    private bool HasServer => !string.Equals(organisation.Sender.Kind, "Maildir", StringComparison.OrdinalIgnoreCase);

    private bool IsMaildir => string.Equals(organisation.Mailbox.Kind, "Maildir", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there is a way from the one to the other at all.</summary>
    public bool IsClosed => HasServer || IsMaildir;

    /// <summary>Notes what waits in the mailbox already. None of it is looked into.</summary>
    public async Task Look(CancellationToken ct)
    {
        await foreach (var item in mailbox.List(null, ct))
        {
            strange.Add(item.Id);
            after = item.Mark ?? after;
        }
    }

    /// <param name="to">One of our own addresses.</param>
    /// <param name="token">Stands somewhere in the mail and nowhere else, so that it is known again.</param>
    /// <returns>The mail as it came in, or null and why it did not.</returns>
    public async Task<(byte[]? Came, string? Why)> Send(string to, byte[] mail, string token, CancellationToken ct)
    {
        await using (var sender = HasServer ? SenderOpener.Open(organisation.Sender) : Straight())
        {
            switch (await sender.Send(new(organisation.Address, to, token), mail, ct))
            {
                case SendResult.Later later:
                    return (null, $"the mail server does not take it now: {later.Reason}");
                case SendResult.Never never:
                    return (null, $"the mail server refuses it: {never.Reason}");
            }
        }
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await Find(token, ct) is { } came)
                return (came, null);
            if (TimeProvider.System.GetElapsedTime(since) > wait)
                return (null, $"it did not come in within {wait.TotalSeconds:0} seconds");
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Where letters go into a folder, mail is put into the mailbox's own.</summary>
    private MaildirSender Straight() => new(organisation.Mailbox.Path!);

    private async Task<byte[]?> Find(string token, CancellationToken ct)
    {
        await foreach (var item in mailbox.List(after, ct))
        {
            if (!strange.Add(item.Id))
                continue;
            after = item.Mark ?? after;
            var raw = (await item.Open(ct)).ToArray();
            if (raw.AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)) < 0)
                continue;
            ours.Add(item);
            return raw;
        }
        return null;
    }

    /// <summary>Puts away what we sent, so that the worker never meets it.</summary>
    public async Task Clear(CancellationToken ct)
    {
        foreach (var item in ours)
            await mailbox.File(item, MailboxFolder.Processed, ct);
        ours.Clear();
    }

    public ValueTask DisposeAsync() => mailbox.DisposeAsync();
}
