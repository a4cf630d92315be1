using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters;
using NodaTime;

namespace ComplaintMailer.Dossiers;

/// <summary>What happened, in words that a reader of the dossier understands. Null: nothing worth a line.</summary>
internal sealed class EventWords(
    Organisation organisation,
    LetterWords words,
    string language,
    IReadOnlyList<ExternalBody> bodies
)
{
    public string? Of(CaseEvent happened) => OfHandling(happened) ?? OfEnding(happened) ?? OfPost(happened);

    /// <summary>Who did it: “Joke de Vries”, “de klager”, “automatisch”.</summary>
    public string Who(string? party) =>
        party switch
        {
            null or "" or "worker" => Say("automatisch", "automatic"),
            "complainant" => Say("klager", "complainant"),
            "concerned" => Say("degene over wie het gaat", "the person concerned"),
            "operator" => Say("beheer", "administration"),
            "other" => Say("onbekende afzender", "unknown sender"),
            _ when party.StartsWith("complainant", StringComparison.Ordinal) => Say("medeklager", "joint complainant"),
            _ when party.StartsWith("staff:", StringComparison.Ordinal) => Person(party["staff:".Length..]),
            _ => party,
        };

    public string Letter(string kind) => words.Known("letter", kind) ?? kind;

    private string Body(string key) => bodies.FirstOrDefault(b => b.Key == key)?.Name ?? key;

    private string? OfHandling(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Registered e => Say(
                $"Klacht geregistreerd; dag van binnenkomst: {Day(e.DayZero)}",
                $"Complaint registered; came in on {Day(e.DayZero)}"
            ),
            CaseEvent.Triaged e => Say(
                $"Aangemerkt als {e.CaseKind}: {e.Reason}",
                $"Marked as {e.CaseKind}: {e.Reason}"
            ),
            CaseEvent.Assigned e => Say($"Behandelaar: {Person(e.Handler)}", $"Handler: {Person(e.Handler)}")
                + Because(e.Reason),
            CaseEvent.HandlerProposed e => Say(
                $"Voorgesteld als behandelaar: {Person(e.Handler)}",
                $"Proposed as handler: {Person(e.Handler)}"
            ),
            CaseEvent.PersonBarred e => Say($"{Person(e.Person)} staat erbuiten", $"{Person(e.Person)} stays out of it")
                + Because(e.Reason),
            CaseEvent.PersonReadmitted e => Say(
                $"{Person(e.Person)} mag weer meedoen",
                $"{Person(e.Person)} may take part again"
            ),
            CaseEvent.Escalated e => Say($"Opgeschaald naar {Person(e.To)}", $"Escalated to {Person(e.To)}")
                + Because(e.Reason),
            CaseEvent.EscalationDeclined e => Say("Niet opgeschaald", "Not escalated") + Because(e.Reason),
            CaseEvent.RoleInvolved e => Say(
                $"Betrokken: {words.Of("role", e.Role)}",
                $"Involved: {words.Of("role", e.Role)}"
            ) + Because(words.Known("signal", e.Reason) ?? e.Reason),
            CaseEvent.LiabilityShared e => Say($"Gedeeld met {Person(e.Person)}", $"Shared with {Person(e.Person)}"),
            CaseEvent.SignalRaised e => Say("Signaal: ", "Signal: ")
                + words.Of("signal", e.Flag.Code)
                + (e.Flag.Sentence.Length > 0 ? $" (“{e.Flag.Sentence}”)" : ""),
            CaseEvent.SignalConfirmed e => Say("Bevestigd: ", "Confirmed: ")
                + words.Of("signal", e.Code)
                + Because(e.Reason),
            CaseEvent.SignalRejected e => Say("Verworpen: ", "Rejected: ")
                + words.Of("signal", e.Code)
                + Because(e.Reason),
            CaseEvent.LocationSet e => Say("Locatie: ", "Location: ")
                + (organisation.Location(e.Location)?.Name ?? e.Location),
            CaseEvent.NatureSet e => Say("Aard: ", "Nature: ") + string.Join(", ", e.Nature),
            CaseEvent.ConcernsSet e => Say("Gaat over: ", "Concerns: ")
                + string.Join(", ", new[] { e.Concerns, e.Person is null ? null : Person(e.Person) }.OfType<string>()),
            CaseEvent.DetailsAdded e => e.StillMissing.Count == 0
                ? Say("Aangevuld; niets ontbreekt meer", "Details added; nothing is missing any more")
                : Say("Aangevuld; ontbreekt nog: ", "Details added; still missing: ")
                    + string.Join(", ", e.StillMissing.Select(m => words.Of("missing", m))),
            CaseEvent.IdentityShielded e => e.Shielded
                ? Say("Naam van de klager blijft geheim", "The complainant's name is kept secret")
                : Say("Naam van de klager mag bekend zijn", "The complainant's name may be known"),
            CaseEvent.MandateJudged e => (
                e.Authorised ? Say("Gemachtigd", "Authorised") : Say("Niet gemachtigd", "Not authorised")
            ) + Because(e.Text),
            CaseEvent.LateExplained e => Say("Uitleg over de late indiening: ", "Explained why it is late: ") + e.Text,
            CaseEvent.LateJudged e => (
                e.Accepted
                    ? Say("Late indiening aanvaard", "Late filing accepted")
                    : Say("Te laat ingediend", "Filed too late")
            ) + Because(e.Reason),
            CaseEvent.ContactMade e => Note(
                Say("Contact", "Contact"),
                e.On,
                words.Of("party", e.With),
                words.Of("channel", e.How),
                e.Text
            ),
            CaseEvent.Heard e => Note(
                Say("Gehoord", "Heard"),
                e.On,
                words.Of("party", e.Who),
                words.Of("channel", e.How),
                e.Text
            ),
            CaseEvent.HearingWaived e => Note(Say("Niet gehoord", "Not heard"), e.On, e.Who, null, e.Reason),
            CaseEvent.TalkHeld e => Note(Say("Gesprek", "Talk"), e.On, e.Who, null, e.Text),
            CaseEvent.NoteAdded e => Say("Notitie: ", "Note: ") + e.Text,
            CaseEvent.CodeTested e => Say("Getoetst: ", "Tested: ") + $"{e.Tested}: {e.Result}",
            CaseEvent.Extended e => Say(
                $"Verlengd tot {Day(e.NewDue)}, besproken op {Day(e.TalkedOn)}",
                $"Extended to {Day(e.NewDue)}, discussed on {Day(e.TalkedOn)}"
            ) + Because(e.Reasons),
            CaseEvent.DelayTold e => Say(
                $"Vertraging gemeld; verwacht op {Day(e.Expected)}",
                $"Delay told; expected on {Day(e.Expected)}"
            ) + Because(e.Reasons),
            CaseEvent.ReactionAsked e => Say(
                $"Reactie gevraagd, uiterlijk {Day(e.AnswerBy)}: {e.Points}",
                $"Reaction asked by {Day(e.AnswerBy)}: {e.Points}"
            ),
            CaseEvent.Referred e => Say("Voorgelegd: ", "Referred: ") + e.Question,
            CaseEvent.ReferralAnswered e => Say("Antwoord van de voorzitter: ", "Answer of the chair: ") + e.Text,
            CaseEvent.AppointmentMade e => Note(Say("Afspraak", "Appointment"), e.On, null, null, e.Text),
            CaseEvent.LessonNoted e => Say("Geleerd: ", "Lesson: ") + e.Text,
            CaseEvent.RelationNoted e => Say("De relatie is hersteld: ", "Relation restored: ") + e.Restored,
            CaseEvent.AbsenceTold e => Say($"{Person(e.Person)} is afwezig", $"{Person(e.Person)} is away")
                + (e.Until is { } until ? Say(" tot en met ", " until ") + Day(until) : "")
                + (e.Deputy is { } deputy ? Say(", vervanger: ", ", deputy: ") + Person(deputy) : ""),
            CaseEvent.StatusAsked => Say("Vroeg hoe het staat", "Asked how it stands"),
            CaseEvent.PrivacyRequestPassed e => Say(
                $"Vraag over eigen gegevens doorgegeven; antwoord uiterlijk {Day(e.AnswerBy)}",
                $"Request about own data passed on; answer by {Day(e.AnswerBy)}"
            ),
            CaseEvent.Exported e => Say("Dossier uitgegeven: ", "File given out: ") + e.Purpose,
            CaseEvent.CommandsRefused e => Say("Niet uitgevoerd: ", "Not done: ") + string.Join("; ", e.Reasons),
            CaseEvent.AccessDenied e => Say($"Geen toegang: {Person(e.Person)}", $"No access: {Person(e.Person)}"),
            _ => null,
        };

    private string? OfEnding(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.VerdictDrafted e => Say("Oordeel opgesteld: ", "Verdict drafted: ")
                + words.Of("verdict", e.Verdict.Kind),
            CaseEvent.VerdictApproved e => Say("Oordeel goedgekeurd door ", "Verdict approved by ") + Person(e.Person),
            CaseEvent.VerdictGiven e => Say("Oordeel: ", "Verdict: ")
                + words.Of("verdict", e.Verdict.Kind)
                + Because(e.Verdict.Reasons)
                + string.Concat(
                    e.Measures.Select(m =>
                        Say($". Maatregel {m.Number}: ", $". Measure {m.Number}: ")
                        + m.Text
                        + (m.Due is { } due ? Say(", uiterlijk ", ", by ") + Day(due) : "")
                    )
                ),
            CaseEvent.MeasureDone e => Say(
                $"Maatregel {e.Number} klaar op {Day(e.On)}",
                $"Measure {e.Number} done on {Day(e.On)}"
            ),
            CaseEvent.Closed e => Say("Afgesloten: ", "Closed: ") + words.Of("outcome", e.Outcome) + Because(e.Reason),
            CaseEvent.Suspended e => Say("Opgeschort", "Suspended")
                + (e.Until is { } until ? Say(" tot ", " until ") + Day(until) : "")
                + Because(e.Reason),
            CaseEvent.Resumed e => Say("Hervat", "Resumed") + Because(e.Reason),
            CaseEvent.Reopened e => Say("Heropend", "Reopened") + Because(e.Reason),
            CaseEvent.VerdictAgreed => Say("Eens met het oordeel", "Agrees with the verdict"),
            CaseEvent.ObjectionMade e => Say("Niet eens met het oordeel: ", "Does not agree: ") + e.Text,
            CaseEvent.ObjectionDropped e => Say("Bezwaar vervallen", "Objection dropped") + Because(e.Reason),
            CaseEvent.ObjectionTalkPlanned e => Say("Gesprek met de directie op ", "Talk with the directors on ")
                + Day(e.On),
            CaseEvent.ObjectionTalkHeld e => Note(
                Say("Gesprek met de directie", "Talk with the directors"),
                e.On,
                null,
                null,
                e.Result
            ),
            CaseEvent.WentExternal e => Say(
                $"Voorgelegd aan {Body(e.Body)} op {Day(e.On)}",
                $"Brought to {Body(e.Body)} on {Day(e.On)}"
            ),
            CaseEvent.ExternallyRuled e => Say("Uitspraak van buiten: ", "External ruling: ")
                + $"{words.Of("ruling", e.Ruling)}, {Day(e.On)}"
                + (e.Text is { } ruled ? $"\n{ruled}" : ""),
            CaseEvent.BindingConsentGiven e => Who(e.Party)
                + (
                    e.Agrees
                        ? Say(" aanvaardt de uitspraak", " accepts the ruling")
                        : Say(" aanvaardt de uitspraak niet", " does not accept the ruling")
                ),
            CaseEvent.RetentionRestarted e => Say("Bewaartermijn begint opnieuw op ", "Keeping begins anew on ")
                + Day(e.From)
                + Because(e.Reason),
            CaseEvent.KeepUntilSet e => Say("Bewaren tot ", "Keep until ") + Day(e.Until) + Because(e.Reason),
            CaseEvent.DestructionListed e => Say("Aangekondigd: wissen op ", "Announced: to be destroyed on ")
                + Day(e.DestroyOn),
            CaseEvent.Purged e => Say("Gewist op ", "Destroyed on ") + Day(e.On),
            CaseEvent.DestructionApproved => Say("Wissen goedgekeurd", "Destruction approved"),
            CaseEvent.MergedInto e => Say("Samengevoegd met ", "Merged into ") + e.Number,
            CaseEvent.MergedFrom e => Say("Hierbij gevoegd: ", "Merged into this: ") + e.Number,
            CaseEvent.SplitOff e => Say("Afgesplitst: ", "Split off: ") + e.Text,
            CaseEvent.ComplainantAdded e => Say("Ook klager: ", "Also complainant: ")
                + (e.Complainant.Name ?? e.Complainant.Email),
            _ => null,
        };

    private string? OfPost(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.TermStarted e => $"{Term(e.Term.Kind)}: {Say("uiterlijk", "by")} {Day(e.Term.Due)}",
            CaseEvent.TermMet e => $"{Term(e.Term)}: {Say("gehaald op", "met on")} {Day(e.On)}",
            CaseEvent.TermMissed e => $"{Term(e.Term)}: {Say("niet op tijd", "not in time")}",
            CaseEvent.TermStopped e => $"{Term(e.Term)}: {Say("loopt niet meer", "runs no more")}" + Because(e.Reason),
            CaseEvent.MailAdded e => (
                e.Verified
                    ? Say($"Mail {e.Mail} ontvangen", $"Mail {e.Mail} received")
                    : Say(
                        $"Mail {e.Mail} ontvangen, afzender niet zeker",
                        $"Mail {e.Mail} received, sender not certain"
                    )
            ) + (e.Attachments.Count > 0 ? $" ({string.Join(", ", e.Attachments)})" : ""),
            CaseEvent.MachineMailNoted e => Say($"Automatische mail {e.Mail}", $"Automatic mail {e.Mail}"),
            CaseEvent.LetterOrdered e => Say("Brief ", "Letter ")
                + $"{e.Letter}, {Letter(e.LetterKind)}, {Say("aan", "to")} {Who(e.Party)}",
            CaseEvent.LetterAccepted e => Say(
                $"Brief {e.Letter} geaccepteerd door {e.Host}",
                $"Letter {e.Letter} accepted by {e.Host}"
            ),
            CaseEvent.LetterFailed e => Say($"Brief {e.Letter} is niet verstuurd", $"Letter {e.Letter} was not sent")
                + Because(e.Reason),
            CaseEvent.LetterBounced e => Say($"Brief {e.Letter} kwam terug", $"Letter {e.Letter} came back")
                + Because(e.Reason),
            CaseEvent.LetterSuppressed e => Say(
                $"Brief {e.Letter} is tegengehouden",
                $"Letter {e.Letter} was held back"
            ) + Because(e.Reason),
            CaseEvent.LetterBundled e => Say(
                $"Brief {e.Letter} ging mee in één mail met andere",
                $"Letter {e.Letter} went out in one mail with others"
            ),
            CaseEvent.NoticeBrought e => Say(
                $"{Letter(e.LetterKind)} gebracht op ",
                $"{Letter(e.LetterKind)} brought on "
            ) + $"{Day(e.On)}: {e.How}",
            _ => null,
        };

    private string Note(string what, LocalDate on, string? who, string? how, string text) =>
        $"{what} {Say("op", "on")} {Day(on)}"
        + string.Concat(new[] { who, how }.Where(t => !string.IsNullOrEmpty(t)).Select(t => $", {t}"))
        + (text.Length > 0 ? $": {text}" : "");

    private string Term(string kind)
    {
        var name = words.Of("term", kind);
        return name.Length == 0 ? kind : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private string Person(string key) => organisation.Person(key)?.Name ?? key;

    private string Day(LocalDate day) => DateWords.InFull(day, language);

    private string Say(string dutch, string english) => language == "en" ? english : dutch;

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $" ({reason.Trim()})";
}
