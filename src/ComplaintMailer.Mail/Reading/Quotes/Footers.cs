using System.Buffers;

namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>Paragraphs that lawyers, list programs and gatekeepers add.</summary>
internal static class Footers
{
    private static readonly Phrases Legal = new(
        "vertrouwelijk",
        "uitsluitend bestemd",
        "uitsluitend voor de geadresseerde",
        "bestemd voor de geadresseerde",
        "geadresseerde",
        "ten onrechte",
        "onterecht",
        "per abuis",
        "openbaarmaking",
        "vermenigvuldiging",
        "verspreiding",
        "verstrekking",
        "aan derden",
        "niet toegestaan",
        "niet de bedoelde ontvanger",
        "afzender te informeren",
        "afzender op de hoogte",
        "te vernietigen",
        "te verwijderen",
        "aanvaardt geen aansprakelijkheid",
        "niet aansprakelijk",
        "geen rechten",
        "disclaimer",
        "proclaimer",
        "elektronische verzending",
        "confidential",
        "privileged",
        "intended recipient",
        "intended solely",
        "addressee",
        "unauthorised",
        "unauthorized",
        "strictly prohibited",
        "received this e-mail in error",
        "received this email in error",
        "received this message in error",
        "notify the sender",
        "accepts no liability",
        "vertraulich",
        "irrtümlich",
        "confidentiel",
        "destinataire"
    );

    /// <summary>Lawyers speak of the mail itself and of who may read it.</summary>
    private static readonly Phrases AboutMail = new(
        "bericht",
        "e-mail",
        "email",
        "deze mail",
        "geadresseerde",
        "ontvanger",
        "afzender",
        "disclaimer",
        "proclaimer",
        "message",
        "recipient",
        "addressee",
        "sender",
        "nachricht",
        "destinataire",
        "courriel"
    );

    /// <summary>They say for whom it is, what to do with it if it is not, and what follows from it: somebody who complains of a leak does not.</summary>
    private static readonly Phrases Instructs = new(
        "bestemd",
        "indien",
        "als u",
        "als je",
        "mocht u",
        "mocht je",
        "gebruik door",
        "alleen voor",
        "uitsluitend",
        "kan vertrouwelijke",
        "kunnen vertrouwelijke",
        "kan informatie bevatten",
        "aanvaardt geen",
        "aanvaarden geen",
        "niet aansprakelijk",
        "geen rechten",
        "gelieve",
        "verzocht",
        "verzoeken wij",
        "wij verzoeken",
        "disclaimer",
        "proclaimer",
        "if you",
        "intended",
        "solely",
        "may contain",
        "liability",
        "prohibited",
        "please",
        "wenn sie",
        "sollten sie",
        "bitte",
        "si vous",
        "veuillez"
    );

    /// <summary>And never of themselves as one person, nor of their children.</summary>
    private static readonly HashSet<string> FirstPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        "ik",
        "mij",
        "mijn",
        "me",
        "m'n",
        "i",
        "my",
        "ich",
        "mein",
        "meine",
        "meinen",
        "j'ai",
        "mon",
    };

    private static readonly Phrases Green = new(
        "denk aan het milieu",
        "denk om het milieu",
        "spaar het milieu",
        "consider the environment",
        "before printing this",
        "voordat u deze e-mail print",
        "alvorens deze e-mail te printen"
    );

    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" ,.;:!?()\"“”\t");

    private static readonly Phrases Lists = new(
        "mailing list",
        "mailinglijst",
        "maillijst",
        "afmelden voor",
        "unsubscribe",
        "uitschrijven",
        "google groups",
        "google discussiegroepen",
        "you received this message because",
        "je hebt dit bericht ontvangen omdat",
        "u ontvangt dit bericht omdat"
    );

    private static readonly Phrases Banners = new(
        "deze e-mail komt van buiten",
        "dit bericht komt van buiten",
        "deze e-mail is afkomstig van buiten",
        "deze mail komt van buiten",
        "e-mail van buiten de organisatie",
        "krijgt niet vaak e-mail van",
        "vaak geen e-mail van",
        "externe afzender",
        "externe e-mail",
        "u ontvangt niet vaak e-mail van",
        "je ontvangt niet vaak e-mail van",
        "you don't often get email from",
        "this email originated from outside",
        "this message originated from outside",
        "external email",
        "some people who received this message don't often get email",
        "sommige personen die dit bericht hebben ontvangen",
        "sommige mensen die dit bericht hebben ontvangen"
    );

    /// <summary>One such word a person may write; two in one paragraph is a lawyer.</summary>
    public static bool IsLegal(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length < 40)
            return paragraph.Trim(" :*-").Equals("disclaimer", StringComparison.OrdinalIgnoreCase)
                || IsGreen(paragraph);
        if (IsGreen(paragraph))
            return true;
        // What fewest paragraphs have is asked first.
        return AboutMail.In(paragraph)
            && Legal.CountIn(paragraph, most: 2) == 2
            && Instructs.In(paragraph)
            && !IsPersonal(paragraph);
    }

    private static bool IsPersonal(ReadOnlySpan<char> paragraph)
    {
        var words = FirstPerson.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!paragraph.IsEmpty)
        {
            var end = paragraph.IndexOfAny(BetweenWords);
            if (words.Contains(end < 0 ? paragraph : paragraph[..end]))
                return true;
            paragraph = end < 0 ? [] : paragraph[(end + 1)..];
        }
        return false;
    }

    public static bool IsList(ReadOnlySpan<char> paragraph) =>
        paragraph.Length < 600
        && Lists.In(paragraph)
        && (paragraph.Contains("http", StringComparison.OrdinalIgnoreCase) || paragraph.Contains('@'));

    /// <summary>A gatekeeper's warning above the text.</summary>
    public static bool IsBanner(ReadOnlySpan<char> paragraph) => paragraph.Length < 500 && Banners.In(paragraph);

    private static bool IsGreen(ReadOnlySpan<char> paragraph) => paragraph.Length < 250 && Green.In(paragraph);
}
