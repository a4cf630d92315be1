using System.Globalization;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Outbox;

namespace ComplaintMailer.Dossiers;

/// <summary>All that is known of one letter: its very bytes, and what became of it.</summary>
internal sealed record Proof
{
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required string Party { get; init; }
    public required string MessageId { get; init; }

    /// <summary>Of the bytes, as noted when the letter was written; null: that is yet to be done, and this is how it would look now.</summary>
    public required string? Sha256 { get; init; }
    public required string State { get; init; }
    public required LetterContent Content { get; init; }
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number:0000}-{Kind}");

    /// <summary>Whether an event is about this letter.</summary>
    public static bool IsAbout(CaseEvent happened, int number, string kind) =>
        happened switch
        {
            CaseEvent.LetterOrdered e => e.Letter == number,
            CaseEvent.LetterAccepted e => e.Letter == number,
            CaseEvent.LetterFailed e => e.Letter == number,
            CaseEvent.LetterBounced e => e.Letter == number,
            CaseEvent.LetterSuppressed e => e.Letter == number,
            CaseEvent.LetterBundled e => e.Letter == number,
            CaseEvent.NoticeBrought e => e.Letter is { } letter ? letter == number : e.LetterKind == kind,
            _ => false,
        };
}
