namespace ComplaintMailer.Letters;

/// <summary>What may be the matter, in words: a code, and behind it what the words speak of.</summary>
internal static class HintWords
{
    public static string Of(LetterWords words, string hint)
    {
        var (code, about) = hint.Split(' ', 2) is [var first, var rest] ? (first, rest) : (hint, "");
        return words.Known("hint", code)?.Replace("…", about, StringComparison.Ordinal) ?? hint;
    }
}
