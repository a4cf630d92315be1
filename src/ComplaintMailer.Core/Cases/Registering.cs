using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Core.Terms;

namespace ComplaintMailer.Core.Cases;

/// <summary>A new complaint: registered, its terms started, acknowledged, given to somebody, and what is lacking asked for.</summary>
internal static class Registering
{
    public static void Decide(Draft draft, Filing filing, long? mail)
    {
        var around = draft.Around;
        var regulation = around.Regulation;
        var dayZero = around.DateOf(filing.Received);
        var location = around.Organisation.Location(filing.Location);
        var service = location?.Service ?? filing.Service ?? OnlyService(around.Organisation);
        draft.Add(
            new CaseEvent.Registered(
                filing.Number,
                around.Organisation.Key,
                regulation.Code,
                regulation.Version,
                filing.Received,
                dayZero,
                filing.Channel,
                filing.Language,
                filing.Complainant,
                filing.Subject,
                filing.Description,
                filing.Desired,
                filing.EventDate,
                location?.Key,
                filing.ProposedLocation,
                service,
                filing.Nature,
                filing.Concerns ?? ConcernsOf(filing.Signals),
                filing.Missing,
                filing.IsAnonymous,
                LateDays(around, filing.EventDate, dayZero)
            )
            {
                ConcernsPerson = filing.ConcernsPerson,
                WhoInvolved = filing.WhoInvolved,
                RegisteredBy = filing.RegisteredBy,
                ProvisionalReason = filing.ProvisionalReason,
                PossibleDuplicateOf = filing.PossibleDuplicateOf,
                Hints = filing.Hints,
                CoverNote = filing.Note.Length > 0 ? filing.Note : null,
            },
            filing.RegisteredBy is { } staff ? $"staff:{staff}" : "complainant"
        );
        if (mail is { } id)
            draft.Add(
                new CaseEvent.MailAdded(
                    id,
                    filing.RegisteredBy is { } s ? $"staff:{s}" : "complainant",
                    "",
                    filing.Attachments,
                    Verified: true
                ),
                "complainant"
            );
        foreach (var rule in regulation.Terms)
            draft.Add(new CaseEvent.TermStarted(TermCounter.Count(rule, dayZero, service, around.Calendar)));
        // Who asks to stay unknown and is known to us, is kept from the other side.
        if (
            filing.Signals.Any(s =>
                s.Weight != Weights.Look
                && (s.Code == "shield-identity" || (s.Code == "anonymous" && !filing.IsAnonymous))
            )
        )
            draft.Add(new CaseEvent.IdentityShielded(true));

        // Who it concerns is out before anybody hears of it.
        Assigning.BarConcerned(draft);
        var safety = filing.Signals.Where(s => SignalCodes.IsSafety(s.Code)).ToList();
        // A mail that could not be read as it should may be anything: a person looks before anybody outside is written to.
        if (filing.ProvisionalReason is null || filing.Complainant.Email is not null)
            draft.ToComplainant("acknowledgement", notice: true, byItself: mail is null);
        Assigning.Route(draft, atRegistration: true);
        Signalling.Raise(draft, safety);
        Signalling.Raise(draft, [.. filing.Signals.Except(safety)]);
        if (draft.Case.LateDays > 0)
            draft.Add(new CaseEvent.SignalRaised(new("late-filing", "event-date", "", Weights.Strong, draft.Now)));
        if (filing.IsUnclear)
            draft.ToComplainant("clarify", Facts.Of(("options", Options(draft))));
        AskComplainant(draft);
        if (filing.PossibleDuplicateOf is { } other)
            draft.ToStaff(
                Routing.Responsible(draft.Case, around, draft.Today),
                "duplicate",
                Facts.Of(("other", other))
            );
    }

    /// <summary>What only the complainant can tell. Each is asked once; what waits for a judgment on safety is asked after it.</summary>
    public static void AskComplainant(Draft draft)
    {
        var c = draft.Case;
        var regulation = draft.Around.Regulation;
        if (!c.IsOpen || c.ProvisionalReason is not null)
            return;
        var answerBy = draft.Today.PlusDays(regulation.Intake.Late.AnswerDays);
        if (c.IsAnonymous)
            Once("anonymous", Facts.Of(("answer_by", answerBy)));
        else if (c.Missing.Count > 0)
            Once("incomplete", Facts.Of(("missing", c.Missing), ("answer_by", answerBy)));
        if (c.IdentityShielded)
            Once("identity-shield", Facts.Of(("answer_by", answerBy)));
        if (regulation.Intake.MandateNeeded && NeedsMandate(c))
            Once("mandate", Facts.Of(("answer_by", answerBy)));
        if (c.LateDays > 0 && c.LateAccepted is null && c.LateReason is null)
            Once("late-explanation", Facts.Of(("months", regulation.Intake.Late.Months), ("answer_by", answerBy)));

        void Once(string kind, IReadOnlyDictionary<string, object?> facts)
        {
            if (!draft.Case.WasOrdered(kind))
                draft.ToComplainant(kind, facts);
        }
    }

    public static int LateDays(Surroundings around, NodaTime.LocalDate? eventDate, NodaTime.LocalDate dayZero) =>
        eventDate is { } on && around.Regulation.Intake.Late.Mode != "none"
            ? TermCounter.DaysLate(on, dayZero, around.Regulation.Intake.Late.Months)
            : 0;

    private static bool NeedsMandate(Case c) =>
        c.Complainant.Authorised is null
        && c.Complainant.Capacity
            is not ("client" or "legal-representative" or "surviving-relative" or "parents-committee")
        && (
            c.Complainant.ActsFor is not null
            || c.Flag("acts-for-other") is { Weight: not Weights.Look, Confirmed: not false }
        );

    private static string? ConcernsOf(IReadOnlyList<SignalHit> signals)
    {
        if (signals.Any(s => s is { Code: "about-director", Weight: not Weights.Look }))
            return "director";
        return signals.Any(s => s is { Code: "about-manager", Weight: not Weights.Look }) ? "manager" : null;
    }

    private static List<string> Options(Draft draft)
    {
        var intake = draft.Around.Regulation.Intake;
        List<string> options = ["complaint"];
        if (intake.Dissatisfaction)
            options.Add("dissatisfaction");
        if (intake.Tips)
            options.Add("tip");
        options.Add("question");
        return options;
    }

    private static string? OnlyService(Organisation organisation)
    {
        var services = organisation.Locations.Select(l => l.Service).Distinct().ToList();
        return services.Count == 1 ? services[0] : null;
    }
}
