namespace ComplaintMailer.Mail.Reading;

/// <summary>Turns the bytes of a mail into what it says. Never throws on any input; linear in the mail's size.</summary>
public interface IMailReader
{
    ReadMail Read(ReadOnlyMemory<byte> raw);
}

/// <summary>What reading stops at. Beyond a limit the rest is kept as it is and <see cref="ReadMail.Defects"/> says so.</summary>
public sealed record MailLimits
{
    public static MailLimits Default { get; } = new();

    /// <summary>What lies beyond is not looked at.</summary>
    public long MailBytes { get; init; } = 50L * 1024 * 1024;
    public int Parts { get; init; } = 1000;

    /// <summary>How deep parts and mails may stand in each other.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>A header longer than this goes on as text.</summary>
    public int HeaderBytes { get; init; } = 1024 * 1024;

    /// <summary>Readable text longer than this is cut; the whole stays in the raw mail.</summary>
    public int TextChars { get; init; } = 2_000_000;
}
