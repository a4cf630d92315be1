using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>What a decision is made in: the organisation, its regulation, its working days and its zone.</summary>
public sealed record Surroundings(
    Organisation Organisation,
    Regulation Regulation,
    WorkingCalendar Calendar,
    DateTimeZone Zone
)
{
    public IReadOnlyList<ExternalBody> Bodies { get; init; } = [];

    /// <summary>Who is away. A later note on a person takes the place of an earlier one.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>A time of day in the zone; in the hour that a spring night skips, the first moment after it.</summary>
    public Instant At(LocalDate day, int hour) => Zone.AtLeniently(day.At(new LocalTime(hour, 0))).ToInstant();

    public Absence? AbsenceOf(string person, LocalDate on) =>
        Absences.LastOrDefault(a => a.Person == person) is { } absence && absence.IsAwayOn(on) ? absence : null;

    public ExternalBody? Body(string? key) => Bodies.FirstOrDefault(b => b.Key == key);
}

/// <param name="Until">The last day away; null: not said, and then it is not known that anybody is away.</param>
/// <param name="Deputy">Key of the person who stands in; null: the deputy of the configuration, if any.</param>
public sealed record Absence(string Person, LocalDate? Until, string? Deputy)
{
    /// <summary>The first day on which it holds.</summary>
    public LocalDate? From { get; init; }

    public bool IsAwayOn(LocalDate day) => Until is { } until && day <= until && (From is not { } from || day >= from);

    /// <summary>From “15 januari, NAME”: “tot” names the first day back.</summary>
    public static (Absence? Absence, string FaultNl, string FaultEn) Read(
        Person person,
        string value,
        LocalDate today,
        Func<string, Person?> find
    )
    {
        if (DateReader.Leading(value, today, future: true) is not { } found)
            return (null, "Tot wanneer bent u afwezig?", "Until when are you away?");
        if (found.Date <= today)
            return (null, "Die datum is al voorbij.", "That date has passed.");
        string? deputy = null;
        var name = found.After.Trim(' ', ',', '.', ';');
        foreach (var head in new[] { "vervanger", "waarnemer", "deputy" })
        {
            if (Folding.Fold(name).StartsWith(head, StringComparison.Ordinal))
                name = name[head.Length..].TrimStart(':', ' ', '=');
        }
        if (name.Length > 0)
        {
            if (find(name) is not { } stand)
                return (
                    null,
                    $"“{name}” is niet bekend in de organisatie.",
                    $"“{name}” is not known in the organisation."
                );
            if (stand.Key == person.Key)
                return (null, "U kunt niet uw eigen vervanger zijn.", "You can't be your own deputy.");
            deputy = stand.Key;
        }
        return (new(person.Key, found.Date.PlusDays(-1), deputy) { From = today }, "", "");
    }
}
