using System.Globalization;

namespace ComplaintMailer.Core.Figures;

/// <summary>The first page of a report in plain words. Made from shown figures only, so it can't say more than they do.</summary>
internal sealed class PlainWords
{
    private readonly Scene scene;
    private readonly IReadOnlyList<KeyFigure> totals;
    private readonly IReadOnlyList<FigureTable> tables;
    private readonly bool nl;
    private readonly string language;

    private PlainWords(Scene scene, IReadOnlyList<KeyFigure> totals, IReadOnlyList<FigureTable> tables, bool nl)
    {
        this.scene = scene;
        this.totals = totals;
        this.tables = tables;
        this.nl = nl;
        language = nl ? "nl" : "en";
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        Scene scene,
        IReadOnlyList<KeyFigure> totals,
        IReadOnlyList<FigureTable> tables
    ) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["nl"] = new PlainWords(scene, totals, tables, nl: true).Write(),
            ["en"] = new PlainWords(scene, totals, tables, nl: false).Write(),
        };

    private List<string> Write() =>
        scene.Kind switch
        {
            ReportKinds.PublicExternal => [Outside()],
            ReportKinds.Late => [Open(now: true), .. Due()],
            _ => [.. Usually()],
        };

    private IEnumerable<string> Usually()
    {
        var filed = Total("filed");
        yield return Filed(filed, scene.Past.Periods[0].Filed);
        if (Usual(filed) is { } usual)
            yield return usual;
        if (Most() is { } place)
            yield return place;
        yield return $"{Judged()} {Open(now: false)}";
        foreach (var due in Due())
            yield return due;
        if (Missed() is { } missed)
            yield return missed;
        if (Pace() is { } pace)
            yield return pace;
        if (Judgements() is { } judgements)
            yield return judgements;
        if (Measures() is { } measures)
            yield return measures;
        if (Largest() is { } largest)
            yield return nl
                ? $"De meeste klachten gingen over: {largest.Nl.ToLowerInvariant()}."
                : $"Most complaints were about: {largest.En.ToLowerInvariant()}.";
        foreach (var row in Table("unusual")?.Rows ?? [])
            yield return nl
                ? $"Op {row.Label.Nl} valt één onderwerp op: {row.Cells[0].Text!.ToLowerInvariant()}."
                : $"At {row.Label.En} one subject stands out: {row.Cells[0].English!.ToLowerInvariant()}.";
        if (Besides() is { } besides)
            yield return besides;
    }

    private string Outside()
    {
        var (period, brought, ruled) = (scene.Period.Name(language), Total("external"), Total("external-ruled"));
        if (nl)
            return (
                    brought switch
                    {
                        0 => $"In {period} is geen enkele klacht voorgelegd aan een externe instantie.",
                        1 => $"In {period} is één klacht voorgelegd aan een externe instantie.",
                        _ => $"In {period} zijn {Number(brought)} klachten voorgelegd aan een externe instantie.",
                    }
                )
                + (
                    ruled switch
                    {
                        0 => "",
                        1 => " Over één klacht is een uitspraak gedaan.",
                        _ => $" Over {Number(ruled)} klachten is een uitspraak gedaan.",
                    }
                );
        return $"In {period} {Number(brought)} {(brought == 1 ? "complaint was" : "complaints were")} brought to an external body."
            + (ruled == 0 ? "" : $" {Number(ruled, capital: true)} {(ruled == 1 ? "was" : "were")} ruled on.");
    }

    private string Filed(int filed, int before)
    {
        var (now, ago) = (scene.Period.This(language), scene.Period.OneBefore(language));
        if (!nl)
            return $"In {now} {Number(filed)} {(filed == 1 ? "complaint was" : "complaints were")} filed. In {ago} there {(before == 1 ? "was" : "were")} {(before == 0 ? "none" : Number(before))}.";
        var first = filed switch
        {
            0 => $"In {now} zijn geen klachten ingediend.",
            1 => $"In {now} is één klacht ingediend.",
            _ => $"In {now} zijn {Number(filed)} klachten ingediend.",
        };
        return before switch
        {
            0 => $"{first} In {ago} waren er {(filed == 0 ? "ook " : "")}geen.",
            1 => $"{first} In {ago} was het er één.",
            _ => $"{first} In {ago} waren het er {Number(before)}.",
        };
    }

    /// <summary>Beside the mean of the periods before, when there were enough complaints for a mean to say something.</summary>
    private string? Usual(int filed)
    {
        var before = scene.Past.Periods.Sum(p => p.Filed);
        // Where a period has none, the register may not have been kept yet.
        if (before < 4 * scene.Threshold || scene.Past.Periods.Any(p => p.Filed == 0))
            return null;
        var mean = before / (double)scene.Past.Periods.Count;
        // The same measure as for what stands out: three times what chance alone brings.
        var word =
            filed > mean + (3 * Math.Sqrt(mean)) ? (nl ? "Dit is duidelijk meer." : "This is clearly more.")
            : filed < mean - (3 * Math.Sqrt(mean)) ? (nl ? "Dit is duidelijk minder." : "This is clearly less.")
            : (nl ? "Dit aantal is dus niet ongewoon." : "So this number is not unusual.");
        var rounded = (int)Math.Round(mean, MidpointRounding.AwayFromZero);
        return nl
            ? $"Het gemiddelde van de {scene.Period.FourOf("nl")} daarvoor is {Number(rounded)}. {word}"
            : $"The mean of the {scene.Period.FourOf("en")} before is {Number(rounded)}. {word}";
    }

    private string? Most()
    {
        var rows = Table("complaints-by-location")?.Rows.OrderByDescending(r => r.Cells[0].Number).ToList();
        return rows is [var most, var next, ..] && most.Cells[0].Number > next.Cells[0].Number
            ? nl
                ? $"De meeste klachten kwamen van {most.Label.Nl}: {Number((int)most.Cells[0].Number!)}."
                : $"Most complaints came from {most.Label.En}: {Number((int)most.Cells[0].Number!)}."
            : null;
    }

    private string Judged()
    {
        var judged = Total("judged");
        return nl
            ? $"Over {judged switch { 0 => "geen enkele klacht", 1 => "één klacht", _ => $"{Number(judged)} klachten" }} is een oordeel gegeven."
            : $"A verdict was given on {Number(judged)} {(judged == 1 ? "complaint" : "complaints")}.";
    }

    private string Open(bool now)
    {
        var open = Total("open");
        var when = now ? (nl ? "Nu" : "Now") : (nl ? "Aan het eind" : "At the end");
        return (nl, open) switch
        {
            (true, 0) => $"{when} {(now ? "staat" : "stond")} er geen enkele {(now ? "klacht" : "meer")} open.",
            (true, 1) => $"{when} {(now ? "staat" : "stond")} er {(now ? "één klacht" : "één nog")} open.",
            (true, _) => $"{when} {(now ? "staan" : "stonden")} er {Number(open)} {(now ? "klachten" : "nog")} open.",
            (_, 0) => now ? "Now no complaint is open." : "At the end none was still open.",
            (_, 1) => now ? "Now one complaint is open." : "At the end one was still open.",
            _ => now ? $"Now {Number(open)} complaints are open." : $"At the end {Number(open)} were still open.",
        };
    }

    /// <summary>What must be done now: only in reports that tell how terms stand.</summary>
    private IEnumerable<string> Due()
    {
        if (Table(OpenFigures.Dues) is not { } due || Total("open") == 0)
            yield break;
        var (late, soon) = ((int)due.Rows[0].Cells[0].Number!, (int)due.Rows[1].Cells[0].Number!);
        if (late + soon == 0)
        {
            yield return nl
                ? "Geen enkel oordeel is te laat, en in de komende tien dagen hoeft er geen af te zijn."
                : "No verdict is overdue, and none is due within ten days.";
            yield break;
        }
        if (late > 0)
            yield return nl
                ? $"{Number(late, capital: true)} {(late == 1 ? "oordeel is" : "oordelen zijn")} te laat."
                : $"{Number(late, capital: true)} {(late == 1 ? "verdict is" : "verdicts are")} overdue.";
        if (soon > 0)
            yield return nl
                ? $"{Number(soon, capital: true)} {(soon == 1 ? "oordeel moet" : "oordelen moeten")} binnen tien dagen af zijn."
                : $"{Number(soon, capital: true)} {(soon == 1 ? "verdict is" : "verdicts are")} due within ten days.";
    }

    private string? Missed()
    {
        if (Table("terms") is not { } terms)
            return null;
        var missed = terms.Rows.Sum(r => (int)(r.Cells[2].Number ?? 0));
        return (missed, nl) switch
        {
            (0, true) => "Alle termijnen die in deze periode afliepen, zijn gehaald.",
            (0, _) => "All terms that ended in this period were met.",
            (_, true) =>
                $"{Number(missed, capital: true)} {(missed == 1 ? "termijn is" : "termijnen zijn")} niet gehaald.",
            _ => $"{Number(missed, capital: true)} {(missed == 1 ? "term was" : "terms were")} missed.",
        };
    }

    private string? Pace()
    {
        var final = Table("terms")?.Rows.FirstOrDefault(r => r.Label == TermFigures.FinalWord);
        return final is null || final.Cells[3].Number is not { } share || final.Cells[4].Number is not { } median ? null
            : nl ? $"Van de oordelen kwam {Round(share)}% op tijd. De helft kwam binnen {Round(median)} dagen."
            : $"Of the verdicts {Round(share)}% came in time. Half of them came within {Round(median)} days.";
    }

    private string? Judgements()
    {
        var rows = Table("verdicts")?.Rows.Where(r => !r.IsTotal).ToList();
        if (rows is null or { Count: < 2 } || rows.Any(r => r.Cells[0].Number is null))
            return null;
        var parts = rows.ConvertAll(r =>
            $"{Number((int)r.Cells[0].Number!)} {(nl ? r.Label.Nl : r.Label.En).ToLowerInvariant()}"
        );
        return $"{(nl ? "De oordelen" : "The verdicts")}: {string.Join(", ", parts)}.";
    }

    private string? Measures()
    {
        if (totals.FirstOrDefault(t => t.Name == MeasureFigures.Agreed)?.Value is not ({ } agreed and > 0))
            return null;
        var (done, open) = (Total(MeasureFigures.Done), Total(MeasureFigures.Open));
        return nl
            ? $"Er zijn {Number(agreed)} maatregelen afgesproken. "
                + (
                    open == 0 ? "Ze zijn allemaal uitgevoerd."
                    : done == 0 ? "Ze staan allemaal nog open."
                    : $"Daarvan zijn er {Number(done)} uitgevoerd en staan er {Number(open)} nog open."
                )
            : $"{Number(agreed, capital: true)} measures were promised. "
                + (
                    open == 0 ? "All of them were carried out."
                    : done == 0 ? "All of them are still open."
                    : $"Of those {Number(done)} were carried out and {Number(open)} are still open."
                );
    }

    private string? Besides()
    {
        var (displeasure, questions) = (Total("dissatisfaction"), Total("question"));
        var outside = Table("external")?.Rows.Sum(r => (int)(r.Cells[0].Number ?? 0)) ?? 0;
        var sentences = new List<string>();
        if (displeasure + questions > 0)
            sentences.Add(nl ? Apart(displeasure, questions) : ApartInEnglish(displeasure, questions));
        if (outside > 0)
            sentences.Add(
                nl
                    ? $"{Number(outside, capital: true)} {(outside == 1 ? "klacht is" : "klachten zijn")} voorgelegd aan een externe instantie."
                    : $"{Number(outside, capital: true)} {(outside == 1 ? "complaint was" : "complaints were")} brought to an external body."
            );
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private string Apart(int displeasure, int questions)
    {
        var asked = questions == 1 ? "kwam er één vraag" : $"kwamen er {Number(questions)} vragen";
        return (displeasure, questions) switch
        {
            (0, _) => $"Daarnaast {asked}.",
            (_, 0) => $"Daarnaast was er {Number(displeasure)} keer onvrede zonder klacht.",
            _ => $"Daarnaast was er {Number(displeasure)} keer onvrede zonder klacht, en {asked}.",
        };
    }

    private string ApartInEnglish(int displeasure, int questions)
    {
        var voiced =
            $"displeasure without a complaint was voiced {(displeasure == 1 ? "once" : $"{Number(displeasure)} times")}";
        var asked = questions == 1 ? "there was one question" : $"there were {Number(questions)} questions";
        return (displeasure, questions) switch
        {
            (0, _) => $"Besides, {asked}.",
            (_, 0) => $"Besides, {voiced}.",
            _ => $"Besides, {voiced}, and {asked}.",
        };
    }

    /// <summary>The nature shown with the largest number, when every nature is shown; with one hidden, "most" would tell about it.</summary>
    private Words? Largest()
    {
        var rows = Table("complaints-by-nature")?.Rows.Where(r => !r.IsTotal).ToList();
        if (rows is null or { Count: < 2 } || rows.Any(r => r.Cells[0].Number is null))
            return null;
        var sorted = rows.OrderByDescending(r => r.Cells[0].Number).ToList();
        return sorted[0].Cells[0].Number > sorted[1].Cells[0].Number ? sorted[0].Label : null;
    }

    private FigureTable? Table(string name) => tables.FirstOrDefault(t => t.Name == name);

    private int Total(string name) => totals.FirstOrDefault(t => t.Name == name)?.Value ?? 0;

    private static string Round(decimal days) => Math.Ceiling(days).ToString(CultureInfo.InvariantCulture);

    private string Number(int n, bool capital = false)
    {
        string[] small = nl
            ? ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
            : ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        var word = n < small.Length ? small[n] : n.ToString(CultureInfo.InvariantCulture);
        // A capital é stands without its accent: “Eén klacht”.
        return capital ? (word[0] == 'é' ? 'E' : char.ToUpperInvariant(word[0])) + word[1..] : word;
    }
}
