namespace ComplaintMailer.Mail.Reading;

/// <summary>The language of a text by its little words.</summary>
internal static class LanguageGuess
{
    private static readonly Dictionary<string, HashSet<string>> Words = new()
    {
        ["nl"] =
        [
            "de",
            "het",
            "een",
            "en",
            "ik",
            "niet",
            "dat",
            "van",
            "is",
            "mijn",
            "wij",
            "op",
            "te",
            "met",
            "voor",
            "maar",
            "zijn",
            "ook",
            "aan",
            "er",
            "heb",
            "hij",
            "ze",
            "bij",
            "naar",
            "geen",
            "graag",
            "klacht",
            "u",
            "je",
            "wordt",
            "over",
        ],
        ["en"] =
        [
            "the",
            "and",
            "i",
            "not",
            "that",
            "of",
            "is",
            "my",
            "we",
            "to",
            "with",
            "for",
            "but",
            "are",
            "also",
            "have",
            "he",
            "she",
            "at",
            "no",
            "please",
            "complaint",
            "you",
            "was",
            "this",
            "has",
            "been",
            "about",
            "were",
            "our",
            "would",
        ],
        ["de"] =
        [
            "der",
            "die",
            "das",
            "und",
            "ich",
            "nicht",
            "ein",
            "eine",
            "mein",
            "wir",
            "mit",
            "für",
            "aber",
            "sind",
            "auch",
            "habe",
            "bei",
            "kein",
            "bitte",
            "sie",
            "ist",
            "zu",
        ],
        ["fr"] =
        [
            "le",
            "la",
            "les",
            "et",
            "je",
            "pas",
            "que",
            "est",
            "mon",
            "nous",
            "avec",
            "pour",
            "mais",
            "sont",
            "aussi",
            "une",
            "vous",
            "ne",
            "des",
            "dans",
        ],
    };

    /// <summary>Null when too few words tell.</summary>
    public static string? Of(string text)
    {
        var counts = Words.ToDictionary(w => w.Key, _ => 0);
        var seen = 0;
        foreach (
            var word in text.ToLowerInvariant()
                .Split(
                    [' ', '\n', '\t', ',', '.', '!', '?', ':', ';', '(', ')', '"'],
                    StringSplitOptions.RemoveEmptyEntries
                )
        )
        {
            if (++seen > 400)
                break;
            foreach (var (language, words) in Words)
            {
                if (words.Contains(word))
                    counts[language]++;
            }
        }
        var best = counts.MaxBy(c => c.Value);
        return best.Value < 2 || counts.Count(c => c.Value == best.Value) > 1 ? null : best.Key;
    }
}
