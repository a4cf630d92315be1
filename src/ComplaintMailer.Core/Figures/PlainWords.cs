namespace ComplaintMailer.Core.Figures;

/// <summary>The first page of a report in plain words. Made from shown figures only, so it can't say more than they do.</summary>
internal static class PlainWords
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        Scene scene,
        IReadOnlyList<KeyFigure> totals,
        IReadOnlyList<FigureTable> tables
    ) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["nl"] = Write(scene, totals, tables, nl: true),
            ["en"] = Write(scene, totals, tables, nl: false),
        };

    private static List<string> Write(
        Scene scene,
        IReadOnlyList<KeyFigure> totals,
        IReadOnlyList<FigureTable> tables,
        bool nl
    )
    {
        var language = nl ? "nl" : "en";
        var period = scene.Period.Name(language);
        int Total(string name) => totals.FirstOrDefault(t => t.Name == name)?.Value ?? 0;
        var words = new List<string>();
        if (scene.Kind == ReportKinds.PublicExternal)
        {
            var brought = Total("external");
            words.Add(
                nl
                    ? $"In {period} {(brought == 1 ? "is 1 klacht" : $"zijn {Number(brought, nl)} klachten")} voorgelegd aan een externe instantie."
                    : $"In {period} {Number(brought, nl)} {(brought == 1 ? "complaint was" : "complaints were")} brought to an external body."
            );
            return words;
        }

        var filed = Total("filed");
        var filedBefore = scene.Past.Periods[0].Filed;
        words.Add(
            nl
                ? $"In {scene.Period.This("nl")} {(filed == 1 ? "is één klacht" : $"zijn {Number(filed, nl)} klachten")} ingediend. In de periode ervoor {(filedBefore == 1 ? "was dat er één" : $"waren dat er {Number(filedBefore, nl)}")}."
                : $"In {scene.Period.This("en")} {Number(filed, nl)} {(filed == 1 ? "complaint was" : "complaints were")} filed. In the period before, that was {Number(filedBefore, nl)}."
        );
        if (Usual(scene, filed, nl) is { } usual)
            words.Add(usual);
        if (Most(tables, nl) is { } place)
            words.Add(place);
        var judged = Total("judged");
        var open = Total("open");
        words.Add(
            nl
                ? $"Over {(judged switch { 0 => "geen enkele klacht", 1 => "één klacht", _ => $"{Number(judged, nl)} klachten" })} is een oordeel gegeven. {Left(open, nl)}"
                : $"A verdict was given on {Number(judged, nl)} {(judged == 1 ? "complaint" : "complaints")}. {Left(open, nl)}"
        );
        if (tables.FirstOrDefault(t => t.Name == "terms") is { } terms)
        {
            var missed = terms.Rows.Sum(r => (int)(r.Cells[2].Number ?? 0));
            words.Add(
                missed == 0
                    ? nl
                        ? "Alle termijnen die in deze periode afliepen, zijn gehaald."
                        : "All terms that ended in this period were met."
                    : nl
                        ? $"{Number(missed, nl, capital: true)} {(missed == 1 ? "termijn is" : "termijnen zijn")} niet gehaald."
                        : $"{Number(missed, nl, capital: true)} {(missed == 1 ? "term was" : "terms were")} missed."
            );
        }
        if (Pace(tables, nl) is { } pace)
            words.Add(pace);
        if (Judgements(tables, nl) is { } judgements)
            words.Add(judgements);
        if (Largest(tables) is { } largest)
        {
            words.Add(
                nl
                    ? $"De meeste klachten gingen over: {largest.Nl.ToLowerInvariant()}."
                    : $"Most complaints were about: {largest.En.ToLowerInvariant()}."
            );
        }
        if (tables.FirstOrDefault(t => t.Name == "unusual") is { Rows.Count: > 0 } unusual)
        {
            foreach (var row in unusual.Rows)
            {
                words.Add(
                    nl
                        ? $"Op {row.Label.Nl} valt één onderwerp op: {row.Cells[0].Text!.ToLowerInvariant()}."
                        : $"At {row.Label.En} one subject stands out: {row.Cells[0].English!.ToLowerInvariant()}."
                );
            }
        }
        if (Besides(totals, tables, nl) is { } besides)
            words.Add(besides);
        return words;
    }

    /// <summary>Beside the mean of the periods before, when there were enough complaints for a mean to say something.</summary>
    private static string? Usual(Scene scene, int filed, bool nl)
    {
        var before = scene.Past.Periods.Sum(p => p.Filed);
        // Where a period has none, the register may not have been kept yet.
        if (before < 4 * scene.Threshold || scene.Past.Periods.Any(p => p.Filed == 0))
            return null;
        var mean = before / (double)scene.Past.Periods.Count;
        // The same measure as for what stands out: three times what chance alone brings.
        var word =
            filed > mean + (3 * Math.Sqrt(mean)) ? (nl ? "Dat is duidelijk meer dan" : "That is clearly more than")
            : filed < mean - (3 * Math.Sqrt(mean)) ? (nl ? "Dat is duidelijk minder dan" : "That is clearly less than")
            : (nl ? "Dat is niet ongewoon vergeleken met" : "That is not unusual compared with");
        var rounded = (int)Math.Round(mean, MidpointRounding.AwayFromZero);
        return nl
            ? $"{word} het gemiddelde van de vier periodes daarvoor, {Number(rounded, nl)}."
            : $"{word} the mean of the four periods before, {Number(rounded, nl)}.";
    }

    private static string? Most(IReadOnlyList<FigureTable> tables, bool nl)
    {
        var rows = tables
            .FirstOrDefault(t => t.Name == "complaints-by-location")
            ?.Rows.OrderByDescending(r => r.Cells[0].Number)
            .ToList();
        return rows is [var most, var next, ..] && most.Cells[0].Number > next.Cells[0].Number
            ? nl
                ? $"De meeste klachten kwamen van {most.Label.Nl}: {Number((int)most.Cells[0].Number!, nl)}."
                : $"Most complaints came from {most.Label.En}: {Number((int)most.Cells[0].Number!, nl)}."
            : null;
    }

    private static string? Pace(IReadOnlyList<FigureTable> tables, bool nl)
    {
        var final = tables
            .FirstOrDefault(t => t.Name == "terms")
            ?.Rows.FirstOrDefault(r => r.Label == TermFigures.FinalWord);
        return final is null || final.Cells[3].Number is not { } share || final.Cells[4].Number is not { } median ? null
            : nl ? $"Van de oordelen kwam {Round(share)}% op tijd. De helft kwam binnen {Round(median)} dagen."
            : $"Of the verdicts {Round(share)}% came in time. Half of them came within {Round(median)} days.";
    }

    private static string? Judgements(IReadOnlyList<FigureTable> tables, bool nl)
    {
        var rows = tables.FirstOrDefault(t => t.Name == "verdicts")?.Rows.Where(r => !r.IsTotal).ToList();
        if (rows is null or { Count: < 2 } || rows.Any(r => r.Cells[0].Number is null))
            return null;
        var parts = rows.ConvertAll(r =>
            $"{Number((int)r.Cells[0].Number!, nl)} {(nl ? r.Label.Nl : r.Label.En).ToLowerInvariant()}"
        );
        return $"{(nl ? "De oordelen" : "The verdicts")}: {string.Join(", ", parts)}.";
    }

    private static string? Besides(IReadOnlyList<KeyFigure> totals, IReadOnlyList<FigureTable> tables, bool nl)
    {
        int Total(string name) => totals.FirstOrDefault(t => t.Name == name)?.Value ?? 0;
        var (displeasure, questions) = (Total("dissatisfaction"), Total("question"));
        var outside =
            tables.FirstOrDefault(t => t.Name == "external")?.Rows.Sum(r => (int)(r.Cells[0].Number ?? 0)) ?? 0;
        var sentences = new List<string>();
        if (displeasure + questions > 0)
            sentences.Add(
                nl
                    ? $"Daarnaast was er {Number(displeasure, nl)} keer onvrede zonder klacht, en {(questions == 1 ? "kwam er één vraag" : $"kwamen er {Number(questions, nl)} vragen")}."
                    : $"Besides, displeasure without a complaint was voiced {Number(displeasure, nl)} times, and there {(questions == 1 ? "was one question" : $"were {Number(questions, nl)} questions")}."
            );
        if (outside > 0)
            sentences.Add(
                nl
                    ? $"{Number(outside, nl, capital: true)} {(outside == 1 ? "klacht is" : "klachten zijn")} voorgelegd aan een externe instantie."
                    : $"{Number(outside, nl, capital: true)} {(outside == 1 ? "complaint was" : "complaints were")} brought to an external body."
            );
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static string Round(decimal days) =>
        Math.Ceiling(days).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Left(int open, bool nl) =>
        (nl, open) switch
        {
            (true, 0) => "Aan het eind stond er geen enkele meer open.",
            (true, 1) => "Aan het eind stond er één nog open.",
            (true, _) => $"Aan het eind stonden er {Number(open, nl)} nog open.",
            (_, 0) => "At the end none was still open.",
            (_, 1) => "At the end one was still open.",
            _ => $"At the end {Number(open, nl)} were still open.",
        };

    /// <summary>The nature shown with the largest number, when every nature is shown; with one hidden, "most" would tell about it.</summary>
    private static Words? Largest(IReadOnlyList<FigureTable> tables)
    {
        var rows = tables.FirstOrDefault(t => t.Name == "complaints-by-nature")?.Rows.Where(r => !r.IsTotal).ToList();
        if (rows is null or { Count: < 2 } || rows.Any(r => r.Cells[0].Number is null))
            return null;
        var sorted = rows.OrderByDescending(r => r.Cells[0].Number).ToList();
        return sorted[0].Cells[0].Number > sorted[1].Cells[0].Number ? sorted[0].Label : null;
    }

    private static string Number(int n, bool nl, bool capital = false)
    {
        string[] small = nl
            ? ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
            : ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        var word = n < small.Length ? small[n] : n.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return capital ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }
}
