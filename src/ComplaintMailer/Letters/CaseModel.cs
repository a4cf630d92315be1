using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>What a letter may know of its case, as words of its language.</summary>
internal static class CaseModel
{
    public static Dictionary<string, object?> Of(LetterMatter matter, Case state)
    {
        // A name the reader may not see is there and empty, so that a template may ask for it.
        var model = new Dictionary<string, object?>(Untold, StringComparer.Ordinal);
        AddRegister(model, matter, state);
        if (matter.Sight is Sight.Complainant or Sight.Everything)
            AddWordsAndDecision(model, matter, state);
        if (matter.Sight == Sight.Everything)
            AddInside(model, matter, state);
        return model;
    }

    /// <summary>Every name there is, whoever reads.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "number",
        "kind",
        "stage",
        "outcome",
        "outcome_key",
        "received",
        "received_brief",
        "channel",
        "channel_words",
        "location",
        "service",
        "service_words",
        "nature",
        "concerns",
        "handler",
        "terms",
        "open_terms",
        "closed_on",
        "is_open",
        "is_suspended",
        "retention_months",
        "subject",
        "description",
        "desired",
        "event_date",
        "who_involved",
        "complainant",
        "missing",
        "is_late",
        "is_anonymous",
        "verdict",
        "measures",
        "heard",
        "external",
        "history",
        "extended",
        "flags",
        "hints",
        "is_shielded",
        "possible_duplicate",
        "cover_note",
        "passed_on_by",
        "files",
        "code_test",
        "proposed_handler",
        "proposed_location",
        "late_days",
        "keep_until",
        "registration",
    ];

    private static readonly Dictionary<string, object?> Untold = Names.ToDictionary(
        n => n,
        _ => (object?)null,
        StringComparer.Ordinal
    );

    /// <summary>Terms a template may ask for, whether or not the regulation has them.</summary>
    private static readonly string[] TermNames =
    [
        "ack",
        "contact",
        "contact_week",
        "contact_parties",
        "handler_notice",
        "target",
        "final",
    ];

    private static void AddRegister(Dictionary<string, object?> model, LetterMatter matter, Case state)
    {
        var words = matter.Words;
        var location = matter.Organisation.Location(state.Location);
        var terms = Terms(matter, state);
        model["number"] = state.Number;
        model["kind"] = state.Kind;
        model["stage"] = words.Of("stage", Kebab(state.Stage.ToString()));
        model["outcome"] = state.Outcome is { } outcome ? words.Of("outcome", outcome) : null;
        model["outcome_key"] = state.Outcome;
        model["received"] = matter.Date(state.DayZero);
        model["received_brief"] = DateWords.Plain(state.DayZero, matter.Language);
        model["channel"] = state.Channel;
        model["channel_words"] = words.Of("channel", state.Channel);
        model["location"] = location?.Name;
        model["service"] = state.Service;
        model["service_words"] = words.Of("service", state.Service);
        model["nature"] = words.List(state.Nature.Select(n => Nature(matter, n)));
        model["concerns"] = words.Of("concerns", state.Concerns);
        model["handler"] = LetterModel.Person(matter, state.Handler);
        model["terms"] = terms;
        model["open_terms"] = state
            .Terms.Where(t => t.State == "running" && !state.IsUnderWay(t, matter.Regulation))
            .OrderBy(t => t.Due)
            .Select(t => terms[t.Kind.Replace('-', '_')])
            .ToList();
        model["closed_on"] = matter.Date(state.ClosedOn);
        model["is_open"] = state.IsOpen;
        model["is_suspended"] = state.Stage == Stage.Suspended;
        model["retention_months"] = Keeping.Months(matter.Case?.Service, matter.Organisation, matter.Regulation);
    }

    private static void AddWordsAndDecision(Dictionary<string, object?> model, LetterMatter matter, Case state)
    {
        model["is_shielded"] = state.IdentityShielded;
        var who = state.Complainant;
        model["subject"] = state.Subject;
        model["description"] = matter.Short(state.Description);
        model["desired"] = matter.Short(state.Desired);
        model["event_date"] = matter.Date(state.EventDate);
        model["who_involved"] = state.WhoInvolved;
        model["complainant"] = new Dictionary<string, object?>
        {
            ["name"] = who.Name,
            ["email"] = who.Email,
            ["phone"] = who.Phone,
            ["tel"] = Reach.Tel(who.Phone),
            ["acts_for"] = who.ActsFor,
            ["capacity"] = matter.Words.Of("capacity", who.Capacity),
            ["others"] = matter.Words.List(state.CoComplainants.Select(c => c.Name ?? c.Email ?? "")),
        };
        model["missing"] = state.Missing.Select(m => (object?)matter.Words.Of("missing", m)).ToList();
        model["is_late"] = state is { Late: true, LateAccepted: not true };
        model["is_anonymous"] = state.IsAnonymous;
        // Before “approve” nobody but the people handling the case knows the verdict.
        var verdict = state.Verdict ?? (matter.Sight == Sight.Everything ? state.Draft : null);
        model["verdict"] = verdict is null
            ? null
            : new Dictionary<string, object?>
            {
                ["kind"] = verdict.Kind,
                ["words"] = matter.Words.Of("verdict", verdict.Kind),
                ["reasons"] = verdict.Reasons,
                ["answer"] = verdict.AnswerToDesired,
                ["on"] = matter.Date(verdict.On),
                ["by"] = LetterModel.Person(matter, verdict.By) ?? LetterModel.Person(matter, state.Handler),
            };
        // With the verdict that lies ready, its measures.
        var measures = state.Verdict is null && matter.Sight == Sight.Everything ? state.DraftMeasures : state.Measures;
        model["measures"] = measures.Select(m => Measure(matter, m)).ToList<object?>();
        model["heard"] = state.Hearings.Select(h => Heard(matter, h)).ToList<object?>();
        model["external"] = state.External is not { } external
            ? null
            : new Dictionary<string, object?>
            {
                ["name"] = RoutesModel.Name(matter, external.Body),
                ["on"] = matter.Date(external.On),
                ["ruling"] = external.Ruling,
            };
        model["history"] = new Later(() => History(matter, state));
        model["extended"] = state.Extensions > 0;
    }

    private static void AddInside(Dictionary<string, object?> model, LetterMatter matter, Case state)
    {
        model["flags"] = state
            .Flags.Where(f => f.Confirmed != false)
            .Select(f => (object?)matter.Words.Of("signal", f.Code))
            .ToList();
        model["hints"] = state.Hints.Select(h => (object?)matter.Words.Of("hint", h)).ToList();
        model["possible_duplicate"] = state.PossibleDuplicateOf;
        model["cover_note"] = state.CoverNote is { } note ? matter.Short(note) : null;
        model["passed_on_by"] = matter.Organisation.Person(state.RegisteredBy)?.Name;
        model["files"] = state.Files.Select(f => (object?)f.Name).ToList();
        model["code_test"] = state.CodeTest?.Result;
        model["proposed_handler"] = LetterModel.Person(matter, state.ProposedHandler);
        model["proposed_location"] =
            matter.Organisation.Location(state.ProposedLocation)?.Name ?? state.ProposedLocation;
        model["late_days"] = state.Late ? state.LateDays : null;
        model["keep_until"] = matter.Date(state.KeepUntil);
        model["registration"] = state.Registration;
    }

    private static Dictionary<string, object?> Terms(LetterMatter matter, Case state)
    {
        var terms = TermNames.ToDictionary(n => n, _ => (object?)null, StringComparer.Ordinal);
        var calendar = new WorkingCalendar(matter.Regulation.Calendar);
        foreach (var term in state.Terms)
        {
            var rule = matter.Regulation.Terms.FirstOrDefault(r => r.Id == term.Kind);
            terms[term.Kind.Replace('-', '_')] = new Later(() => TermOf(matter, rule, term, calendar));
        }
        return terms;
    }

    private static Dictionary<string, object?> TermOf(
        LetterMatter matter,
        TermRule? rule,
        Term term,
        WorkingCalendar calendar
    )
    {
        return new()
        {
            ["kind"] = term.Kind,
            ["words"] = matter.Words.Of("term", term.Kind),
            ["due"] = matter.Date(term.Due),
            ["due_brief"] = DateWords.Plain(term.Due, matter.Language),
            ["work_by"] = matter.Date(term.WorkBy),
            ["first_due"] = matter.Date(term.FirstDue ?? term.Due),
            ["length"] = rule is null ? null : TermWords.Amount(rule.Count, rule.Unit, matter.Language),
            ["is_running"] = term.State == "running",
            ["is_passed"] = term.State == "missed" || (term.Met is null && term.Due < matter.Today),
            ["is_aim"] = !term.Hard,
            ["how"] =
                matter.Sight != Sight.Everything ? null
                : rule is null ? term.How
                : TermWords.How(rule, term, calendar, matter.Language),
        };
    }

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
        if (state.External is { } external)
            steps.Add((external.On, "external"));
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
