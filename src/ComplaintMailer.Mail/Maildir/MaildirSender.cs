using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Mail.Maildir;

/// <summary>
/// Delivers into a Maildir: one file a recipient, with the envelope written on top. A letter that lies there already, after
/// a crash say, is not delivered twice.
/// </summary>
public sealed class MaildirSender(string path, TimeProvider? clock = null) : IMailSender
{
    /// <summary>Disks flush a few files together about as quickly as one.</summary>
    private const int WritersMost = 4;

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim one = new(1);
    private readonly HashSet<string> delivered = new(StringComparer.Ordinal);
    private readonly DateTime[] looked = new DateTime[2];
    private long last;

    /// <summary>So many are put there together: the folder is flushed once for all of them.</summary>
    private const int TogetherMost = 64;

    public bool KnowsTwins => true;

    public async Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        (await Deliver([(envelope, mail)], ct))[0];

    public async Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct)
    {
        while (await mails.WaitToReadAsync(ct))
        {
            var together = new List<MailToSend>();
            while (together.Count < TogetherMost && mails.TryRead(out var mail))
                together.Add(mail);
            var results = await Deliver([.. together.Select(m => (m.Envelope, m.Mail))], ct);
            foreach (var (mail, result) in together.Zip(results))
                mail.Answer(result);
        }
    }

    public ValueTask DisposeAsync()
    {
        one.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Every file is flushed by itself, several at a time; the folder that holds their names once, when all are there. Only then
    /// is any of them called delivered.
    /// </summary>
    private async Task<IReadOnlyList<SendResult>> Deliver(
        IReadOnlyList<(MailEnvelope Envelope, ReadOnlyMemory<byte> Mail)> mails,
        CancellationToken ct
    )
    {
        await one.WaitAsync(ct);
        try
        {
            MaildirFolder.Make(path);
            LookAgain();
            var letters = mails.Select(m => new Letter(m.Envelope, m.Mail)).ToList();
            var fresh = letters.Where(l => delivered.Add(l.Mark)).ToList();
            foreach (var letter in fresh)
                letter.Name = Name(letter.Mark);
            await Parallel.ForEachAsync(
                fresh,
                new ParallelOptions { MaxDegreeOfParallelism = WritersMost, CancellationToken = ct },
                (letter, _) =>
                {
                    letter.Trouble = Try(() => Write(Path.Combine(path, "tmp", letter.Name), letter));
                    return ValueTask.CompletedTask;
                }
            );
            foreach (var letter in fresh.Where(l => l.Trouble is null))
                letter.Trouble = Try(() =>
                    File.Move(Path.Combine(path, "tmp", letter.Name), Path.Combine(path, "new", letter.Name))
                );
            MaildirFolder.Flush(Path.Combine(path, "new"));
            looked[0] = Directory.GetLastWriteTimeUtc(Path.Combine(path, "new"));
            delivered.ExceptWith(letters.Where(l => l.Trouble is not null).Select(l => l.Mark));
            return [.. letters.Select(Result)];
        }
        catch (Exception e)
        {
            // What lies there now is not known any more: the next time looks.
            delivered.Clear();
            looked[0] = default;
            if (e is not (IOException or UnauthorizedAccessException))
                throw;
            return [.. mails.Select(_ => new SendResult.Later($"{path}: {e.Message}", OfServer: true))];
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>
    /// Never the same moment twice and never an earlier one, even when the clock stands still or is set back: the order of the
    /// names is the order of sending.
    /// </summary>
    private string Name(string mark)
    {
        last = Math.Max((clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10, last + 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{last / 1_000_000}.M{last % 1_000_000:000000}P{Environment.ProcessId}.{mark}"
        );
    }

    private SendResult Result(Letter letter) =>
        letter.Trouble is { } trouble ? new SendResult.Later($"{path}: {trouble}", OfServer: true)
        : letter.Name.Length == 0 ? new SendResult.Accepted(path, "was there already")
        : new SendResult.Accepted(path, $"written to {letter.Name}");

    private static void Write(string file, Letter letter)
    {
        var envelope = letter.Envelope;
        var top = $"Return-Path: <{OneLine(envelope.From)}>\r\nX-Envelope-To: {OneLine(envelope.To)}\r\n";
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, [Encoding.UTF8.GetBytes(top), letter.Mail], 0);
        RandomAccess.FlushToDisk(handle);
    }

    private static string? Try(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Learns what lies there, again whenever somebody else has changed the folders since.</summary>
    private void LookAgain()
    {
        string[] folders = [Path.Combine(path, "new"), Path.Combine(path, "cur")];
        DateTime[] changed = [.. folders.Select(Directory.GetLastWriteTimeUtc)];
        if (changed.SequenceEqual(looked))
            return;
        changed.CopyTo(looked, 0);
        foreach (var file in folders.SelectMany(Directory.EnumerateFiles))
        {
            var name = MaildirFolder.Unique(Path.GetFileName(file)).AsSpan();
            delivered.Add(name[(name.LastIndexOf('.') + 1)..].ToString());
            // "seconds.Mmicroseconds…", ours or another Maildir program's.
            var dot = name.IndexOf(".M", StringComparison.Ordinal);
            if (
                dot > 0
                && name.Length >= dot + 8
                && long.TryParse(name[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && long.TryParse(
                    name.Slice(dot + 2, 6),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var micros
                )
                && seconds < int.MaxValue
            )
                last = Math.Max(last, (seconds * 1_000_000) + micros);
        }
    }

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    private sealed class Letter(MailEnvelope envelope, ReadOnlyMemory<byte> mail)
    {
        public MailEnvelope Envelope => envelope;
        public ReadOnlyMemory<byte> Mail => mail;

        /// <summary>The same for the same letter to the same recipient: by it one that lies there already is known.</summary>
        public string Mark { get; } =
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{envelope.EnvelopeId}\n{envelope.To}")))[
                ..16
            ];

        /// <summary>Its file; empty when it lies there already.</summary>
        public string Name { get; set; } = "";
        public string? Trouble { get; set; }
    }
}
