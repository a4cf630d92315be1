using NodaTime;

namespace ComplaintMailer.Monitoring;

/// <summary>How things stand, in figures only: nothing here says anything of a person.</summary>
/// <param name="IsRunning">A worker is at work on this register; null where that cannot be seen from here.</param>
internal sealed record Health(
    Instant At,
    bool? IsRunning,
    IReadOnlyList<OfficeHealth> Offices,
    IReadOnlyList<StandingAlarm> Alarms,
    IReadOnlyList<NextDuty> Next
);

internal sealed record OfficeHealth
{
    public required string Key { get; init; }
    public required string Name { get; init; }

    /// <summary>A mailbox is asked this often.</summary>
    public required Duration Rhythm { get; init; }

    /// <summary>The last time the whole mailbox was seen.</summary>
    public Instant? PolledAt { get; init; }

    /// <summary>Mails that are kept but not yet handled.</summary>
    public long MailsOpen { get; init; }
    public Instant? OldestMail { get; init; }

    /// <summary>Mails of the last seven days that a person must look at.</summary>
    public long SetAside { get; init; }
    public long LettersQueued { get; init; }

    /// <summary>Since when the letter that should have gone out first is waiting.</summary>
    public Instant? LetterDue { get; init; }

    /// <summary>Letters of the last seven days that could not be delivered.</summary>
    public long LettersFailed { get; init; }
    public long LettersSent { get; init; }
    public long MailsIn { get; init; }
    public long CasesOpen { get; init; }
    public long CasesNew { get; init; }
    public long DutiesDue { get; init; }
    public Instant? OldestDuty { get; init; }
}

internal sealed record StandingAlarm(string Name, string Organisation, Instant Since);

/// <param name="Kind">A fixed word.</param>
internal sealed record NextDuty(Instant DueAt, string Whose, string Kind)
{
    /// <summary>What a person calls it; null: the word says it.</summary>
    public string? Title { get; init; }
}
