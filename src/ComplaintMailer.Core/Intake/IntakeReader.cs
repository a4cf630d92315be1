using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>Understands complaints of one organisation under one regulation. Pure, and safe to share between threads.</summary>
public sealed class IntakeReader(Organisation organisation, Regulation regulation, SignalReader signals)
{
    private readonly LocationMatcher locations = new(organisation.Locations);
    private readonly NatureFinder natures = new(regulation.Natures);
    private readonly ConcernsFinder concerns = new(organisation);

    private IReadOnlyList<string> OurPhones { get; } =
    [.. organisation.People.Select(p => p.Phone).Append(organisation.Phone).OfType<string>()];

    /// <summary>For mail of no organisation in particular: days, signals and people, but no places and no demands.</summary>
    public static IntakeReader OfNobody(SignalReader signals) =>
        new(
            new()
            {
                Key = "",
                Name = "",
                Regulation = "",
                CasePrefix = "",
                Address = "",
            },
            new()
            {
                Code = "",
                Version = "",
                Title = "",
                Intake = new() { Required = [], Late = new(Mode: "reasonable") },
                Terms = [],
            },
            signals
        );

    public IntakeReading Read(IncomingComplaint mail)
    {
        var form = FormReader.Of(organisation.Forms, mail.SenderAddress);
        var reading = form is null ? FromMail(mail) : FromForm(mail, FormReader.Read(form, mail.Text, mail.Pairs));
        return reading with { Missing = MissingFields.Find(regulation.Intake, reading, mail.HasAttachments) };
    }

    private IntakeReading FromMail(IncomingComplaint mail)
    {
        var words = mail.OwnWords.Length > 0 ? mail.OwnWords : mail.Text;
        var reading = Understand(mail, words, mail.Subject, form: null);
        var name = ContactFinder.SignedName(mail.Contacts ?? mail.Text) ?? ContactFinder.PersonName(mail.SenderName);
        // A full name in the sender's field says more than “Jan” under the mail.
        if (ContactFinder.PersonName(mail.SenderName) is { } full && (name is null || full.Length > name.Length))
            name = full;
        return reading with
        {
            Name = reading.Signals.Has("anonymous") && ContactFinder.PersonName(mail.SenderName) is null ? null : name,
            Email = mail.SenderAddress,
            Phone = ContactFinder.Phone(mail.Contacts ?? mail.Text, OurPhones),
            IsAnonymous = reading.Signals.Has("anonymous") && name is null,
        };
    }

    private IntakeReading FromForm(IncomingComplaint mail, FormReading form)
    {
        var description = form.Field(FormFields.Description);
        var reading = Understand(mail, description ?? mail.Text, "", form);
        var name =
            form.Field(FormFields.Name) ?? Joined(form.Field(FormFields.FirstName), form.Field(FormFields.LastName));
        var email = ContactFinder.Address(form.Field(FormFields.Email) ?? "");
        return reading with
        {
            IsForm = true,
            Name = ContactFinder.PersonName(name),
            // Never the form's own sender: nobody reads that mailbox.
            Email = email,
            Phone = form.Field(FormFields.Phone),
            ActsFor = form.Field(FormFields.ActsFor) ?? reading.ActsFor,
            Child = form.Field(FormFields.Child) ?? reading.Child,
            Desired = form.Field(FormFields.Desired) ?? reading.Desired,
            EventDate =
                (form.Field(FormFields.EventDate) is { } on ? Intake.EventDate.Parse(on, mail.On) : null)
                ?? reading.EventDate,
            Concerned = form.Field(FormFields.Who) is { } who
                ? reading.Concerned with
                {
                    Named = who,
                }
                : reading.Concerned,
            IsAnonymous = ContactFinder.PersonName(name) is null && email is null,
            Form = form.Fields,
        };
    }

    private IntakeReading Understand(IncomingComplaint mail, string words, string subject, FormReading? form)
    {
        var held = Sentences.Hold(words);
        var reading = Looked(mail, words, subject, form);
        GC.KeepAlive(held);
        return reading;
    }

    private IntakeReading Looked(IncomingComplaint mail, string words, string subject, FormReading? form)
    {
        var read = signals.Read(subject, words, regulation);
        var actsForOther = read.Has("acts-for-other");
        var relation = form?.Field(FormFields.Relation);
        return new()
        {
            Description = words,
            Signals = read,
            Location = locations.Find(form?.Field(FormFields.Location) ?? mail.Place, mail.Subject, words),
            Nature = natures.Find(form?.Field(FormFields.Nature) ?? mail.Subject, words),
            EventDate = Intake.EventDate.Find(words, mail.On)?.On,
            Concerned = concerns.Find(subject, words, read),
            Kind = KindFinder.Find(read, regulation.Intake, subject, words),
            Desired = Desired(read),
            Child = ChildFinder.Name(words),
            ActsFor = actsForOther ? CapacityFinder.ActsFor(words) : null,
            Capacity = Allowed(
                CapacityFinder.Capacity(relation is null ? words : relation + ".\n" + words, actsForOther)
            ),
        };
    }

    /// <summary>A regulation that lists who may complain knows only those.</summary>
    private string? Allowed(string? capacity) =>
        capacity is null || regulation.Intake.Capacities.Count == 0 || regulation.Intake.Capacities.Contains(capacity)
            ? capacity
            : null;

    private static string? Desired(SignalReading read)
    {
        var wishes = read
            .Hints.Where(h => h.Code == Hints.Desired && h.Weight != Weights.Look)
            .Select(h => h.Sentence)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return wishes.Count == 0 ? null : string.Join(' ', wishes);
    }

    private static string? Joined(string? first, string? last) =>
        first is null && last is null ? null : $"{first} {last}".Trim();
}
