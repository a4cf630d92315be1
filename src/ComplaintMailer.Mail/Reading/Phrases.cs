using System.Buffers;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Words to be found in a text, all at once and without regard to case.</summary>
internal sealed class Phrases(params string[] phrases)
{
    private readonly SearchValues<string> any = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

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
        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return phrase;
        }
        return null;
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
