namespace ComplaintMailer.Mail.Reading.Kinds;

/// <summary>Receipts that come as plain mails: “Gelezen: …” with one sentence about when.</summary>
internal static class ReceiptWords
{
    private static readonly Phrases Subjects = new(
        "gelezen:",
        "niet gelezen:",
        "bezorgd:",
        "ontvangstbevestiging:",
        "leesbevestiging:",
        "read:",
        "not read:",
        "delivered:",
        "return receipt",
        "read receipt",
        "gelesen:",
        "ungelesen:",
        "lu:",
        "lu :",
        "disposition notification"
    );

    private static readonly Phrases Sentences = new(
        "is gelezen op",
        "werd gelezen op",
        "is verwijderd zonder",
        "is ongelezen verwijderd",
        "is geopend op",
        "was read on",
        "was deleted without being read",
        "was displayed on",
        "has been read",
        "has been displayed",
        "is bezorgd bij",
        "has been delivered to",
        "your message has been delivered",
        "uw bericht is bezorgd",
        "return receipt for the mail",
        "ontvangstbevestiging van het bericht",
        "wurde gelesen am",
        "a été lu le"
    );

    public static string? Find(string subject, string text)
    {
        if (text.Length > 1500 || !Subjects.Begin(subject.AsSpan().TrimStart()))
            return null;
        return Sentences.FirstIn(text);
    }
}
