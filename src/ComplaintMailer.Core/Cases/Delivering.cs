using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Cases;

/// <summary>What became of a letter. A term that a letter meets is met when a server has accepted it, not before.</summary>
internal static class Delivering
{
    public static void Decide(Draft draft, CaseInput input)
    {
        switch (input)
        {
            case CaseInput.LetterWasAccepted e:
                draft.Add(new CaseEvent.LetterAccepted(e.Letter, e.Host, e.Answer));
                Meet(draft, e.Letter);
                break;
            case CaseInput.LetterDidFail e:
                draft.Add(new CaseEvent.LetterFailed(e.Letter, e.Reason));
                Alarm(draft, e.Letter, e.Reason);
                break;
            case CaseInput.LetterDidBounce e:
                draft.Add(new CaseEvent.LetterBounced(e.Letter, e.Reason));
                Reopen(draft, e.Letter);
                Alarm(draft, e.Letter, e.Reason);
                break;
            case CaseInput.LetterWasSuppressed e:
                draft.Add(new CaseEvent.LetterSuppressed(e.Letter, e.Reason));
                Alarm(draft, e.Letter, e.Reason);
                break;
        }
    }

    private static void Meet(Draft draft, int id)
    {
        if (draft.Case.Letters.FirstOrDefault(l => l.Id == id) is not { Party: "complainant" } letter)
            return;
        foreach (var rule in draft.Around.Regulation.Terms.Where(t => t.MetBy.Contains(letter.Kind)))
        {
            if (draft.Case.Term(rule.Id) is { State: "running", Met: null })
                draft.Add(new CaseEvent.TermMet(rule.Id, draft.Today));
        }
    }

    /// <summary>A notice that came back has met nothing.</summary>
    private static void Reopen(Draft draft, int id)
    {
        if (draft.Case.Letters.FirstOrDefault(l => l.Id == id) is not { Party: "complainant" } letter)
            return;
        foreach (var rule in draft.Around.Regulation.Terms.Where(t => t.MetBy.Contains(letter.Kind)))
        {
            if (draft.Case.Term(rule.Id) is { Met: not null } term)
                draft.Add(new CaseEvent.TermStarted(term with { Met = null, State = "running" }));
        }
    }

    private static void Alarm(Draft draft, int id, string reason)
    {
        // An alarm that can't be delivered raises none: that would go round in circles.
        if (draft.Case.Letters.FirstOrDefault(l => l.Id == id) is not { } letter || letter.Kind is "bounce-alarm")
            return;
        var organisation = draft.Around.Organisation;
        var person =
            organisation.WithRole(Roles.Coordinator).FirstOrDefault()
            ?? organisation.WithRole(Roles.Admin).FirstOrDefault();
        if (person is null || letter.To == person.Email)
            return;
        draft.Write(
            new()
            {
                Kind = "bounce-alarm",
                To = new($"staff:{person.Key}", person.Name, person.Email, person.Language ?? organisation.Language),
                Facts = new Dictionary<string, object?>
                {
                    ["kind"] = letter.Kind,
                    ["to"] = letter.To,
                    ["reason"] = reason,
                },
                ByItself = true,
            }
        );
    }
}
