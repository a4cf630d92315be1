using System.Text;

namespace ComplaintMailer.Letters;

/// <summary>
/// Templates say “u”. An organisation that says “je” gets the same templates in that form, so that no letter has to be
/// written twice. Only the words of the template are turned, never a value.
/// </summary>
internal static class DutchForm
{
    /// <summary>Verbs that lose their t before “je”: “kunt u” is “kun je”.</summary>
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["antwoordt"] = "antwoord",
        ["bedoelt"] = "bedoel",
        ["beantwoordt"] = "beantwoord",
        ["belt"] = "bel",
        ["bent"] = "ben",
        ["blijft"] = "blijf",
        ["denkt"] = "denk",
        ["doet"] = "doe",
        ["gaat"] = "ga",
        ["geeft"] = "geef",
        ["hebt"] = "heb",
        ["heeft"] = "heb",
        ["herkent"] = "herken",
        ["hoeft"] = "hoef",
        ["hoort"] = "hoor",
        ["kiest"] = "kies",
        ["klopt"] = "klop",
        ["komt"] = "kom",
        ["krijgt"] = "krijg",
        ["kunt"] = "kun",
        ["leest"] = "lees",
        ["maakt"] = "maak",
        ["merkt"] = "merk",
        ["neemt"] = "neem",
        ["nodigt"] = "nodig",
        ["ontvangt"] = "ontvang",
        ["reageert"] = "reageer",
        ["schrijft"] = "schrijf",
        ["spreekt"] = "spreek",
        ["stuurt"] = "stuur",
        ["trekt"] = "trek",
        ["twijfelt"] = "twijfel",
        ["verwacht"] = "verwacht",
        ["vertelt"] = "vertel",
        ["vindt"] = "vind",
        ["vraagt"] = "vraag",
        ["weet"] = "weet",
        ["wilt"] = "wil",
        ["wordt"] = "word",
        ["ziet"] = "zie",
        ["zoekt"] = "zoek",
        ["zult"] = "zul",
    };

    /// <summary>Words in -t that may stand before “u” and are no verb in inversion.</summary>
    private static readonly HashSet<string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "dat",
        "wat",
        "met",
        "niet",
        "omdat",
        "zodat",
        "totdat",
        "voordat",
        "nadat",
        "want",
        "moet",
        "het",
        "laat",
        "lat",
        "helpt",
        "schakelt",
        "tot",
        "spijt",
    };

    public static string ToInformal(string template)
    {
        var turned = new StringBuilder(template.Length);
        foreach (var (text, isCode) in Pieces(template))
            turned.Append(isCode ? text : Turn(text));
        return turned.ToString();
    }

    /// <summary>“verbt u” with a verb this table does not know, so that “je” would get it wrong.</summary>
    public static IEnumerable<string> Unknown(string template)
    {
        foreach (var (text, _) in Pieces(template).Where(p => !p.IsCode))
        {
            // A sentence does not go on in the next paragraph.
            var words = text.Replace("\n\n", " . ", StringComparison.Ordinal)
                .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i < words.Length; i++)
            {
                var word = words[i - 1];
                var bare = word.TrimStart('(', '“', '*');
                if (
                    Bare(words[i]) is "u" or "U"
                    && bare.EndsWith('t')
                    && !Verbs.ContainsKey(Lower(bare))
                    && !OtherWords.Contains(bare)
                )
                    yield return $"{bare} u";
            }
        }
    }

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '?', '!', '”', '“', ')', '(', '*');

    private static IEnumerable<(string Text, bool IsCode)> Pieces(string template)
    {
        for (var at = 0; at < template.Length; )
        {
            var open = template.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
            {
                yield return (template[at..], false);
                yield break;
            }
            yield return (template[at..open], false);
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            var end = close < 0 ? template.Length : close + 2;
            yield return (template[open..end], true);
            at = end;
        }
    }

    private static string Turn(string text)
    {
        var turned = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (!char.IsLetter(text[at]))
            {
                turned.Append(text[at++]);
                continue;
            }
            var end = at;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\''))
                end++;
            var word = text[at..end];
            at = end;
            var next = NextWord(text, at);
            if (next == "u" && Verbs.TryGetValue(Lower(word), out var stem))
                turned.Append(AsIn(word, stem));
            else if (word is "u" or "U" && next == "heeft")
            {
                turned.Append(AsIn(word, "je")).Append(" hebt");
                at = text.IndexOf("heeft", at, StringComparison.Ordinal) + "heeft".Length;
            }
            else
                turned.Append(
                    word switch
                    {
                        "u" or "uw" => "je",
                        "U" or "Uw" => "Je",
                        "uzelf" => "jezelf",
                        "Uzelf" => "Jezelf",
                        _ => word,
                    }
                );
        }
        return turned.ToString();
    }

    /// <summary>The word that follows with nothing but one blank between.</summary>
    private static string? NextWord(string text, int at)
    {
        if (at >= text.Length || text[at] is not (' ' or '\n'))
            return null;
        var end = at + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[(at + 1)..end];
    }

    private static string Lower(string word) => word.ToLowerInvariant();

    private static string AsIn(string like, string word) =>
        char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
}
