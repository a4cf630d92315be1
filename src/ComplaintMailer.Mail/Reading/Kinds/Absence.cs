namespace ComplaintMailer.Mail.Reading.Kinds;

/// <summary>
/// Out-of-office notes by their words, where no field shows them: those of Outlook, Gmail, Lotus, Zimbra and GroupWise in
/// nl, en, de and fr. “Afwezig” alone proves nothing: people complain that staff are.
/// </summary>
internal static class Absence
{
    private static readonly Phrases Subjects = new(
        "automatisch antwoord",
        "automatische reactie",
        "automatische beantwoording",
        "automatisch beantwoorden",
        "automatic reply",
        "automatic response",
        "automated reply",
        "automated response",
        "auto reply",
        "auto-reply",
        "autoreply",
        "auto response",
        "autoresponse",
        "auto-response",
        "autoantwoord",
        "out of office",
        "out-of-office",
        "out of the office",
        "afwezigheidsbericht",
        "afwezigheidsmelding",
        "afwezigheidsassistent",
        "niet op kantoor:",
        "afwezig:",
        "automatische antwort",
        "abwesenheitsnotiz",
        "abwesenheitsnachricht",
        "abwesenheitsbenachrichtigung",
        "automatische abwesenheit",
        "abwesend:",
        "réponse automatique",
        "réponse d'absence",
        "message d'absence",
        "absence du bureau",
        "absent du bureau",
        "notification d'absence",
        "respuesta automática",
        "risposta automatica",
        "resposta automática",
        "otomatik yanıt",
        "automatyczna odpowiedź",
        "automatisk svar",
        "автоматический ответ",
        "автоматична відповідь",
        "الرد التلقائي",
        "رد تلقائي",
        "vacation reply",
        "[auto]",
        "[auto-reply]",
        "[autoreply]"
    );

    /// <summary>Lotus writes “Jan Jansen is out of the office.”</summary>
    private static readonly Phrases Endings = new(
        "is out of the office",
        "is out of office",
        "is niet op kantoor",
        "is niet aanwezig",
        "is afwezig",
        "is nicht im büro",
        "ist außer haus",
        "ist nicht im büro",
        "est absent du bureau",
        "est absente du bureau",
        "(out of office)",
        "(afwezig)"
    );

    private static readonly Phrases Weak = new(
        "afwezig",
        "niet aanwezig",
        "vakantie",
        "met verlof",
        "zwangerschapsverlof",
        "ziek",
        "abwesend",
        "abwesenheit",
        "absence",
        "absent",
        "away",
        "on leave",
        "holiday",
        "vacation",
        "auto:"
    );

    private static readonly Phrases Texts = new(
        "ik ben afwezig",
        "ben ik afwezig",
        "ik ben momenteel afwezig",
        "momenteel afwezig",
        "ik ben niet aanwezig",
        "ben ik niet aanwezig",
        "ik ben met vakantie",
        "ik ben op vakantie",
        "ben ik met vakantie",
        "ik geniet van",
        "wegens vakantie",
        "in verband met vakantie",
        "ik ben met verlof",
        "ik ben met zwangerschapsverlof",
        "ik lees mijn mail niet",
        "ik lees mijn e-mail niet",
        "mijn mail wordt niet gelezen",
        "uw bericht wordt niet gelezen",
        "uw bericht wordt niet doorgestuurd",
        "ben ik weer bereikbaar",
        "ik ben weer bereikbaar",
        "ben ik weer aanwezig",
        "ik ben weer aanwezig",
        "i am out of the office",
        "i'm out of the office",
        "i will be out of the office",
        "i am currently out",
        "i am away",
        "i am on leave",
        "i am on annual leave",
        "i'm on annual leave",
        "i am on holiday",
        "i am on vacation",
        "i will return",
        "limited access to my email",
        "ich bin abwesend",
        "ich bin derzeit nicht",
        "ich bin bis",
        "ich bin nicht im büro",
        "ich bin ab dem",
        "je suis absent",
        "je suis actuellement absent",
        "je serai absent",
        "je suis en congé"
    );

