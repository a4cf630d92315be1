namespace ComplaintMailer.Core.Words;

/// <summary>A word as it is compared, and as it sounds.</summary>
/// <param name="Text">Folded: lower case, no accents, no apostrophes.</param>
/// <param name="Id">By which others remember what they found out about it; none: it is met too seldom.</param>
public sealed record KnownWord(string Text, string Sound, int Id)
{
    public const int None = -1;
}
