using System.Text.Json;
using ComplaintMailer.Database;
using ComplaintMailer.Letters;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Outbox;

/// <summary>A letter as the outbox keeps it: rendered once, sealed, sent as it is.</summary>
internal sealed record LetterRow
{
    public required string Organisation { get; init; }
    public required string? CaseNumber { get; init; }
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required string Party { get; init; }
    public required string MessageId { get; init; }
    public required string MadeAt { get; init; }
    public required LetterGate Gate { get; init; }
    public required string? AddressDigest { get; init; }
    public required string? DomainDigest { get; init; }
    public required string Sha256 { get; init; }
    public required long KeyId { get; init; }
    public required byte[] Sealed { get; init; }

    /// <summary>A reminder: it goes out when it is known whether there are others for the same person.</summary>
    public bool Waits { get; init; }

    /// <summary>It stays in the dossier and never goes out.</summary>
    public bool IsKept { get; init; }

    private string State =>
        IsKept ? "suppressed"
        : Waits ? "waiting"
        : "queued";

    public static string GateCode(LetterGate gate) =>
        gate switch
        {
            LetterGate.Staff => "staff",
            LetterGate.Person => "person",
            _ => "answer",
        };

    public static LetterGate ReadGate(string code) =>
        code switch
        {
            "staff" => LetterGate.Staff,
            "person" => LetterGate.Person,
            _ => LetterGate.Answer,
        };

    public void Insert(Session session)
    {
        var id = session.Scalar<long>(
            """
            INSERT INTO letter (organisation, case_number, number, kind, party, message_id, made_at, state, gate, address, domain, sha256, key_id)
            VALUES (@organisation, @case, @number, @kind, @party, @messageId, @madeAt, @state, @gate, @address, @domain, @sha256, @keyId)
            RETURNING id
            """,
            ("organisation", Organisation),
            ("case", CaseNumber),
            ("number", Number),
            ("kind", Kind),
            ("party", Party),
            ("messageId", MessageId),
            ("madeAt", MadeAt),
            ("state", State),
            ("gate", GateCode(Gate)),
            ("address", AddressDigest),
            ("domain", DomainDigest),
            ("sha256", Sha256),
            ("keyId", KeyId)
        );
        session.Execute(
            "INSERT INTO letter_body (letter_id, sealed) VALUES (@id, @sealed)",
            ("id", id),
            ("sealed", Sealed)
        );
        session.Execute(
            "INSERT INTO delivery (letter_id, organisation, next_at, settled_at) VALUES (@id, @organisation, @nextAt, @settledAt)",
            ("id", id),
            ("organisation", Organisation),
            ("nextAt", Waits || IsKept ? null : MadeAt),
            ("settledAt", IsKept ? MadeAt : null)
        );
    }
}

/// <summary>What is sealed of a letter: its envelope, and the very bytes that go out.</summary>
internal sealed record LetterContent(string From, string? To, ReadOnlyMemory<byte> Mail)
{
    /// <summary>What a mail that stands in this one's place says of it.</summary>
    public LetterGist? Gist { get; init; }

    private sealed record Envelope(string From, string? To, LetterGist? Gist);

    public static string Place(string messageId) => $"letter {messageId}";

    public byte[] Seal(DataKey key, string messageId)
    {
        var envelope = JsonSerializer.SerializeToUtf8Bytes(new Envelope(From, To, Gist));
        var whole = new byte[envelope.Length + 1 + Mail.Length];
        envelope.CopyTo(whole, 0);
        whole[envelope.Length] = (byte)'\n';
        Mail.CopyTo(whole.AsMemory(envelope.Length + 1));
        return key.Seal(whole, Place(messageId));
    }

    public static LetterContent Open(DataKey key, byte[] piece, string messageId)
    {
        var whole = key.Open(piece, Place(messageId));
        var end = Array.IndexOf(whole, (byte)'\n');
        var envelope = JsonSerializer.Deserialize<Envelope>(whole.AsSpan(0, end))!;
        return new(envelope.From, envelope.To, whole.AsMemory(end + 1)) { Gist = envelope.Gist };
    }
}

/// <summary>A letter in one line, and what can be done about it.</summary>
/// <param name="Place">The location that the case is about, where it has one.</param>
internal sealed record LetterGist(string What, string? Place, IReadOnlyList<LetterStep> Steps);
