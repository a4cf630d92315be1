using System.Text.Json;
using ComplaintMailer.Core.Agenda;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Signals;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Cases;

/// <summary>
/// Many cases over more than a year, with people who are late, away, wrong, answer twice or never. After every step what must
/// always hold is checked. One seed, one history.
/// </summary>
internal sealed class CaseSimulation(int seed, int cases)
{
    private static readonly string[] Staff =
    [
        "manager",
        "manager2",
        "regio",
        "leidster",
        "coordinator",
        "quality",
        "director",
        "board",
        "rvt",
        "hr",
        "finance",
        "officer",
        "clerk",
        "admin",
    ];

    private static readonly string[] Commands =
    [
        "contact: vandaag, gebeld",
        "contact: gisteren, betrokkene gesproken",
        "hoor: beiden, vandaag, gesprek",
        "hoor: klager, vandaag, telefonisch",
        "hoor: betrokkene, vandaag, gesprek",
        "hoor: betrokkene niet, ziek",
        "hoor: dossier, agenda bekeken",
        "gesprek: vandaag, klager en medewerker, afspraken gemaakt",
        "gesprek: niet, niet gewenst",
        "betreft: medewerker, leidster",
        "betreft: leidinggevende",
        "betreft: directie",
        "betreft: bestuur",
        "betreft: beleid",
        "behandelaar: manager2",
        "behandelaar: regio",
        "behandelaar: quality",
        "behandelaar: niemand die bestaat",
        "locatie: De Beer",
        "locatie: Elders",
        "aard: overig",
        "aard: bestaat-niet",
        "notitie: iets",
        "gewoon een notitie",
        "aan klager: goedendag",
        "voortgang: wij zijn bezig",
        "afspraak: morgen, terugbellen",
        "opschalen: te groot",
        "opschalen: nee, klein",
        "kwaliteit: vraag",
        "mwo: vraag",
        "aansprakelijk: bril",
        "verlengen: vandaag, reden: het duurt langer",
        "verlengen:",
        "vertraging: 31 december 2030, reden: druk",
        "toets: gedragscode, nageleefd",
        "oordeel: gegrond\nmotivering: het klopt\nmaatregel: beter opletten, uiterlijk 1 maart 2031, manager",
        "oordeel: ongegrond\nmotivering: het klopt niet",
        "oordeel: deels gegrond\nmotivering: deels",
        "oordeel: misschien",
        "motivering: anders",
        "maatregel: nog een, uiterlijk 1 april 2031",
        "akkoord",
        "akkoord",
        "akkoord",
        "bezwaar: vandaag, uitkomst: het blijft zo",
        "bezwaar: niet eens",
        "extern: Geschillencommissie, vandaag",
        "extern: Klachtenloket, vandaag",
        "extern-uitspraak: gegrond, vandaag, geaccepteerd ja",
        "extern-uitspraak: ongegrond, vandaag, geaccepteerd nee",
        "ingetrokken: opgelost",
        "stoppen: geen antwoord",
        "opschorten: wachten",
        "hervatten",
        "buiten-bereik: gemeente",
        "meldcode: besproken",
        "meldplicht: besproken",
        "vrijgeven:",
        "onvrede: besproken",
        "vraag: antwoord",
        "gemachtigd: ja",
        "bevestig: kindermishandeling",
        "verwerp: kindermishandeling",
        "bevestig: geweld",
        "verwerp: geweld",
        "bevestig: aansprakelijkheid",
        "bevestig: intrekking",
        "verwerp: leidinggevende",
        "te laat: geaccepteerd ja, ziek",
        "te laat: nee, te lang",
        "toelichting: ziek",
        "voorleggen: hoe nu",
        "antwoord voorzitter: zo",
        "maatregel klaar: 1",
        "bewaren tot: 1 januari 2040, zaak loopt",
        "heropen: nieuwe feiten",
        "splitsen: de factuur",
        "samenvoegen: ORG-1",
        "afwezig tot: morgen, manager2",
        "gepost: vandaag, brief",
        "les: beter",
        "relatie: hersteld",
        "hulp",
        "status",
        "ordeel: gegrond",
        "contact: gisteren\nonzin: x\nhoor: beiden, vandaag, gesprek",
    ];

