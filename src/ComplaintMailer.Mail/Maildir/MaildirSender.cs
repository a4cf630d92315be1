using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Mail.Maildir;

/// <summary>
/// Delivers into a Maildir: one file a recipient, with the envelope written on top. A letter that lies there already, after
/// a crash say, is not delivered twice.
/// </summary>
public sealed class MaildirSender(string path, TimeProvider? clock = null) : IMailSender
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim one = new(1);
    private readonly HashSet<string> delivered = new(StringComparer.Ordinal);
    private readonly DateTime[] looked = new DateTime[2];
    private long last;

    public async Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            MaildirFolder.Make(path);
            var mark = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{envelope.EnvelopeId}\n{envelope.To}"))
            )[..16];
            LookAgain();
            if (delivered.Contains(mark))
                return new SendResult.Accepted(path, "was there already");

            // Never the same moment twice and never an earlier one, even when the clock stands still or is set back:
            // the order of the names is the order of sending.
            last = Math.Max((clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10, last + 1);
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"{last / 1_000_000}.M{last % 1_000_000:000000}P{Environment.ProcessId}.{mark}"
            );
            await Write(Path.Combine(path, "tmp", name), envelope, mail, ct);
            File.Move(Path.Combine(path, "tmp", name), Path.Combine(path, "new", name));
            MaildirFolder.Flush(Path.Combine(path, "new"));
            delivered.Add(mark);
            looked[0] = Directory.GetLastWriteTimeUtc(Path.Combine(path, "new"));
            return new SendResult.Accepted(path, $"delivered to {name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendResult.Later($"{path}: {e.Message}", OfServer: true);
        }
        finally
        {
            one.Release();
        }
    }

    public async Task<IReadOnlyList<SendResult>> SendAll(
        IReadOnlyList<(MailEnvelope Envelope, ReadOnlyMemory<byte> Mail)> mails,
        CancellationToken ct
    )
    {
        var results = new List<SendResult>(mails.Count);
        foreach (var (envelope, mail) in mails)
            results.Add(await Send(envelope, mail, ct));
        return results;
    }

    public ValueTask DisposeAsync()
    {
        one.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task Write(string file, MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        var top = $"Return-Path: <{OneLine(envelope.From)}>\r\nX-Envelope-To: {OneLine(envelope.To)}\r\n";
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(top), ct);
        await stream.WriteAsync(mail, ct);
        stream.Flush(flushToDisk: true);
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
}
