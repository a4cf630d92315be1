using ComplaintMailer.Core.Figures;

namespace ComplaintMailer.Reports.Facts;

/// <summary>The codes of the row a reader stands on: rows that have the same share one.</summary>
internal sealed class FactCodes(FactRow row)
{
    public const string Columns =
        "organisation, regulation, kind, stage, outcome, channel, service, natures, concerns, verdict, measure_scopes, external_body, external_ruling, signals, late, measures, measures_done, extended, objection, external_binding, open_signals, bounced";
    public const int Count = 22;
    private const int Texts = 14;

    /// <summary>The only number that may be missing.</summary>
    private const int Binding = 19;

    /// <summary>No row of ours is longer; one that is stands for itself.</summary>
    private const int KeyMost = 512;

    /// <summary>Where rows have so little in common, remembering them would cost more than it saves.</summary>
    private const int KnownMost = 20_000;
    private const char Nothing = '\u0001';
    private const char Between = '\u0002';
    private readonly Dictionary<string, CaseCodes> known = new(StringComparer.Ordinal);
    private readonly char[] key = new char[KeyMost];

    public CaseCodes Read()
    {
        var length = Key();
        if (length < 0)
            return Codes();
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key.AsSpan(0, length), out var codes))
            return codes;
        codes = Codes();
        if (known.Count < KnownMost)
            lookup[key.AsSpan(0, length)] = codes;
        return codes;
    }

    /// <returns>Its length; less than nought: it is too long.</returns>
    private int Key()
    {
        var at = 0;
        for (var column = 0; column < Count; column++)
        {
            if (at + 2 > KeyMost)
                return -1;
            if (column < Texts)
            {
                if (!row.TextOrNothing(column, out var text))
                    key[at++] = Nothing;
                else if (at + text.Length + 2 > KeyMost)
                    return -1;
                text.CopyTo(key.AsSpan(at));
                at += text.Length;
            }
            else if (column == Binding && row.IsNothing(column))
            {
                key[at++] = Nothing;
            }
            else
            {
                var number = row.Number(column);
                if (number is < 0 or > 0xFF)
                    return -1;
                key[at++] = (char)(0x100 + number);
            }
            key[at++] = Between;
        }
        return at;
    }

    private CaseCodes Codes() =>
        new()
        {
            Organisation = row.Code(0),
            Regulation = row.Code(1),
            Kind = row.Code(2),
            Stage = row.Code(3),
            Outcome = row.CodeOrNothing(4),
            Channel = row.Code(5),
            Service = row.CodeOrNothing(6),
            Natures = FactText.Codes(row.Text(7)),
            Concerns = row.CodeOrNothing(8),
            Verdict = row.CodeOrNothing(9),
            MeasureScopes = FactText.Codes(row.Text(10)),
            ExternalBody = row.CodeOrNothing(11),
            ExternalRuling = row.CodeOrNothing(12),
            ConfirmedSignals = FactText.Codes(row.Text(13)),
            Late = row.Flag(14),
            Measures = row.Number(15),
            MeasuresDone = row.Number(16),
            Extended = row.Flag(17),
            Objection = row.Flag(18),
            ExternalBinding = row.IsNothing(Binding) ? null : row.Flag(Binding),
            OpenSignals = row.Number(20),
            Bounced = row.Number(21),
        };
}
