using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters.Steps;
using NodaTime;

namespace ComplaintMailer.Letters.Samples;

/// <summary>A letter with all it can say.</summary>
/// <param name="Name">The kind, and the reader where there are several: <c>objection.staff</c>.</param>
internal sealed record SampleLetter(string Name, LetterOrder Order, Case? Case);

/// <summary>Every letter there is, to look at and to check.</summary>
internal sealed class SampleLetters(Organisation organisation, Regulation regulation, string service, string language)
{
    private const string Complainant = "complainant";
    private const string Concerned = "concerned";
    private const string Staff = "staff";

    private readonly SampleCase cases = new(organisation, regulation, service, language);
    private bool IsDutch => language == "nl";

    public static readonly Instant Now = Instant.FromUtc(2026, 12, 8, 8, 0);

    public IEnumerable<SampleLetter> All() => LetterKinds.All.SelectMany(Of);

    public IEnumerable<SampleLetter> Of(string kind) =>
        kind switch
        {
            // For the complainant: how it goes.
            "acknowledgement" =>
            [
                One(kind, Complainant, cases.New()),
                Also(kind, "nobody-yet", Complainant, cases.Nobodys()),
                Also(kind, "by-phone", Complainant, cases.New() with { Channel = "phone" }),
            ],
            "incomplete" =>
            [
                One(kind, Complainant, cases.New(), ("missing", Texts("desired", "name")), ("answer_by", Day(12, 7))),
            ],
            "handler-notice" =>
            [
                One(kind, Complainant, cases.New()),
                Also(kind, "changed", Complainant, cases.UnderWay(), ("changed", true)),
            ],
            "message" => [One(kind, Complainant, cases.UnderWay(), ("text", Long()), ("from", Handler()))],
            "progress" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.UnderWay(),
                    ("text", Say("We spraken met de chauffeur.", "We spoke with the driver.")),
                    ("next", Say("We kijken naar de planning.", "We look at the planning.")),
                    ("next_on", Day(12, 10))
                ),
                Also(kind, Staff, Staff, cases.UnderWay(), ("silent_days", 14)),
            ],
            "extension" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.UnderWay(),
                    ("talked_on", Day(12, 4)),
                    ("reasons", Reason()),
                    ("first_due", new LocalDate(2027, 1, 4)),
                    ("new_due", new LocalDate(2027, 2, 1))
                ),
            ],
            "delay" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.UnderWay(),
                    ("reasons", Reason()),
                    ("expected", new LocalDate(2027, 1, 11)),
                    ("due", new LocalDate(2027, 1, 4))
                ),
            ],
            "verdict" =>
            [
                One(kind, Complainant, cases.Decided()),
                Also(kind, "founded", Complainant, cases.Decided("founded")),
                Also(kind, "unfounded", Complainant, cases.Decided("unfounded")),
                Also(kind, "no-verdict", Complainant, cases.Decided("no-verdict")),
            ],
            "objection" =>
            [
                One(kind, Complainant, cases.Decided(), ("dates", Days()), ("invite_by", Day(12, 21))),
                Also(kind, Staff, Staff, cases.Decided(), ("text", Objection()), ("invite_by", Day(12, 21))),
            ],
            "external-routes" => [One(kind, Complainant, cases.Decided())],
            "term-passed" =>
            [
                One(kind, Complainant, cases.UnderWay(), ("term", "final"), ("due", new LocalDate(2027, 1, 4))),
                Also(kind, Staff, Staff, cases.UnderWay(), ("term", "final"), ("due", new LocalDate(2027, 1, 4))),
            ],
            "withdrawn" =>
            [
                One(kind, Complainant, cases.UnderWay(), ("reason", Settled()), ("reopen_until", Day(12, 22))),
                Also(kind, Staff, Staff, cases.Flagged("withdrawal"), ("reason", Settled())),
            ],
            "suspended" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.UnderWay(),
                    ("reason", Say("We weten nog niet genoeg.", "We do not know enough yet.")),
                    ("missing", Texts("when", "who")),
                    ("until", Day(12, 22))
                ),
            ],
            "resumed" => [One(kind, Complainant, cases.UnderWay(), ("reason", Answered()))],
            "stopped" => [One(kind, Complainant, cases.Ended(Outcomes.NotHandled), ("reason", NoAnswer()))],
            "out-of-scope" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.Ended(Outcomes.OutOfScope),
                    ("reason", Say("De school zelf gaat hierover.", "This is up to the school itself.")),
                    ("where", Say("Praat met de directeur van de school.", "Talk with the head of the school."))
                ),
            ],
            "reporting-code" or "reporting-duty" =>
            [
                One(kind, Complainant, cases.UnderWay(), ("text", CallsYou()), ("contact", Handler())),
                Also(kind, Staff, Staff, cases.UnderWay(), ("contact", Handler())),
            ],
            "closed" =>
            [
                One(kind, Complainant, cases.Closed(), ("keep_until", new LocalDate(2028, 7, 11))),
                Also(
                    kind,
                    Staff,
                    Staff,
                    cases.Closed(),
                    ("outcome", "decided"),
                    ("keep_until", new LocalDate(2028, 7, 11))
                ),
            ],
            "clarify" => [One(kind, Complainant, cases.Nobodys())],
            "mandate" => [One(kind, Complainant, cases.New(), ("answer_by", Day(12, 22)))],
            "late-explanation" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.New() with
                    {
                        EventDate = new(2026, 8, 3),
                    },
                    ("months", 2),
                    ("answer_by", Day(12, 22))
                ),
            ],
            "late-refused" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.Ended(Outcomes.LateRefused),
                    ("reason", Say("De mensen van toen werken hier niet meer.", "The people of then have left.")),
                    ("by", Handler())
                ),
            ],
            "already-external" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.UnderWay() with
                    {
                        External = new(Body() ?? "", Day(12, 7), true),
                    },
                    ("body", Body()),
                    ("during", true)
                ),
            ],
            "hearing-invitation" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.New(),
                    ("dates", Days()),
                    ("place", "Dorpsstraat 1, Den Haag"),
                    ("with", "A. Yilmaz")
                ),
                Also(kind, Concerned, Concerned, cases.New(), ("dates", Days()), ("with", "A. Yilmaz")),
            ],
            "reaction-request" =>
            [
                One(kind, Concerned, cases.New(), ("points", Points()), ("answer_by", Day(12, 15)), ("shielded", true)),
            ],
            "talk-record" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.UnderWay(),
                    ("on", Day(12, 2)),
                    ("who", "Sanne Bakker, A. Yilmaz"),
                    ("text", Say("We bellen elke week.", "We call every week.")),
                    ("correct_by", Day(12, 16))
                ),
            ],
            "anonymous" or "identity-shield" => [One(kind, Complainant, cases.New(), ("answer_by", Day(12, 15)))],
            "talk-invitation" =>
            [
                One(kind, Complainant, cases.Decided(), ("dates", Days()), ("place", "Dorpsstraat 1, Den Haag")),
                Also(kind, Staff, Staff, cases.Decided(), ("dates", Days()), ("place", "Dorpsstraat 1, Den Haag")),
            ],
            "talk-outcome" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.Decided() with
                    {
                        Objection = new(new(2026, 12, 16), Objection(), new(2026, 12, 18), "ok"),
                    },
                    ("on", Day(12, 18)),
                    ("text", Say("We nemen het voorstel over.", "We follow the proposal."))
                ),
            ],
            "measure-done" => [One(kind, Complainant, cases.Decided(), ("text", MeasureText()), ("on", Day(12, 20)))],
            "binding-consent" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.Decided(),
                    ("body", Body()),
                    ("ruling", "founded"),
                    ("text", Ruling()),
                    ("answer_by", Day(12, 22))
                ),
                Also(kind, Staff, Staff, cases.Decided(), ("body", Body()), ("ruling", "founded"), ("text", Ruling())),
            ],
            "outcome-concerned" =>
            [
                One(
                    kind,
                    Concerned,
                    cases.Decided(),
                    ("points", Points()),
                    ("measures", new List<string> { MeasureText() })
                ),
            ],
            "privacy-request" =>
            [
                One(kind, Complainant, cases.New(), ("answer_by", new LocalDate(2027, 1, 7)), ("contact", Handler())),
            ],
            "status" => [One(kind, Complainant, cases.UnderWay()), Also(kind, Staff, Staff, cases.UnderWay())],
            "wrong-address" => [One(kind, Complainant, cases.New(), ("where", "planning@zonnebloem.example"))],
            "reopened" =>
            [
                One(kind, Complainant, cases.UnderWay(), ("reason", Answered())),
                Also(kind, Staff, Staff, cases.UnderWay(), ("reason", Answered())),
            ],
            "dissatisfaction" => [One(kind, Complainant, cases.New())],
            "question" =>
            [
                One(
                    kind,
                    Complainant,
                    cases.New(),
                    ("text", Say("We zijn op 5 mei gewoon open.", "We are open on 5 May."))
                ),
            ],
            "merged" =>
            [
                One(kind, Complainant, cases.New(), ("into", $"{organisation.CasePrefix}-2026-0041")),
                Also(kind, Staff, Staff, cases.New(), ("into", $"{organisation.CasePrefix}-2026-0041")),
            ],
            _ => ForStaff(kind),
        };

    private IEnumerable<SampleLetter> ForStaff(string kind) =>
        kind switch
        {
            "case-assigned" =>
            [
                One(kind, Staff, cases.New()),
                Also(kind, "taken-over", Staff, cases.UnderWay(), ("previous", Handler()), ("reason", Reason())),
            ],
            "superior-notice" => [One(kind, "staff:directie", cases.New())],
            "triage" => [One(kind, Staff, cases.Nobodys())],
            "contribution" =>
            [
                One(
                    kind,
                    Staff,
                    cases.UnderWay(),
                    ("text", Say("Het was trouwens om half vier.", "By the way, it was half past three.")),
                    ("attachments", new List<string> { "foto.jpg" }),
                    ("from", "Sanne Bakker")
                ),
                Also(
                    kind,
                    "unproven",
                    Staff,
                    cases.UnderWay(),
                    ("text", Settled()),
                    ("verified", false),
                    ("from", "iemand@elders.example")
                ),
            ],
            "reminder" =>
            [
                One(kind, Staff, cases.UnderWay(), Term(), ("days", 5)),
                Also(kind, "manager", "staff:directie", cases.UnderWay(), Term(), ("days", 1), ("handler", Handler())),
            ],
            "overdue" =>
            [
                One(kind, Staff, cases.UnderWay(), ("term", "final"), ("due", new LocalDate(2027, 1, 4)), ("days", 1)),
            ],
            "verdict-preview" =>
            [
                One(
                    kind,
                    Staff,
                    cases.Previewed(),
                    (
                        "warnings",
                        new List<string>
                        {
                            Say("De klager vroeg om een belletje.", "The complainant asked for a call."),
                        }
                    )
                ),
            ],
            "signal" =>
            [
                One(
                    kind,
                    Staff,
                    cases.Flagged("liability"),
                    ("code", "liability"),
                    ("sentence", cases.Sentence()),
                    ("weight", "strong"),
                    ("rule", "liability/1")
                ),
                Also(
                    kind,
                    "child-abuse",
                    Staff,
                    cases.Flagged("child-abuse"),
                    ("code", "child-abuse"),
                    ("sentence", Say("Ze is bang om naar huis te gaan.", "She is afraid to go home.")),
                    ("weight", "weak")
                ),
            ],
            "bounce-alarm" =>
            [
                One(
                    kind,
                    Staff,
                    cases.New(),
                    ("kind", "acknowledgement"),
                    ("to", "sanne.bakker@gezin.example"),
                    ("reason", "550 5.1.1 mailbox unavailable"),
                    ("term", "ack"),
                    ("due", Day(11, 30))
                ),
            ],
            "receipt" =>
            [
                One(
                    kind,
                    Staff,
                    cases.UnderWay(),
                    ("done", new List<string> { Say("Contact genoteerd.", "Contact noted.") })
                ),
                Also(
                    kind,
                    "not-all",
                    Staff,
                    cases.UnderWay(),
                    ("not_done", new List<string> { Say("Het oordeel mist een motivering.", "Reasons are missing.") }),
                    ("missing", new List<string> { Say("een motivering", "reasons") }),
                    ("text", Say("Oordeel: gegrond", "Verdict: founded"))
                ),
            ],
            "refused" =>
            [
                One(
                    kind,
                    Staff,
                    cases.UnderWay(),
                    (
                        "why",
                        new List<string> { Say("Deze dag ligt voor de klacht.", "This day is before the complaint.") }
                    ),
                    (
                        "remedy",
                        new List<string> { Say("Noem een dag na 23 november.", "Name a day after 23 November.") }
                    ),
                    ("text", Say("contact: 1-1-2020, gebeld", "contact: 2020-01-01, by phone"))
                ),
            ],
            "measure-check" =>
            [
                One(
                    kind,
                    Staff,
                    cases.Decided(),
                    ("number", 1),
                    ("text", MeasureText()),
                    ("due", new LocalDate(2027, 1, 15)),
                    ("days", 7)
                ),
            ],
            "quarantine-digest" =>
            [
                One(
                    kind,
                    "role:coordinator",
                    null,
                    (
                        "items",
                        new List<Dictionary<string, object?>>
                        {
                            new()
                            {
                                ["id"] = "17",
                                ["from"] = "iemand@elders.example",
                                ["subject"] = Say("Vraag", "Question"),
                                ["received"] = Day(12, 7),
                                ["why"] = Say("gemerkt als ongewenst", "marked as unwanted"),
                                ["sentence"] = Say("Ik ben erg boos.", "I am very angry."),
                            },
                        }
                    )
                ),
            ],
            "report" => [One(kind, "role:board", null, Report())],
            "report-approval" =>
            [
                One(
                    kind,
                    "staff:kwaliteit",
                    null,
                    [
                        .. Report(),
                        ("recipients", new List<string> { "GGD Haaglanden" }),
                        ("due", new LocalDate(2027, 5, 31)),
                        ("suppressed", 4),
                        (
                            "checks",
                            new List<string>
                            {
                                Say("Kijk of niemand te herkennen is.", "See that nobody can be recognised."),
                            }
                        ),
                    ]
                ),
            ],
            "changed-dates" =>
            [
                One(
                    kind,
                    "staff:kwaliteit",
                    null,
                    (
                        "items",
                        new List<Dictionary<string, object?>>
                        {
                            new()
                            {
                                ["number"] = $"{organisation.CasePrefix}-2026-0042",
                                ["term"] = "final",
                                ["due"] = new LocalDate(2027, 1, 4),
                                ["counted"] = new LocalDate(2027, 1, 5),
                            },
                        }
                    )
                ),
            ],
            "evaluate-regulation" =>
            [
                One(
                    kind,
                    "role:board",
                    null,
                    ("due", new LocalDate(2028, 5, 21)),
                    ("months", 6),
                    ("from", new LocalDate(2025, 5, 21)),
                    (
                        "lines",
                        new List<object?>
                        {
                            new Dictionary<string, object?>
                            {
                                ["label"] = Say("Klachten ingediend", "Complaints filed"),
                                ["value"] = "42",
                            },
                        }
                    )
                ),
            ],
            "liability" =>
            [
                One(
                    kind,
                    "staff:finance",
                    cases.Flagged("liability") with
                    {
                        Involved = [Roles.Finance],
                    },
                    ("sentence", cases.Sentence())
                ),
            ],
            "hr" =>
            [
                One(
                    kind,
                    "staff:hr",
                    cases.UnderWay() with
                    {
                        Involved = [Roles.Hr],
                    },
                    ("code", "undesirable-conduct"),
                    ("sentence", Say("De medewerker schold mij uit.", "The person called me names.")),
                    ("code_test", true)
                ),
            ],
            "escalation" =>
            [
                One(
                    kind,
                    "staff:directie",
                    cases.UnderWay() with
                    {
                        Handler = "directie",
                    },
                    ("reason", Reason()),
                    ("from", Handler()),
                    ("replaces", true)
                ),
            ],
            "quality-question" =>
            [
                One(
                    kind,
                    "staff:kwaliteit",
                    cases.UnderWay(),
                    ("text", Say("Valt dit onder de regeling?", "Does the regulation cover this?")),
                    ("from", Handler())
                ),
            ],
            "destruction-list" =>
            [
                One(
                    kind,
                    "staff:kwaliteit",
                    null,
                    ("destroy_on", new LocalDate(2027, 1, 8)),
                    (
                        "items",
                        new List<Dictionary<string, object?>>
                        {
                            new()
                            {
                                ["number"] = $"{organisation.CasePrefix}-2025-0007",
                                ["closed_on"] = new LocalDate(2025, 7, 8),
                                ["destroy_on"] = new LocalDate(2027, 1, 8),
                            },
                        }
                    )
                ),
            ],
            "destruction-done" =>
            [
                One(
                    kind,
                    "staff:kwaliteit",
                    null,
                    ("count", 1),
                    ("numbers", new List<string> { $"{organisation.CasePrefix}-2025-0007" }),
                    ("on", new LocalDate(2027, 1, 8))
                ),
            ],
            "clerk-extract" =>
            [
                One(kind, "role:external-committee-clerk", cases.Decided(), ("text", Answered()), ("body", Body())),
            ],
            "refer" =>
            [
                One(
                    kind,
                    "role:external-committee-clerk",
                    cases.UnderWay(),
                    ("text", Say("Mag een buur ook klagen?", "May a neighbour complain too?")),
                    ("from", Handler()),
                    ("body", Body())
                ),
            ],
            "alarm" =>
            [
                One(
                    kind,
                    "role:admin",
                    null,
                    ("what", Say("de post komt niet binnen", "no mail comes in")),
                    ("since", Now),
                    ("remedy", Say("Kijk of de mailserver aan staat.", "See whether the mail server is up."))
                ),
            ],
            "recovered" =>
            [
                One(
                    kind,
                    "role:admin",
                    null,
                    ("what", Say("de post komt weer binnen", "mail comes in again")),
                    ("since", Now)
                ),
            ],
            "weekly-health" => [One(kind, "role:admin", null, ("lines", Lines()))],
            "digest" => [One(kind, Staff, null, ("items", Tasks()), ("count", 3))],
            "duplicate" => [One(kind, Staff, cases.New(), ("other", $"{organisation.CasePrefix}-2026-0041"))],
            "absence" =>
            [
                One(
                    kind,
                    "role:coordinator",
                    null,
                    ("person", Handler()),
                    ("until", Day(12, 22)),
                    ("deputy", "directie"),
                    ("open", new List<string> { $"{organisation.CasePrefix}-2026-0042" })
                ),
            ],
            _ => throw new ArgumentException($"There is no sample of the letter {kind}.", nameof(kind)),
        };

    private SampleLetter One(string kind, string party, Case? state, params (string Name, object? Value)[] facts) =>
        new(kind, Order(kind, party, state, facts), state);

    private SampleLetter Also(
        string kind,
        string variant,
        string party,
        Case? state,
        params (string Name, object? Value)[] facts
    ) => new($"{kind}.{variant}", Order(kind, party, state, facts), state);

    private LetterOrder Order(string kind, string party, Case? state, (string Name, object? Value)[] facts) =>
        new()
        {
            Kind = kind,
            To = party switch
            {
                Complainant => new(party, "Sanne Bakker", "sanne.bakker@gezin.example", language),
                Concerned => new(party, "D. Jansen", "d.jansen@zonnebloem.example", language),
                Staff => Person(state?.Handler ?? Handler()),
                _ when party.StartsWith("staff:", StringComparison.Ordinal) => Person(party[6..]),
                _ => new(party, null, organisation.Address, language),
            },
            Facts = facts.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value),
        };

    private Recipient Person(string? key)
    {
        var person = organisation.Person(key) ?? organisation.People.FirstOrDefault();
        return new($"staff:{person?.Key}", person?.Name, person?.Email, language);
    }

    private string? Handler() => cases.New().Handler;

    private string? Body() => regulation.External.LastOrDefault()?.Body;

    private string Say(string dutch, string english) => IsDutch ? dutch : english;

    private static (string, object?) Term() => ("term", "final");

    private static List<string> Texts(params string[] codes) => [.. codes];

    private static LocalDate Day(int month, int day) => new(2026, month, day);

    private static List<LocalDate> Days() => [Day(12, 15), Day(12, 17)];

    private (string, object?)[] Report() =>
        [
            ("title", Say("Klachten in 2026", "Complaints in 2026")),
            ("from", new LocalDate(2026, 1, 1)),
            ("to", new LocalDate(2026, 12, 31)),
            ("lines", Lines()),
            ("locations", new List<string> { "De Vlinder" }),
        ];

    private List<Dictionary<string, object?>> Lines() =>
        [new() { ["label"] = Say("Nieuwe klachten", "New complaints"), ["value"] = "12" }];

    private List<Dictionary<string, object?>> Tasks() =>
        [
            Task(
                41,
                Say(
                    "Stuur het oordeel, uiterlijk maandag 14 december 2026",
                    "Send the decision, by Monday 14 December 2026"
                ),
                "oordeel",
                "verdict"
            ),
            Task(
                42,
                Say("Neem contact op, uiterlijk dinsdag 8 december 2026", "Get in touch, by Tuesday 8 December 2026"),
                "contact",
                "contact"
            ),
            Task(38, Say("Is deze maatregel klaar?", "Is this measure done?"), "maatregel klaar", "measure done"),
        ];

    private Dictionary<string, object?> Task(int number, string what, string nl, string en)
    {
        var say = $"{Say(nl, en)}: ...";
        var address = $"{organisation.Address.Split('@')[0]}+sample@{organisation.Address.Split('@')[1]}";
        return new()
        {
            ["number"] = $"{organisation.CasePrefix}-2026-{number:0000}",
            ["place"] = organisation.Locations.FirstOrDefault()?.Name,
            ["todo"] = new List<string> { what },
            ["steps"] = new List<Dictionary<string, object?>>
            {
                new()
                {
                    ["label"] = Say("Vul in", "Fill in"),
                    ["say"] = say,
                    ["href"] = Mailto.Link(address, what, say),
                },
            },
        };
    }

    private List<string> Points() =>
        [Say("Het kind stond een half uur alleen.", "The child stood alone for half an hour.")];

    private string Long() =>
        Say(
            "Dag Sanne,\n\nIk sprak met de chauffeur. Morgen bel ik om drie uur.\n\nGroet,\nAylin",
            "Hello Sanne,\n\nI spoke with the driver. Tomorrow I will call at three.\n\nRegards,\nAylin"
        );

    private string Reason() =>
        Say(
            "De chauffeur is ziek. We willen ook zijn verhaal horen.",
            "The driver is ill. We want to hear his story too."
        );

    private string Objection() => Say("Ik ben het er niet mee eens. Ik wil praten.", "I do not agree. I want to talk.");

    private string Settled() => Say("We zijn er samen uit.", "We have settled it.");

    private string Answered() => Say("We hebben nu wat we nodig hadden.", "We now have what we needed.");

    private string NoAnswer() => Say("We vroegen twee keer om meer uitleg.", "We asked twice to be told more.");

    private string CallsYou() => Say("Wij bellen vandaag.", "We will call today.");

    private string MeasureText() =>
        Say("De planning gaat elke avond naar alle chauffeurs.", "The planning goes to all drivers every evening.");

    private string Ruling() => Say("Betaal de bril.", "Pay for the glasses.");
}