    /// <summary>No note of absence speaks of these; a parent whose subject has such a word does.</summary>
    private static readonly Phrases OwnChild = new(
        "mijn kind",
        "mijn zoon",
        "mijn dochter",
        "ons kind",
        "onze zoon",
        "onze dochter",
        "onze kinderen",
        "my child",
        "my son",
        "my daughter",
        "our child",
        "our son",
        "our daughter",
        "mein kind",
        "mein sohn",
        "meinen sohn",
        "meine tochter",
        "mon enfant",
        "mon fils",
        "ma fille"
    );

    private static readonly Phrases Answerers = new(
        "dit is een automatisch antwoord",
        "dit is een automatische reactie",
        "dit is een automatisch gegenereerd antwoord",
        "dit is een automatische ontvangstbevestiging",
        "dit is een automatisch gegenereerde ontvangstbevestiging",
        "this is an automatic reply",
        "this is an automated reply",
        "this is an automatic response",
        "this is an automated response",
        "this is an auto-generated response",
        "dies ist eine automatische antwort",
        "ceci est une réponse automatique"
    );

    private static readonly Phrases DeskSubjects = new(
        "ontvangstbevestiging",
        "bevestiging van ontvangst",
        "bevestiging ontvangst",
        "uw bericht ontvangen",
        "je bericht ontvangen",
        "uw e-mail ontvangen",
        "je e-mail ontvangen",
        "uw mail ontvangen",
        "uw bericht is ontvangen",
        "uw vraag is ontvangen",
        "bedankt voor uw bericht",
        "bedankt voor je bericht",
        "received your message",
        "received your request",
        "thank you for contacting",
        "eingangsbestätigung",
        "accusé de réception"
    );

    private static readonly Phrases DeskTexts = new(
        "dit is een automatisch gegenereerd",
        "dit is een automatisch bericht",
        "dit is een automatische e-mail",
        "dit bericht is automatisch",
        "dit bericht wordt automatisch",
        "deze e-mail is automatisch",
        "deze mail is automatisch",
        "deze e-mail wordt automatisch",
        "this is an automatically generated",
        "this message was sent automatically",
        "this message has been generated automatically",
        "diese nachricht wurde automatisch",
        "ce message a été généré automatiquement"
    );

    public static string? AbsenceSubject(string subject)
    {
        var words = subject.AsSpan().Trim();
        foreach (var opening in Subjects.AtStart(words))
        {
            if (Ends(words[opening.Length..]))
                return opening.TrimEnd(':');
        }
        // Lotus adds when its owner returns: “… is out of the office (returning 30-11-2026)”.
        var aside = words.EndsWith(')') ? words.LastIndexOf(" (") : -1;
        var bare = words.TrimEnd('.').TrimEnd();
        if (aside > 0 && !words[aside..].Equals(" (afwezig)", StringComparison.OrdinalIgnoreCase))
            bare = words[aside..].Equals(" (out of office)", StringComparison.OrdinalIgnoreCase)
                ? bare
                : words[..aside].TrimEnd(" .");
        foreach (var ending in Endings.List)
        {
            if (bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && bare.Length < 100)
                return ending;
        }
        return null;
    }

    /// <summary>
    /// A desk that says “received”, by its subject and by its own word that a program sent this. Never by one of the two:
    /// forms on web sites say the second of what people wrote.
    /// </summary>
    public static string? DeskWords(string subject, string text)
    {
        var words = subject.AsSpan().Trim();
        var isReceipt = words.StartsWith("[ticket", StringComparison.OrdinalIgnoreCase) || DeskSubjects.In(words);
        return isReceipt ? DeskTexts.FirstIn(text.AsSpan(0, Math.Min(text.Length, 1500))) : null;
    }

    public static bool IsWeakSubject(string subject) => subject.Length < 200 && Weak.In(subject);

    /// <summary>Short, and its writer says of itself to be away.</summary>
    public static bool IsText(string text) =>
        text.Length < 2000
        && !text.Contains("klacht over", StringComparison.OrdinalIgnoreCase)
        && !text.Contains(" geweest", StringComparison.OrdinalIgnoreCase)
        && !OwnChild.In(text)
        && Texts.In(text);

    public static string? AnswererWords(string text) => Answerers.FirstIn(text.AsSpan(0, Math.Min(text.Length, 800)));

    /// <summary>The opening is a word of its own: “Automatisch antwoord: …”, not “Automatisch antwoordapparaat werkt niet”.</summary>
    private static bool Ends(ReadOnlySpan<char> rest) => rest.IsEmpty || (!char.IsLetter(rest[0]) && rest[0] != '?');
}
