using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Commands;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;
using ComplaintMailer.Database;
using ComplaintMailer.Mail.Reading;
using NodaTime;

namespace ComplaintMailer.Inbox;

/// <summary>What our own people ask for outside any case: to register a complaint that came by phone or post, or to be away.</summary>
internal sealed class StaffMail(Desk desk)
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
        var organisation = office.Organisation;
        var language = person.Language ?? organisation.Language;
        var form = RegisterForm.Read(block, office.Around.DateOf(now), language);
        if (form.Faults.Count > 0)
        {
            Answer(session, office, person, "refused", new() { ["why"] = form.Faults, ["text"] = block }, now);
            return (Dispositions.Staff, null);
        }
        var location = organisation.LocationNamed(form.Location);
        var required = office.Regulation.Intake.Required;
        var missing = new List<string>();
        if (required.Contains("desired") && form.Desired is null)
            missing.Add("desired");
        if (required.Contains("name") && form.Name is null)
            missing.Add("name");
        if (required.Contains("contact") && (form.Email ?? form.Phone) is null)
            missing.Add("contact");
        if (required.Contains("who") && form.WhoInvolved is null)
            missing.Add("who");
        if (required.Contains("where") && form.Location is null)
            missing.Add("where");
        if (required.Contains("when") && form.EventDate is null)
            missing.Add("when");
        var filing = new Filing
        {
            Number = "",
            // Post and telephone: the date that staff enter.
            Received = form.ReceivedOn is { } on ? office.Around.At(on, 12) : takenIn,
            Channel = form.Channel,
            Language = language,
            Complainant = new(form.Name, form.Email, form.Phone, form.ActsFor),
            Subject = "",
            Description = form.Description,
            Desired = form.Desired,
            EventDate = form.EventDate,
            WhoInvolved = form.WhoInvolved,
            Location = location?.Key,
            ProposedLocation = location is null ? form.Location : null,
            Missing = missing,
            IsAnonymous = form.Name is null && (form.Email ?? form.Phone) is null,
            Attachments = [.. mail.Attachments.Where(a => !a.Inline).Select(a => a.Name)],
            RegisteredBy = person.Key,
        };
        var number = desk.Open(session, office, filing, id, null, now);
        var done =
            language == "en"
                ? $"The complaint is registered as {number}."
                : $"De klacht is geregistreerd als {number}.";
        Answer(session, office, person, "receipt", new() { ["done"] = new List<string> { done } }, now);
        return (Dispositions.Complaint, number);
    }

    private (string, string?) Away(Session session, Office office, Person person, string value, Instant now)
    {
        var language = person.Language ?? office.Organisation.Language;
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
            Answer(session, office, person, "refused", new() { ["why"] = why, ["text"] = value }, now);
            return (Dispositions.Staff, null);
        }
        AbsenceStore.Put(session, office.Organisation.Key, absence, now);
        var back = DateWords.InFull(absence.Until!.Value.PlusDays(1), language);
        var done = language == "en" ? $"You are away until {back}." : $"U bent afwezig tot {back}.";
        Answer(session, office, person, "receipt", new() { ["done"] = new List<string> { done } }, now);
        return (Dispositions.Staff, null);
    }

    private void Answer(
        Session session,
        Office office,
        Person person,
        string kind,
        Dictionary<string, object?> facts,
        Instant now
    ) =>
        desk.Notify(
            session,
            office,
            new()
            {
                Kind = kind,
                To = new(
                    $"staff:{person.Key}",
                    person.Name,
                    person.Email,
                    person.Language ?? office.Organisation.Language
                ),
                Facts = facts,
            },
            now
        );
}
