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
                draft.Add(new CaseEvent.LetterAccepted(e.Letter, e.Host, e.Answer) { On = draft.Today });
                if (ToComplainant(draft, e.Letter) is { } letter)
                {
                    draft.Meet(letter.Kind, draft.Today);
                    MeetPromise(draft, letter.Kind);
                }
                break;
            case CaseInput.LetterDidFail e:
                draft.Add(new CaseEvent.LetterFailed(e.Letter, e.Reason));
                Alarm(draft, e.Letter, e.Reason);
                break;
            case CaseInput.LetterDidBounce e:
                if (draft.Case.Letters.FirstOrDefault(l => l.Id == e.Letter) is { State: "bounced" })
                    return;
                draft.Add(new CaseEvent.LetterBounced(e.Letter, e.Reason) { Mail = e.Mail });
                Reopen(draft, e.Letter);
                Alarm(draft, e.Letter, e.Reason);
                break;
            case CaseInput.LetterWasSuppressed e:
                draft.Add(new CaseEvent.LetterSuppressed(e.Letter, e.Reason));
                Alarm(draft, e.Letter, e.Reason);
                break;
            case CaseInput.LetterWasBundled e:
                draft.Add(new CaseEvent.LetterBundled(e.Letter, e.Into));
                break;
        }
    }

    /// <summary>The term that this kind of letter would meet and that is still open.</summary>
    public static Term? OpenTerm(Draft draft, string kind) =>
        draft
            .Around.Regulation.Terms.Where(t => t.MetBy.Contains(kind))
            .Select(t => draft.Case.Term(t.Id))
            .FirstOrDefault(t => t is { Met: null, State: not "stopped" });

    /// <summary>The complainant was to hear something by a day: any word from a person will do.</summary>
    public static void MeetPromise(Draft draft, string kind)
    {
        if (
            kind is "progress" or "message" or "talk-record" or "delay" or "extension" or "verdict"
            && draft.Case.Term("promise") is { State: "running", Met: null }
        )
            draft.Add(new CaseEvent.TermMet("promise", draft.Today));
    }

    private static CaseLetter? ToComplainant(Draft draft, int id) =>
        draft.Case.Letters.FirstOrDefault(l => l.Id == id) is { } letter && CaseFold.IsToComplainant(letter.Party)
            ? letter
            : null;

    /// <summary>A notice that came back has met nothing.</summary>
    private static void Reopen(Draft draft, int id)
    {
        if (ToComplainant(draft, id) is not { } letter)
            return;
        foreach (var rule in draft.Around.Regulation.Terms.Where(t => t.MetBy.Contains(letter.Kind)))
        {
            if (draft.Case.Term(rule.Id) is { Met: not null } term)
                draft.Add(
                    new CaseEvent.TermStarted(
                        term with
                        {
                            Met = null,
                            State = draft.Today > term.Due ? "missed" : "running",
                        }
                    )
                );
        }
    }

    /// <summary>A person phones, posts or mends the address. An alarm that can't be delivered raises none: that would go round in circles.</summary>
    private static void Alarm(Draft draft, int id, string reason)
    {
        if (draft.Case.Letters.FirstOrDefault(l => l.Id == id) is not { } letter || letter.Kind is "bounce-alarm")
            return;
        var term = CaseFold.IsToComplainant(letter.Party) ? OpenTerm(draft, letter.Kind) : null;
        var facts = Facts.Of(
            ("kind", letter.Kind),
            ("to", letter.To),
            ("reason", reason),
            ("term", term?.Kind),
            ("due", term?.Due)
        );
        var people = new[]
        {
            Routing.Coordinator(draft.Case, draft.Around),
            Routing.Responsible(draft.Case, draft.Around, draft.Today),
            draft.Organisation.WithRole(Roles.Admin).FirstOrDefault(),
        };
        // Whoever can't be reached is not the one to tell.
        var reachable = people.OfType<Person>().DistinctBy(p => p.Key).Where(p => p.Email != letter.To).ToList();
        foreach (var person in reachable.Take(CaseFold.IsToComplainant(letter.Party) ? 2 : 1))
            draft.ToStaff(person, "bounce-alarm", facts);
    }
}
