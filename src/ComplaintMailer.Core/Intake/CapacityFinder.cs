using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>In what capacity somebody complains, and for whom where not for herself or himself.</summary>
public static class CapacityFinder
{
    // The first that fits wins: the special before the usual.
    private static readonly (string Capacity, Pattern[] Words)[] Signs =
    [
        ("parents-committee", [.. Parse("oudercommissie", "ouderraad", "parents committee|council")]),
        (
            "surviving-relative",
            [
                .. Parse(
                    "nabestaande|nabestaanden",
                    "mijn|onze|wijlen ..2 overleden",
                    "overleden ..2 moeder|vader|man|vrouw|zoon|dochter",
                    "bereaved|late_mother|late_father|late_husband|late_wife|surviving"
                ),
            ]
        ),
        (
            "legal-representative",
            [
                .. Parse(
                    "curator|bewindvoerder|voogd|gezinsvoogd",
                    "wettelijk* vertegenwoordiger",
                    "mentor ..2 van",
                    "legal guardian|representative",
                    "guardian ..2 of"
                ),
            ]
        ),
        (
            "authorised",
            [
                .. Parse(
                    "gemachtigd*|machtiging|volmacht",
                    "namens ..1 mijn|onze|de|mevrouw|meneer|dhr|mw",
                    "on behalf of",
                    "power of attorney",
                    "authorised|authorized"
                ),
            ]
        ),
        (
            "former",
            [
                .. Parse(
                    "voormalig*|ex|oud klant|client|ouder|deelnemer",
                    "was|waren ..3 klant|client|deelnemer",
                    "inmiddels ..4 opgezegd|vertrokken|weg",
                    "former ..1 client|customer|parent"
                ),
            ]
        ),
        (
            "prospective",
            [
                .. Parse(
                    "rondleiding",
                    "overweeg|overwegen ..4 opvang|inschrijving",
                    "op ..2 wachtlijst",
                    "nieuwe ouder|ouders|klant",
                    "prospective",
                    "on ..2 waiting list"
                ),
            ]
        ),
        (
            "client",
            [
                .. Parse(
                    "ik ..2 client|deelnemer|bewoner|klant|bezoeker",
                    "i ..2 am ..2 client|resident|participant|customer"
                ),
            ]
        ),
    ];

    private static readonly PatternIndex<int> SignsByWord = Indexed();

    private static readonly Pattern[] Behalf =
    [
        .. Parse("namens|voor ..1 mijn|onze|mevrouw|meneer|dhr|mw|de_heer", "behalf of ..1 my|our|mr|mrs|ms"),
    ];

    /// <param name="actsForOther">The words say that it is for somebody else.</param>
    public static string? Capacity(string text, bool actsForOther)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            var first = Signs.Length;
            foreach (var (sign, _) in SignsByWord.FindAll(sentence.Words))
                if (sign < first && (Signs[sign].Capacity != "authorised" || actsForOther))
                    first = sign;
            if (first < Signs.Length)
                return Signs[first].Capacity;
        }
        return ChildFinder.IsParent(text) ? "client" : null;
    }

    /// <summary>“mijn moeder”, “mevrouw De Vries”.</summary>
    public static string? ActsFor(string text)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.Words;
            foreach (var pattern in Behalf)
                if (pattern.Find(words) is { } at && at[^1] + 1 < words.Length)
                {
                    var last = Math.Min(at[^1] + 1, words.Length - 1);
                    var from = words[at[^1]];
                    // A surname goes on while words are written with a capital.
                    while (last + 1 < words.Length && char.IsUpper(text[words[last + 1].Start]) && last - at[^1] < 4)
                        last++;
                    return text[from.Start..words[last].End];
                }
        }
        return null;
    }

    private static PatternIndex<int> Indexed()
    {
        var index = new PatternIndex<int>();
        foreach (var (number, (_, words)) in Signs.Index())
        foreach (var pattern in words)
            index.Add(pattern, number);
        return index;
    }

    private static IEnumerable<Pattern> Parse(params string[] patterns) =>
        patterns.Select(p => Pattern.Parse(p, _ => null));
}
