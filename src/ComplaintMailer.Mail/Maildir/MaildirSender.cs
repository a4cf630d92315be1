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
    private long counter;
    private HashSet<string>? delivered;

    public async Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        try
        {
            MaildirFolder.Make(path);
            var mark = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{envelope.EnvelopeId}\n{envelope.To}"))
            )[..16];
            delivered ??= Delivered();
            if (!delivered.Add(mark))
                return new SendResult.Accepted(path, "was there already");

            var at = clock.GetUtcNow();
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"{at.ToUnixTimeSeconds()}.M{at.Ticks % 10_000_000 / 10:000000}Q{counter++:00000}.{mark}"
            );
            var temporary = Path.Combine(path, "tmp", name);
            await using (
                var file = new FileStream(
                    temporary,
                    FileMode.CreateNew,
                    FileAccess.Write,
                    FileShare.None,
                    1,
                    FileOptions.None
                )
            )
            {
                await file.WriteAsync(
                    Encoding.UTF8.GetBytes(
                        $"Return-Path: <{OneLine(envelope.From)}>\r\nX-Envelope-To: {OneLine(envelope.To)}\r\n"
                    ),
                    ct
                );
                await file.WriteAsync(mail, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, Path.Combine(path, "new", name));
            return new SendResult.Accepted(path, $"delivered to {name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendResult.Later($"{path}: {e.Message}");
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

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The marks of the letters that lie there; read once, since only this sender adds any.</summary>
    private HashSet<string> Delivered() =>
        [
            .. new[] { "new", "cur" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(path, folder)))
                .Select(file => MaildirFolder.Unique(Path.GetFileName(file)).Split('.')[^1]),
        ];

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
