using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Signals;

namespace ComplaintMailer.Core.Cases;

/// <summary>Words that a person must judge: a flag with the sentence, and an alarm to who must know. Nothing is decided here.</summary>
internal static class Signalling
{
    public static void Raise(Draft draft, IReadOnlyList<SignalHit> hits)
    {
        foreach (var code in hits.GroupBy(h => h.Code))
        {
            var strongest = code.OrderBy(h => Rank(h.Weight)).First();
            foreach (var hit in code.OrderBy(h => Rank(h.Weight)).Take(3))
                draft.Add(new CaseEvent.SignalRaised(new(hit.Code, hit.Rule, hit.Sentence, hit.Weight, draft.Now)));
            Alarm(draft, strongest);
        }
    }

    private static void Alarm(Draft draft, SignalHit hit)
    {
        var regulation = draft.Around.Regulation;
        var isSafety = SignalCodes.IsChildSafety(hit.Code);
        // A denied or supposed word only shows with the case, except where a child may be unsafe.
        if (hit.Weight == Weights.Look && !isSafety)
            return;
        if (!isSafety && !SignalCodes.IsUrgent(hit.Code))
            return;
        var told = new HashSet<string>();
        var facts = Facts.Of(
            ("code", hit.Code),
            ("sentence", hit.Sentence),
            ("rule", hit.Rule),
            ("weight", hit.Weight)
        );
        foreach (var rule in regulation.Involve.Where(r => r.Signal == hit.Code && r.AtOnce))
        {
            foreach (var person in draft.Organisation.WithRole(rule.Role))
            {
                var letter = SignalCodes.LetterFor(rule.Role, hit.Code);
                draft.ToStaff(
                    person,
                    letter,
                    letter == "signal"
                        ? facts
                        : Facts.Of(("sentence", hit.Sentence), ("code", letter == "hr" ? hit.Code : null))
                );
                told.Add(person.Key);
            }
            draft.Add(new CaseEvent.RoleInvolved(rule.Role, hit.Code));
        }
        if (hit.Code == "privacy-request")
        {
            var by = draft.Today.PlusMonths(1);
            draft.Add(new CaseEvent.PrivacyRequestPassed(by));
            draft.ToComplainant("privacy-request", Facts.Of(("answer_by", by), ("contact", Quality(draft)?.Key)));
            draft.ToStaff(Quality(draft), "signal", facts);
            return;
        }
        // Who handles it judges most signals; where the safety of a child is in question also who guards it.
        var responsible = Routing.Responsible(draft.Case, draft.Around, draft.Today);
        if (responsible is not null && told.Add(responsible.Key))
            draft.ToStaff(responsible, "signal", facts);
        if (isSafety || SignalCodes.IsOffence(hit.Code))
        {
            var judges = SignalCodes
                .Judges(hit.Code)
                .SelectMany(draft.Organisation.WithRole)
                .Where(p => Routing.IsFit(p, draft.Case))
                .ToList();
            if (!judges.Any(j => told.Contains(j.Key)) && judges.FirstOrDefault() is { } judge)
                draft.ToStaff(judge, "signal", facts);
        }
    }

    private static Person? Quality(Draft draft) =>
        draft.Organisation.WithRole(Roles.Quality).FirstOrDefault() ?? Routing.Coordinator(draft.Case, draft.Around);

    private static int Rank(string weight) =>
        weight switch
        {
            Weights.Strong => 0,
            Weights.Weak => 1,
            _ => 2,
        };
}
