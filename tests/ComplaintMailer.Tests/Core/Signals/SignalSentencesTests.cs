using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Signals;
using Xunit.Abstractions;

namespace ComplaintMailer.Tests.Core.Signals;

public sealed class SignalSentencesTests(ITestOutputHelper output)
{
    private static readonly string[] Safety = ["child-abuse", "danger-now", "violence", "sexual-offence"];

    [Fact]
    public void The_labelled_sentences_are_many_and_speak_both_languages()
    {
        Assert.True(LabelledSentence.All.Count >= 150);
        Assert.All(
            RegulationCodes.Signals,
            c => Assert.True(LabelledSentence.All.Count(s => s.Flags.Contains(c)) >= 3, $"{c} has too few sentences")
        );
    }

    [Fact]
    public void Flags_are_raised_where_they_must_be_and_hardly_anywhere_else()
    {
        var (right, wrong, missed) = Measure(_ => true);

        var (precision, recall) = (Share(right, wrong), Share(right, missed));
        output.WriteLine($"precision {precision:0.000}, recall {recall:0.000} over {LabelledSentence.All.Count}");
        Assert.True(precision >= 0.97, $"precision is {precision:0.000}");
        Assert.True(recall >= 0.97, $"recall is {recall:0.000}");
    }

    [Fact]
    public void Nothing_that_may_mean_danger_is_missed()
    {
        var missed = LabelledSentence
            .All.SelectMany(s =>
                s.Flags.Concat(s.Looks).Where(Safety.Contains).Except(Found(s).Keys).Select(c => (s, c))
            )
            .Select(m => $"line {m.s.Line}: {m.c}: {m.s.Text}")
            .ToList();

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public void What_is_denied_supposed_or_told_of_others_is_only_to_be_looked_at()
    {
        var loud = LabelledSentence
            .All.SelectMany(s => s.Looks.Where(c => Found(s).GetValueOrDefault(c) != Weights.Look).Select(c => (s, c)))
            .Select(m => $"line {m.s.Line}: {m.c}: {m.s.Text}")
            .ToList();

        Assert.True(loud.Count <= LabelledSentence.All.Count / 50, string.Join('\n', loud));
    }

    private static double Share(int part, int rest) => part / Math.Max(1.0, part + rest);

    private (int Right, int Wrong, int Missed) Measure(Func<string, bool> codes)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var sentence in LabelledSentence.All)
        {
            var found = Found(sentence);
            foreach (var code in RegulationCodes.Signals.Where(codes))
            {
                var isRaised = found.TryGetValue(code, out var weight) && weight != Weights.Look;
                if (sentence.Either.Contains(code))
                    continue;
                if (sentence.Flags.Contains(code) && isRaised)
                    right++;
                else if (sentence.Flags.Contains(code))
                {
                    missed++;
                    output.WriteLine($"MISSED {code} in line {sentence.Line}: {sentence.Text}");
                }
                else if (isRaised)
                {
                    wrong++;
                    output.WriteLine($"WRONG {code} in line {sentence.Line}: {sentence.Text}");
                }
            }
        }
        return (right, wrong, missed);
    }

    private static Dictionary<string, string> Found(LabelledSentence sentence) =>
        SignalFiles
            .Finder.Find("", sentence.Text)
            .GroupBy(h => h.Code)
            .ToDictionary(
                g => g.Key,
                g => g.Any(h => h.Weight != Weights.Look) ? g.First(h => h.Weight != Weights.Look).Weight : Weights.Look
            );
}
