using ComplaintMailer.Configuration;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Schedules;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ComplaintMailer.Setup;

/// <summary>
/// One made-up complaint, all the way: over the real servers into the mailbox, through the whole worker, and its acknowledgement
/// back over the real servers. The worker works on a register of its own that is thrown away, so that no number is used up, no
/// figure is spoilt, and nobody gets a letter.
/// </summary>
internal sealed class TestComplaint(Settings settings, OrganisationSettings organisation, Action<string> say)
{
    /// <summary>A domain that can't exist: whatever goes wrong, this reaches nobody.</summary>
    private static readonly MailAddress Complainant = new("Proefmelder", "proef@voorbeeld.example");
    private readonly string token = Guid.NewGuid().ToString("N");
    private bool fine = true;

    private bool IsDutch => organisation.Language == "nl";

    private string Place => organisation.Locations is [var first, ..] ? first.Name : organisation.Name;

    private string Words =>
        IsDutch
            ? $"Dit is een proefklacht van “complaintmailer setup” over {Place}.\n\nMijn dochter is gisteren zonder jas naar buiten gestuurd. Ik wil graag dat iemand mij belt.\n"
            : $"This is a test complaint of “complaintmailer setup” about {Place}.\n\nMy daughter was sent outside without a coat yesterday. I would like somebody to call me.\n";

    /// <param name="byServer">False: no mailbox and no server is touched; only the worker is tried.</param>
    /// <returns>Whether all of it went well.</returns>
    public async Task<bool> Run(bool byServer, TimeSpan wait, CancellationToken ct)
    {
        var words = Words;
        if (!byServer)
            await Answer(words, null, ct);
        else
        {
            await using var loop = new Loop(organisation, wait);
            try
            {
                await loop.Look(ct);
                if (loop.IsClosed)
                    words = await Carry(loop, words, ct);
                else
                    say("  Letters go into a folder: whether they reach the mailbox can't be tried.");
                await Answer(words, loop.IsClosed ? loop : null, ct);
                await loop.Clear(ct);
            }
            catch (Exception e) when (e is MailboxException or IOException or UnauthorizedAccessException)
            {
                Say(false, $"mailbox: {e.Message}");
            }
        }
        return fine;
    }

    /// <summary>Takes the complaint over the servers. It is marked as automatic: should the worker ever meet it, no case is made of it.</summary>
    /// <returns>Its words as they came in.</returns>
    private async Task<string> Carry(Loop loop, string words, CancellationToken ct)
    {
        var carrier = new OutgoingMail
        {
            From = new(organisation.Name, organisation.Address),
            To = [new MailAddress(null, organisation.Address)],
            Subject = Subject,
            MessageId = $"setup.{token}@{Domain}",
            Date = TimeProvider.System.GetLocalNow(),
            Headers = [new("Auto-Submitted", "auto-generated")],
            Text = words,
        };
        var since = TimeProvider.System.GetTimestamp();
        var (came, why) = await loop.Send(organisation.Address, new MailWriter().Write(carrier), token, ct);
        if (came is null)
        {
            Say(
                false,
                $"test complaint: {why}. Does mail to {organisation.Address} lead to the mailbox of the configuration?"
            );
            return words;
        }
        var read = new MailReader().Read(came);
        if (read.Kind == MailKind.Bounce)
        {
            Say(false, $"test complaint: it came back from {organisation.Address}: {Reason(read)}");
            return words;
        }
        var seconds = (int)TimeProvider.System.GetElapsedTime(since).TotalSeconds;
        Say(true, $"test complaint: sent to {organisation.Address}, and in after {seconds} seconds");
        return read.Text;
    }

