using ComplaintMailer.Core.Signals;
using NodaTime;

namespace ComplaintMailer.Core.Intake;

/// <summary>What was understood of a complaint. All of it is a proposal; a person can correct each field.</summary>
public sealed record IntakeReading
{
    public bool IsForm { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? ActsFor { get; init; }
    public string? Capacity { get; init; }
    public string? Child { get; init; }
    public string Description { get; init; } = "";
    public string? Desired { get; init; }
    public LocalDate? EventDate { get; init; }
    public LocationMatch Location { get; init; } = LocationMatch.None;
    public IReadOnlyList<string> Nature { get; init; } = [];
    public Concerned Concerned { get; init; } = new(null, null, null);
    public KindGuess Kind { get; init; } = new("complaint", false, null);
    public SignalReading Signals { get; init; } = SignalReading.None;

    /// <summary>What the regulation demands of a complaint and this one lacks; codes of the pack.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The other organisation that it plainly speaks of, as it is told to who handles it.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>There is no name to work with.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The fields of a form as they were filled in; null for a mail.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }
}
