using ComplaintMailer.Core.Commands;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Cases;

/// <summary>Mail on a known case that is no command: into the dossier, and to whoever must know.</summary>
internal static class Contributing
{
    public static void FromComplainant(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        draft.Add(
            new CaseEvent.MailAdded(wrote.Mail ?? 0, wrote.Party, wrote.Text, wrote.Attachments, Verified: true),
            wrote.Party
        );
        if (draft.Case.Stage == Stage.Purged)
            return;
        if (IsStatusQuestion(wrote.Text))
        {
            draft.Add(new CaseEvent.StatusAsked(), wrote.Party);
            draft.ToComplainant("status", byItself: false);
            return;
        }
        FillIn(draft, wrote);
        Explain(draft, wrote);
        Consent(draft, wrote);
        var objects = Objects(draft, wrote);
        if (!objects)
            Agrees(draft, wrote);
        var signals = wrote
            .Signals.Where(s => s.Code is not "objection" && !(objects && s.Code is "late-answer"))
            .ToList();
        if (
            wrote.Signals.Any(s => s is { Code: "shield-identity", Weight: not Weights.Look })
            && !draft.Case.IdentityShielded
        )
            draft.Add(new CaseEvent.IdentityShielded(true), wrote.Party);
        Signalling.Raise(draft, signals);
        if (draft.Case.IsOpen)
            Reroute(draft, signals);
        Pass(
            draft,
            wrote.Text,
            wrote.Attachments,
            verified: true,
            draft.Case.Complainant.Name,
            draft.Case.IsOpen ? wrote.Hints : []
        );
        Registering.AskComplainant(draft);
    }

    /// <summary>The person complained about: into the dossier and to the handler, as her or his side.</summary>
    public static void FromConcerned(Draft draft, CaseInput.ConcernedWrote wrote)
    {
        draft.Add(
            new CaseEvent.MailAdded(wrote.Mail ?? 0, "concerned", wrote.Text, wrote.Attachments, Verified: true),
            "concerned"
        );
        draft.Add(new CaseEvent.Heard(draft.Today, "concerned", "mail", wrote.Text), "concerned");
        Pass(
            draft,
            wrote.Text,
            wrote.Attachments,
            verified: true,
            draft.Organisation.Person(draft.Case.ConcernsPerson)?.Name
        );
    }

    /// <summary>Kept and shown as unverified. The sender hears nothing: not even that the case exists.</summary>
    public static void FromStranger(Draft draft, CaseInput.StrangerWrote wrote)
    {
        draft.Add(
            new CaseEvent.MailAdded(wrote.Mail ?? 0, "other", wrote.Text, wrote.Attachments, Verified: false),
            "other"
        );
        Pass(draft, wrote.Text, wrote.Attachments, verified: false, null);
    }

    public static void Pass(
        Draft draft,
        string text,
        IReadOnlyList<string> attachments,
        bool verified,
        string? from,
        IReadOnlyList<string>? hints = null
    )
    {
        if (draft.Case.Stage == Stage.Purged)
            return;
        draft.ToStaff(
            Routing.Responsible(draft.Case, draft.Around, draft.Today),
            "contribution",
            Facts.Of(
                ("text", text),
                ("attachments", attachments),
                ("verified", verified),
                ("from", from),
                ("hint", hints ?? [])
            )
        );
    }

    /// <summary>The whole mail is the question: a status word within a story is no more than a word.</summary>
    private static bool IsStatusQuestion(string text) =>
        text.Length < 200 && CommandReader.Read(text).Commands is [{ Key: "status" }];

    private static void FillIn(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        if (wrote.Details is not { } d || !draft.Case.IsOpen)
            return;
        var c = draft.Case;
        // Asked for one thing only, the answer is that thing, however it is put.
        if (wrote.Answers == "incomplete" && c.Missing is ["desired"] && d.Desired is null)
            d = d with { Desired = wrote.Text };
        var still = c
            .Missing.Where(m =>
                !(m == "desired" && d.Desired is not null)
                && !(m == "name" && d.Name is not null)
                && !(m == "contact" && (d.Phone ?? d.Email) is not null)
                && !(m == "who" && d.WhoInvolved is not null)
                && !(m == "where" && d.Location is not null)
                && !(m == "when" && d.EventDate is not null)
            )
            .ToList();
        var eventDate = c.EventDate is null ? d.EventDate : null;
        if (still.Count == c.Missing.Count && eventDate is null && d.Name is null && d.Phone is null)
            return;
        draft.Add(
            new CaseEvent.DetailsAdded(still)
            {
                Name = c.Complainant.Name is null ? d.Name : null,
                Email = c.Complainant.Email is null ? d.Email : null,
                Phone = c.Complainant.Phone is null ? d.Phone : null,
                Desired = c.Desired is null ? d.Desired : null,
                WhoInvolved = c.WhoInvolved is null ? d.WhoInvolved : null,
                EventDate = eventDate,
                LateDays = eventDate is { } on ? Registering.LateDays(draft.Around, on, c.DayZero) : null,
            },
            wrote.Party
        );
        if (c.Location is null && draft.Organisation.Location(d.Location) is { } location)
        {
            draft.Add(new CaseEvent.LocationSet(location.Key, location.Service), wrote.Party);
            if (c.Handler is null)
                Assigning.Route(draft, atRegistration: false);
        }
    }

