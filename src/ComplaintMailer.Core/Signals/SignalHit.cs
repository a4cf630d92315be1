namespace ComplaintMailer.Core.Signals;

/// <summary>Words of a mail that a person must judge.</summary>
/// <param name="Code">What they may mean: <c>child-abuse</c>, <c>liability</c>, …</param>
/// <param name="Rule">Which entry of which list: <c>violence/nl: gegrepen|greep ..4 keel</c>.</param>
/// <param name="Sentence">The sentence as it was written.</param>
/// <param name="Weight"><c>strong</c>, <c>weak</c> or <c>look</c>.</param>
public sealed record SignalHit(string Code, string Rule, string Sentence, string Weight);

public static class Weights
{
    public const string Strong = "strong";

    /// <summary>Means it only together with a second word, which was there.</summary>
    public const string Weak = "weak";

    /// <summary>Denied, supposed, asked or told of others: shown to a person, nothing more.</summary>
    public const string Look = "look";
}
