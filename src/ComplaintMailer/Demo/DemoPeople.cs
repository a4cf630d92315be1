using NodaTime;

namespace ComplaintMailer.Demo;

/// <summary>How people of the demo answer their mail: most in time, some late, a few never. One seed, one year.</summary>
internal sealed class DemoPeople(int seed)
{
    private readonly Random chance = new(seed);
    private readonly HashSet<string?> investigated = [];

    public int Pick(int below) => chance.Next(below);

    /// <summary>What somebody answers to a letter, and after how many days; null: nothing.</summary>
    public (int Days, string Text)? Answer(DemoPost.Letter letter, LocalDate today)
    {
        var isEnglish = letter.Mail.Language == "en";
        return letter.Kind switch
        {
            "triage" => (1, "behandelaar: manager"),
            // One in eight forgets; then reminders go out, and the next manager hears of it.
            "case-assigned" => chance.Next(8) == 0
                ? null
                : (
                    chance.Next(1, 4),
                    "contact: vandaag, beiden gebeld en uitgelegd hoe het gaat\nopschalen: nee, dit kan op de locatie worden opgelost"
                ),
            "reminder"
            or "overdue"
                when letter.To.StartsWith("manager", StringComparison.Ordinal)
                    || letter.To.StartsWith("regio", StringComparison.Ordinal) => Work(letter),
            "receipt" when letter.Mail.Text.Contains("Contact op", StringComparison.Ordinal) => chance.Next(6) == 0
                ? null
                : Investigate(letter, chance.Next(6, 20)),
            "receipt" when letter.Mail.Text.Contains("toets is vastgelegd", StringComparison.Ordinal) => (
                chance.Next(1, 6),
                Verdict(today)
            ),
            "verdict-preview" => (1, "akkoord"),
            "incomplete" => chance.Next(4) == 0
                ? null
                : (
                    2,
                    isEnglish
                        ? "I would like an apology.\n06 12121212"
                        : "Ik wil graag excuses en dat het beter gaat.\n06 12121212"
                ),
            "late-explanation" => (3, "Wij zaten in het buitenland."),
            "verdict" => chance.Next(4) == 0
                ? (chance.Next(2, 9), "Ik ben het niet eens met uw oordeel. Ik wil een gesprek met de directie.")
                : null,
            "objection" when letter.To.StartsWith("director", StringComparison.Ordinal) => (
                3,
                "bezwaar: vandaag, uitkomst: het oordeel blijft, maar de medewerker belt u zelf"
            ),
            "signal" when letter.To.StartsWith("officer", StringComparison.Ordinal) => (
                0,
                chance.Next(2) == 0
                    ? "bevestig: kindermishandeling, besproken met Veilig Thuis"
                    : "verwerp: kindermishandeling, het kwam van het klimrek"
            ),
            "liability" => (1, "bevestig: aansprakelijkheid, gemeld bij de verzekeraar"),
            "measure-check" => (chance.Next(0, 5), "maatregel klaar: 1"),
            "report-approval" => (
                1,
                "regeling: Onze klachtenregeling staat op de website.\nbekendmaking: Op de website en in het eerste gesprek.\nstrekking: De meeste klachten gingen over afspraken.\ngeschillen: Geen.\nakkoord"
            ),
            _ => null,
        };
    }

    private const string Investigated =
        "betreft: medewerker, K. Bos\nhoor: klager, vandaag, telefonisch\nhoor: betrokkene, vandaag, gesprek op locatie\ngesprek: vandaag, klager en medewerker, afgesproken is hoe het voortaan gaat\ntoets: gedragscode, op één punt niet nageleefd";

    /// <summary>A reminder sets people to work who had let it lie.</summary>
    private (int, string)? Work(DemoPost.Letter letter) =>
        letter.Mail.Text.Contains("contact", StringComparison.OrdinalIgnoreCase) && chance.Next(3) > 0
            ? (0, "contact: vandaag, gebeld")
        : chance.Next(4) == 0 ? Investigate(letter, 0)
        : null;

    /// <summary>Once a case.</summary>
    private (int, string)? Investigate(DemoPost.Letter letter, int days) =>
        investigated.Add(letter.Case) ? (days, Investigated) : null;

    private string Verdict(LocalDate today)
    {
        var kind = chance.Next(3) switch
        {
            0 => "gegrond",
            1 => "ongegrond",
            _ => "deels gegrond",
        };
        var due = today.PlusDays(30);
        var measure =
            kind == "ongegrond"
                ? ""
                : $"\nmaatregel: werkafspraken bespreken in het team, uiterlijk {due.Day}-{due.Month}-{due.Year}, manager";
        return $"oordeel: {kind}\nmotivering: Wij hebben met u en met de medewerker gesproken en de gang van zaken bekeken.\nantwoord op wens: Wij bieden u onze excuses aan.{measure}";
    }
}
