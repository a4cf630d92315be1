using ComplaintMailer.Reports.Store;

namespace ComplaintMailer.Reports.Sending;

/// <summary>What somebody is told after answering on a report: what was done, what was not, and why.</summary>
internal sealed class ReportAnswers(string language)
{
    private readonly bool nl = language == "nl";

    public string NotProven =>
        nl
            ? "Er kwam een antwoord op dit rapport van een ander adres dan het uwe. Er is niets gedaan. Antwoord vanaf uw eigen adres op de mail met het rapport."
            : "An answer on this report came from another address than yours. Nothing was done. Reply from your own address to the mail with the report.";

    public string MadeAgain => nl ? "De cijfers zijn opnieuw gemaakt." : "The figures have been made anew.";

    public string LookFirst =>
        nl
            ? "U krijgt eerst het nieuwe concept te zien. Antwoord daarop met akkoord."
            : "You will see the new draft first. Approve it by replying to that.";

    public string AlreadySent => nl ? "Dit rapport is al verstuurd." : "This report has been sent already.";

    public string Help =>
        nl
            ? "Wat kan: “akkoord” verstuurt het rapport, “opnieuw” maakt de cijfers opnieuw, “regeling:”, “bekendmaking:”, “strekking:” en “geschillen:” met een tekst erachter vullen het jaarverslag aan, “uitkomst:” het verslag over externe klachten, “gepubliceerd:” en “besproken:” leggen vast waar het staat en wanneer het besproken is."
            : "What you can write: “approve” sends the report, “again” makes the figures anew, “regulation:”, “made known:”, “tenor:” and “disputes:” followed by a text complete the yearly report, “outcome:” the one on external complaints, “published:” and “discussed:” record where it stands and when it was discussed.";

    public string Subject(MadeReport report) =>
        $"[{ReportPost.Number(report.Id)}] {(nl ? "Ontvangen" : "Received")}: {SendingWords.Name(report.Figures, language)}";

    public string Taken(string field) =>
        nl ? $"Opgenomen: {field}." : $"Taken in: {SendingWords.EnglishKeyword(field)}.";

    public string TooLate(string field) =>
        nl
            ? $"Niet opgenomen: {field}. Het rapport is al verstuurd."
            : $"Not taken in: {SendingWords.EnglishKeyword(field)}. The report has been sent already.";

    public string Names(IReadOnlyList<string> names) =>
        nl
            ? $"Niet opgenomen: in de tekst staat iets dat naar een mens verwijst ({string.Join(", ", names)}). Een rapport noemt niemand. Schrijf het zonder, en stuur alle teksten opnieuw."
            : $"Not taken in: the text holds something that points to a person ({string.Join(", ", names)}). A report names nobody. Write it without, and send all texts again.";

    public string NotYours(IEnumerable<string> who) =>
        nl
            ? $"Niet verstuurd: akkoord geven kan alleen {string.Join(" of ", who)}."
            : $"Not sent: only {string.Join(" or ", who)} can approve it.";

    public string Missing(IReadOnlyList<string> fields) =>
        nl
            ? $"Nog niet verstuurd. Er hoort ook in: {string.Join(", ", fields)}. Antwoord met bijvoorbeeld “{fields[0]}: …” en daaronder “akkoord”."
            : $"Not sent yet. It also needs: {string.Join(", ", fields.Select(SendingWords.EnglishKeyword))}. Reply with, say, “{SendingWords.EnglishKeyword(fields[0])}: …” and “approve” below it.";

    public string Sent(IEnumerable<string> to) =>
        nl ? $"Verstuurd aan: {string.Join(", ", to)}." : $"Sent to: {string.Join(", ", to)}.";

    public string Unreachable(IReadOnlyList<string> who) =>
        nl
            ? $"Geen mailadres bekend van: {string.Join(", ", who)}. Stuur het rapport daar zelf heen, of vul het adres in de configuratie in."
            : $"No mail address is known of: {string.Join(", ", who)}. Send the report there yourself, or fill in the address in the configuration.";
}
