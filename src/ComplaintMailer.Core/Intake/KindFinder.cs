using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Signals;

namespace ComplaintMailer.Core.Intake;

/// <summary>Complaint, displeasure short of it, or question, by its words.</summary>
/// <param name="Kind"><c>complaint</c>, <c>dissatisfaction</c>, <c>question</c> or <c>unrelated</c>: a proposal.</param>
/// <param name="IsUnclear">The sender should be asked. In doubt it is handled as a complaint.</param>
/// <param name="Sentence">Where it says so.</param>
public sealed record KindGuess(string Kind, bool IsUnclear, string? Sentence);

public static class KindFinder
{
    private static readonly string[] NoGrievance =
    [
        "anonymous",
        "shield-identity",
        "acts-for-other",
        "privacy-request",
        "withdrawal",
        "late-filing",
    ];

    public static KindGuess Find(SignalReading reading, IntakeRules rules)
    {
        var first = reading.Hints.Where(h => h.Weight != Weights.Look).ToLookup(h => h.Code, StringComparer.Ordinal);
        var complains = first[Hints.Complains].Any() || reading.Signals.Any(s => !NoGrievance.Contains(s.Code));
        if (first[Hints.NoComplaint].FirstOrDefault() is { } denied && (rules.Dissatisfaction || rules.Tips))
            return new("dissatisfaction", true, denied.Sentence);
        if (complains)
            return new("complaint", false, null);
        if (first[Hints.Unrelated].FirstOrDefault() is { } other)
            return new("unrelated", true, other.Sentence);
        if (first[Hints.Asks].FirstOrDefault() is { } asks)
            return new("question", true, asks.Sentence);
        return new("complaint", false, null);
    }
}
