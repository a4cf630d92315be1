using System.Globalization;
using ComplaintMailer.Configuration;
using ComplaintMailer.Mail.Net;
using NodaTime;

namespace ComplaintMailer.Connections;

/// <summary>What each alarm is called in the register, and in words to the administrator.</summary>
internal static class AlarmNames
{
    public static string Mailbox(Office office) => $"mailbox:{office.Organisation.Key}";

    public static string Sender(Office office) => $"sender:{office.Organisation.Key}";

    public static string SentCopies(Office office) => $"sent-copies:{office.Organisation.Key}";

    public static string Difference(Office office) => $"difference:{office.Organisation.Key}";

    public static string Template(Office office, string fault) => $"template:{office.Organisation.Key}:{fault}";

    /// <summary>A letter of the organisation itself that did not arrive.</summary>
    public static string Undelivered(Office office, int letter) =>
        string.Create(CultureInfo.InvariantCulture, $"undelivered:{office.Organisation.Key}:{letter}");

    /// <summary>Somebody who can't even be sent an alarm, this day.</summary>
    public static string Unreachable(Office office, string? address, LocalDate day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"undelivered:{office.Organisation.Key}:{address?.ToLowerInvariant()}:{day:uuuu-MM-dd}"
        );

    public static string ExpiriesOf(Office office) => $"expiry:{office.Organisation.Key}:";

    /// <param name="days">Null for all announcements of it.</param>
    public static string Expiry(Office office, Expiry expiry, int? days) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ExpiriesOf(office)}{expiry.What}:{expiry.At:yyyy-MM-dd}:{(days is { } d ? d.ToString(CultureInfo.InvariantCulture) : "")}"
        );

    /// <summary>What is wrong, in a few words.</summary>
    public static string What(string name, string organisation, string language) =>
        (name.Split(':')[0], language) switch
        {
            ("mailbox", "nl") => $"de mailbox van {organisation} kan niet worden gelezen",
            ("mailbox", _) => $"the mailbox of {organisation} can't be read",
            ("sender", "nl") => $"brieven van {organisation} gaan niet de deur uit",
            ("sender", _) => $"letters of {organisation} can't be sent",
            ("sent-copies", "nl") => $"van brieven van {organisation} komt geen kopie in de map met verzonden mail",
            ("sent-copies", _) => $"letters of {organisation} can't be copied to the folder of sent mail",
            ("difference", "nl") => $"in de mailbox van {organisation} ligt mail die niet is afgehandeld",
            ("difference", _) => $"the mailbox of {organisation} holds mail that was not dealt with",
            ("expiry", "nl") => $"een toegang van {organisation} verloopt binnenkort",
            ("expiry", _) => $"an access of {organisation} runs out soon",
            ("template", "nl") => $"een sjabloon voor brieven van {organisation} klopt niet",
            ("template", _) => $"a template for letters of {organisation} is not right",
            ("unreadable", "nl") => $"mails in de mailbox van {organisation} kunnen niet worden geopend",
            ("unreadable", _) => $"mails in the mailbox of {organisation} can't be opened",
            ("failing", "nl") => $"mails aan {organisation} konden nog niet worden verwerkt",
            ("failing", _) => $"mails to {organisation} could not be handled yet",
            ("undelivered", "nl") => $"een mail van {organisation} kwam niet aan",
            ("undelivered", _) => $"a mail of {organisation} did not arrive",
            (_, "nl") => $"storing bij {organisation}: {name}",
            _ => $"trouble at {organisation}: {name}",
        };

    /// <summary>How many letters it keeps from going out; null where it keeps none.</summary>
    public static string? Held(long letters, string language) =>
        (letters, language) switch
        {
            (0, _) => null,
            (1, "nl") => "Er wacht 1 brief.",
            (1, _) => "1 letter waits.",
            (_, "nl") => string.Create(CultureInfo.InvariantCulture, $"Er wachten {letters} brieven."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{letters} letters wait."),
        };

    /// <summary>What to do about it; null for what nobody has thought of yet.</summary>
    public static string? Remedy(string name, string language) =>
        (name.Split(':')[0], language) switch
        {
            ("mailbox", "nl") =>
                "Er raakt geen mail kwijt: die wacht op de server. Voer “complaintmailer doctor” uit en kijk of server, wachtwoord en certificaat kloppen.",
            ("mailbox", _) =>
                "No mail is lost: it waits on the server. Run “complaintmailer doctor”, and see whether server, password and certificate are right.",
            ("sender" or "sent-copies", "nl") =>
                "De brieven gaan uit zodra het weer kan. Voer “complaintmailer doctor” uit en kijk of server, wachtwoord en certificaat kloppen.",
            ("sender" or "sent-copies", _) =>
                "The letters go out as soon as they can. Run “complaintmailer doctor”, and see whether server, password and certificate are right.",
            ("difference", "nl") => "Kijk in de mailbox en in het logboek wat er met deze mails is.",
            ("difference", _) => "Look in the mailbox and in the log for what is the matter with these mails.",
            ("expiry", "nl") => "Vernieuw dit voor die dag, anders komt er geen mail meer in of uit.",
            ("expiry", _) => "Renew this before that day, or no mail comes in or goes out any more.",
            ("template", "nl") => "De brief is wel verstuurd, zonder wat niet klopte. Herstel het sjabloon:",
            ("template", _) => "The letter was sent, without what was not right. Mend the template:",
            ("unreadable", "nl") =>
                "Kijk naar de rechten en de grootte van deze mails; de worker probeert het steeds opnieuw. Intussen staat voor elk een zaak in het register, met een lopende termijn (voor hoogstens 25 tegelijk).",
            ("unreadable", _) =>
                "Look at the permissions and the size of these mails; the worker tries again at every poll. Meanwhile a case stands in the register for each, with a running term (for at most 25 at a time).",
            ("failing", "nl") =>
                "Ze zijn bewaard en worden opnieuw geprobeerd; na drie keer worden ze geregistreerd zoals ze zijn. In het logboek staat waar het misging.",
            ("failing", _) =>
                "They are kept and tried again; after three attempts they are registered as they are. The log says where it went wrong.",
            ("undelivered", "nl") =>
                "Kijk of het adres in de configuratie klopt, en zorg dat deze persoon het langs een andere weg krijgt. Niet aangekomen:",
            ("undelivered", _) =>
                "See whether the address in the configuration is right, and give it to this person in another way. Not arrived:",
            _ => null,
        };
}
