using ComplaintMailer.Database;
using ComplaintMailer.Letters;

namespace ComplaintMailer.Outbox;

/// <summary>A letter as the outbox keeps it: the order for it first; rendered once, sealed, sent as it is.</summary>
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

    /// <summary>Of the bytes as sent; empty until they are written.</summary>
    public string Sha256 { get; init; } = "";
    public required long KeyId { get; init; }

    /// <summary>A <see cref="LetterContent"/>, or an <see cref="OrderedLetter"/> as long as there is none.</summary>
    public byte[] Sealed { get; init; } = [];

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

/// <summary>A letter in one line, and what can be done about it.</summary>
/// <param name="Place">The location that the case is about, where it has one.</param>
internal sealed record LetterGist(string What, string? Place, IReadOnlyList<LetterStep> Steps);
