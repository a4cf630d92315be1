using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary>A case as <c>case show --json</c> prints it. Others read this: its names don't change.</summary>
internal static class CaseJson
{
    /// <summary>Output goes to terminals and programs, never into HTML: letters with accents stay legible.</summary>
    public static JsonSerializerOptions Options { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Case c, IReadOnlyList<CaseEvent> events, Surroundings? around)
    {
        var zone = around?.Zone ?? DateTimeZone.Utc;
        return JsonSerializer.Serialize(
            new
            {
                number = c.Number,
                organisation = c.Organisation,
                kind = c.Kind,
                stage = Codes.Stage(c.Stage),
                outcome = c.Outcome,
                received = At(c.Received, zone),
                channel = c.Channel,
                language = c.Language,
                complainant = new
                {
                    name = c.Complainant.Name,
                    email = c.Complainant.Email,
                    phone = c.Complainant.Phone,
                    actsFor = c.Complainant.ActsFor,
                },
                handler = c.Handler,
                location = c.Location,
                service = c.Service,
                nature = c.Nature,
                concerns = c.Concerns,
                eventDate = Day(c.EventDate),
                late = c.Late,
                missing = c.Missing,
                signals = c.Flags.Where(f => f.Confirmed != false).Select(f => f.Code).Distinct(),
                terms = c.Terms.Select(t => new
                {
                    kind = t.Kind,
                    due = Day(t.Due),
                    workBy = Day(t.WorkBy),
                    legalLimit = Day(t.LegalLimit),
                    state = t.State,
                    met = Day(t.Met),
                    how = t.How,
                }),
                events = events.Select(
                    (e, i) =>
                        new
                        {
                            seq = i + 1,
                            at = At(e.At, zone),
                            // What begins a case is called by what people saw: that it came.
                            kind = e is CaseEvent.Registered ? "Received" : e.Kind,
                            by = e.By,
                        }
                ),
                letters = c.Letters.Select(l => new
                {
                    kind = l.Kind,
                    to = l.To,
                    state = l.State,
                    at = At(l.At, zone),
                }),
                measures = c.Measures.Select(m => new
                {
                    number = m.Number,
                    text = m.Text,
                    due = Day(m.Due),
                    who = m.Who,
                    scope = m.Scope,
                    doneOn = Day(m.DoneOn),
                }),
                verdict = c.Verdict is { } v
                    ? new
                    {
                        kind = v.Kind,
                        reasons = v.Reasons,
                        on = Day(v.On),
                        by = v.By,
                    }
                    : null,
                external = c.External is { } x
                    ? new
                    {
                        body = x.Body,
                        on = Day(x.On),
                        ruling = x.Ruling,
                        ruledOn = Day(x.RuledOn),
                        agreedOn = Day(x.AgreedOn),
                    }
                    : null,
                keepUntil = Day(around is null ? c.KeepUntil : Keeping.Until(c, around)),
            },
            Options
        );
    }

    private static string? Day(LocalDate? day) => day is { } d ? DateWords.Iso(d) : null;

    private static string At(Instant at, DateTimeZone zone) =>
        at.InZone(zone)
            .ToDateTimeOffset()
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
