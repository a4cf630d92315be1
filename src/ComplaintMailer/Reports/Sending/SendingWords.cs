using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Forms;
using NodaTime;

namespace ComplaintMailer.Reports.Sending;

/// <summary>The sentences around a report in the mails that bring it, ask for it, and answer about it.</summary>
internal static class SendingWords
{
    public static string Name(FiguresReport report, string language) =>
        $"{ReportWords.Title(report, language)} – {report.Organisation} – {report.Period.Name(language)}";

    public static IReadOnlyList<string> Intro(Reader reader, FiguresReport report, string language)
    {
        var nl = language == "nl";
        var what = $"{ReportWords.Title(report, language)}, {report.Period.Name(language)}";
        return reader.Code switch
        {
            Audience.Supervisors =>
            [
                nl
                    ? $"Hierbij ontvangt u het {what} van {report.Organisation}, voor de locaties onder uw toezicht."
                    : $"Please find the {what} of {report.Organisation}, for the locations under your supervision.",
            ],
            Audience.ParentsCommittees =>
            [
                nl
                    ? $"Hierbij ontvangt u het {what} van {report.Organisation}. Wilt u het op de agenda van uw volgende vergadering zetten? Wij bespreken het graag met u."
                    : $"Please find the {what} of {report.Organisation}. Would you put it on the agenda of your next meeting? We would like to discuss it with you.",
            ],
            Audience.Publish =>
            [
                nl
                    ? "Dit rapport is klaar om te publiceren. Bij deze mail zit een webpagina (html) die zo op de website kan, en een pdf."
                    : "This report is ready to be published. Attached are a web page (html) that can go on the website as it is, and a PDF.",
                nl
                    ? "Breng het onder de aandacht van alle ouders, bijvoorbeeld in de nieuwsbrief of de ouderapp: “Ons klachtenverslag staat op de website.”"
                    : "Bring it to the attention of all parents, for instance in the newsletter or the app: “Our complaints report is on the website.”",
                nl
                    ? "Staat het online? Antwoord dan met “gepubliceerd:” en het adres van de pagina. Is het met de oudercommissie besproken? Antwoord met “besproken:” en de datum."
                    : "Is it online? Reply with “published:” and the address of the page. Was it discussed with the parents' committee? Reply with “discussed:” and the date.",
            ],
            _ => [],
        };
    }

    public static IReadOnlyList<string> Approval(FiguresReport report, LocalDate? due, bool reminder, string language)
    {
        var nl = language == "nl";
        var name = Name(report, language);
        var by = due is { } day
            ? (
                nl
                    ? $" Het moet uiterlijk {DateWords.InFull(day, "nl")} verstuurd zijn."
                    : $" It must be out by {DateWords.InFull(day, "en")}."
            )
            : "";
        return
        [
            (reminder ? (nl ? "Herinnering. " : "Reminder. ") : "")
                + (
                    nl
                        ? $"Het concept van dit rapport staat hieronder en zit bij deze mail: {name}. Het wordt pas verstuurd na uw akkoord.{by}"
                        : $"The draft of this report is below and attached: {name}. It is sent only after you approve it.{by}"
                ),
            nl
                ? "Klopt het, en is niemand te herkennen? Antwoord dan met alleen “akkoord”. Kloppen de cijfers niet meer, dan maakt “opnieuw” ze opnieuw."
                : "Is it right, and can nobody be recognised? Then reply with just “approve”. If the figures are out of date, “again” makes them anew.",
        ];
    }

    public static string AsksTexts(bool isLaw, string language) =>
        (isLaw, language == "nl") switch
        {
            (true, true) => "De wet vraagt ook teksten die alleen een mens kan schrijven. Antwoord op deze mail met:",
            (true, _) => "The law also asks for texts that only a person can write. Reply to this mail with:",
            (_, true) => "Eén tekst kan alleen een mens schrijven. Antwoord op deze mail met:",
            _ => "One text only a person can write. Reply to this mail with:",
        };

    public static string Field(Words question, string code, bool needed, string language)
    {
        var nl = language == "nl";
        var word = nl ? code : EnglishKeyword(code);
        return nl
            ? $"{word}: {question.Nl}{(needed ? "" : " (mag leeg blijven)")}"
            : $"{word}: {question.En}{(needed ? "" : " (may be left out)")}";
    }

    public static string EnglishKeyword(string code) =>
        code switch
        {
            "regeling" => "regulation",
            "bekendmaking" => "made known",
            "strekking" => "tenor",
            "geschillen" => "disputes",
            "uitkomst" => "outcome",
            _ => code,
        };
}
