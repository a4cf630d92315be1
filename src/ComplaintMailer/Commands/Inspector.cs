using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Intake;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Recognition;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary>Understands mails as one organisation would, or as nobody in particular.</summary>
internal sealed class Inspector
{
    private readonly Func<ReadMail, Instant, IntakeReading> read;

    private Inspector(Func<ReadMail, Instant, IntakeReading> read) => this.read = read;

    public static Inspector For(string config, string? organisation)
    {
        if (organisation is null)
        {
            var amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
            var words = WordLists.Load(Path.Combine(AppContext.BaseDirectory, "templates"));
            var nobody = IntakeReader.OfNobody(new SignalReader(words));
            return new((mail, at) => nobody.Read(FilingMaker.Incoming(mail, at.InZone(amsterdam).Date)));
        }
        var settings = SettingsReader.Load(config);
        var chosen =
            settings.Organisations.FirstOrDefault(o =>
                string.Equals(o.Key, organisation, StringComparison.OrdinalIgnoreCase)
            )
            ?? throw new OperatorException(
                $"--organisation: there is no “{organisation}”. Known: {string.Join(", ", settings.Organisations.Select(o => o.Key))}."
            )
            {
                ExitCode = 2,
            };
        var zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];
        var office = Office.Of(
            chosen,
            Regulations.Load(settings.Templates, chosen.Regulation),
            zone,
            Regulations.LoadBodies(settings.Templates)
        );
        var filings = new FilingMaker(WordLists.Load(settings.Templates));
        return new((mail, at) => filings.Read(office, mail, at));
    }

    /// <summary>Null for what no person wrote.</summary>
    public IntakeReading? Understand(ReadMail mail)
    {
        if (mail.Kind != MailKind.Person)
            return null;
        var at = mail.Received ?? mail.Date ?? TimeProvider.System.GetUtcNow();
        return read(mail, Instant.FromDateTimeOffset(at));
    }
}
