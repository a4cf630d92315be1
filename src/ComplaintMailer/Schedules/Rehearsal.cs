using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Sending;
using Microsoft.Data.Sqlite;

namespace ComplaintMailer.Schedules;

/// <summary>
/// A pass that changes nothing: it works on a copy of the register that is thrown away, leaves every mail where it lies, and hands
/// no letter to a server. It shows what the real pass would send.
/// </summary>
internal static class Rehearsal
{
    /// <summary>The settings with a copy of the register in a folder of its own.</summary>
    public static Settings On(Settings settings, string folder)
    {
        if (settings.Data.IsPostgres)
            throw new OperatorException("--dry-run works on a copy of the register, which needs Data:Provider Sqlite.")
            {
                ExitCode = 2,
            };
        var copy = Path.Combine(folder, "rehearsal.db");
        if (File.Exists(settings.Data.Path))
        {
            SqliteLibrary.Choose();
            using var connection = new SqliteConnection(
                $"Data Source={settings.Data.Path};Mode=ReadOnly;Pooling=False"
            );
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            command.ExecuteNonQuery();
        }
        return settings with { Data = settings.Data with { Path = copy } };
    }
}

/// <summary>A mailbox that is only looked at.</summary>
internal sealed class LookedAtMailbox(IMailbox inner) : IMailbox
{
    public async IAsyncEnumerable<MailboxItem> List(MailboxMark? after, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in inner.List(after, ct))
            yield return item;
    }

    public Task File(MailboxItem item, MailboxFolder folder, CancellationToken ct) => Task.CompletedTask;

    public Task<bool> WaitForMail(TimeSpan atMost, CancellationToken ct) => inner.WaitForMail(atMost, ct);

    public Task KeepSent(IReadOnlyList<ReadOnlyMemory<byte>> mails, CancellationToken ct) => Task.CompletedTask;

    public Task<bool?> WasSent(string messageId, CancellationToken ct) => Task.FromResult<bool?>(null);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

/// <summary>Accepts every letter and keeps it for showing.</summary>
internal sealed class SilentSender(ICollection<ReadOnlyMemory<byte>> shown) : IMailSender
{
    public Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        shown.Add(mail);
        return Task.FromResult<SendResult>(new SendResult.Accepted("rehearsal", "not sent"));
    }

    public async Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct)
    {
        await foreach (var mail in mails.ReadAllAsync(ct))
            mail.Answer(await Send(mail.Envelope, mail.Mail, ct));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
