using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using NodaTime;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>A register with letters that wait to be sent. Each sending works on a copy of it.</summary>
internal sealed class FilledOutbox : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-outbox-").FullName;
    private readonly MailServers servers;
    private readonly string address;
    private readonly int letters;
    private readonly Instant now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
    private int copies;

    private FilledOutbox(MailServers servers, int letters)
    {
        this.servers = servers;
        this.letters = letters;
        address = servers.AddPerson();
    }

    /// <param name="letters">An even number: each complaint makes two.</param>
    public static async Task<FilledOutbox> Make(MailServers servers, int letters)
    {
        var outbox = new FilledOutbox(servers, letters);
        servers.Put(
            outbox.address,
            Enumerable
                .Range(0, letters / 2)
                .Select(n =>
                    SampleMail
                        .Write(n)
                        .Replace($"@gezin{n % 997}.example", $"@{MailServers.Domain}", StringComparison.Ordinal)
                )
        );
        Directory.CreateDirectory(outbox.In("full"));
        using var worker = new Worker(Office.Settings(servers, outbox.address, outbox.In("full")));
        await worker.Poll(worker.Offices[0], outbox.now, false, default);
        // Some complaints make more than two.
        worker.Register.Write(session =>
            session.Execute(
                "DELETE FROM delivery WHERE letter_id NOT IN (SELECT letter_id FROM delivery WHERE next_at IS NOT NULL LIMIT @most)",
                ("most", letters)
            )
        );
        return outbox;
    }

    public async Task Send()
    {
        var copy = In($"copy{++copies}");
        Shell.Run("cp", "-r", In("full"), copy);
        using var worker = new Worker(Office.Settings(servers, address, copy));
        var sent = await worker.Send(worker.Offices[0], now, default, default);
        if (sent.Count(s => s.State == "sent") != letters)
            throw new InvalidOperationException(
                $"{sent.Count(s => s.State == "sent")} of {letters} went: {string.Join(", ", sent.Where(s => s.State != "sent").Take(5))}"
            );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string In(string name) => Path.Combine(folder, name);
}
