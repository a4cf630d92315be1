using NodaTime;

namespace ComplaintMailer.Core.Intake.Days;

/// <summary>A day, or a stretch of days, that a text speaks of.</summary>
/// <param name="First">The first day of it.</param>
/// <param name="Last">The last; for a single day the same.</param>
/// <param name="Sentence">The sentence it stands in, as written.</param>
/// <param name="Kind">How likely it is the day of the event.</param>
public sealed record DayMention(LocalDate First, LocalDate Last, string Sentence, MentionKind Kind)
{
    /// <summary>Since the first day and still: “sinds 3 maart”.</summary>
    public bool GoesOn { get; init; }

    /// <summary>“Vorige week (16 april)”: the stretch only leads up to the day that lies in it.</summary>
    /// <param name="days">All single days, in order.</param>
    public bool IsMadeExactBy(LocalDate[] days)
    {
        if (GoesOn || First == Last)
            return false;
        var at = Array.BinarySearch(days, First);
        return at >= 0 || (~at < days.Length && days[~at] <= Last);
    }
}

public enum MentionKind
{
    /// <summary>Nothing speaks against it.</summary>
    Event,

    /// <summary>The sentence speaks of a call, a mail, a talk: the event only when no other day is named.</summary>
    Aside,

    /// <summary>A birth, a contract, a bill: never the event.</summary>
    Other,
}
