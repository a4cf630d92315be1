using ComplaintMailer.Core.Commands;

namespace ComplaintMailer.Letters.Steps;

/// <summary>The next steps that are allowed now, as the core says; likeliest first, filled in as far as is known.</summary>
internal static class StepFinder
{
    /// <summary>More buttons than this are no help.</summary>
    public const int Buttons = 6;

    /// <summary>What a letter is about comes first, whatever else is possible.</summary>
    private static readonly Dictionary<string, string[]> First = new(StringComparer.Ordinal)
    {
        ["case-assigned"] = ["contact", "to-complainant", "hear-complainant", "invite", "escalate", "handler"],
        ["triage"] = ["handler", "location", "question", "dissatisfaction", "out-of-scope"],
        ["contribution"] = ["withdrawn", "objection-talk", "to-complainant", "contact", "note"],
        ["reminder"] = ["contact", "verdict", "to-complainant", "extend", "delay"],
        ["overdue"] = ["delay", "contact", "verdict", "to-complainant"],
        ["term-passed"] = ["delay", "to-complainant", "verdict"],
        ["progress"] = ["progress", "to-complainant", "contact", "delay"],
        ["verdict-preview"] = ["approve", "verdict", "note"],
        ["objection"] = ["objection-talk", "objection-outcome", "to-complainant"],
        ["talk-invitation"] = ["objection-outcome", "objection-talk"],
        ["signal"] = ["confirm", "reject", "reporting-code", "reporting-duty", "contact", "note"],
        ["liability"] = ["confirm", "reject", "note", "to-complainant", "keep"],
        ["hr"] = ["code-test", "note", "handler"],
        ["escalation"] = ["to-complainant", "handler", "contact", "note"],
        ["quality-question"] = ["note", "status"],
        ["measure-check"] = ["measure-done", "note"],
        ["bounce-alarm"] = ["posted", "contact", "note"],
        ["withdrawn"] = ["withdrawn", "confirm", "reject", "reopen"],
        ["suspended"] = ["resume", "stop"],
        ["reopened"] = ["contact", "verdict"],
        ["reporting-code"] = ["release"],
        ["reporting-duty"] = ["release"],
        ["duplicate"] = ["merge", "note"],
        ["refused"] = [],
        ["receipt"] = [],
    };

    /// <summary>Steps that write to the complainant.</summary>
    private static readonly string[] Writing = ["to-complainant", "progress", "invite", "extend", "delay"];

    /// <summary>Letters about one thing: what else is possible is only named.</summary>
    private static readonly HashSet<string> Narrow = ["signal", "bounce-alarm", "measure-check", "verdict-preview"];

    public static Steps Of(LetterMatter matter)
    {
        if (matter.Case is not { } state || matter.Sight != Sight.Everything || matter.Staff is not { } reader)
            return new([], []);
        var allowed = PossibleCommands.Of(state, reader, matter.Around, matter.Today).ToHashSet(StringComparer.Ordinal);
        if (!PossibleCommands.MayWriteToComplainant(state, matter.Regulation))
            allowed.ExceptWith(Writing);
        var first = First.GetValueOrDefault(matter.Order.Kind, []);
        var nl = matter.Language == "nl";
        var steps = new List<(StepText Step, int At)>();
        foreach (var text in StepTexts.Of(matter, state))
        {
            if (!allowed.Contains(text.Command))
                continue;
            var place = Array.IndexOf(first, text.Key);
            var at = place >= 0 ? place : first.Length + steps.Count;
            // Behind those that come as early.
            var behind = steps.Count;
            while (behind > 0 && steps[behind - 1].At > at)
                behind--;
            steps.Insert(behind, (text, at));
        }
        var likely = steps
            .Where(s => !Narrow.Contains(matter.Order.Kind) || s.At < first.Length)
            .Take(Buttons)
            .Select(s => Made(s.Step))
            .ToList();
        var more = steps.Select(s => s.Step).ExceptBy(likely.Select(l => l.Key), s => s.Key);
        return new(likely, [.. more.Select(s => Step.FirstWord(Say(s))).Distinct()]);

        string Say(StepText text) => nl ? text.Nl : text.En;
        Step Made(StepText text) => Step.Of(matter, text.Key, Say(text));
    }
}

/// <param name="Likely">Get a button and a line.</param>
/// <param name="More">Are named by the word they begin with.</param>
internal sealed record Steps(IReadOnlyList<Step> Likely, IReadOnlyList<string> More);
