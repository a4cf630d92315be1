using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>What to record, what to write. The agenda follows from the state (<c>CaseAgenda.Of</c>), so it stands nowhere twice.</summary>
public sealed record Decision(IReadOnlyList<CaseEvent> Events, IReadOnlyList<LetterOrder> Letters)
{
    public static Decision Nothing { get; } = new([], []);

    /// <summary>Absences told, to be kept for the whole organisation: they hold for every case.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>What other cases are to be told, in the same transaction.</summary>
    public IReadOnlyList<Elsewhere> Elsewhere { get; init; } = [];

    /// <summary>The key of the case's personal data is to be destroyed once this decision is kept.</summary>
    public bool DestroysFile => Events.Any(e => e is CaseEvent.Purged);
}

/// <param name="Number">The other case; null: a new one, whose <see cref="Filing.Number"/> is to be filled in.</param>
public sealed record Elsewhere(string? Number, CaseInput Input);

/// <summary>A letter to be written and sent.</summary>
public sealed record LetterOrder
{
    /// <summary>See <c>LetterKinds</c>.</summary>
    public required string Kind { get; init; }
    public required Recipient To { get; init; }

    /// <summary>What the template gets as <c>letter</c>: strings, numbers, booleans, LocalDate, lists and dictionaries of those. See <c>LetterFacts</c>.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();

    /// <summary>A notice the regulation demands: not delivered is an alarm and leaves its term open.</summary>
    public bool IsNotice { get; init; }

    /// <summary>The raw mail this answers, for threading; null: the case's thread.</summary>
    public long? Answers { get; init; }

    /// <summary>False for answers to a mail (auto-replied), true for what the worker sends by itself (auto-generated).</summary>
    public bool ByItself { get; init; }
}

/// <param name="Party"><c>complainant</c>, <c>complainant:2</c>, <c>staff:KEY</c>, <c>concerned</c>, <c>role:ROLE</c> or <c>other</c>; goes into the reply token.</param>
/// <param name="Address">Null: no address known. The letter is written all the same; the handler is told to phone or post it.</param>
public sealed record Recipient(string Party, string? Name, string? Address, string Language)
{
    public static Recipient Of(Person person, Organisation organisation) =>
        new($"staff:{person.Key}", person.Name, person.Email, organisation.LanguageOf(person));
}

/// <summary>A row of the agenda: something time brings.</summary>
/// <param name="Kind"><c>ack</c>, <c>contact</c>, <c>handler-notice</c>, <c>target</c>, <c>progress</c>, <c>final</c>, <c>term-passed</c>, <c>measure</c>, <c>report</c>, <c>retention</c>, <c>evaluate-regulation</c>, …</param>
/// <param name="Key">Unique within the case and stable: <c>final:75%:2027-01-04</c>.</param>
public sealed record Duty(string Kind, string Key, Instant DueAt);
