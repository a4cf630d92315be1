using System.Runtime.CompilerServices;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Commands;
using ComplaintMailer.Core.Intake;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Inbox;
using ComplaintMailer.Mail.Reading;
using NodaTime;

namespace ComplaintMailer.Recognition;

/// <summary>From a mail to what is told in it: the complaint, or what an answer fills in.</summary>
internal sealed class FilingMaker(SignalBook words)
{
    private readonly SignalReader signals = new(words);

    // One reader an office: its lists of names are made once.
    private readonly ConditionalWeakTable<Office, IntakeReader> readers = [];

    /// <param name="read">What <see cref="Read"/> made of it, where that has been done already.</param>
    public Filing FromMail(Office office, ReadMail mail, Instant takenIn, IntakeReading? read = null)
    {
        var forwarder = Forwarder(office, mail);
        read ??= Read(office, mail, takenIn);
        var note = forwarder is null || PassedOn(mail) is null ? "" : mail.Reply;
        return new Filing
        {
            Number = "",
            Received = takenIn,
            Channel = read.IsForm ? "form" : "mail",
            Language = LanguageOf(office, mail),
            Complainant = new(read.Name, read.Email, read.Phone, read.ActsFor, read.Capacity),
            Subject = forwarder is null ? mail.Subject : PassedOn(mail)?.Subject ?? mail.Subject,
            Description = read.Description,
            Desired = read.Desired,
            EventDate = read.EventDate,
            WhoInvolved = read.Concerned.Named,
            Location = read.Location.Certain,
            ProposedLocation = read.Location.Proposed,
            Nature = read.Nature,
            Concerns = read.Concerned.Whom,
            ConcernsPerson = read.Concerned.Person,
            Missing = read.Missing,
            IsAnonymous = read.IsAnonymous,
            Attachments = MailFiles.Names(mail),
            Signals = note.Length == 0 ? read.Signals.Signals : WithThoseOf(note, read.Signals.Signals, office),
            Hints =
            [
                .. read.Signals.Hinted(Hints.Outside, Hints.WritingHelp),
                .. read.Elsewhere is { } elsewhere ? [elsewhere] : Array.Empty<string>(),
            ],
            RegisteredBy = forwarder?.Key,
            Note = note,
            IsUnclear = read.Kind.IsUnclear,
        };
    }

    /// <summary>What one of our people wrote down. Its words are read as those of a mail are; what was filled in counts before what is read.</summary>
    public Filing FromDesk(Office office, RegisterForm form, Person person, string language, Instant takenIn)
    {
        var around = office.Around;
        var received = form.ReceivedOn is { } on ? around.At(on, 12) : takenIn;
        var told = string.Join("\n\n", new[] { form.Description, form.WhoInvolved }.OfType<string>());
        var read = Reader(office)
            .Read(
                new()
                {
                    Text = told,
                    OwnWords = told,
                    Place = form.Location,
                    On = around.DateOf(received),
                }
            );
        // What staff filled in goes before what their words seem to say; name and address are never guessed from them.
        read = read with
        {
            Name = form.Name,
            Email = form.Email,
            Phone = form.Phone,
            Desired = form.Desired ?? read.Desired,
            EventDate = form.EventDate ?? read.EventDate,
            Concerned = read.Concerned with { Named = form.WhoInvolved ?? read.Concerned.Named },
        };
        return new()
        {
            Number = "",
            // Post and telephone: the date that staff enter.
            Received = received,
            Channel = form.Channel,
            Language = language,
            Complainant = new(form.Name, form.Email, form.Phone, form.ActsFor ?? read.ActsFor, read.Capacity),
            Subject = "",
            Description = form.Description,
            Desired = read.Desired,
            EventDate = read.EventDate,
            WhoInvolved = read.Concerned.Named,
            Location = read.Location.Certain,
            ProposedLocation = read.Location.Certain is null ? read.Location.Proposed ?? form.Location : null,
            Nature = read.Nature,
            Concerns = read.Concerned.Whom,
            ConcernsPerson = read.Concerned.Person,
            // However short, what staff wrote down is the story; a place we do not know is a place all the same.
            Missing =
            [
                .. MissingFields
                    .Find(office.Regulation.Intake, read, hasAttachments: true)
                    .Where(f => f != "where" || form.Location is null),
            ],
            IsAnonymous = form.Name is null && form.Email is null && form.Phone is null,
            Signals = read.Signals.Signals,
            Hints = read.Signals.Hinted(Hints.Outside, Hints.WritingHelp),
            RegisteredBy = person.Key,
        };
    }

