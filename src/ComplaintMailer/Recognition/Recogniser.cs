using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Outbox;
using ComplaintMailer.Reports.Sending;

namespace ComplaintMailer.Recognition;

/// <summary>What a mail turned out to be.</summary>
internal abstract record Recognised
{
    private Recognised() { }

    public sealed record Bounce(string? Number, int Letter, string Reason) : Recognised;

    /// <summary>A letter of the organisation itself came back.</summary>
    /// <param name="Letter">Its row in the register.</param>
    public sealed record OfficeBounce(long Letter, string Reason) : Recognised;

    public sealed record Machine(string? Number, string Why) : Recognised;

    /// <param name="Name"><c>complainant</c> or <c>staff:KEY</c>.</param>
    public sealed record Party(string Number, string Name, bool Proven) : Recognised;

    public sealed record Stranger(string Number) : Recognised;

    /// <summary>An answer on a report.</summary>
    public sealed record OnReport(long Report, string Person, bool Proven) : Recognised;

    /// <summary>Somebody of the organisation answers a letter that is about no case.</summary>
    /// <param name="Person">Key.</param>
    public sealed record Office(string Person, bool Proven) : Recognised;

    /// <summary>One of our people answers a letter of a case that is no longer kept.</summary>
    public sealed record OnDestroyed(string Number, string Person) : Recognised;

    /// <summary>Upstream calls it spam; a person looks at it.</summary>
    public sealed record Spam(string Why) : Recognised;

    /// <summary>It may well be a complaint and may well be none; a person looks at it.</summary>
    public sealed record Doubtful(string Why) : Recognised;

    public sealed record NewComplaint : Recognised;
}

/// <summary>Whose mail, which case, proven how. The order matters: the first that fits wins.</summary>
internal sealed class Recogniser(CaseStore store, ReturnAddresses addresses)
{
    private const int ReferencesMost = 50;

    /// <summary>So many words, and somebody may have written them.</summary>
    private const int WordsOfAPerson = 8;

    public Recognised Recognise(Session session, Office office, ReadMail mail)
    {
        var organisation = office.Organisation;
        var bounced = mail
            .DeliveredTo.Select(a => addresses.ReadBounce(organisation, a))
            .FirstOrDefault(b => b is not null);
        // Notes of absence go to the return address too (RFC 3834), and now and then a person writes there.
        if (mail.Kind == MailKind.Bounce || (bounced is not null && !IsAnswerAtReturnAddress(mail)))
            return Bounce(session, office, mail, bounced);

        var references = mail
            .References.Append(mail.InReplyTo)
            .OfType<string>()
            .Reverse()
            .Take(ReferencesMost)
            .ToList();
        var token =
            mail.DeliveredTo.Select(a => addresses.ReadReply(organisation, a)).FirstOrDefault(t => t is not null)
            ?? references.Select(r => addresses.ReadReference(organisation, r)).FirstOrDefault(t => t is not null);
        if (
            ReportPost.ReadNumber(token?.Number) is { } report
            && token!.Party.StartsWith("staff:", StringComparison.Ordinal)
            && mail.Kind is not (MailKind.Automatic or MailKind.Receipt)
        )
        {
            var person = organisation.Person(token.Party["staff:".Length..]);
            return new Recognised.OnReport(
                report,
                person?.Key ?? "",
                person is { HasLeft: false }
                    && person.Email.Trim().Equals(mail.From?.Address, StringComparison.OrdinalIgnoreCase)
                    && IsAuthentic(office, mail)
            );
        }
        if (token is not null && token.Number.Equals(organisation.Key, StringComparison.OrdinalIgnoreCase))
            return OfOffice(office, mail, token);
        var number =
            Existing(session, office, token?.Number ?? bounced?.Number)
            ?? references.Select(r => OfLetter(session, r)).FirstOrDefault(n => n is not null)
            ?? InSubject(session, office, mail.Subject);
        if (mail.Kind is MailKind.Automatic or MailKind.Receipt && !IsForm(office, mail))
            return number is null && (mail.MayBePerson || MayBeAPerson(mail))
                ? new Recognised.Doubtful(mail.Why)
                : new Recognised.Machine(number, mail.Why);
        if (number is null && token is not null && Holder(office, mail, token) is { } answering)
            return new Recognised.OnDestroyed(token.Number, answering.Key);
        if (number is null)
            return mail.IsMarkedSpam ? new Recognised.Spam("marked as spam") : new Recognised.NewComplaint();

        if (PartyIn(session, office, number, mail) is not { } party)
            return new Recognised.Stranger(number);
        // A command needs the token too: a sender's address alone is easily written.
        var holds = token?.Number == number && token.Party == party;
        return new Recognised.Party(number, party, Proven: holds && IsAuthentic(office, mail));
    }

    /// <summary>Who of a case's parties wrote this, by the address it came from; null: none.</summary>
    public string? PartyIn(Session session, Office office, string number, ReadMail mail)
    {
        using var dossier = store.Load(session, number);
        return dossier is null || mail.From is null
            ? null
            : Parties.Of(dossier.State, office.Organisation, mail.From.Address);
    }

    /// <summary>Where our mail server is known to look at senders, a mail must have passed; else the token has to do.</summary>
    public static bool IsAuthentic(Office office, ReadMail mail) =>
        office.Organisation.TrustedAuthservId is not { } server || Authentication.Passes(mail, server);

