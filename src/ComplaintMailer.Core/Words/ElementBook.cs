namespace ComplaintMailer.Core.Words;

/// <summary>
/// The words of patterns that are read together: what several hold, such as a long list of words, is made once, and who looks for them
/// asks once for all of them.
/// </summary>
/// <param name="list">The named lists.</param>
internal sealed class ElementBook(Func<string, IReadOnlyList<string>?> list)
{
    private readonly Dictionary<string, Element> known = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The word can't be understood; the message says why.</exception>
    public Element Element(string text, string whole)
    {
        if (!known.TryGetValue(text, out var element))
            known[text] = element = Words.Element.Parse(text, whole, list);
        return element;
    }
}
