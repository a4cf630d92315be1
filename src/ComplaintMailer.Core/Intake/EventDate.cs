using ComplaintMailer.Core.Intake.Days;
using NodaTime;

namespace ComplaintMailer.Core.Intake;

/// <summary>When it happened, by the words of a mail.</summary>
/// <param name="On">Of a stretch of days, or of several days, the last.</param>
/// <param name="Sentence">Where it says so.</param>
public sealed record EventDate(LocalDate On, string Sentence)
{
    /// <summary>Days of calls, talks and letters count only when no other day is named; those of bills and births never.</summary>
    public static EventDate? Find(string text, LocalDate writtenOn)
    {
        var days = DayReader.Read(text, writtenOn);
        if (days.Count == 0)
            return null;
        days.RemoveAll(d => d.Kind == MentionKind.Other);
        if (days.Any(d => d.Kind == MentionKind.Event))
            days.RemoveAll(d => d.Kind != MentionKind.Event);
        RemoveVague(days);
        return days.MaxBy(d => d.Last) is { } last ? new(last.Last, last.Sentence) : null;
    }

    /// <summary>The value of a form's field.</summary>
    public static LocalDate? Parse(string value, LocalDate writtenOn)
    {
        var days = DayReader.Read(value, writtenOn);
        RemoveVague(days);
        return days.Count > 0 ? days.Max(d => d.Last) : null;
    }

    private static void RemoveVague(List<DayMention> days)
    {
        if (!days.Exists(d => d.First < d.Last))
            return;
        LocalDate[] exact = [.. days.Where(d => d.First == d.Last).Select(d => d.First).Distinct().Order()];
        days.RemoveAll(d => d.IsMadeExactBy(exact));
    }
}
