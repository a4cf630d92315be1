namespace ComplaintMailer.Core.Intake;

/// <summary>Which location a mail speaks of.</summary>
/// <param name="Certain">Key of the one it names beyond doubt; null: none, or several.</param>
/// <param name="Proposed">Key of the likeliest, for a person to confirm.</param>
/// <param name="Why">The words it rests on.</param>
public sealed record LocationMatch(string? Certain, string? Proposed, string? Why)
{
    public static LocationMatch None { get; } = new(null, null, null);

    /// <summary>Nothing to go by, not even a guess.</summary>
    public bool IsNone => Certain is null && Proposed is null;
}
