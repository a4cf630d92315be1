using System.Text.Json;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>A letter on its way out.</summary>
internal sealed record OutboxLetter
{
    public required long Id { get; init; }
    public required string? CaseNumber { get; init; }
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required string MessageId { get; init; }
    public required Instant MadeAt { get; init; }

    /// <summary>“queued”; “sending” when it may have gone out; “sent” when it did, and what follows from that is left to be done.</summary>
    public required string State { get; init; }
    public required LetterGate Gate { get; init; }
    public required string? Address { get; init; }
    public required string? Domain { get; init; }
    public required long? KeyId { get; init; }
    public required byte[]? Sealed { get; init; }

    /// <summary>Else what is sealed is the order for it.</summary>
    public required bool IsWritten { get; init; }
    public required int Attempts { get; init; }

    /// <summary>What the server said when it took the letter, as long as the case has not been told.</summary>
    public required byte[]? SealedAnswer { get; init; }
    public LetterContent? Content { get; init; }
    public DataKey? Key { get; init; }
}

/// <summary>A letter that a server has taken, and that is yet to be told to its case and copied.</summary>
/// <param name="Answer">Null when the case has been told.</param>
/// <param name="Fresh">It was taken just now; else the folder of sent mail may hold it already.</param>
internal sealed record TakenLetter(OutboxLetter Letter, TakenAnswer? Answer, bool Fresh);

/// <summary>What the server said: the proof.</summary>
internal sealed record TakenAnswer(string Host, string Answer)
{
    public static TakenAnswer Open(DataKey key, byte[] piece, string messageId) =>
        JsonSerializer.Deserialize<TakenAnswer>(key.Open(piece, Place(messageId)))!;

    public byte[] Seal(DataKey key, string messageId) =>
        key.Seal(JsonSerializer.SerializeToUtf8Bytes(this), Place(messageId));

    private static string Place(string messageId) => $"answer {messageId}";
}

/// <summary>What became of a letter in this pass.</summary>
internal sealed record SentLetter(string? Number, int Letter, string Kind, string? To, string State)
{
    public static SentLetter Of(OutboxLetter letter, string state) =>
        new(letter.CaseNumber, letter.Number, letter.Kind, letter.Content?.To, state);
}
