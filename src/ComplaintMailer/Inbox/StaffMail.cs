using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Commands;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Recognition;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>What our own people ask for outside any case: to register a complaint that came by phone or post, or to be away.</summary>
internal sealed class StaffMail(Desk desk, FilingMaker filings, Duplicates duplicates)
{
    /// <returns>What became of the mail; null when it asks for none of these, so that it may be a complaint like any other.</returns>
    public (string Disposition, string? Number)? Handle(
        Session session,
        Office office,
        Person person,
        ReadMail mail,
        string words,
        long id,
        Instant takenIn,
        Instant now
    )
    {
        var read = CommandReader.Read(words);
        if (read.Commands is [{ Key: "register" } register])
            return Register(session, office, person, register.Value, mail, id, takenIn, now);
        if (read.Commands is [{ Key: "away" } away])
            return Away(session, office, person, away.Value, now);
        return null;
    }

    public void SayItIsGone(Session session, Office office, Recognised.OnDestroyed gone, Instant now)
    {
        var person = office.Organisation.Person(gone.Person)!;
        var why =
            office.Organisation.LanguageOf(person) == "en"
                ? $"The file of {gone.Number} has been destroyed: its time of keeping is over. What you wrote goes into no file."
                : $"Het dossier van {gone.Number} is vernietigd: de bewaartijd is voorbij. Wat u schreef, komt in geen dossier.";
        Tell(session, office, person, "refused", new() { ["why"] = new List<string> { why } }, now);
    }

    private (string, string?) Register(
        Session session,
        Office office,
        Person person,
        string block,
        ReadMail mail,
        long id,
        Instant takenIn,
        Instant now
    )
    {
        var language = office.Organisation.LanguageOf(person);
        var form = RegisterForm.Read(block, office.Around.DateOf(now), language);
        if (form.Faults.Count > 0)
        {
            Tell(session, office, person, "refused", new() { ["why"] = form.Faults, ["text"] = block }, now);
            return (Dispositions.Staff, null);
        }
        var files = MailFiles.Names(mail);
        var filing = filings.FromDesk(office, form, person, language, takenIn) with { Attachments = files };
        filing = filing with { PossibleDuplicateOf = duplicates.Find(session, office, filing, now) };
        var number = desk.Open(session, office, filing, id, null, now);
        var done =
            language == "en"
                ? $"The complaint is registered as {number}."
                : $"De klacht is geregistreerd als {number}.";
        Tell(session, office, person, "receipt", new() { ["done"] = new List<string> { done } }, now);
        return (Dispositions.Complaint, number);
    }

    private (string, string?) Away(Session session, Office office, Person person, string value, Instant now)
    {
        var language = office.Organisation.LanguageOf(person);
        var (absence, nl, en) = Absence.Read(
            person,
            value,
            office.Around.DateOf(now),
            name =>
                office.Organisation.People.FirstOrDefault(p =>
                    !p.HasLeft && new[] { p.Key, p.Name, p.Email }.Any(n => Folding.Fold(n) == Folding.Fold(name))
                )
        );
        if (absence is null)
        {
            var why = new List<string> { language == "en" ? en : nl };
            Tell(session, office, person, "refused", new() { ["why"] = why, ["text"] = value }, now);
            return (Dispositions.Staff, null);
        }
        AbsenceStore.Put(session, office.Organisation.Key, absence, now);
        var back = DateWords.InFull(absence.Until!.Value.PlusDays(1), language);
        var done = language == "en" ? $"You are away until {back}." : $"U bent afwezig tot {back}.";
        Tell(session, office, person, "receipt", new() { ["done"] = new List<string> { done } }, now);
        return (Dispositions.Staff, null);
    }

    private void Tell(
        Session session,
        Office office,
        Person person,
        string letter,
        Dictionary<string, object?> facts,
        Instant now
    ) => desk.Notify(session, office, person, letter, facts, byItself: false, now);
}
