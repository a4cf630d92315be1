using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
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
    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>A time of day in the zone; in the hour that a spring night skips, the first moment after it.</summary>
    public Instant At(LocalDate day, int hour) => Zone.AtLeniently(day.At(new LocalTime(hour, 0))).ToInstant();
}