    private static Recognised OfOffice(Office office, ReadMail mail, PartyToken token)
    {
        if (mail.Kind != MailKind.Person)
            return new Recognised.Machine(null, mail.Why);
        return Sender(office, mail) is { } person
            ? new Recognised.Office(person.Key, Holder(office, mail, token) is not null)
            : new Recognised.Doubtful("an answer to a letter of ours from somebody else");
    }

    /// <summary>Whom of our people the mail says it is from.</summary>
    public static Person? Sender(Office office, ReadMail mail) =>
        office.Organisation.People.FirstOrDefault(p =>
            !p.HasLeft && string.Equals(p.Email, mail.From?.Address, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The sender, where the token was given to her or him and our mail server believes the address.</summary>
    private static Person? Holder(Office office, ReadMail mail, PartyToken token) =>
        Sender(office, mail) is { } person
        && token.Party.Equals($"staff:{person.Key}", StringComparison.OrdinalIgnoreCase)
        && IsAuthentic(office, mail)
            ? person
            : null;

    /// <summary>What came back to a letter's return address and is no report about its delivery.</summary>
    private static bool IsAnswerAtReturnAddress(ReadMail mail) =>
        mail.IsAbsenceNote
        || mail.Kind is MailKind.Person or MailKind.Receipt
        || mail.Why.Contains("auto-replied", StringComparison.OrdinalIgnoreCase);

    /// <summary>A configured web form is a program, and speaks for a person.</summary>
    private static bool IsForm(Office office, ReadMail mail) =>
        mail.Kind == MailKind.Automatic
        && office.Organisation.Forms.Any(f =>
            string.Equals(f.From, mail.From?.Address, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Not every mail that a header or a subject calls automatic is: “Afwezigheid van de leidster” is a complaint.</summary>
    private static bool MayBeAPerson(ReadMail mail) =>
        mail.Kind == MailKind.Automatic
        && !mail.Why.Contains("auto-replied", StringComparison.OrdinalIgnoreCase)
        && !mail.Why.StartsWith("X-ComplaintMailer", StringComparison.Ordinal)
        && !mail.Why.StartsWith("X-A", StringComparison.OrdinalIgnoreCase)
        && mail.Header("List-Id") is null
        && mail.Header("List-Unsubscribe") is null
        && mail.From is not null
        && mail.Reply.Split((char[]?)null, WordsOfAPerson + 1, StringSplitOptions.RemoveEmptyEntries).Length
            >= WordsOfAPerson;

    private static Recognised Bounce(Session session, Office office, ReadMail mail, LetterToken? bounced)
    {
        var recipient = mail.Bounce?.Recipients.FirstOrDefault();
        if (recipient is { Action: "delayed" or "delivered" or "relayed" or "expanded" })
            return new Recognised.Bounce(null, 0, recipient.Action);
        var reason = recipient is null ? "no reason given" : $"{recipient.Status} {recipient.Diagnostic}".Trim();
        if (
            bounced is not null
            && session.Scalar<long>(
                "SELECT COUNT(*) FROM letter WHERE case_number = @number AND number = @letter",
                ("number", bounced.Number),
                ("letter", bounced.Letter)
            ) > 0
        )
            return new Recognised.Bounce(bounced.Number, bounced.Letter, reason);
        if (OfOffice(session, office, bounced) is { } own)
            return new Recognised.OfficeBounce(own, reason);
        var (id, number, letter) = session
            .Query(
                "SELECT id, case_number, number FROM letter WHERE message_id = @id AND organisation = @organisation",
                row => (row.GetInt64(0), row.Text(1), row.GetInt32(2)),
                ("id", mail.Bounce?.OriginalMessageId),
                ("organisation", office.Organisation.Key)
            )
            .FirstOrDefault();
        return id != 0 && number is null
            ? new Recognised.OfficeBounce(id, reason)
            : new Recognised.Bounce(number, letter, reason);
    }

    /// <summary>The letter of the organisation itself that a return address leads to; null when it leads to a case.</summary>
    private static long? OfOffice(Session session, Office office, LetterToken? bounced) =>
        bounced is not null && bounced.Number.Equals(office.Organisation.Key, StringComparison.OrdinalIgnoreCase)
            ? session
                .Query(
                    "SELECT id FROM letter WHERE organisation = @organisation AND case_number IS NULL AND number = @letter",
                    row => (long?)row.GetInt64(0),
                    ("organisation", office.Organisation.Key),
                    ("letter", bounced.Letter)
                )
                .FirstOrDefault()
            : null;

    private static string? OfLetter(Session session, string messageId) =>
        session.Scalar<string>("SELECT case_number FROM letter WHERE message_id = @id", ("id", messageId));

    private static string? Existing(Session session, Office office, string? number) =>
        number is not null && CaseStore.Exists(session, office.Organisation.Key, number) ? number : null;

    private static string? InSubject(Session session, Office office, string subject) =>
        subject
            .Split([' ', '[', ']', ':', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.StartsWith(office.Organisation.CasePrefix + "-", StringComparison.OrdinalIgnoreCase))
            .Select(w => Existing(session, office, w.ToUpperInvariant()))
            .FirstOrDefault(n => n is not null);
}
