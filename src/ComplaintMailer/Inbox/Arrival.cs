using ComplaintMailer.Complaints;
using ComplaintMailer.Core.Intake;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>A mail on its way in: its bytes, what they say, and how it will be kept.</summary>
internal sealed class Arrival(MailboxItem item, ReadOnlyMemory<byte> raw, LargeMail? large = null)
{
    public MailboxItem Item => item;

    /// <summary>Its bytes; of a large one those that are needed to understand it.</summary>
    public ReadOnlyMemory<byte> Raw => raw;
    public LargeMail? Large => large;
    public long Size => large?.Size ?? raw.Length;
    public ReadMail Mail { get; set; } = Unread;

    /// <summary>What is told in it, where that has been looked at already; null: it will be when it is asked for.</summary>
    public IntakeReading? Intake { get; set; }

    /// <summary>When our mail server took it in: day zero follows from it.</summary>
    public Instant TakenIn { get; set; }
    public string Digest { get; set; } = "";

    /// <summary>The same for a copy that came by another way; null where a mail has no identity of its own.</summary>
    public string? Twin { get; set; }

    /// <summary>The case that was begun when this mail could not be opened.</summary>
    public string? StandIn { get; set; }

    /// <summary>The complaint that is likely to come of it, while it is being worked out.</summary>
    public Foreseen? Foreseen { get; set; }

    /// <summary>The raw mail's number in the register.</summary>
    public long Id { get; set; }
    public int Attempts { get; set; }

    /// <summary>What became of it; null while it is open.</summary>
    public string? Disposition { get; set; }
    public string? CaseNumber { get; set; }

    public bool IsQuarantined => Disposition is Dispositions.Spam or Dispositions.Quarantined or Dispositions.Poison;

    /// <summary>All of it, in pieces of so many bytes; a mail of nothing is one piece.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        if (large is not null)
            return large.Pieces();
        var count = Math.Max(1, (raw.Length + MailPieces.Bytes - 1) / MailPieces.Bytes);
        return Enumerable
            .Range(0, count)
            .Select(i =>
                raw.Slice(i * MailPieces.Bytes, Math.Min(MailPieces.Bytes, raw.Length - (i * MailPieces.Bytes)))
            );
    }

    private static ReadMail Unread { get; } = new() { Kind = MailKind.Person, Why = "not read" };
}

/// <summary>What can become of a mail. Each ends as exactly one of these.</summary>
internal static class Dispositions
{
    public const string Complaint = "complaint";
    public const string Contribution = "contribution";
    public const string Staff = "staff";
    public const string Unverified = "unverified";
    public const string Automatic = "automatic";
    public const string Report = "report";
    public const string Bounce = "bounce";
    public const string BounceOfNothing = "bounce-of-nothing";

    /// <summary>The same bytes once more.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>The same mail by another way: through an alias, say.</summary>
    public const string Copy = "copy";

    /// <summary>A letter of ours that came back in.</summary>
    public const string Own = "own";
    public const string Spam = "spam";

    /// <summary>Set aside for a person to look at.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>Handling it failed again and again. Kept, registered as it is, and a person told.</summary>
    public const string Poison = "poison";

    /// <summary>It can't be opened; a case stands in its place.</summary>
    public const string Unopened = "unopened";

    /// <summary>It could not be opened for a while, and then could.</summary>
    public const string Opened = "opened";

    /// <summary>It could not be opened and is not there any more.</summary>
    public const string Gone = "gone";
}
