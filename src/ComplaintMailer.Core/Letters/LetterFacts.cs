namespace ComplaintMailer.Core.Letters;

/// <summary>
/// What a decision tells a letter beyond the case itself: the names a template finds under <c>letter</c>. Dates are
/// LocalDate (the letter says them in its own language), codes stay codes, people are keys. Every fact may be missing.
/// A letter order with a fact that is not listed here, or a template that uses one, is found by a test.
/// </summary>
public static class LetterFacts
{
    private static readonly IReadOnlyList<LetterFact> None = [];

    public static IReadOnlyList<LetterFact> Of(string kind) => All.GetValueOrDefault(kind, None);

    /// <summary>Letters about one case that name nothing but the case are not listed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<LetterFact>> All { get; } =
        new Dictionary<string, IReadOnlyList<LetterFact>>
        {
            ["incomplete"] =
            [
                new("missing", "codes of what is missing; default: those of the case"),
                new("answer_by", "date"),
            ],
            ["handler-notice"] = [new("changed", "true when somebody takes over from an earlier handler")],
            ["case-assigned"] =
            [
                new("previous", "key of the earlier handler"),
                new("reason", "why it changed hands"),
                new("by", "key of whoever assigned it"),
            ],
            ["superior-notice"] = [],
            ["triage"] = [new("reason", "why nobody could be assigned")],
            ["contribution"] =
            [
                new("text", "what was written"),
                new("attachments", "names"),
                new("verified", "false: not proven to come from a party"),
                new("from", "who wrote: name or address"),
                new("hint", "what may be the matter: codes"),
            ],
            ["message"] = [new("text", "as written"), new("from", "key of the writer")],
            ["reminder"] =
            [
                new("term", "kind of the term"),
                new("due", "date promised"),
                new("work_by", "last working day for it"),
                new("days", "working days left"),
                new("handler", "key of whoever is to act, when somebody else is reminded"),
            ],
            ["overdue"] =
            [
                new("term", "kind of the term"),
                new("due", "date promised"),
                new("work_by", "last working day for it"),
                new("days", "days over"),
                new("handler", "key of whoever is to act, when somebody else is told"),
            ],
            ["progress"] =
            [
                new("text", "as written by the handler"),
                new("next", "next step"),
                new("next_on", "date"),
                new("silent_days", "to the handler: days without a letter to the complainant"),
            ],
            ["extension"] =
            [
                new("talked_on", "date"),
                new("reasons", "text"),
                new("new_due", "date"),
                new("first_due", "date"),
            ],
            ["delay"] = [new("reasons", "text"), new("expected", "date"), new("due", "date, unchanged")],
            ["verdict-preview"] =
            [
                new("changed", "true when an earlier preview is replaced"),
                new("warnings", "texts: what is still lacking or unusual"),
            ],
            ["verdict"] = [new("text", "a line of the handler above the findings")],
            ["objection"] =
            [
                new("text", "what the complainant wrote"),
                new("dates", "proposed dates"),
                new("invite_by", "date by which the talk is to be proposed"),
            ],
            ["external-routes"] = [new("text", "a line of the handler")],
            ["term-passed"] = [new("term", "kind of the term"), new("due", "date promised")],
            ["withdrawn"] = [new("reason", "as understood"), new("reopen_until", "date")],
            ["suspended"] = [new("reason", "text"), new("missing", "codes of what is missing"), new("until", "date")],
            ["resumed"] = [new("reason", "text")],
            ["stopped"] = [new("reason", "text")],
            ["out-of-scope"] = [new("reason", "text"), new("where", "where to go instead")],
            ["reporting-code"] = [new("text", "as released by a person"), new("contact", "key of the contact person")],
            ["reporting-duty"] = [new("text", "as released by a person"), new("contact", "key of the contact person")],
            ["signal"] =
            [
                new("code", "code of the signal"),
                new("sentence", "the sentence it was found in"),
                new("rule", "which rule found it"),
                new("weight", "strong, weak or look"),
                new("answer_by", "date"),
            ],
            ["bounce-alarm"] =
            [
                new("kind", "kind of the letter that did not arrive"),
                new("to", "its address"),
                new("reason", "what the server said"),
                new("term", "kind of the term that is now open"),
                new("due", "date of that term"),
            ],
            ["receipt"] =
            [
                new("done", "texts: what was done"),
                new("not_done", "texts: what was not, and why"),
                new("missing", "texts: what is needed before it can be done"),
                new("text", "what was taken as a note"),
            ],
            ["refused"] =
            [
                new("why", "texts: one for each thing refused"),
                new("remedy", "texts: how it would work"),
                new("text", "what was written, kept as a note"),
            ],
            ["measure-check"] =
            [
                new("number", "of the measure"),
                new("text", "the measure"),
                new("due", "date"),
                new("days", "days left; below zero: days over"),
            ],
            ["quarantine-digest"] = [new("items", "each: id, from, subject, received, why, sentence")],
            ["report"] =
            [
                new("title", "name of the report"),
                new("from", "date"),
                new("to", "date"),
                new("lines", "the main figures, each: label, value"),
                new("text", "a short text for readers"),
                new("audience", "supervisors, parents, parents-committees, website or a role"),
                new("locations", "names of the locations it is about"),
                new("url", "where it is published"),
            ],
            ["report-approval"] =
            [
                new("title", "name of the report"),
                new("from", "date"),
                new("to", "date"),
                new("lines", "the main figures, each: label, value"),
                new("recipients", "who gets it once released"),
                new("due", "date"),
                new("suppressed", "number of cells hidden"),
                new("checks", "texts: what to look at before releasing"),
            ],
            ["changed-dates"] = [new("items", "each: number, term, due, counted")],
            ["evaluate-regulation"] =
            [
                new("due", "date"),
                new("months", "months left"),
                new("from", "since when the figures count"),
                new("lines", "figures, each: label, value"),
            ],
            ["liability"] =
            [
                new("sentence", "the sentence"),
                new("text", "what the person who involved finance wrote"),
            ],
            ["hr"] =
            [
                new("code", "code of the signal"),
                new("sentence", "the sentence"),
                new("text", "what the handler wrote"),
                new("code_test", "true when a test against the code of conduct is due"),
            ],
            ["closed"] = [new("outcome", "code"), new("keep_until", "date"), new("text", "a line of the handler")],
            ["clarify"] = [new("options", "codes: complaint, dissatisfaction, tip, question")],
            ["mandate"] = [new("answer_by", "date")],
            ["late-explanation"] = [new("months", "number"), new("answer_by", "date")],
            ["late-refused"] = [new("reason", "text"), new("by", "key of whoever decided")],
            ["already-external"] = [new("body", "key of the body"), new("during", "true when it was chosen meanwhile")],
            ["escalation"] =
            [
                new("reason", "text"),
                new("from", "key of the handler"),
                new("replaces", "true when the reader takes over"),
            ],
            ["quality-question"] = [new("text", "the question"), new("from", "key of who asks")],
            ["hearing-invitation"] =
            [
                new("dates", "texts or dates"),
                new("place", "text"),
                new("with", "who is there"),
                new("text", "as written by the handler"),
            ],
            ["reaction-request"] =
            [
                new("points", "the points put to the person"),
                new("answer_by", "date"),
                new("shielded", "true: who complains stays unnamed"),
            ],
            ["talk-record"] =
            [
                new("on", "date"),
                new("who", "who was there"),
                new("text", "points and agreements"),
                new("correct_by", "date"),
            ],
            ["anonymous"] = [new("answer_by", "date")],
            ["identity-shield"] = [new("answer_by", "date")],
            ["talk-invitation"] = [new("dates", "texts or dates"), new("with", "who is there"), new("place", "text")],
            ["talk-outcome"] = [new("on", "date"), new("text", "outcome with reasons")],
            ["measure-done"] = [new("text", "the measure"), new("on", "date")],
            ["binding-consent"] =
            [
                new("body", "key of the body"),
                new("ruling", "what it came to"),
                new("text", "the advice itself"),
                new("answer_by", "date"),
            ],
            ["destruction-list"] =
            [
                new("items", "each: number, closed_on, destroy_on"),
                new("destroy_on", "date of the first"),
            ],
            ["destruction-done"] = [new("count", "number"), new("numbers", "case numbers"), new("on", "date")],
            ["outcome-concerned"] =
            [
                new("points", "findings on the points put to the person"),
                new("measures", "texts"),
            ],
            ["privacy-request"] = [new("answer_by", "date"), new("contact", "key of who handles it")],
            ["status"] = [],
            ["wrong-address"] = [new("where", "where to go instead"), new("text", "a line of the handler")],
            ["clerk-extract"] = [new("text", "the dossier in short"), new("body", "key of the body")],
            ["refer"] = [new("text", "the question"), new("from", "key of who asks"), new("body", "key of the body")],
            ["alarm"] = [new("what", "text"), new("since", "time"), new("remedy", "text")],
            ["recovered"] = [new("what", "text"), new("since", "time")],
            ["weekly-health"] = [new("lines", "each: label, value"), new("alarms", "texts")],
            ["digest"] =
            [
                new("items", "each: number, place, todo (texts), steps (label, say, href)"),
                new("count", "how many cases"),
            ],
            ["duplicate"] = [new("other", "number of the other case")],
            ["reopened"] = [new("reason", "text")],
            ["absence"] =
            [
                new("person", "key"),
                new("until", "date"),
                new("deputy", "key"),
                new("open", "case numbers"),
            ],
            ["dissatisfaction"] = [new("text", "a line of the handler"), new("tip", "true: it is a tip")],
            ["question"] = [new("text", "the answer")],
            ["merged"] = [new("into", "case number")],
        };
}

/// <param name="Name">As a template writes it behind <c>letter.</c></param>
/// <param name="Means">For the author of a template.</param>
public sealed record LetterFact(string Name, string Means);
