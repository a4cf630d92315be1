namespace ComplaintMailer.Core.Figures;

/// <summary>A report as figures, before it is printed in any form. Every form prints just this, so no form shows more than another.</summary>
public sealed record FiguresReport
{
    public required string Kind { get; init; }
    public required string Organisation { get; init; }
    public string OrganisationKey { get; init; } = "";

    /// <summary>For reports defined by an organisation itself; null: the kind has a fixed title.</summary>
    public Words? Title { get; init; }

    /// <summary>The definition it was made by, for reports defined by an organisation itself.</summary>
    public Own.OwnDefinition? Definition { get; init; }

    /// <summary>1, and one more with every correction.</summary>
    public int Revision { get; init; } = 1;
    public required Period Period { get; init; }
    public required int Threshold { get; init; }

    /// <summary>The number of cases (complaints, displeasure, questions) the figures rest on.</summary>
    public required int RestsOn { get; init; }
    public required IReadOnlyList<FigureTable> Tables { get; init; }
    public required IReadOnlyList<KeyFigure> Totals { get; init; }

    /// <summary>Plain words, made from shown figures only: one list a language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; }

    /// <summary>
    /// How many numbers are not shown. Which of them are small and which only keep those from being worked out is told nowhere:
    /// that there is just one small one among two would already narrow both.
    /// </summary>
    public required int Suppressed { get; init; }

    /// <summary>The law asks for no report over a year without complaints and disputes.</summary>
    public bool NoReportDue { get; init; }

    public FigureTable? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);
}

/// <param name="Name">Fixed word: <c>complaints-by-location-and-nature</c>.</param>
/// <param name="Bars">Columns that are drawn as bars.</param>
public sealed record FigureTable(
    string Name,
    Words Title,
    IReadOnlyList<Words> Columns,
    IReadOnlyList<FigureRow> Rows,
    Words? Note = null,
    IReadOnlyList<int>? Bars = null
)
{
    /// <summary>What the columns after the totals stand for; only in reports that an organisation defined itself.</summary>
    public IReadOnlyList<string>? Codes { get; init; }
}

/// <param name="Location">Key of the location the row is about, so that an extract for its supervisor can be made.</param>
public sealed record FigureRow(
    Words Label,
    IReadOnlyList<FigureCell> Cells,
    string? Location = null,
    bool IsTotal = false
)
{
    /// <summary>What the row stands for, where its label does not tell: in reports that an organisation defined itself, and of external bodies.</summary>
    public string? Code { get; init; }
}

/// <summary>A number, a word, or nothing shown.</summary>
public readonly record struct FigureCell
{
    private FigureCell(CellKind kind, decimal? number, string? text, string? english)
    {
        Kind = kind;
        Number = number;
        Text = text;
        English = english;
    }

    public CellKind Kind { get; }
    public decimal? Number { get; }
    public string? Text { get; }
    public string? English { get; }

    public static FigureCell Of(int number) => new(CellKind.Number, number, null, null);

    public static FigureCell Percent(decimal share) => new(CellKind.Percent, share, null, null);

    public static FigureCell Days(decimal days) => new(CellKind.Days, days, null, null);

    public static FigureCell Word(string nl, string en) => new(CellKind.Word, null, nl, en);

    /// <summary>Not shown: small, or needed to keep a small one from being worked out. Both look the same: which is which would tell.</summary>
    public static FigureCell Hidden { get; } = new(CellKind.Hidden, null, null, null);

    /// <summary>Small and tied to nothing else that is shown.</summary>
    public static FigureCell Small(int threshold) => Small($"<{threshold}", $"<{threshold}");

    public static FigureCell Small(string nl, string en) => new(CellKind.Small, null, nl, en);

    /// <summary>Too few to say anything, such as a percentage of six.</summary>
    public static FigureCell None { get; } = new(CellKind.None, null, null, null);
}

public enum CellKind
{
    Number,
    Percent,
    Days,
    Word,
    Hidden,
    Small,
    None,
}

/// <summary>The same words in both languages.</summary>
public sealed record Words(string Nl, string En)
{
    public string In(string language) => language == "nl" ? Nl : En;

    public static Words Same(string both) => new(both, both);
}

/// <param name="Value">Null: not shown.</param>
public sealed record KeyFigure(string Name, Words Label, int? Value, bool IsSmall = false);