    /// <summary>What an answer of the complainant raises and fills in.</summary>
    public CaseInput.ComplainantWrote FromAnswer(
        Office office,
        ReadMail mail,
        string words,
        IReadOnlyList<string> attachments,
        Instant takenIn,
        IntakeReading? read = null
    )
    {
        read ??= Read(office, mail, takenIn);
        return new(words, attachments)
        {
            Signals = read.Signals.Signals,
            Hints = read.Signals.Hinted(Hints.Settled, Hints.WritingHelp, Hints.Another),
            Details = new()
            {
                Name = ContactFinder.SignedName(OwnContacts(mail)) ?? ContactFinder.PersonName(mail.From?.Name),
                Phone = read.Phone,
                Desired = read.Desired,
                WhoInvolved = read.Concerned.Named,
                Location = read.Location.Certain,
                EventDate = read.EventDate,
            },
        };
    }

    public IntakeReading Read(Office office, ReadMail mail, Instant takenIn)
    {
        var mine = Incoming(mail, office.Around.DateOf(takenIn));
        // The subject of an answer is ours: “uw klacht is ingetrokken” withdraws nothing.
        if (
            mail.InReplyTo is not null
            && mail.Subject.Contains($"[{office.Organisation.CasePrefix}-", StringComparison.OrdinalIgnoreCase)
        )
            mine = mine with { Subject = "" };
        // Only what was passed on is the complaint: what a colleague wrote above it is not for who complains.
        if (Forwarder(office, mail) is not null && PassedOn(mail) is { } first)
            mine = mine with
            {
                Subject = first.Subject ?? "",
                Text = first.Text,
                OwnWords = first.Text,
                Contacts = first.Text,
                SenderName = first.From?.Name,
                SenderAddress = first.From?.Address,
                // “Gisteren” is the day before it was written, not before it was passed on.
                On = WrittenOn(office, first, mine.On),
            };
        var read = Reader(office).Read(mine);
        // Looked for at once: the words of the mail are still at hand.
        return office.Neighbours?.Value.Hint(read, mail.Subject, Told(mail)) is { } elsewhere
            ? read with
            {
                Elsewhere = elsewhere,
            }
            : read;
    }

    /// <summary>A colleague may see in it what its writer did not say: that a child is in danger.</summary>
    private IReadOnlyList<SignalHit> WithThoseOf(string note, IReadOnlyList<SignalHit> found, Office office) =>
        [
            .. found,
            .. signals
                .Read(note, office.Regulation)
                .Signals.Where(s => SignalCodes.IsSafety(s.Code) && found.All(f => f.Code != s.Code)),
        ];

    private static LocalDate WrittenOn(Office office, ForwardedMail first, LocalDate takenIn) =>
        first.Date is { } sent && office.Around.DateOf(Instant.FromDateTimeOffset(sent)) is var on && on < takenIn
            ? on
            : takenIn;

    private IntakeReader Reader(Office office) =>
        readers.GetValue(office, o => new IntakeReader(o.Organisation, o.Regulation, signals));

    /// <summary>A mail as the intake reads it.</summary>
    public static IncomingComplaint Incoming(ReadMail mail, LocalDate on) =>
        new()
        {
            Subject = mail.Subject,
            Text = mail.Text,
            OwnWords = mail.Reply,
            Contacts = OwnContacts(mail),
            SenderName = mail.From?.Name,
            SenderAddress = mail.From?.Address,
            On = on,
            Pairs = mail.FormLines,
            HasAttachments = MailFiles.Of(mail).Any(),
        };

    /// <summary>Where the writer's own name and number stand. Never in quoted mail: that holds ours.</summary>
    private static string OwnContacts(ReadMail mail) =>
        mail.Reply.Length > 0 ? mail.Reply + "\n" + mail.Signature : mail.Text;

    /// <summary>What was written, or passed on; not what was quoted.</summary>
    private static string Told(ReadMail mail) =>
        mail.Reply + (PassedOn(mail) is { } first ? $"\n{first.Subject}\n{first.Text}" : "");

    private static ForwardedMail? PassedOn(ReadMail mail) =>
        mail.Forwarded is { Text.Length: > 0 } first ? first : null;

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

    /// <summary>For a mail that can't even be opened: the day it came, and where it lies.</summary>
    public static Filing Unopened(Office office, string item, Instant takenIn) =>
        Unread(office, new() { Kind = MailKind.Person, Why = "not opened" }, takenIn) with
        {
            Description =
                office.Organisation.Language == "en"
                    ? $"A mail has come in that can't be opened ({item} in the mailbox). Its term runs. As soon as it can be opened it is registered, and this case is named with it."
                    : $"Er is een mail binnengekomen die niet kan worden geopend ({item} in de mailbox). De termijn loopt. Zodra het wel kan, wordt de mail geregistreerd en wordt deze zaak erbij genoemd.",
        };

    /// <summary>One of our people who passes on a complaint: the complainant is who wrote it first.</summary>
    private static Person? Forwarder(Office office, ReadMail mail) =>
        mail is { IsForward: true, ForwardedFrom: not null, From: { } from }
            ? office.Organisation.People.FirstOrDefault(p =>
                string.Equals(p.Email, from.Address, StringComparison.OrdinalIgnoreCase)
            )
            : null;

    private static string LanguageOf(Office office, ReadMail mail) =>
        mail.Language is "nl" or "en" ? mail.Language : office.Organisation.Language;
}
