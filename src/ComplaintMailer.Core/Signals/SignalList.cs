using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Signals;

/// <summary>The words of one signal, read from a file of that name.</summary>
internal sealed record SignalList
{
    public required string Code { get; init; }

    /// <summary>What a denial, a supposition, a question or news of others makes of a hit: <c>look</c>, <c>drop</c> or <c>keep</c>.</summary>
    public required string Denied { get; init; }
    public required string Supposed { get; init; }
    public required string Asked { get; init; }
    public required string Elsewhere { get; init; }

    /// <summary>Per language.</summary>
    public required IReadOnlyDictionary<string, SignalWords> Languages { get; init; }
}

/// <param name="Look">Say little by themselves; a person looks.</param>
/// <param name="Lower">Anywhere in the sentence they make a hit one to look at.</param>
/// <param name="Friends">Look like the signal and are none: words in such a phrase don't count.</param>
internal sealed record SignalWords(
    IReadOnlyList<Pattern> Strong,
    IReadOnlyList<Pattern> Weak,
    IReadOnlyList<Pattern> Look,
    IReadOnlyList<Pattern> Lower,
    IReadOnlyList<Pattern> Friends
);

/// <summary>What all lists of a language share.</summary>
/// <param name="Lists">Named lists of words: <c>@child</c>.</param>
/// <param name="Denying">“niet”, “geen”, “zonder”.</param>
/// <param name="NotDenying">After a denying word these take the denial away: “niet alleen”.</param>
/// <param name="Clauses">Words that begin a new clause, where a denial ends.</param>
/// <param name="Common">The commonest words, to tell which language a sentence is in.</param>
internal sealed record LanguageWords(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists,
    IReadOnlySet<string> Denying,
    IReadOnlySet<string> NotDenying,
    IReadOnlySet<string> Clauses,
    IReadOnlyList<Pattern> Supposing,
    IReadOnlyList<Pattern> Asking,
    IReadOnlyList<Pattern> Elsewhere,
    IReadOnlySet<string> Common
);
