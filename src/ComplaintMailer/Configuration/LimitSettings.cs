namespace ComplaintMailer.Configuration;

/// <summary>What is too much: in mails that come in, and in letters that go out by themselves.</summary>
internal sealed record LimitSettings
{
    public long MailBytes { get; init; } = 50L * 1024 * 1024;
    public int Parts { get; init; } = 1000;
    public int Depth { get; init; } = 50;
    public int HeaderBytes { get; init; } = 1024 * 1024;

    /// <summary>Automatic letters to one address within 24 hours.</summary>
    public int AnswersPerAddressPerDay { get; init; } = 5;

    /// <summary>Letters to one domain within an hour; the rest waits.</summary>
    public int AnswersPerDomainPerHour { get; init; } = 200;

    /// <summary>Letters to one of the organisation's own people within 24 hours. A person can't read more; a loop would.</summary>
    public int LettersPerPersonPerDay { get; init; } = 1000;
}
