using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Templates;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>What a letter may know of its case, as words of its language.</summary>
internal static class CaseModel
{
    /// <summary>A name the reader may not see is there and empty, so that a template may ask for it.</summary>
    private sealed record Seen(LetterMatter Matter, Case State)
    {
        public Sight Sight { get; } = Matter.Sight;
        public LetterWords Words => Matter.Words;
        public TermsModel Terms => field ??= new(Matter, State);
    }

    private static readonly MemberTable<Seen> Complainant = new MemberTable<Seen>()
        .With("name", c => c.State.Complainant.Name)
        .With("email", c => c.State.Complainant.Email)
        .With("phone", c => c.State.Complainant.Phone)
        .With("tel", c => Reach.Tel(c.State.Complainant.Phone))
        .With("acts_for", c => c.State.Complainant.ActsFor)
        .With("capacity", c => c.Words.Of("capacity", c.State.Complainant.Capacity))
        .With("others", c => c.Words.List(c.State.CoComplainants.Select(o => o.Name ?? o.Email ?? "")));

    private static readonly MemberTable<Seen> Members = new MemberTable<Seen>()
        .With("number", c => c.State.Number)
        .With("kind", c => c.State.Kind)
        .With("stage", c => c.Words.Of("stage", Kebab(c.State.Stage.ToString())))
        .With("outcome", c => c.State.Outcome is { } outcome ? c.Words.Of("outcome", outcome) : null)
        .With("outcome_key", c => c.State.Outcome)
        .With("received", c => c.Matter.Date(c.State.DayZero))
        .With("received_brief", c => DateWords.Plain(c.State.DayZero, c.Matter.Language))
        .With("channel", c => c.State.Channel)
        .With("channel_words", c => c.Words.Of("channel", c.State.Channel))
        .With("location", c => c.Matter.Organisation.Location(c.State.Location)?.Name)
        .With("service", c => c.State.Service)
        .With("service_words", c => c.Words.Of("service", c.State.Service))
        .With("nature", c => c.Words.List(c.State.Nature.Select(n => Nature(c.Matter, n))))
        .With("concerns", c => c.Words.Of("concerns", c.State.Concerns))
        .With("handler", c => LetterModel.Person(c.Matter, c.State.Handler))
        .With("terms", c => c.Terms)
        .With("open_terms", c => c.Terms.Open())
        .With("closed_on", c => c.Matter.Date(c.State.ClosedOn))
        .With("is_open", c => c.State.IsOpen)
        .With("is_suspended", c => c.State.Stage == Stage.Suspended)
        .With("retention", Retention)
        .With("retention_months", c => Keeping.Months(c.State.Service, c.Matter.Organisation, c.Matter.Regulation))
        .With("subject", Told(c => c.State.Subject))
        .With("description", Told(c => c.Matter.Short(c.State.Description)))
        .With("desired", Told(c => c.Matter.Short(c.State.Desired)))
        .With("event_date", Told(c => c.Matter.Date(c.State.EventDate)))
        .With("who_involved", Told(c => c.State.WhoInvolved))
        .With("complainant", Told(c => Complainant.Of(c)))
        .With("missing", Told(c => c.State.Missing.Select(m => (object?)c.Words.Of("missing", m)).ToList()))
        .With("is_late", Told(c => c.State is { Late: true, LateAccepted: not true }))
        .With("is_anonymous", Told(c => c.State.IsAnonymous))
        .With("verdict", Told(VerdictOf))
        .With("measures", Told(Measures))
        .With("heard", Told(c => c.State.Hearings.Select(h => Heard(c.Matter, h)).ToList<object?>()))
        .With("external", Told(External))
        .With("history", Told(c => History(c.Matter, c.State)))
        .With("extended", Told(c => c.State.Extensions > 0))
        .With("flags", Inside(Flags))
        .With("hints", Inside(c => c.State.Hints.Select(h => (object?)HintWords.Of(c.Words, h)).ToList()))
        .With("is_shielded", Told(c => c.State.IdentityShielded))
        .With("possible_duplicate", Inside(c => c.State.PossibleDuplicateOf))
        .With("cover_note", Inside(c => c.State.CoverNote is { } note ? c.Matter.Short(note) : null))
        .With("passed_on_by", Inside(c => c.Matter.Organisation.Person(c.State.RegisteredBy)?.Name))
        .With("files", Inside(c => c.State.Files.Select(f => (object?)f.Name).ToList()))
        .With("code_test", Inside(c => c.State.CodeTest?.Result))
        .With("proposed_handler", Inside(c => LetterModel.Person(c.Matter, c.State.ProposedHandler)))
        .With(
            "proposed_location",
            Inside(c => c.Matter.Organisation.Location(c.State.ProposedLocation)?.Name ?? c.State.ProposedLocation)
        )
        .With("late_days", Inside(c => c.State.Late ? c.State.LateDays : null))
        .With("keep_until", Inside(c => c.Matter.Date(c.State.KeepUntil)))
        .With("registration", Inside(c => c.State.Registration));

    public static MemberView Of(LetterMatter matter, Case state) => Members.Of(new(matter, state));