    private static readonly SignalHit[] Signals =
    [
        new("child-abuse", "r", "striemen op zijn rug", "strong"),
        new("danger-now", "r", "nu gevaar", "strong"),
        new("violence", "r", "zij sloeg hem", "strong"),
        new("liability", "r", "ik stel u aansprakelijk", "strong"),
        new("withdrawal", "r", "ik trek mijn klacht in", "strong"),
        new("objection", "r", "niet eens", "strong"),
        new("about-manager", "r", "over de manager", "strong"),
        new("about-director", "r", "over de directeur", "strong"),
        new("already-external", "r", "al bij de commissie", "strong"),
        new("shield-identity", "r", "liever niet zeggen", "strong"),
        new("acts-for-other", "r", "namens mijn moeder", "strong"),
        new("privacy-request", "r", "inzage", "strong"),
        new("late-answer", "r", "wacht al weken", "weak"),
    ];

    private readonly Random chance = new(seed);
    private readonly List<Absence> absences = [];
    private long mail = 1;

    public int Decisions { get; private set; }
    public int Destroyed { get; private set; }
    public int Ended { get; private set; }

    public void Run()
    {
        for (var i = 0; i < cases; i++)
            Live(i);
    }

    private void Live(int index)
    {
        var pack = CaseWorld.Packs[chance.Next(CaseWorld.Packs.Length)];
        var around = CaseWorld.Around(pack, chance.Next(2) == 0 ? "childcare" : "social-work");
        var now = Instant.FromUtc(2026, 1, 1, 8, 0) + Duration.FromHours(chance.Next(24 * 365));
        var events = new List<CaseEvent>();
        Case? state = null;
        Step(ref state, events, Filing(index, now, around), around, now);
        for (var step = 0; step < 60 && state.Stage != Stage.Purged; step++)
        {
            around = around with { Absences = absences };
            var duty = CaseAgenda.Of(state, around).FirstOrDefault();
            // Either somebody writes soon, or time passes until something is due.
            if (duty is not null && chance.Next(3) == 0)
            {
                now = Instant.Max(now, duty.DueAt) + Duration.FromMinutes(chance.Next(60));
                Step(ref state, events, new CaseInput.DutyFell(duty), around, now);
                continue;
            }
            now += Duration.FromHours(chance.Next(1, 72));
            Step(ref state, events, Input(state), around, now);
            SettleLetters(ref state, events, around, now);
        }
        if (!state!.IsOpen)
            Ended++;
        // Left alone, an ended case is destroyed one day, unless somebody must say so first.
        for (var quiet = 0; quiet < 400 && !state.IsOpen && state.Stage != Stage.Purged; quiet++)
        {
            if (CaseAgenda.Of(state, around).FirstOrDefault() is not { } duty)
                break;
            now = Instant.Max(now, duty.DueAt);
            Step(ref state, events, new CaseInput.DutyFell(duty), around, now);
        }
        if (state.Stage == Stage.Purged)
            Destroyed++;
        Assert.Equal(Json(state), Json(Decider.Fold(events)!));
        var read = events.Select(e => CaseEventJson.Read(e.Kind, CaseEventJson.Write(e)));
        Assert.Equal(Json(state), Json(Decider.Fold(read)!));
    }

    private void Step(
        [System.Diagnostics.CodeAnalysis.NotNull] ref Case? state,
        List<CaseEvent> events,
        CaseInput input,
        Surroundings around,
        Instant now
    )
    {
        var before = state;
        var decision = Decider.Decide(before, input, around, now);
        var again = Decider.Decide(before, input, around, now);
        Assert.Equal(decision.Events.Count, again.Events.Count);
        events.AddRange(decision.Events);
        state = decision.Events.Aggregate(before, Decider.Evolve)!;
        absences.AddRange(decision.Absences);
        Decisions++;
        Hold(before, state, input, decision, around, now);
    }

