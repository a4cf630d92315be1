using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Intake;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Outbox;
using ComplaintMailer.Recognition;
using ComplaintMailer.Reports.Sending;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Inbox;

/// <summary>Brings a mail that has been recognised to the case, or to the desk that opens one. The caller owns the transaction.</summary>
internal sealed class MailDispatch(
    Recogniser recogniser,
    Desk desk,
    ReportDesk reports,
    OfficeCommands commands,
    FilingMaker filings,
    Duplicates duplicates,
    OfficeLetters officeLetters
)
{
    private readonly StaffMail staffMail = new(desk, filings, duplicates);

    /// <summary>
    /// What is told in a mail that a person may have written: needs no database, so that it is done before the turn to write
    /// comes. Null where it is no such mail, or where it fails: then it fails again when the mail is handled, and alone.
    /// </summary>
    public IntakeReading? Understand(Office office, Arrival arrival)
    {
        if (arrival.Mail.Kind != MailKind.Person)
            return null;
        try
        {
            return filings.Read(office, arrival.Mail, arrival.TakenIn);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>
    /// Begins to work out the complaints that are likely to come of these mails: each from a person of whom nothing says that it is about a
    /// case we have. Whether they are is seen when their turn comes.
    /// </summary>
    public void Foresee(Session session, Office office, IReadOnlyList<Arrival> arrivals, Instant now)
    {
        var likely = arrivals
            .Where(a =>
                a is { Intake: not null, Mail: { InReplyTo: null, References.Count: 0 } }
                && Recogniser.Sender(office, a.Mail) is null
            )
            .ToList();
        var begun = desk.Foresee(
            session,
            office,
            likely.Select(a =>
                (
                    filings.FromMail(office, a.Mail, a.TakenIn, a.Intake),
                    a.Id,
                    new Answered(a.Mail.MessageId, a.Mail.References)
                )
            ),
            now
        );
        foreach (var (arrival, foreseen) in likely.Zip(begun))
            arrival.Foreseen = foreseen;
    }

    public (string Disposition, string? Number) Handle(Session session, Office office, Arrival arrival, Instant now)
    {
        var mail = arrival.Mail;
        var id = arrival.Id;
        var found = recogniser.Recognise(session, office, mail);
        var answered = new Answered(mail.MessageId, mail.References);
        var names = MailFiles.Names(mail);
        var words = mail.Reply.Length > 0 ? mail.Reply : mail.Text;
        Case? Tell(string number, CaseInput input, Answered? answering = null) =>
            desk.Tell(session, office, number, input with { Mail = id }, answering, now);
        switch (found)
        {
            case Recognised.OnReport answer:
                reports.Replied(session, office, answer.Report, answer.Person, answer.Proven, words, now);
                return (Dispositions.Report, null);
            case Recognised.Bounce { Number: { } number } bounce:
                Tell(number, new CaseInput.LetterDidBounce(bounce.Letter, bounce.Reason));
                return (Dispositions.Bounce, number);
            case Recognised.OfficeBounce bounce:
                officeLetters.CameBack(session, office, bounce.Letter, bounce.Reason, now);
                return (Dispositions.Bounce, null);
            case Recognised.Bounce:
                return (Dispositions.BounceOfNothing, null);
            case Recognised.Machine { Number: { } number } machine:
                Tell(number, Automatic(office, mail, machine));
                return (Dispositions.Automatic, number);
            case Recognised.Machine:
                return (Dispositions.Automatic, null);
            case Recognised.Party { Name: "concerned" } party:
                Tell(party.Number, new CaseInput.ConcernedWrote(words, names), answered);
                return (Dispositions.Contribution, party.Number);
            case Recognised.Party { Name: var name } party when !name.StartsWith("staff:", StringComparison.Ordinal):
                var wrote = filings.FromAnswer(office, mail, words, names, arrival.TakenIn, arrival.Intake) with
                {
                    Party = name,
                    Answers = KindAnswered(session, mail),
                };
                Tell(party.Number, wrote, answered);
                return (Dispositions.Contribution, party.Number);
            case Recognised.Party party:
                var staff = new CaseInput.StaffWrote(party.Name["staff:".Length..], words, names, party.Proven)
                {
                    KnownCases = CasesNamed(session, office, words),
                };
                Tell(party.Number, staff, answered);
                return (Dispositions.Staff, party.Number);
            case Recognised.Stranger stranger:
                Tell(stranger.Number, new CaseInput.StrangerWrote(words, names));
                return (Dispositions.Unverified, stranger.Number);
            case Recognised.Office own:
                return (Dispositions.Staff, FromOffice(own));
            case Recognised.OnDestroyed gone:
                staffMail.SayItIsGone(session, office, gone, now);
                return (Dispositions.Staff, null);
            case Recognised.Spam:
                return (Dispositions.Spam, null);
            case Recognised.Doubtful:
                return (Dispositions.Quarantined, null);
            default:
                if (
                    Recogniser.Sender(office, mail) is { } person
                    && Recogniser.IsAuthentic(office, mail)
                    && staffMail.Handle(session, office, person, mail, words, id, arrival.TakenIn, now) is { } done
                )
                    return done;
                var filing =
                    arrival.Foreseen?.Filing ?? filings.FromMail(office, mail, arrival.TakenIn, arrival.Intake);
                if ((arrival.StandIn ?? duplicates.Find(session, office, filing, now)) is { } other)
                    filing = filing with { PossibleDuplicateOf = other };
                return (
                    Dispositions.Complaint,
                    desk.Open(session, office, filing, id, answered, now, arrival.Foreseen)
                );
        }

        // An answer to a letter about several cases, or about none.
        string? FromOffice(Recognised.Office own)
        {
            var sections = CaseSections.Of(
                words,
                office.Organisation.CasePrefix,
                n => CaseStore.Exists(session, office.Organisation.Key, n)
            );
            foreach (var (number, said) in sections.Parts)
            {
                CaseInput input =
                    recogniser.PartyIn(session, office, number, mail) is { } party && party == $"staff:{own.Person}"
                        ? new CaseInput.StaffWrote(own.Person, said, names, own.Proven)
                        {
                            KnownCases = CasesNamed(session, office, said),
                        }
                        : new CaseInput.StrangerWrote(said, names);
                Tell(number, input, answered);
            }
            if (sections.Parts.Count == 0 || OfficeCommands.Knows(sections.Before))
                commands.Obey(session, office, own.Person, own.Proven, sections.Before, now);
            return sections.Parts.Count > 0 ? sections.Parts[0].Number : null;
        }
    }

    /// <summary>An out-of-office note of one of our people says that she or he is away; any other machine says nothing.</summary>
    private static CaseInput Automatic(Office office, ReadMail mail, Recognised.Machine machine)
    {
        if (!mail.IsAbsenceNote || Recogniser.Sender(office, mail) is not { } person)
            return new CaseInput.MachineWrote(machine.Why);
        LocalDate? until =
            mail.AbsentUntil is { } said && LocalDatePattern.Iso.Parse(said) is { Success: true } day
                ? day.Value
                : null;
        return new CaseInput.AbsenceNoted(person.Key, until);
    }

    /// <summary>The kind of the letter that this mail answers, where its threading headers say so.</summary>
    private static string? KindAnswered(Session session, ReadMail mail) =>
        mail.InReplyTo is { } id
            ? session.Scalar<string>("SELECT kind FROM letter WHERE message_id = @id", ("id", id))
            : null;

    private static List<string> CasesNamed(Session session, Office office, string words) =>
        [
            .. words
                .Split([' ', '\n', '\r', ',', '.', ':', ';', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w.ToUpperInvariant())
                .Where(w =>
                    w.StartsWith(office.Organisation.CasePrefix.ToUpperInvariant() + "-", StringComparison.Ordinal)
                )
                .Distinct()
                .Take(20)
                .Where(w => CaseStore.Exists(session, office.Organisation.Key, w)),
        ];
}
