using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>Who is away, for all cases of an organisation. The caller owns the transaction.</summary>
internal static class AbsenceStore
{
    public static void Put(Session session, string organisation, Absence absence, Instant now) =>
        session.Execute(
            """
            INSERT INTO absence (organisation, person, told_at, from_on, until_on, deputy)
            VALUES (@organisation, @person, @toldAt, @from, @until, @deputy)
            ON CONFLICT (organisation, person) DO UPDATE SET
              told_at = excluded.told_at, from_on = excluded.from_on, until_on = excluded.until_on,
              deputy = COALESCE(excluded.deputy, absence.deputy)
            """,
            ("organisation", organisation),
            ("person", absence.Person),
            ("toldAt", Codes.Instant(now)),
            ("from", Codes.Date(absence.From)),
            ("until", Codes.Date(absence.Until)),
            ("deputy", absence.Deputy)
        );

    public static IReadOnlyList<Absence> Of(Session session, string organisation) =>
        session.Query(
            "SELECT person, from_on, until_on, deputy FROM absence WHERE organisation = @organisation",
            r => new Absence(r.GetString(0), Codes.Date(r.Text(2)), r.Text(3)) { From = Codes.Date(r.Text(1)) },
            ("organisation", organisation)
        );
}
