using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>Proposes the natures of a complaint by the words its regulation lists for each.</summary>
public sealed class NatureFinder
{
    private const int Most = 3;
    private readonly PatternIndex<string> index = new();
    private readonly List<string> order;

    public NatureFinder(IReadOnlyList<NatureRule> natures)
    {
        order = [.. natures.Select(n => n.Code)];
        foreach (var nature in natures)
        foreach (var words in nature.Words)
            if (Pattern.IsPattern(words))
                index.Add(Pattern.Parse(words, _ => null), nature.Code);
    }

    /// <summary>The likeliest first; those a single word points to only when nothing stands out.</summary>
    public IReadOnlyList<string> Find(string subject, string text)
    {
        var score = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(subject, 2);
        Count(text, 1);
        if (score.Count == 0)
            return [];
        var best = score.Values.Max();
        return
        [
            .. score
                .Where(s => s.Value * 2 >= best)
                .OrderByDescending(s => s.Value)
                .ThenBy(s => order.IndexOf(s.Key))
                .Select(s => s.Key)
                .Take(Most),
        ];

        void Count(string from, int weight)
        {
            foreach (var sentence in Sentences.Of(from))
            foreach (var (code, _) in index.FindAll(sentence.Words))
                score[code] = score.GetValueOrDefault(code) + weight;
        }
    }
}
