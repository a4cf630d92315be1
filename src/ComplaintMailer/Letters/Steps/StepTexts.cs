using ComplaintMailer.Core.Cases;

namespace ComplaintMailer.Letters.Steps;

/// <param name="Key">Names it in <c>words.txt</c>.</param>
/// <param name="Command">The first command in it; the core says whether that is allowed.</param>
internal sealed record StepText(string Key, string Command, string Nl, string En);

/// <summary>Commands with everything filled in that is known; only <c>...</c> remains to be written.</summary>
internal static class StepTexts
{
    /// <summary>In the order in which people usually need them.</summary>
    public static IEnumerable<StepText> Of(LetterMatter matter, Case state)
    {
        var nl = Step.Day(matter.Today, "nl");
        var en = Step.Day(matter.Today, "en");
        if (Signal(matter, state) is { } code)
        {
            yield return new("confirm", "confirm", $"bevestig: {Said(matter, code)}", $"confirm: {Said(matter, code)}");
            yield return new("reject", "reject", $"verwerp: {Said(matter, code)}", $"reject: {Said(matter, code)}");
        }
        yield return Same("reporting-code", "meldcode: ...", "reporting-code: ...");
        yield return Same("reporting-duty", "meldplicht: ...", "reporting-duty: ...");
        yield return Same("release", "vrijgeven: ...", "release: ...");
        yield return Same("approve", "akkoord", "approve");
        if (state.Handler is null)
        {
            var name = matter.Organisation.Person(state.ProposedHandler)?.Name ?? Step.Blank;
            yield return Same("handler", $"behandelaar: {name}", $"handler: {name}");
        }
        if (state.Location is null)
        {
            var place =
                matter.Organisation.Location(state.ProposedLocation)?.Name ?? state.ProposedLocation ?? Step.Blank;
            yield return Same("location", $"locatie: {place}", $"location: {place}");
        }
        if (state.Nature.Count == 0)
            yield return Same("nature", "aard: ...", "nature: ...");
        if (state.Concerns is null)
            yield return Same("concerns", "betreft: ...", "concerns: ...");
        yield return Same("resume", "hervatten: ...", "resume: ...");
        yield return new("late-yes", "late", "te laat: geaccepteerd ja, ...", "late: accepted yes, ...");
        yield return new("late-no", "late", "te laat: geaccepteerd nee, ...", "late: accepted no, ...");
        yield return Same("authorised", $"gemachtigd: ja, gezien op {nl}", $"authorised: yes, seen on {en}");
        yield return Same("posted", $"gepost: {nl}, ...", $"posted: {en}, ...");
        yield return Same("contact", $"contact: {nl}, gebeld, ...", $"contact: {en}, by phone, ...");
        yield return Same("to-complainant", "aan klager: ...", "to complainant: ...");
        foreach (var step in Investigating(matter, state, nl, en))
            yield return step;
        foreach (var measure in state.Measures.Where(m => m.DoneOn is null).Take(1))
            yield return Same(
                "measure-done",
                $"maatregel klaar: {measure.Number}, {nl}",
                $"measure done: {measure.Number}, {en}"
            );
        yield return new(
            "objection-talk",
            "objection",
            "bezwaar: ..., gesprek met de directie",
            "objection: ..., talk with the directors"
        );
        yield return new("objection-outcome", "objection", "bezwaar: uitkomst: ...", "objection: outcome: ...");
        yield return Same("note", "notitie: ...", "note: ...");
        if (state.Handler is not null)
            yield return Same("handler", "behandelaar: ...", "handler: ...");
        yield return Same("escalate", "opschalen: ...", "escalate: ...");
        yield return Same("quality", "kwaliteit: ...", "quality: ...");
        if (state.Flags.Any(f => f.Code == "withdrawal" && f.Confirmed != false))
            yield return Same("withdrawn", "ingetrokken: ...", "withdrawn: ...");
        if (state.Stage is Stage.Received or Stage.Triage)
        {
            yield return Same("dissatisfaction", "onvrede: ...", "dissatisfaction: ...");
            yield return Same("question", "vraag: ...", "question: ...");
        }
        yield return Same("suspend", "opschorten: ...", "suspend: ...");
        yield return Same("stop", "stoppen: ...", "stop: ...");
        yield return Same("out-of-scope", "buiten-bereik: ...", "out-of-scope: ...");
        yield return Same("external", $"extern: ..., {nl}", $"external: ..., {en}");
        yield return Same("external-ruling", "extern-uitspraak: ..., ...", "external-ruling: ..., ...");
        yield return Same("refer", "voorleggen: ...", "refer: ...");
        if (state.PossibleDuplicateOf is { } other)
            yield return Same("merge", $"samenvoegen: {other}", $"merge: {other}");
        if (!state.IsOpen)
            yield return new("keep", "keep-until", "bewaren tot: ..., ...", "keep until: ..., ...");
        yield return Same("reopen", "heropen: ...", "reopen: ...");
        yield return Same("status", "status", "status");
        yield return Same("help", "hulp", "help");
    }

