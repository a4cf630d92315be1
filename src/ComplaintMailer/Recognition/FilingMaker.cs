using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Mail.Reading;
using NodaTime;

namespace ComplaintMailer.Recognition;

/// <summary>From a mail to the complaint in it.</summary>
internal static class FilingMaker
{
    public static Filing FromMail(Office office, ReadMail mail, Instant takenIn)
    {
        var words = mail.Reply.Length > 0 ? mail.Reply : mail.Text;
        var location = office
            .Organisation.Locations.Where(l => Names(l).Any(n => Says(mail.Subject + "\n" + words, n)))
            .ToList();
        return new Filing
        {
            Number = "",
            Received = takenIn,
            Channel = "mail",
            Language = mail.Language is "nl" or "en" ? mail.Language : office.Organisation.Language,
            Complainant = new(mail.From?.Name, mail.From?.Address, null),
            Subject = mail.Subject,
            Description = words,
            // Two names of places in one mail: a person chooses.
            Location = location.Count == 1 ? location[0].Key : null,
            ProposedLocation = location.Count > 1 ? location[0].Key : null,
            Attachments = [.. mail.Attachments.Where(a => !a.Inline).Select(a => a.Name)],
        };
    }

    /// <summary>For a mail that could not be understood: who sent it, where that is known, and nothing that could go wrong.</summary>
    public static Filing Unread(Office office, ReadMail mail, Instant takenIn) =>
        new()
        {
            Number = "",
            Received = takenIn,
            Channel = "mail",
            Language = office.Organisation.Language,
            Complainant = new(mail.From?.Name, mail.From?.Address, null),
            Subject = "",
            Description = "",
        };

    private static IEnumerable<string> Names(Core.Organisations.Location location) =>
        location.Aliases.Prepend(location.Name);

    private static bool Says(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
    }
}