    private void Hold(Case? before, Case after, CaseInput input, Decision decision, Surroundings around, Instant now)
    {
        string Where() =>
            $"seed {seed}, {after.Regulation}, {JsonSerializer.Serialize(input, input.GetType(), CaseEventJson.Options)}, stage {after.Stage}";
        if (after.IsOpen && after.Stage != Stage.Purged)
            Assert.True(CaseAgenda.Of(after, around).Count > 0, "An open case that time brings nothing: " + Where());
        if (input.Mail is not null)
            Assert.True(decision.Events.Count > 0, "A mail that left no trace: " + Where());
        // A duty that was dealt with never stays due.
        if (input is CaseInput.DutyFell(var duty))
            Assert.DoesNotContain(CaseAgenda.Of(after, around), d => d.Key == duty.Key);
        foreach (var letter in decision.Letters)
        {
            if (
                letter.To.Party.StartsWith("complainant", StringComparison.Ordinal)
                && before?.Outcome is Outcomes.ReportingCode or Outcomes.ReportingDuty
            )
                Assert.True(
                    letter.Kind is "reporting-code" or "reporting-duty" || after.Outcome is null,
                    $"Letter {letter.Kind} after the reporting code: " + Where()
                );
            if (
                letter.To.Party.StartsWith("staff:", StringComparison.Ordinal)
                && letter.Kind is not ("receipt" or "refused")
            )
                Assert.True(
                    before is null
                        || !after.Barred.Contains(letter.To.Party[6..])
                        || !before.Barred.Contains(letter.To.Party[6..]),
                    $"Letter {letter.Kind} to {letter.To.Party}, who may not see the case: " + Where()
                );
        }
        foreach (var term in after.Terms)
        {
            Assert.True(
                term.Due >= term.From && term.WorkBy <= term.Due,
                "A term that ends before it begins: " + Where()
            );
            Assert.True(term.State != "met" || term.Met <= term.Due, "A term met after its end: " + Where());
        }
        if (before is { IsOpen: true } && !after.IsOpen)
            Assert.True(
                input is CaseInput.StaffWrote { Proven: true },
                "A procedure ended without a person: " + Where()
            );
        if (decision.Events.Any(e => e is CaseEvent.CommandsRefused))
            Assert.All(
                decision.Events,
                e =>
                    Assert.True(
                        e is CaseEvent.MailAdded or CaseEvent.CommandsRefused or CaseEvent.LetterOrdered,
                        $"{e.Kind} beside a refusal: " + Where()
                    )
            );
        _ = now;
    }

    private CaseInput.NewComplaint Filing(int index, Instant now, Surroundings around)
    {
        var hits = Enumerable
            .Range(0, chance.Next(3))
            .Select(_ => Signals[chance.Next(Signals.Length)])
            .DistinctBy(s => s.Code)
            .ToList();
        return new(
            new()
            {
                Number = $"ORG-{index + 2}",
                Received = now,
                Channel = "mail",
                Language = chance.Next(4) == 0 ? "en" : "nl",
                Complainant = new("Sanne", chance.Next(12) == 0 ? null : "sanne@gezin.example", null),
                Subject = "Klacht",
                Description = "Het ging mis.",
                EventDate = chance.Next(3) == 0 ? around.DateOf(now).PlusDays(-chance.Next(120)) : null,
                Location = chance.Next(3) switch
                {
                    0 => "vlinder",
                    1 => "beer",
                    _ => null,
                },
                Missing = chance.Next(4) == 0 ? ["desired"] : [],
                IsAnonymous = chance.Next(10) == 0,
                Signals = hits,
                ProvisionalReason = chance.Next(40) == 0 ? "too large" : null,
            }
        )
        {
            Mail = mail++,
        };
    }

    private CaseInput Input(Case state) =>
        chance.Next(10) switch
        {
            0 => new CaseInput.ComplainantWrote(chance.Next(5) == 0 ? "status" : "Nog iets.", [])
            {
                Mail = mail++,
                Signals = chance.Next(2) == 0 ? [Signals[chance.Next(Signals.Length)]] : [],
                Answers =
                    chance.Next(3) == 0 ? "late-explanation"
                    : chance.Next(3) == 0 ? "binding-consent"
                    : null,
                Details = chance.Next(4) == 0 ? new() { Desired = "excuses", Name = "Sanne" } : null,
            },
            1 => new CaseInput.StrangerWrote("Hallo", []) { Mail = mail++ },
            2 => new CaseInput.MachineWrote("auto") { Mail = mail++ },
            _ => new CaseInput.StaffWrote(
                chance.Next(2) == 0 ? state.Handler ?? "coordinator" : Staff[chance.Next(Staff.Length)],
                Commands[chance.Next(Commands.Length)],
                [],
                chance.Next(20) != 0
            )
            {
                Mail = mail++,
                KnownCases = ["ORG-1"],
            },
        };

    private void SettleLetters(
        [System.Diagnostics.CodeAnalysis.NotNull] ref Case? state,
        List<CaseEvent> events,
        Surroundings around,
        Instant now
    )
    {
        foreach (var letter in state!.Letters.Where(l => l.State == "queued").ToList())
        {
            CaseInput input = chance.Next(20) switch
            {
                0 => new CaseInput.LetterDidFail(letter.Id, "550 no"),
                1 => new CaseInput.LetterDidBounce(letter.Id, "5.1.1"),
                2 => new CaseInput.LetterWasSuppressed(letter.Id, "noreply"),
                _ => new CaseInput.LetterWasAccepted(letter.Id, "mx", "250 ok"),
            };
            Step(ref state, events, input, around, now);
        }
    }

    private static string Json(Case c) => JsonSerializer.Serialize(c, CaseEventJson.Options);
}
