namespace ComplaintMailer.Core.Cases;

/// <summary>State is the fold of what happened.</summary>
internal static class CaseFold
{
    public static Case Begin(CaseEvent.Registered e) =>
        new()
        {
            Number = e.Number,
            Organisation = e.Organisation,
            Regulation = e.Regulation,
            RegulationVersion = e.RegulationVersion,
            Received = e.Received,
            DayZero = e.DayZero,
            Channel = e.Channel,
            Language = e.Language,
            Complainant = e.Complainant,
            Subject = e.Subject,
            Description = e.Description,
            Desired = e.Desired,
            EventDate = e.EventDate,
            WhoInvolved = e.WhoInvolved,
            RegisteredBy = e.RegisteredBy,
            ProvisionalReason = e.ProvisionalReason,
            PossibleDuplicateOf = e.PossibleDuplicateOf,
            Hints = e.Hints,
            CoverNote = e.CoverNote,
            Location = e.Location,
            ProposedLocation = e.ProposedLocation,
            Service = e.Service,
            Nature = e.Nature,
            Concerns = e.Concerns,
            ConcernsPerson = e.ConcernsPerson,
            Registration = e.Registration,
            Missing = e.Missing,
            IsAnonymous = e.IsAnonymous,
            Late = e.LateDays > 0,
            LateDays = e.LateDays,
        };

    public static Case Apply(Case c, CaseEvent happened) =>
        FoldHandling.Apply(c, happened)
        ?? FoldEnding.Apply(c, happened)
        ?? happened switch
        {
            CaseEvent.TermStarted e => c with { Terms = [.. c.Terms.Where(t => t.Kind != e.Term.Kind), e.Term] },
            CaseEvent.TermMet e => Change(
                c,
                e.Term,
                t => t with { Met = e.On, State = e.On > t.Due ? "missed" : "met" }
            ),
            CaseEvent.TermMissed e => Change(c, e.Term, t => t with { State = "missed" }),
            CaseEvent.TermStopped e => Change(c, e.Term, t => t with { State = "stopped" }),
            CaseEvent.LetterOrdered e => c with
            {
                Letters = [.. c.Letters, new CaseLetter(e.Letter, e.LetterKind, e.Party, e.To, "queued", e.At)],
            },
            CaseEvent.LetterAccepted e => Letter(c, e.Letter, "sent") with
            {
                LastToComplainant =
                    e.On is { } on && c.Letters.Any(l => l.Id == e.Letter && IsToComplainant(l.Party))
                        ? on
                        : c.LastToComplainant,
            },
            CaseEvent.LetterFailed e => Letter(c, e.Letter, "failed"),
            CaseEvent.LetterBounced e => Letter(c, e.Letter, "bounced"),
            CaseEvent.LetterSuppressed e => Letter(c, e.Letter, "suppressed"),
            CaseEvent.LetterBundled e => Letter(c, e.Letter, "bundled"),
            CaseEvent.DutyDone e => c with { DutiesDone = new HashSet<string>(c.DutiesDone) { e.Key } },
            CaseEvent.MailAdded { Attachments.Count: > 0 } e => c with
            {
                Files = [.. c.Files, .. e.Attachments.Select(a => new CaseFile(e.Mail, a, e.Verified))],
            },
            CaseEvent.MailAdded or CaseEvent.MachineMailNoted or CaseEvent.Exported => c,
            _ => throw new InvalidOperationException($"{happened.Kind} can't follow on {c.Number}."),
        };

    public static bool IsToComplainant(string party) => party.StartsWith("complainant", StringComparison.Ordinal);

    private static Case Change(Case c, string kind, Func<Term, Term> change) =>
        c with
        {
            Terms = [.. c.Terms.Select(t => t.Kind == kind ? change(t) : t)],
        };

    private static Case Letter(Case c, int id, string state) =>
        c with
        {
            Letters = [.. c.Letters.Select(l => l.Id == id ? l with { State = state } : l)],
        };
}
