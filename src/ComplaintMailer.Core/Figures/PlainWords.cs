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
                ? $"In {period} {(filed == 1 ? "is 1 klacht" : $"zijn {Number(filed, nl)} klachten")} ingediend. In de periode ervoor {(filedBefore == 1 ? "was dat er 1" : $"waren dat er {Number(filedBefore, nl)}")}."
                : $"In {period} {Number(filed, nl)} {(filed == 1 ? "complaint was" : "complaints were")} filed. In the period before, that was {Number(filedBefore, nl)}."
        );
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
        return words;
    }

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
