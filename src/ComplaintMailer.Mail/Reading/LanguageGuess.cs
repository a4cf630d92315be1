namespace ComplaintMailer.Mail.Reading;

/// <summary>The language of a text by its little words: <c>nl</c>, <c>en</c>, or <c>other</c>.</summary>
internal static class LanguageGuess
{
    private const int MostWords = 600;
    private const int FewestForOther = 6;

    /// <summary>What a word speaks for. Many are words of several languages.</summary>
    [Flags]
    private enum Signs : byte
    {
        None = 0,
        Dutch = 1,
        English = 2,
        Other = 4,
    }

    private const string Dutch =
        "de het een en ik niet dat van mijn wij te met voor maar zijn ook aan er heb hij bij naar geen graag klacht u uw je "
        + "jullie wordt over die dit deze door als dan nog wel om uit onze ons heeft hebben kan kunnen was waren werd "
        + "zoon dochter kind moeder opvang geachte beste groet niets iets omdat toen maar weer altijd nooit waarom "
        + "wat wie hoe waar zeer erg goed slecht is op ze zij haar hem hun mee meer moet mag zal zou bent dank bedankt "
        + "hier daar staat staan gaat ging komt kwam zo alleen heel veel twee drie jaar week weken dag dagen maand uur gisteren "
        + "vandaag morgen bericht zonder tegen tijdens sinds tot al vaak uit mij hen zich iemand niemand";

    private const string English =
        "the and not that of my to with for but are also have has had he she at no please complaint you your they their this "
        + "been about were our would could should because when which from his her him it its on what why how who "
        + "son daughter child mother dear regards i we is was be do does did don't can't never always will want "
        + "there these those very any some than then out after before nobody anyone thank thanks";

    private const string Others =
        // German
        "der die das und ich nicht ein eine einen mein meine wir mit für aber sind auch habe hat bei kein keine bitte sie ist "
        + "zu ihr ihre sehr geehrte wurde werden dass wenn von dem den auf aus nach über oder bis zum im bin "
        // French
        + "le la les et je pas que est mon ma mes nous avec pour mais sont aussi une un vous ne des dans du ce cette qui sur "
        + "votre notre au aux il elle être bonjour monsieur madame merci pouvez demain matin me fille fils enfant avez suis ai plus très bien "
        // Turkish, Polish, Spanish, Italian, Portuguese, Romanian, Papiamento, Somali, Indonesian
        + "ve bir bu için çok değil ben benim var ama ile merhaba "
        + "nie się jest że na do mój moja proszę dzień dobry był była dziecko "
        + "el los las y yo mi con para pero por una muy hola gracias no es en "
        + "il lo gli che non sono mio mia con per ma molto "
        + "o os não meu minha com uma muito "
        + "și nu este că în la pe mea copilul "
        + "mi ta na pa di e no ku un bo su "
        + "waxaan iyo waa in oo ka ku "
        + "yang dan saya tidak ini itu dengan untuk";

    private static readonly Dictionary<string, Signs> Words = All();
    private static readonly int Longest = Words.Keys.Max(w => w.Length);

    /// <summary>So many letters of ASCII, of seven bits each, fit in a number; by that a word is found without any letter being looked at again.</summary>
    private const int Packed = 9;
    private const int Bits = 7;
    private static readonly Dictionary<ulong, Signs> PackedWords = AllPacked();

    private static readonly bool[] Breaks =
    [
        .. Enumerable.Range(0, 128).Select(c => " \n\r\t,.!?:;()\"/<>[]*_".Contains((char)c)),
    ];

    /// <summary>Null when too few words tell.</summary>
    public static string? Of(string text)
    {
        int dutch = 0,
            english = 0,
            others = 0,
            words = 0,
            foreign = 0;
        for (var (at, start) = (0, 0); at < text.Length && words < MostWords; start = ++at)
        {
            ulong packed = 0;
            var all = '\0';
            var hasAt = false;
            for (; at < text.Length && text[at] is var c && !IsBreak(c); at++)
            {
                hasAt |= c == '@';
                all |= c;
                packed = (packed << Bits) | (char.IsAsciiLetterUpper(c) ? c | 0x20u : c);
            }
            var word = text.AsSpan(start, at - start);
            if (word.Length is 0 or > 30 || hasAt || !char.IsLetter(word[0]))
                continue;
            words++;
            if (IsForeignScript(word[0]))
                foreign++;
            var signs =
                word.Length > Longest ? Signs.None
                : all < 0x80 && word.Length <= Packed ? PackedWords.GetValueOrDefault(packed)
                : Look(word);
            dutch += (signs & Signs.Dutch) != Signs.None ? 1 : 0;
            english += (signs & Signs.English) != Signs.None ? 1 : 0;
            others += (signs & Signs.Other) != Signs.None ? 1 : 0;
        }
        if (foreign * 2 > words && words > 0)
            return "other";
        // The list of the others is that of many languages: it must win clearly.
        if (others > dutch * 1.3 && others > english * 1.3 && others >= 3)
            return "other";
        if (dutch == english || Math.Max(dutch, english) < (words < 8 ? 1 : 2))
            return words >= FewestForOther * 4 && dutch + english < words / 20 ? "other" : null;
        return dutch > english ? "nl" : "en";
    }

    private static bool IsBreak(char c) => c < 128 ? Breaks[c] : c is '“' or '”' or '„';

    private static Signs Look(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var signs) ? signs : Signs.None;
    }

    /// <summary>Arabic, Cyrillic, Greek, Hebrew, Ethiopic, Chinese and the like.</summary>
    private static bool IsForeignScript(char c) =>
        c >= '\u0370' && c is not (>= '\u1E00' and <= '\u1FFF') and not (>= '\u2000' and <= '\u2BFF');

    private static Dictionary<string, Signs> All()
    {
        var all = new Dictionary<string, Signs>(StringComparer.Ordinal);
        foreach (var (words, sign) in new[] { (Dutch, Signs.Dutch), (English, Signs.English), (Others, Signs.Other) })
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            all[word] = all.GetValueOrDefault(word) | sign;
        return all;
    }

    private static Dictionary<ulong, Signs> AllPacked()
    {
        var packed = new Dictionary<ulong, Signs>();
        foreach (var (word, signs) in Words)
            if (word.Length <= Packed && System.Text.Ascii.IsValid(word))
                packed[word.Aggregate(0UL, (all, c) => (all << Bits) | c)] = signs;
        return packed;
    }
}
