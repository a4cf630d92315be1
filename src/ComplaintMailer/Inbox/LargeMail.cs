using System.Security.Cryptography;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Inbox;

/// <summary>
/// A mail too large to be held: on its way from the mailbox to the register it lies in a file, sealed under a key that nobody else has and
/// that is gone with this process, and so is the file, which has no name any more. What is held is what is needed to understand it.
/// </summary>
internal sealed class LargeMail : IDisposable
{
    private readonly DataKey key = DataKey.New();
    private readonly FileStream file = Nameless();
    private readonly List<int> lengths = [];
    private readonly byte[] piece = new byte[MailPieces.Bytes];
    private int filled;

    private LargeMail() { }

    public long Size { get; private set; }
    public ReadOnlyMemory<byte> Skeleton { get; private set; }

    /// <exception cref="MailUnreadableException">This one mail can't be read; others can.</exception>
    public static async Task<LargeMail> Take(MailboxItem item, CancellationToken ct)
    {
        var mail = new LargeMail();
        try
        {
            var skeleton = new MailSkeleton();
            await item.Read(
                bytes =>
                {
                    skeleton.Add(bytes);
                    mail.Add(bytes);
                },
                ct
            );
            mail.Seal();
            mail.Skeleton = skeleton.End();
            return mail;
        }
        catch
        {
            mail.Dispose();
            throw;
        }
    }

    /// <summary>All of it, as pieces of the register are. May be asked for again.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        file.Position = 0;
        for (var i = 0; i < lengths.Count; i++)
        {
            var bytes = new byte[lengths[i]];
            file.ReadExactly(bytes);
            yield return key.Open(bytes, Place(i));
        }
    }

    public void Dispose()
    {
        file.Dispose();
        key.Dispose();
        CryptographicOperations.ZeroMemory(piece);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Size += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, piece.Length - filled)];
            part.CopyTo(piece.AsSpan(filled));
            filled += part.Length;
            bytes = bytes[part.Length..];
            if (filled == piece.Length)
                Seal();
        }
    }

    private void Seal()
    {
        if (filled == 0)
            return;
        var bytes = key.Seal(piece.AsSpan(0, filled), Place(lengths.Count));
        file.Write(bytes);
        lengths.Add(bytes.Length);
        filled = 0;
    }

    private static string Place(int number) => $"on the way {number}";

    private static FileStream Nameless()
    {
        // What lies in /tmp may be memory.
        var folder = Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();
        var path = Path.Combine(folder, $"complaintmailer-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var opened = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return opened;
    }
}
