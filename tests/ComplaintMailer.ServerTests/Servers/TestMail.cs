using System.Text;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.ServerTests.Servers;

/// <summary>Mails to send, and shorthand for looking at what came.</summary>
internal static class TestMail
{
    public static byte[] Of(string id, string to, string body = "Beste mensen,\r\n\r\nEen klacht.\r\n") =>
        Encoding.UTF8.GetBytes(
            $"From: Klachten <klachten@{MailServers.Domain}>\r\nTo: {to}\r\nSubject: {id}\r\nMessage-ID: <{id}@{MailServers.Domain}>\r\n"
                + $"Date: Mon, 23 Nov 2026 10:02:11 +0100\r\n\r\n{body}"
        );

    public static MailEnvelope Envelope(string from, string to, string id = "WIJ-2026-0001.1") => new(from, to, id);

    public static async Task<List<MailboxItem>> All(this IMailbox mailbox, MailboxMark? after = null)
    {
        var items = new List<MailboxItem>();
        await foreach (var item in mailbox.List(after, default))
            items.Add(item);
        return items;
    }

    public static async Task<string> Text(this MailboxItem item) =>
        Encoding.UTF8.GetString((await item.Open(default)).Span);

    /// <summary>Waits for mail that a server is delivering.</summary>
    public static async Task<MailboxItem> Coming(this IMailbox mailbox)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            await foreach (var item in mailbox.List(null, limit.Token))
                return item;
            await mailbox.WaitForMail(TimeSpan.FromSeconds(5), limit.Token);
        }
    }
}
