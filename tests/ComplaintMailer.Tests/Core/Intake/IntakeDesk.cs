using ComplaintMailer.Core.Intake;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Tests.Core.Signals;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Intake;

/// <summary>An organisation with a few locations, people and a form.</summary>
internal static class IntakeDesk
{
    /// <summary>A Tuesday.</summary>
    public static readonly LocalDate Today = new(2027, 3, 16);

    public static Organisation Organisation { get; } =
        new()
        {
            Key = "wijkz",
            Name = "Wijkz",
            Regulation = "xtra",
            CasePrefix = "WIJ",
            Address = "klachten@wijkz.example",
            Phone = "070 205 2000",
            People =
            [
                new("jdevries", "J. de Vries", "j.devries@wijkz.example", ["handler"], "directie"),
                new("directie", "Karin Bos", "k.bos@wijkz.example", ["director"], null),
            ],
            Locations =
            [
                new("centrum", "Centrum", ["wijkcentrum centrum", "'t Centrum"], "social-work", "jdevries"),
                new("regenboog", "De Regenboog", [], "childcare", "jdevries"),
                new("noordwest", "Noord-West", ["buurthuis Noord-West"], "social-work", null),
                new("noord", "Noord", [], "social-work", null),
                new("kastanje", "BSO Kastanjelaan", ["de Kastanje"], "childcare", null),
            ],
            Forms =
            [
                new(
                    "formulier@wijkz.example",
                    new Dictionary<string, string>
                    {
                        ["Naam"] = "name",
                        ["E-mail"] = "email",
                        ["Telefoon"] = "phone",
                        ["Locatie"] = "location",
                        ["Datum"] = "event-date",
                        ["Klacht"] = "description",
                        ["Gewenste oplossing"] = "desired",
                    }
                ),
            ],
        };

    public static IntakeReader Reader(string regulation = "xtra") =>
        new(Organisation, CoreFiles.Regulation(regulation), new SignalReader(SignalFiles.Book));

    public static IntakeReading Read(string text, string subject = "", string regulation = "xtra") =>
        Reader(regulation)
            .Read(
                new()
                {
                    Subject = subject,
                    Text = text,
                    OwnWords = text,
                    SenderName = "Anna Jansen",
                    SenderAddress = "anna@example.org",
                    On = Today,
                }
            );
}
