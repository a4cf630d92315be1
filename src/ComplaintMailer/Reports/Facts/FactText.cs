using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Facts;

/// <summary>Dates, codes and terms as columns hold them.</summary>
internal static class FactText
{
    [ThreadStatic]
    private static Dictionary<string, string>? codes;

    [ThreadStatic]
    private static Dictionary<string, IReadOnlyList<string>>? lists;

    public static string Terms(IReadOnlyList<TermFact> terms) =>
        string.Join(
            ';',
            terms.Select(t =>
                $"{t.Kind}:{DateWords.Iso(t.From)}:{DateWords.Iso(t.Due)}:{t.State}:{(t.Met is { } met ? DateWords.Iso(met) : "")}"
            )
        );

    public static IReadOnlyList<TermFact> Terms(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return [];
        var terms = new TermFact[text.Count(';') + 1];
        var at = 0;
        Span<Range> parts = stackalloc Range[6];
        foreach (var range in text.Split(';'))
        {
            var term = text[range];
            if (term.Split(parts, ':') != 5)
                throw new FormatException($"“{term}” is no term.");
            terms[at++] = new(
                Code(term[parts[0]]),
                Day(term[parts[1]]),
                Day(term[parts[2]]),
                Code(term[parts[3]]),
                term[parts[4]].Length == 0 ? null : Day(term[parts[4]])
            );
        }
        return terms;
    }

    /// <summary>The same few codes stand in many rows: one string each.</summary>
    public static string Code(ReadOnlySpan<char> text)
    {
        codes ??= new(StringComparer.Ordinal);
        var known = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var code))
            return code;
        code = text.ToString();
        codes.Add(code, code);
        return code;
    }

    /// <summary>The same few lists stand in many rows: one of each.</summary>
    public static IReadOnlyList<string> Codes(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return [];
        lists ??= new(StringComparer.Ordinal);
        var known = lists.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var list))
            return list;
        list = [.. text.ToString().Split(',').Select(c => Code(c))];
        known[text] = list;
        return list;
    }

    public static LocalDate Day(ReadOnlySpan<char> iso) => new(Number(iso[..4]), Number(iso[5..7]), Number(iso[8..10]));

    /// <summary>A report reads a million dates: nothing but digits is looked for.</summary>
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                throw new FormatException($"“{digits}” is no number.");
            number = (number * 10) + (digit - '0');
        }
        return number;
    }
}
