using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using Dapper;
using NodaTime;

namespace ComplaintMailer.Agenda;

/// <summary>Handles what has come due, in order. What fell due while the worker was away is caught up, once.</summary>
internal sealed class AgendaRunner(Register register, Desk desk)
{
    private const int BatchMost = 200;

    public int Run(Office office, Instant now, CancellationToken ct)
    {
        using var connection = register.Connect();
        var handled = 0;
        while (true)
        {
            var due = connection
                .Query<(string Number, string Key, string Kind, string DueAt)>(
                    """
                    SELECT d.case_number, d.key, d.kind, d.due_at
                    FROM duty d JOIN complaint c ON c.number = d.case_number
                    WHERE d.due_at <= @now AND c.organisation = @organisation
                    ORDER BY d.due_at, d.case_number, d.key
                    LIMIT @most
                    """,
                    new
                    {
                        now = Codes.Instant(now),
                        organisation = office.Organisation.Key,
                        most = BatchMost,
                    }
                )
                .ToList();
            if (due.Count == 0)
                return handled;
            foreach (var row in due)
            {
                ct.ThrowIfCancellationRequested();
                using var transaction = connection.BeginTransaction();
                // Handling one row may have taken the next off the agenda.
                var still = connection.ExecuteScalar<int>(
                    "SELECT COUNT(*) FROM duty WHERE case_number = @Number AND key = @Key",
                    new { row.Number, row.Key },
                    transaction
                );
                if (still > 0)
                {
                    var duty = new Duty(row.Kind, row.Key, Codes.Instant(row.DueAt));
                    desk.Tell(connection, transaction, office, row.Number, new CaseInput.DutyFell(duty), null, now);
                    handled++;
                }
                transaction.Commit();
            }
        }
    }
}
