namespace ComplaintMailer.Core.Words;

/// <summary>One word of a pattern: its alternatives.</summary>
internal sealed class Element
{
    /// <summary>Short words differ by one sound from too many others.</summary>
    private const int LeastToSound = 6;

    private readonly HashSet<string> exact = [];
    private readonly HashSet<string> exactSound = [];
    private readonly List<(string Plain, string? Sound)> prefixes = [];
    private readonly List<string> suffixes = [];
    private readonly List<string> inner = [];
    private readonly List<Element[]> phrases = [];

    /// <summary>What its words and their sounds begin with: nearly all words of a text are told apart by that alone.</summary>
    private ulong begins;
    private ulong soundBegins;

    public IReadOnlyCollection<string> Exact => exact;
    public IReadOnlyCollection<string> ExactSound => exactSound;
    public IEnumerable<string> Prefixes =>
        prefixes.SelectMany(p => p.Sound is null ? [p.Plain] : (string[])[p.Plain, p.Sound]);

    /// <summary>What its alternatives of several words begin with.</summary>
    public IEnumerable<Element> PhraseBegins => phrases.Select(p => p[0]);

    /// <summary>It can begin with any letter.</summary>
    public bool IsOpen => suffixes.Count > 0 || inner.Count > 0;

    public static Element Parse(string text, string whole, Func<string, IReadOnlyList<string>?> list)
    {
        var element = new Element();
        foreach (var part in text.Split('|'))
        {
            if (part.StartsWith('@'))
                foreach (var word in list(part[1..]) ?? throw new FormatException($"“{part}” in “{whole}” is no list"))
                    element.Add(word, whole);
            else
                element.Add(part, whole);
        }
        foreach (var word in element.exact.Concat(element.prefixes.Select(p => p.Plain)))
            element.begins |= Letter(word);
        foreach (var sound in element.exactSound.Concat(element.prefixes.Select(p => p.Sound).OfType<string>()))
            element.soundBegins |= Letter(sound);
        return element;
    }

    /// <summary>A sign for the first letter, the same for some.</summary>
    private static ulong Letter(string word) => word.Length == 0 ? 1 : 1UL << (word[0] & 63);

    private void Add(string part, string whole)
    {
        if (part.Contains('_', StringComparison.Ordinal))
        {
            phrases.Add([.. part.Split('_').Select(w => Parse(w, whole, _ => null))]);
            return;
        }
        var justSo = part.StartsWith('=');
        var word = Folding.Fold(part.Trim('*', '=').Replace("'", "", StringComparison.Ordinal));
        if (word.Length == 0 || !word.All(char.IsLetterOrDigit))
            throw new FormatException($"“{part}” in “{whole}” is no word");
        var sound = word.Length >= LeastToSound && !justSo ? Folding.Sound(word) : null;
        switch (part.StartsWith('*'), part.EndsWith('*'))
        {
            case (true, true):
                inner.Add(word);
                break;
            case (true, false):
                suffixes.Add(word);
                break;
            case (false, true):
                // The last sound of a stem may be another one before an ending: leave it to the plain letters.
                prefixes.Add((word, sound is { Length: >= LeastToSound } ? Folding.Sound(word[..^1]) : null));
                break;
            default:
                exact.Add(word);
                if (sound is not null)
                    exactSound.Add(sound);
                break;
        }
    }

    /// <summary>How many words from there it takes; 0: it does not match.</summary>
    public int Match(ReadOnlySpan<Word> words, int at)
    {
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length > words.Length)
                continue;
            var i = 0;
            while (i < phrase.Length && phrase[i].IsWord(words[at + i].Known))
                i++;
            if (i == phrase.Length)
                return i;
        }
        return IsWord(words[at].Known) ? 1 : 0;
    }

    /// <summary>Whether this word is one of its words, or the first of several.</summary>
    public bool MayBegin(KnownWord word)
    {
        foreach (var phrase in phrases)
            if (phrase[0].IsWord(word))
                return true;
        return IsWord(word);
    }

    private bool IsWord(KnownWord word)
    {
        if (((begins & Letter(word.Text)) | (soundBegins & Letter(word.Sound))) != 0 && Begins(word))
            return true;
        foreach (var suffix in suffixes)
            if (word.Text.EndsWith(suffix, StringComparison.Ordinal))
                return true;
        foreach (var part in inner)
            if (word.Text.Contains(part, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Whether it is one of the words, or begins with one of the stems.</summary>
    private bool Begins(KnownWord word)
    {
        if (exact.Contains(word.Text) || (word.Text.Length >= LeastToSound - 1 && exactSound.Contains(word.Sound)))
            return true;
        foreach (var (plain, sound) in prefixes)
            if (
                word.Text.StartsWith(plain, StringComparison.Ordinal)
                || (sound is not null && word.Sound.StartsWith(sound, StringComparison.Ordinal))
            )
                return true;
        return false;
    }
}
