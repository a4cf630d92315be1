using ComplaintMailer.Core.Cases;

namespace ComplaintMailer.Letters.Steps;

/// <summary>The next steps that the regulation and the state of the case allow the reader of a letter, likeliest first.</summary>
internal static class StepFinder
{
    /// <summary>More buttons than this are no help.</summary>
    public const int Buttons = 6;

    /// <summary>What a letter is about comes first, whatever else is possible.</summary>
    private static readonly Dictionary<string, string[]> First = new(StringComparer.Ordinal)
    {
        ["case-assigned"] = ["contact", "to-complainant", "escalate", "handler", "location", "suspend"],
        ["triage"] = ["handler", "location", "question", "dissatisfaction", "out-of-scope"],
        ["contribution"] = ["to-complainant", "contact", "note", "withdrawn", "objection-talk"],
        ["reminder"] = ["contact", "verdict", "to-complainant", "extend"],
        ["overdue"] = ["contact", "verdict", "to-complainant"],
        ["progress"] = ["to-complainant", "contact", "verdict", "note"],
        ["verdict-preview"] = ["approve", "verdict"],
        ["objection"] = ["objection-talk", "objection-outcome", "to-complainant"],
        ["talk-invitation"] = ["objection-talk", "objection-outcome"],
        ["signal"] = ["confirm", "reject", "status"],
        ["liability"] = ["confirm", "reject", "note", "to-complainant"],
        ["hr"] = ["code-test", "note", "handler"],
        ["escalation"] = ["to-complainant", "handler", "contact", "note"],
        ["quality-question"] = ["note", "status"],
        ["measure-check"] = ["measure-done", "note"],
        ["bounce-alarm"] = ["contact", "note", "status"],
        ["withdrawn"] = ["withdrawn", "reopen"],
        ["suspended"] = ["resume", "stop"],
        ["reopened"] = ["contact", "verdict"],
    };

    public static IReadOnlyList<Step> Of(LetterMatter matter)
    {
        if (!matter.IsToStaff || matter.Case is not { } state || matter.Sight != Sight.Everything)
            return [];
        var nl = matter.Language == "nl";
        var order = First.GetValueOrDefault(matter.Order.Kind, []);
        return
        [
            .. Possible(matter, state)
                .Select(
                    (s, i) =>
                        (s.Key, s.Nl, s.En, At: Array.IndexOf(order, s.Key) is >= 0 and var f ? f : order.Length + i)
                )
                .OrderBy(s => s.At)
                .Select(s => Step.Of(matter, s.Key, nl ? s.Nl : s.En)),
        ];
    }