    /// <summary>Every name there is, whoever reads.</summary>
    public static IReadOnlyList<string> Names => Members.Names;

    /// <summary>Words and decisions: the complainant's own, and everything for whoever handles it.</summary>
    private static Func<Seen, object?> Told(Func<Seen, object?> read) =>
        c => c.Sight is Sight.Complainant or Sight.Everything ? read(c) : null;

    private static Func<Seen, object?> Inside(Func<Seen, object?> read) =>
        c => c.Sight == Sight.Everything ? read(c) : null;

    /// <summary>“18 maanden”, “20 jaar”.</summary>
    private static string Retention(Seen seen)
    {
        var months = Keeping.Months(seen.State.Service, seen.Matter.Organisation, seen.Matter.Regulation);
        return months >= 24 && months % 12 == 0
            ? $"{months / 12} {seen.Words.Of("span", "years")}"
            : $"{months} {seen.Words.Of("span", "months")}";
    }

    private static List<object?> Flags(Seen seen) =>
        seen
            .State.Flags.Where(f => f.Confirmed != false)
            .Select(f => (object?)seen.Words.Of("signal", f.Code))
            .ToList();

    private static Dictionary<string, object?>? VerdictOf(Seen seen)
    {
        var (matter, state) = (seen.Matter, seen.State);
        // Before “approve” nobody but the people handling the case knows the verdict.
        var verdict = state.Verdict ?? (seen.Sight == Sight.Everything ? state.Draft : null);
        return verdict is null
            ? null
            : new()
            {
                ["kind"] = verdict.Kind,
                ["words"] = matter.Words.Of("verdict", verdict.Kind),
                ["reasons"] = verdict.Reasons,
                ["answer"] = verdict.AnswerToDesired,
                ["on"] = matter.Date(verdict.On),
                ["by"] = LetterModel.Person(matter, verdict.By) ?? LetterModel.Person(matter, state.Handler),
            };
    }

    private static List<object?> Measures(Seen seen)
    {
        var state = seen.State;
        // With the verdict that lies ready, its measures.
        var measures = state.Verdict is null && seen.Sight == Sight.Everything ? state.DraftMeasures : state.Measures;
        return measures.Select(m => Measure(seen.Matter, m)).ToList<object?>();
    }

    private static Dictionary<string, object?>? External(Seen seen) =>
        seen.State.External is not { } external
            ? null
            : new()
            {
                ["name"] = RoutesModel.Name(seen.Matter, external.Body),
                ["on"] = seen.Matter.Date(external.On),
                ["ruling"] = external.Ruling,
            };

    private static Dictionary<string, object?> Measure(LetterMatter matter, Measure measure) =>
        new()
        {
            ["number"] = measure.Number,
            // A full stop, or a date, follows in the letter.
            ["text"] = measure.Text.TrimEnd('.', ' '),
            ["due"] = matter.Date(measure.Due),
            ["done_on"] = matter.Date(measure.DoneOn),
            ["who"] = matter.Organisation.Person(measure.Who)?.Name ?? measure.Who,
            ["scope"] = matter.Words.Of("scope", measure.Scope),
        };

    private static Dictionary<string, object?> Heard(LetterMatter matter, CaseNote note) =>
        new()
        {
            // The complainant is not told of “the complainant”.
            ["who"] = matter.Words.Of(matter.Sight == Sight.Complainant ? "party-to-you" : "party", note.Who),
            ["on"] = matter.Date(note.On),
        };

    /// <summary>What has happened so far, as the complainant may read it: dates and steps, no inside words.</summary>
    private static List<object?> History(LetterMatter matter, Case state)
    {
        var steps = new List<(LocalDate On, string What)> { (state.DayZero, "received") };
        steps.AddRange(state.Contacts.Select(c => (c.On, "contact")));
        steps.AddRange(state.Hearings.Where(h => h.Who is "complainant" or "both").Select(h => (h.On, "heard")));
        steps.AddRange(state.Talks.Select(t => (t.On, "talk")));
        if (state.Verdict is { } verdict)
            steps.Add((verdict.On, "verdict"));
        if (state.Objection is { } objection)
            steps.Add((objection.On, "objection"));
        if (state.Objection is { ClosedOn: { } held, Result: not null })
            steps.Add((held, "objection-talk"));
        if (state.External is { } external)
            steps.Add((external.On, "external"));
        if (state.External?.RuledOn is { } ruled)
            steps.Add((ruled, "ruled"));
        if (state.ClosedOn is { } closed)
            steps.Add((closed, "closed"));
        return steps
            .OrderBy(s => s.On)
            .Select(s =>
                (object?)
                    new Dictionary<string, object?>
                    {
                        ["on"] = matter.Date(s.On),
                        ["what"] = matter.Words.Of("step", s.What),
                    }
            )
            .ToList();
    }

    private static string Nature(LetterMatter matter, string code) =>
        matter.Regulation.Natures.FirstOrDefault(n => n.Code == code) is { } rule
            ? (matter.Language == "nl" ? rule.Nl : rule.En)
            : code;

    private static string Kebab(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())
        );
}