    private static IEnumerable<StepText> Investigating(LetterMatter matter, Case state, string nl, string en)
    {
        if (state.Verdict is not null)
            yield break;
        if (!state.Hearings.Any(h => h.Who is "complainant" or "both"))
            yield return new(
                "hear-complainant",
                "hearing",
                $"hoor: klager, {nl}, ...",
                $"hearing: complainant, {en}, ..."
            );
        if (state.Concerns is not "policy" && !state.Hearings.Any(h => h.Who is "concerned" or "both"))
            yield return new(
                "hear-concerned",
                "hearing",
                $"hoor: betrokkene, {nl}, ...",
                $"hearing: concerned, {en}, ..."
            );
        yield return Same("invite", "uitnodigen: ...", "invite: ...");
        if (state.ConcernsPerson is not null)
            yield return Same("ask-reaction", "vraag reactie: ...", "ask reaction: ...");
        yield return Same("progress", "voortgang: ...", "progress: ...");
        if (matter.Regulation.Verdict.CodeTest != "none" && state.CodeTest is null)
            yield return new("code-test", "test", "toets: ..., ...", "test: ..., ...");
        var first = BeforeVerdict(matter, state, nl, en).ToList();
        yield return Same(
            "verdict",
            string.Concat(first.Select(f => f.Nl + "\n"))
                + "oordeel: ...\nmotivering: ...\nantwoord op wens: ...\nmaatregel: ..., uiterlijk ..., door ...",
            string.Concat(first.Select(f => f.En + "\n"))
                + "verdict: ...\nreasons: ...\nanswer to wish: ...\nmeasure: ..., by ..., who ..."
        );
        yield return Same("extend", $"verlengen: {nl}, reden: ...", $"extend: {en}, reason: ...");
        yield return Same("delay", "vertraging: ..., ...", "delay: ..., ...");
    }

    /// <summary>What the regulation wants in the file before a verdict and is not there yet: it goes along in the same mail.</summary>
    private static IEnumerable<(string Nl, string En)> BeforeVerdict(
        LetterMatter matter,
        Case state,
        string nl,
        string en
    )
    {
        var hearing = matter.Regulation.Hearing;
        var both = hearing.BothSides == "always" || (hearing.BothSides == "persons-only" && state.IsAboutPerson);
        if (both && !Heard(state, "complainant"))
            yield return ($"hoor: klager, {nl}, ...", $"hearing: complainant, {en}, ...");
        if (both && !Heard(state, "concerned"))
            yield return ($"hoor: betrokkene, {nl}, ...", $"hearing: concerned, {en}, ...");
        if (hearing.JointTalkExpected && state.Talks.Count == 0 && state.Waivers.All(w => w.Who != "talk"))
            yield return ($"gesprek: {nl}, ..., ...", $"talk: {en}, ..., ...");
        var found = state.Hearings.Count + state.Talks.Count + state.Contacts.Count + state.Waivers.Count;
        if (hearing.MeansNeeded && !both && found == 0)
            yield return ("hoor: dossier, ...", "hearing: file, ...");
        var rules = matter.Regulation;
        var test =
            (rules.Verdict.CodeTest == "persons-only" && state.IsAboutPerson)
            || rules.Involve.Any(r => r.CodeTest && state.IsConfirmed(r.Signal));
        if (test && state.CodeTest is null)
            yield return ("toets: ..., ...", "test: ..., ...");
    }

    private static bool Heard(Case state, string side) =>
        state.Hearings.Any(h => h.Who == side || h.Who == "both")
        || state.Talks.Any(t => t.Who == side || t.Who == "both")
        || state.Waivers.Any(w => w.Who == side || w.Who == "both");

    private static StepText Same(string key, string nl, string en) => new(key, key, nl, en);

    private static string Said(LetterMatter matter, string code) => matter.Words.Of("signal-command", code);

    /// <summary>The signal a letter is about, else the first nobody has judged.</summary>
    private static string? Signal(LetterMatter matter, Case state)
    {
        var code =
            matter.Order.Facts.GetValueOrDefault("code") as string
            ?? (matter.Order.Kind == "liability" ? "liability" : null)
            ?? (matter.Order.Kind == "withdrawn" ? "withdrawal" : null)
            ?? state.Flags.FirstOrDefault(f => f.Confirmed is null)?.Code;
        return code is not null && state.Flag(code) is { Confirmed: null } ? code : null;
    }
}