    private static void Explain(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        if (wrote.Answers != "late-explanation" || draft.Case.LateAccepted is not null || !draft.Case.IsOpen)
            return;
        draft.Add(new CaseEvent.LateExplained(wrote.Text), wrote.Party);
    }

    /// <summary>A plain yes or no to binding advice. Anything else a person reads.</summary>
    private static void Consent(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        if (
            wrote.Answers != "binding-consent"
            || draft.Case.External is not { Ruling: not null, ComplainantConsents: null }
        )
            return;
        if (YesNo(wrote.Text) is not { } agrees)
            return;
        draft.Add(new CaseEvent.BindingConsentGiven("complainant", agrees, draft.Today), wrote.Party);
        Commands.ExternalCommands.AfterConsent(draft, wrote.Party);
    }

    /// <summary>Not content with the verdict: a talk with the directors where the regulation has one, else the way outside.</summary>
    private static bool Objects(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        var c = draft.Case;
        if (c.Verdict is null || c.Objection is { ClosedOn: null } || c.IsExternal)
            return false;
        var disagrees =
            wrote.Signals.Any(s => s is { Code: "objection", Weight: not Weights.Look })
            || (wrote.Answers is "verdict" or "talk-outcome" && IsDiscontent(wrote.Text));
        if (!disagrees)
            return false;
        foreach (var hit in wrote.Signals.Where(s => s.Code == "objection").Take(1))
            draft.Add(new CaseEvent.SignalRaised(new(hit.Code, hit.Rule, hit.Sentence, hit.Weight, draft.Now)));
        if (draft.Around.Regulation.Objection.DirectorTalk && c.Objection is null)
        {
            Commands.ObjectionCommands.Begin(draft, wrote.Text, wrote.Party);
            return true;
        }
        draft.ToComplainant("external-routes", byItself: false);
        return true;
    }

    /// <summary>“Ik ben nog steeds niet tevreden”, to a letter that asks whether one is.</summary>
    private static bool IsDiscontent(string text)
    {
        var words = Sentences.WordsOf(text);
        for (var i = 0; i < words.Count && i < 100; i++)
        {
            var isDenied = i > 0 && words[i - 1] is "niet" or "not";
            if (words[i] is "ontevreden" or "oneens" or "dissatisfied" or "unhappy" && !isDenied)
                return true;
            if (
                words[i] is "niet" or "not"
                && words.Skip(i + 1).Take(3).Any(w => w is "tevreden" or "eens" or "akkoord" or "satisfied" or "agree")
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// A plain answer to the verdict, without a but. The procedure has ended with the verdict already; now it is known that no talk
    /// and no other way is to follow, and who still disagrees later has both all the same.
    /// </summary>
    private static void Agrees(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        if (wrote.Answers != "verdict" || draft.Case.Stage != Stage.Decided || wrote.Text.Length > 200)
            return;
        var words = $" {string.Join(' ', Sentences.WordsOf(wrote.Text))} ";
        if (
            Agreeing.Any(a => words.Contains($" {a} ", StringComparison.Ordinal))
            && !Reserving.Any(r => words.Contains($" {r} ", StringComparison.Ordinal))
        )
            draft.Add(new CaseEvent.VerdictAgreed(), wrote.Party);
    }

    private static readonly string[] Agreeing =
    [
        "eens",
        "akkoord",
        "tevreden",
        "ik kan me hierin vinden",
        "agree",
        "agreed",
        "satisfied",
    ];

    private static readonly string[] Reserving =
    [
        "niet",
        "nooit",
        "geen",
        "maar",
        "oneens",
        "deels",
        "gedeeltelijk",
        "mits",
        "als",
        "tenzij",
        "alleen",
        "echter",
        "toch",
        "not",
        "don't",
        "dont",
        "but",
        "partly",
        "disagree",
        "unless",
        "however",
        "if",
    ];

    /// <summary>It now turns out to be about a manager or a director: the case moves up, and that person sees no more of it.</summary>
    private static void Reroute(Draft draft, IReadOnlyList<SignalHit> signals)
    {
        var concerns =
            signals.Any(s => s is { Code: "about-director", Weight: not Weights.Look }) ? "director"
            : signals.Any(s => s is { Code: "about-manager", Weight: not Weights.Look }) ? "manager"
            : null;
        if (concerns is null || draft.Case.Concerns is "manager" or "director" or "board")
            return;
        draft.Add(new CaseEvent.ConcernsSet(concerns, null, null));
        Assigning.Route(draft, atRegistration: false);
    }

    private static bool? YesNo(string text)
    {
        var first = Folding.Fold(text.TrimStart()).Split([' ', ',', '.', '\n', '!', '\r'], 2)[0];
        return first switch
        {
            "ja" or "yes" or "akkoord" or "eens" or "agreed" => true,
            "nee" or "no" or "neen" => false,
            _ => null,
        };
    }
}
