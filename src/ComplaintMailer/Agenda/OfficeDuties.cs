using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Reports.Sending;
using NodaTime;

namespace ComplaintMailer.Agenda;

/// <summary>What time brings an organisation, apart from its cases.</summary>
internal sealed class OfficeDuties(Quarantine quarantine, ReportDesk reports, Evaluations evaluations)
{
    public void Handle(Session session, Office office, Duty duty, Instant now)
    {
        switch (duty.Kind)
        {
            case Quarantine.DutyKind:
                quarantine.List(session, office, now);
                break;
            case Evaluations.DutyKind:
                evaluations.Tell(session, office, duty, now);
                break;
            default:
                reports.DutyFell(session, office, duty, now);
                break;
        }
    }
}
