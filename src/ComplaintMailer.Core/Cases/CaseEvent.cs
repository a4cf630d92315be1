using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>Something that happened in a case. Past tense, append-only.</summary>
public abstract partial record CaseEvent
{
    public Instant At { get; init; }

    /// <summary><c>complainant</c>, <c>worker</c>, <c>staff:KEY</c>, <c>other</c>.</summary>
    public string By { get; init; } = "worker";

    /// <summary>The name by which <c>case show</c> lists it.</summary>
    public string Kind => GetType().Name;
}
