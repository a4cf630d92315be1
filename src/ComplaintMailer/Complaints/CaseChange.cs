using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Outbox;

namespace ComplaintMailer.Complaints;

/// <summary>All that one decision brings, ready to be written: made without the database, kept in one transaction.</summary>
internal sealed record CaseChange
{
    public required Case? Before { get; init; }
    public required Case After { get; init; }
    public required long KeyId { get; init; }
    public required IReadOnlyList<EventRow> Events { get; init; }
    public required IReadOnlyList<LetterRow> Letters { get; init; }
    public required IReadOnlyList<Duty> Duties { get; init; }
    public required CaseFacts Facts { get; init; }

    /// <summary>Hash of the last event.</summary>
    public required string Head { get; init; }

    /// <summary>Null: unchanged.</summary>
    public byte[]? SealedThread { get; init; }
}

internal sealed record EventRow(int Seq, string At, string Kind, byte[] Sealed, string Hash);
