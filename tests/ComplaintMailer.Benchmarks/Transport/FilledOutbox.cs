using ComplaintMailer.Outbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.Secrets;
using ComplaintMailer.ServerTests.Servers;
using NodaTime;

namespace ComplaintMailer.Benchmarks.Transport;

/// <summary>A register with letters that wait to be sent. Each sending works on a copy of it.</summary>
internal sealed class FilledOutbox : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-outbox-").FullName;
    private readonly MailServers servers;
    private readonly string address;
    private readonly string coordinator;
    private readonly int letters;
    private readonly Instant now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
    private int copies;

    private FilledOutbox(MailServers servers, int letters)
    {
        this.servers = servers;
        this.letters = letters;
        (address, coordinator) = (servers.AddPerson(), servers.AddPerson());
    }

    /// <summary>How long the letters are, in bytes.</summary>
    public int MeanLength { get; private set; }

    /// <param name="letters">An even number: each complaint makes two.</param>
    public static async Task<FilledOutbox> Make(MailServers servers, int letters)
    {
        var outbox = new FilledOutbox(servers, letters);
        // All of them have one mailbox, so that nothing bounces: that would be work of its own.
        var them = servers.AddPerson();
        servers.Put(
            outbox.address,
            Enumerable
                .Range(0, letters / 2)
                .Select(n =>
                    SampleMail
                        .Write(n)
                        .Replace(
                            $"ouder{n}@gezin{n % 997}.example",
                            them.Replace("@", $"+{n}@", StringComparison.Ordinal),
                            StringComparison.Ordinal
                        )
                )
        );
        Directory.CreateDirectory(outbox.In("full"));
        using var worker = new Worker(Office.Settings(servers, outbox.address, outbox.In("full"), outbox.coordinator));
        await worker.Poll(worker.Offices[0], outbox.now, false, default);
        // Some complaints make more than two.
        worker.Register.Write(session =>
            session.Execute(
                "DELETE FROM delivery WHERE letter_id NOT IN (SELECT letter_id FROM delivery WHERE next_at IS NOT NULL LIMIT @most)",
                ("most", letters)
            )
        );
        // What is measured is sending.
        while (worker.Scribe.WriteDue(worker.Offices[0], outbox.now) is { Count: > 0 } written)
            worker.Register.Write(session =>
            {
                foreach (var (id, letter) in written)
                    letter!.Keep(session, id);
            });
        // What is kept is packed; what is sent is not.
        var keys = new KeyStore(worker.Vault);
        outbox.MeanLength = (int)
            worker.Register.Read(session =>
                session
                    .Query(
                        """
                        SELECT l.key_id, l.message_id, b.sealed FROM letter l
                        JOIN letter_body b ON b.letter_id = l.id JOIN delivery d ON d.letter_id = l.id LIMIT 200
                        """,
                        r => (KeyId: r.GetInt64(0), Id: r.GetString(1), Sealed: r.GetBytes(2))
                    )
                    .Average(l =>
                    {
                        using var key = keys.Find(session, l.KeyId)!;
                        return LetterContent.Open(key, l.Sealed, l.Id).Mail.Length;
                    })
            );
        return outbox;
    }

    /// <summary>A worker that is at work already, on a copy.</summary>
    public Func<Task> Prepare(string? sent = null, int? open = null)
    {
        var copy = In($"copy{++copies}");
        Shell.Run("cp", "-r", In("full"), copy);
        var worker = new Worker(Office.Settings(servers, address, copy, coordinator, sent, open));
        return async () =>
        {
            using (worker)
            {
                var gone = await worker.Send(worker.Offices[0], now, default, default);
                if (gone.Count(s => s.State == "sent") != letters)
                    throw new InvalidOperationException(
                        $"{gone.Count(s => s.State == "sent")} of {letters} went: {string.Join(", ", gone.Where(s => s.State != "sent").Take(5))}"
                    );
            }
        };
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string In(string name) => Path.Combine(folder, name);
}
