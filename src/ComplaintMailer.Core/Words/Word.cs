namespace ComplaintMailer.Core.Words;

/// <summary>A word of a sentence. A mail has hundreds: two numbers and a flag are kept in the place of two numbers.</summary>
public readonly struct Word
{
    private const int Break = 1 << 31;
    private readonly int end;

    /// <param name="start">Where it stands in the text it was read from.</param>
    /// <param name="afterBreak">A comma, bracket, quote or the like stands before it.</param>
    internal Word(KnownWord known, int start, int end, bool afterBreak) =>
        (Known, Start, this.end) = (known, start, afterBreak ? end | Break : end);

    public KnownWord Known { get; }

    /// <summary>Where it stands in the text it was read from.</summary>
    public int Start { get; }

    public int End => end & ~Break;

    /// <summary>A comma, bracket, quote or the like stands before it.</summary>
    public bool AfterBreak => end < 0;

    /// <summary>Folded: lower case, no accents, no apostrophes.</summary>
    public string Text => Known.Text;

    /// <summary>As it sounds.</summary>
    public string Sound => Known.Sound;
}