    private static IEnumerable<(string Key, string Nl, string En)> Possible(LetterMatter matter, Case state)
    {
        var rules = matter.Regulation;
        var day = (Nl: Step.Day(matter.Today, "nl"), En: Step.Day(matter.Today, "en"));
        var flag = Flag(matter, state);
        if (flag is not null)
        {
            yield return ("confirm", $"bevestig: {flag.Value.Nl}", $"confirm: {flag.Value.En}");
            yield return ("reject", $"verwerp: {flag.Value.Nl}", $"reject: {flag.Value.En}");
        }
        if (!state.IsOpen)
        {
            foreach (var step in AfterClosing(state, day))
                yield return step;
            yield break;
        }
        if (state is { Draft: not null, Verdict: null })
            yield return ("approve", "akkoord", "approve");
        if (state.Handler is null)
        {
            var name = matter.Organisation.Person(state.ProposedHandler)?.Name ?? Step.Blank;
            yield return ("handler", $"behandelaar: {name}", $"handler: {name}");
        }
        if (state.Location is null)
        {
            var place = state.ProposedLocation ?? Step.Blank;
            yield return ("location", $"locatie: {place}", $"location: {place}");
        }
        if (state.Stage == Stage.Suspended)
            yield return ("resume", "hervatten: ...", "resume: ...");
        if (state is { Late: true, LateAccepted: null })
        {
            yield return ("late-yes", "te laat: ja, ...", "late: yes, ...");
            yield return ("late-no", "te laat: nee, ...", "late: no, ...");
        }
        yield return ("contact", $"contact: {day.Nl}, gebeld, ...", $"contact: {day.En}, by phone, ...");
        yield return ("to-complainant", "aan klager: ...", "to complainant: ...");
        if (state.Verdict is null)
        {
            if (!state.Hearings.Any(h => h.Who is "complainant" or "both"))
                yield return (
                    "hear-complainant",
                    $"hoor: klager, {day.Nl}, ...",
                    $"hearing: complainant, {day.En}, ..."
                );
            if (state.Concerns is not "policy" && !state.Hearings.Any(h => h.Who is "concerned" or "both"))
                yield return (
                    "hear-concerned",
                    $"hoor: betrokkene, {day.Nl}, ...",
                    $"hearing: concerned, {day.En}, ..."
                );
            if (rules.Verdict.CodeTest != "none" && state.CodeTest is null)
                yield return ("code-test", "toets: ..., ...", "test: ..., ...");
            yield return (
                "verdict",
                $"oordeel: ...\nmotivering: ...\nmaatregel: ..., uiterlijk ..., door ...",
                "verdict: ...\nreasons: ...\nmeasure: ..., by ..., who ..."
            );
            if (MayExtend(matter, state))
                yield return (
                    "extend",
                    $"verlengen: besproken op {day.Nl}, ...",
                    $"extend: discussed on {day.En}, ..."
                );
        }
        else
        {
            foreach (var step in AfterClosing(state, day))
                yield return step;
            if (rules.Objection.DirectorTalk)
            {
                yield return ("objection-talk", "bezwaar: gesprek op ...", "objection: talk on ...");
                yield return ("objection-outcome", "bezwaar: uitkomst ...", "objection: outcome ...");
            }
        }
        yield return ("note", "notitie: ...", "note: ...");
        yield return ("escalate", "opschalen: ...", "escalate: ...");
        yield return ("quality", "kwaliteit: ...", "quality: ...");
        if (state.Flags.Any(f => f.Code == "withdrawal" && f.Confirmed != false))
            yield return ("withdrawn", "ingetrokken: ...", "withdrawn: ...");
        if (state.Stage is Stage.Received or Stage.Triage && rules.Intake.Dissatisfaction)
            yield return ("dissatisfaction", "onvrede: ...", "dissatisfaction: ...");
        if (state.Stage is Stage.Received or Stage.Triage && rules.Intake.Questions)
            yield return ("question", "vraag: ...", "question: ...");
        if (state.Stage != Stage.Suspended && rules.NonCooperation.Contains("suspend"))
            yield return ("suspend", "opschorten: ...", "suspend: ...");
        if (rules.NonCooperation.Contains("stop"))
            yield return ("stop", "stoppen: ...", "stop: ...");
        yield return ("out-of-scope", "buiten-bereik: ...", "out-of-scope: ...");
        yield return ("external", $"extern: ..., {day.Nl}", $"external: ..., {day.En}");
        yield return ("status", "status", "status");
        yield return ("help", "hulp", "help");
    }

    private static IEnumerable<(string, string, string)> AfterClosing(Case state, (string Nl, string En) day)
    {
        foreach (var measure in state.Measures.Where(m => m.DoneOn is null).Take(1))
            yield return (
                "measure-done",
                $"maatregel klaar: {measure.Number}, {day.Nl}",
                $"measure done: {measure.Number}, {day.En}"
            );
        if (state.IsOpen)
            yield break;
        yield return ("note", "notitie: ...", "note: ...");
        yield return ("keep", "bewaren tot: ..., ...", "keep until: ..., ...");
        yield return ("reopen", "heropen: ...", "reopen: ...");
        yield return ("status", "status", "status");
    }

    /// <summary>The signal a letter is about, else the first nobody has judged.</summary>
    private static (string Nl, string En)? Flag(LetterMatter matter, Case state)
    {
        var code =
            matter.Order.Facts.GetValueOrDefault("code") as string
            ?? (matter.Order.Kind == "liability" ? "liability" : null)
            ?? state.Flags.FirstOrDefault(f => f.Confirmed is null)?.Code;
        if (code is null || state.Flags.FirstOrDefault(f => f.Code == code)?.Confirmed is not null)
            return null;
        var said = matter.Words.Of("signal-command", code);
        return (said, said);
    }

    private static bool MayExtend(LetterMatter matter, Case state)
    {
        var rules = matter.Regulation.Extension;
        return rules.Allowed
            && state.Extensions < rules.Most
            && state.Term("final") is { State: "running" } final
            && matter.Today <= final.Due;
    }
}
