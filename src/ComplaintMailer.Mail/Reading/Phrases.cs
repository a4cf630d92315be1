using System.Buffers;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Words to be found in a text, all at once and without regard to case.</summary>
internal sealed class Phrases(params string[] phrases)
{
    private readonly SearchValues<string> any = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of ASCII the characters that a phrase can begin with: most texts are told apart by their first.</summary>
    private readonly UInt128 firsts = Firsts(phrases);

    public bool In(ReadOnlySpan<char> text) => text.ContainsAny(any);

    /// <summary>Of those in the text the one that was named first here.</summary>
    public string? FirstIn(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(any))
            return null;
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return phrase;
        }
        return null;
    }

    public int CountIn(ReadOnlySpan<char> text, int most)
    {
        if (!text.ContainsAny(any))
            return 0;
        var count = 0;
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase) && ++count == most)
                break;
        }
        return count;
    }

    public bool Begin(ReadOnlySpan<char> text) => FirstAtStart(text) is not null;

    public string? FirstAtStart(ReadOnlySpan<char> text)
    {
        foreach (var phrase in AtStart(text))
            return phrase;
        return null;
    }

    /// <summary>Those that a text begins with, in the order in which they were named here.</summary>
    public Beginnings AtStart(ReadOnlySpan<char> text) =>
        new(text.IsEmpty || (text[0] < 0x80 && (firsts >> text[0] & 1) == 0) ? [] : phrases, text);

    private static UInt128 Firsts(string[] phrases)
    {
        UInt128 all = 0;
        foreach (var phrase in phrases)
        foreach (var first in (char[])[char.ToLowerInvariant(phrase[0]), char.ToUpperInvariant(phrase[0])])
            all |= first < 0x80 ? UInt128.One << first : 0;
        return all;
    }

    /// <summary>Goes through the phrases that a text begins with.</summary>
    public ref struct Beginnings(ReadOnlySpan<string> phrases, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<string> phrases = phrases;
        private readonly ReadOnlySpan<char> text = text;
        private int index = -1;

        public readonly string Current => phrases[index];

        public readonly Beginnings GetEnumerator() => this;

        public bool MoveNext()
        {
            while (++index < phrases.Length)
                if (MayBe(phrases[index][0]) && text.StartsWith(phrases[index], StringComparison.OrdinalIgnoreCase))
                    return true;
            return false;
        }

        /// <summary>Letters of ASCII that differ by more than their case begin different words.</summary>
        private readonly bool MayBe(char first) => ((first ^ text[0]) & ~0x20) == 0 || (first | text[0]) >= 0x80;
    }

    public bool End(ReadOnlySpan<char> text)
    {
        foreach (var phrase in phrases)
        {
            if (text.EndsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    public ReadOnlySpan<string> List => phrases;
}
