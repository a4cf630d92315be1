using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Terms;

namespace ComplaintMailer.Core.Cases;

/// <summary>A new complaint: registered, its terms started, acknowledged, given to somebody.</summary>
internal static class Registering
{
    public static void Decide(Draft draft, Filing filing, long? mail)
    {
        var around = draft.Around;
        var regulation = around.Regulation;
        var dayZero = around.DateOf(filing.Received);
        var location = around.Organisation.Location(filing.Location);
        var service = location?.Service ?? OnlyService(around.Organisation);
        var late =
            filing.EventDate is { } on && regulation.Intake.Late.Mode != "none"
                ? TermCounter.DaysLate(on, dayZero, regulation.Intake.Late.Months)
                : 0;
        draft.Add(
            new CaseEvent.Registered(
                filing.Number,
                around.Organisation.Key,
                regulation.Code,
                regulation.Version,
                filing.Received,
                dayZero,
                filing.Channel,
                filing.Language,
                filing.Complainant,
                filing.Subject,
                filing.Description,
                filing.Desired,
                filing.EventDate,
                location?.Key,
                filing.ProposedLocation,
                service,
                filing.Nature,
                filing.Concerns,
                filing.Missing,
                filing.IsAnonymous,
                late
            ),
            "complainant"
        );
        if (mail is { } id)
            draft.Add(
                new CaseEvent.MailAdded(id, "complainant", "", filing.Attachments, Verified: true),
                "complainant"
            );
        foreach (var rule in regulation.Terms)
            draft.Add(new CaseEvent.TermStarted(TermCounter.Count(rule, dayZero, service, around.Calendar)));

        draft.Write(
            new()
            {
                Kind = "acknowledgement",
                To = new("complainant", filing.Complainant.Name, filing.Complainant.Email, filing.Language),
                IsNotice = true,
                Answers = mail,
            }
        );
        Assign(draft, location);
    }

    private static void Assign(Draft draft, Location? location)
    {
        var organisation = draft.Around.Organisation;
        if (organisation.Person(location?.Manager) is { HasLeft: false } manager)
        {
            draft.Add(new CaseEvent.Assigned(manager.Key, null));
            Tell(draft, manager, "case-assigned");
            return;
        }
        foreach (var coordinator in organisation.WithRole(Roles.Coordinator).Take(1))
        {
            draft.Add(new CaseEvent.HandlerProposed(coordinator.Key));
            Tell(draft, coordinator, "triage");
        }
    }

    private static void Tell(Draft draft, Person person, string kind) =>
        draft.Write(
            new()
            {
                Kind = kind,
                To = new(
                    $"staff:{person.Key}",
                    person.Name,
                    person.Email,
                    person.Language ?? draft.Around.Organisation.Language
                ),
                ByItself = true,
            }
        );

    private static string? OnlyService(Organisation organisation)
    {
        var services = organisation.Locations.Select(l => l.Service).Distinct().ToList();
        return services.Count == 1 ? services[0] : null;
    }
}
