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

    /// <param name="words">What was written, without quotes and signature.</param>
    public static KindGuess Find(SignalReading reading, IntakeRules rules, string subject, string words)
    {
        var grieves = reading.Signals.Any(s => !NoGrievance.Contains(s.Code));
        var complains = grieves || First(reading, Hints.Complains) is not null;
        if (complains && !grieves && ProcedureQuestion.Is(subject, words))
            return new("question", true, First(reading, Hints.Complains)!.Sentence);
        if (First(reading, Hints.NoComplaint) is { } denied && (rules.Dissatisfaction || rules.Tips))
            return new("dissatisfaction", true, denied.Sentence);
        if (complains)
            return new("complaint", false, null);
        if (First(reading, Hints.Unrelated) is { } other)
            return new("unrelated", true, other.Sentence);
        if (First(reading, Hints.Asks) is { } asks)
            return new("question", true, asks.Sentence);
        return new("complaint", false, null);
    }

    private static SignalHit? First(SignalReading reading, string hint) =>
        reading.Hints.FirstOrDefault(h => h.Code == hint && h.Weight != Weights.Look);
}
