using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using NodaTime;

namespace ComplaintMailer.Letters.Samples;

/// <summary>A made-up complaint, to show and check letters with: on the day it came, under way, decided and closed.</summary>
internal sealed class SampleCase(Organisation organisation, Regulation regulation, string service, string language)
{
    public static readonly LocalDate DayZero = new(2026, 11, 23);

    private bool IsDutch => language == "nl";

    public Case New() =>
        new()
        {
            Number = $"{organisation.CasePrefix}-2026-0042",
            Organisation = organisation.Key,
            Regulation = regulation.Code,
            RegulationVersion = regulation.Version,
            Received = Instant.FromUtc(2026, 11, 23, 9, 2),
            DayZero = DayZero,
            Language = language,
            Stage = Stage.Assigned,
            Complainant = new("Sanne Bakker", "sanne.bakker@gezin.example", "06 12345678", Capacity: "client"),
            Subject = IsDutch ? "Klacht" : "Complaint",
            Description = IsDutch
                ? "Mijn zoon is voor de derde keer te laat uit school gehaald. Hij stond een half uur alleen bij het hek.\n\nToen ik belde, was de medewerker kortaf. Wij maken ons grote zorgen."
                : "For the third time my son was picked up late from school. He stood alone at the gate for half an hour.\n\nWhen I called, the person on the phone was short with me. We are very worried.",
            Desired = IsDutch
                ? "Ik wil dat mijn zoon op tijd wordt gehaald en dat iemand mij belt."
                : "I want my son to be picked up on time and somebody to call me.",
            EventDate = new(2026, 11, 19),
            Location = organisation.Locations.FirstOrDefault(l => l.Service == service)?.Key,
            Service = service,
            Nature = [.. regulation.Natures.Take(2).Select(n => n.Code)],
            Concerns = "staff",
            Handler = Handler(),
            Terms =
            [
                .. regulation.Terms.Select(rule =>
                    TermCounter.Count(rule, DayZero, service, new WorkingCalendar(regulation.Calendar))
                ),
            ],
            Version = 7,
        };

    public Case Nobodys() =>
        New() with
        {
            Handler = null,
            Location = null,
            Stage = Stage.Triage,
            ProposedHandler = Handler(),
            ProposedLocation = New().Location,
            Missing = ["when"],
        };

    public Case UnderWay() =>
        Met(New(), new(2026, 11, 25)) with
        {
            Stage = Stage.Investigating,
            Contacts = [new(new(2026, 11, 25), "complainant", IsDutch ? "gebeld" : "by phone", "", Handler() ?? "")],
            Hearings =
            [
                new(new(2026, 11, 30), "complainant", null, "", Handler() ?? ""),
                new(new(2026, 12, 2), "concerned", null, "", Handler() ?? ""),
            ],
        };

    public Case Flagged(string code) =>
        UnderWay() with
        {
            Flags = [new(code, "nl/1", Sentence(), "strong", Instant.FromUtc(2026, 11, 23, 9, 2))],
        };

    public Case Previewed() =>
        UnderWay() with
        {
            Stage = Stage.VerdictPreviewed,
            Draft = Verdict("partly-founded"),
            DraftMeasures = Measures(),
        };

    public Case Decided(string verdict = "partly-founded") =>
        Met(UnderWay(), new(2026, 12, 14), "final", "target") with
        {
            Stage = Stage.Decided,
            Verdict = Verdict(verdict),
            Measures = Measures(),
        };

    public Case Closed() =>
        Decided() with
        {
            Stage = Stage.Closed,
            Outcome = Outcomes.Decided,
            ClosedOn = new(2027, 1, 11),
        };

    public Case Ended(string outcome) =>
        New() with
        {
            Stage = Stage.Closed,
            Outcome = outcome,
            ClosedOn = new(2026, 12, 8),
        };

    public string Sentence() =>
        IsDutch
            ? "Ik stel u aansprakelijk voor de kosten van zijn kapotte bril."
            : "I hold you liable for the cost of his broken glasses.";

    private string? Handler() =>
        organisation.Locations.FirstOrDefault(l => l.Service == service)?.Manager
        ?? organisation.WithRole(Roles.Handler).FirstOrDefault()?.Key;

    private Verdict Verdict(string kind) =>
        new(
            kind,
            IsDutch
                ? "De chauffeur kreeg de nieuwe schooltijden niet door. Daardoor stond het kind alleen. Dat mag niet gebeuren. Dat de medewerker kortaf was, konden we niet vaststellen."
                : "The driver was not told of the new school hours. That is why the child stood alone. That must not happen. We could not establish that the person on the phone was short.",
            IsDutch ? "We halen het kind elke dag om 15 uur." : "We pick up the child at three o'clock every day.",
            new(2026, 12, 14),
            Handler() ?? ""
        );

    private List<Measure> Measures() =>
        [
            new(
                1,
                IsDutch
                    ? "De planning gaat elke avond naar alle chauffeurs."
                    : "The planning goes to all drivers every evening.",
                new(2027, 1, 15),
                Handler(),
                "location",
                null
            ),
            new(
                2,
                IsDutch ? "We bellen na twee weken" : "We call after two weeks",
                new(2026, 12, 28),
                Handler(),
                null,
                null
            ),
        ];

    private static Case Met(Case state, LocalDate on, params string[] more) =>
        state with
        {
            Terms =
            [
                .. state.Terms.Select(t =>
                    t.Kind is "ack" or "contact" or "contact-week" or "handler-notice" || more.Contains(t.Kind)
                        ? t with
                        {
                            State = "met",
                            Met = on,
                        }
                        : t
                ),
            ],
        };
}
