using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Figures.Own;

/// <summary>What complaints can be counted by in a report of an organisation's own.</summary>
public static class OwnDimensions
{
    private static readonly Dictionary<string, Words> Labels = new(StringComparer.Ordinal)
    {
        ["location"] = new("Locatie", "Location"),
        ["service"] = new("Soort dienst", "Kind of service"),
        ["nature"] = new("Aard", "Nature"),
        ["channel"] = new("Weg", "Channel"),
        ["kind"] = new("Soort", "Kind"),
        ["concerns"] = new("Gaat over", "Concerns"),
        ["verdict"] = new("Oordeel", "Verdict"),
        ["outcome"] = new("Hoe geëindigd", "How it ended"),
        ["month"] = new("Maand", "Month"),
    };

    private static readonly Dictionary<string, Words> Codes = new(StringComparer.Ordinal)
    {
        ["childcare"] = new("Kinderopvang", "Childcare"),
        ["social-work"] = new("Sociaal werk", "Social work"),
        ["youth-care"] = new("Jeugdhulp", "Youth care"),
        ["support"] = new("Ondersteuning", "Support"),
        ["mail"] = new("E-mail", "E-mail"),
        ["form"] = new("Formulier", "Form"),
        ["phone"] = new("Telefoon", "Phone"),
        ["oral"] = new("Gesprek", "In person"),
        ["post"] = new("Brief", "Letter"),
        ["complaint"] = new("Klacht", "Complaint"),
        ["dissatisfaction"] = new("Onvrede", "Displeasure"),
        ["question"] = new("Vraag", "Question"),
        ["staff"] = new("Een medewerker", "A member of staff"),
        ["manager"] = new("Een leidinggevende", "A manager"),
        ["director"] = new("De directie", "The directors"),
        ["board"] = new("Het bestuur", "The board"),
        ["policy"] = new("Beleid", "Policy"),
        ["founded"] = new("Gegrond", "Upheld"),
        ["partly-founded"] = new("Deels gegrond", "Partly upheld"),
        ["unfounded"] = new("Ongegrond", "Not upheld"),
        ["no-verdict"] = new("Geen oordeel", "No verdict"),
        ["decided"] = new("Met een oordeel", "With a verdict"),
        ["withdrawn"] = new("Ingetrokken", "Withdrawn"),
        ["settled-informally"] = new("In overleg opgelost", "Settled by talking"),
        ["not-handled"] = new("Niet verder behandeld", "Not handled further"),
        ["out-of-scope"] = new("Buiten de regeling", "Outside the regulation"),
        ["late-refused"] = new("Te laat ingediend", "Filed too late"),
        ["external"] = new("Verder bij een externe instantie", "Continued with an external body"),
        ["reporting-code"] = new("Afgesloten: meldcode", "Closed: reporting code"),
        ["reporting-duty"] = new("Afgesloten: meldplicht", "Closed: reporting duty"),
    };

    private static readonly Words NotKnown = new("Niet bekend", "Not known");

    public static IReadOnlyCollection<string> Names => Labels.Keys;

    internal static Words Label(string dimension) => Labels[dimension];

    /// <summary>The codes a case counts under; a complaint with two natures counts under both.</summary>
    internal static IReadOnlyList<string> Of(CaseFacts fact, string dimension) =>
        dimension switch
        {
            "location" => [fact.Location ?? ""],
            "service" => [fact.Service ?? ""],
            "nature" => fact.Natures.Count == 0 ? [""] : fact.Natures,
            "channel" => [fact.Channel],
            "kind" => [fact.Kind],
            "concerns" => [fact.Concerns ?? ""],
            "verdict" => [fact.Verdict ?? ""],
            "outcome" => [fact.Outcome ?? ""],
            _ => [$"{fact.FiledOn.Year:0000}-{fact.FiledOn.Month:00}"],
        };

    internal static Words Name(
        string dimension,
        string code,
        Organisation organisation,
        Regulations.Regulation regulation
    ) =>
        code.Length == 0 ? NotKnown
        : dimension == "location" ? Words.Same(organisation.Location(code)?.Name ?? code)
        : dimension == "nature" && regulation.Natures.FirstOrDefault(n => n.Code == code) is { } nature
            ? new(nature.Nl, nature.En)
        : dimension == "month" ? Month(code)
        : Codes.GetValueOrDefault(code) ?? Words.Same(code);

    private static Words Month(string code) =>
        Period.Parse(code) is { } month ? new(month.Name("nl"), month.Name("en")) : Words.Same(code);
}