    /// <summary>Has the worker answer it, and takes the answer the way that answers go.</summary>
    private async Task Answer(string words, Loop? loop, CancellationToken ct)
    {
        var (pass, letters) = await Work(words, ct);
        var read = letters.ConvertAll(l => (Raw: l.ToArray(), Mail: new MailReader().Read(l)));
        var (raw, answer) = read.Find(l => l.Mail.To.Any(t => t.Address == Complainant.Address));
        foreach (var fault in pass.Faults)
            Say(false, fault);
        if (answer is null)
        {
            Say(false, "answer: the worker did not answer it");
            return;
        }
        if (loop is not null && await Return(loop, raw, answer, ct) is { } came)
            answer = came;
        say("");
        say($"  From: {answer.From?.Name} <{answer.From?.Address}>");
        say($"  To: {Complainant.Name}");
        say($"  Subject: {answer.Subject}");
        say("");
        foreach (var line in answer.Text.TrimEnd().Split('\n'))
            say($"  {line.TrimEnd('\r')}".TrimEnd());
        say("");
        foreach (var other in read.Where(l => l.Mail != answer && l.Mail.To.All(t => t.Address != Complainant.Address)))
            say($"  {other.Mail.To[0].Name ?? other.Mail.To[0].Address} would get: {other.Mail.Subject}");
        say("  Nobody got these, and the register knows nothing of it.");
    }

    private async Task<ReadMail?> Return(Loop loop, byte[] raw, ReadMail answer, CancellationToken ct)
    {
        // To the address with a token, as a reply of the complainant would go.
        var to = organisation.Subaddressing ? answer.ReplyTo[0].Address : organisation.Address;
        var (came, why) = await loop.Send(to, raw, answer.MessageId!.Trim('<', '>'), ct);
        var read = came is null ? null : new MailReader().Read(came);
        if (read?.Kind == MailKind.Bounce)
            (why, read) = ($"it came back: {Reason(read)}", null);
        if (read is not null)
            Say(true, "answer: out by the sender of the configuration, and in again");
        else
            Say(
                false,
                organisation.Subaddressing
                    ? $"answer: sent to {to[..to.IndexOf('+', StringComparison.Ordinal)]}+…@{Domain}, but {why}. When the mail server can't do plus-addressing, set \"Subaddressing\": false."
                    : $"answer: {why}"
            );
        return read;
    }

    /// <summary>One pass of the whole worker, on a register and in a mailbox that are made for it and thrown away after.</summary>
    private async Task<(Worker.Pass Pass, List<ReadOnlyMemory<byte>> Letters)> Work(string words, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-setup-").FullName;
        try
        {
            var inbox = Path.Combine(folder, "in");
            await using (var post = new MaildirSender(inbox))
                await post.Send(new(Complainant.Address, organisation.Address, token), Complaint(words), ct);
            var letters = new List<ReadOnlyMemory<byte>>();
            using var worker = new Worker(
                settings with
                {
                    Data = new() { Path = Path.Combine(folder, "test.db") },
                    MasterKeyFile = Path.Combine(folder, "test.key"),
                    Organisations =
                    [
                        organisation with
                        {
                            Mailbox = new() { Kind = "Maildir", Path = inbox },
                        },
                    ],
                },
                rehearsed: letters
            );
            var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
            return (await worker.Once(now, false, ct), letters);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private byte[] Complaint(string words) =>
        new MailWriter().Write(
            new()
            {
                From = Complainant,
                To = [new MailAddress(null, organisation.Address)],
                Subject = Subject,
                MessageId = $"complaint.{token}@voorbeeld.example",
                Date = TimeProvider.System.GetLocalNow(),
                Text = words,
            }
        );

    private string Subject => IsDutch ? $"Proefklacht over {Place}" : $"Test complaint about {Place}";

    private string Domain => organisation.Address[(organisation.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    private static string Reason(ReadMail bounce) =>
        bounce.Bounce?.Recipients is [var first, ..] ? $"{first.Status} {first.Diagnostic}".Trim() : bounce.Subject;

    private void Say(bool ok, string what)
    {
        fine &= ok;
        say($"{(ok ? "✓" : "✗")} {what}");
    }
}
