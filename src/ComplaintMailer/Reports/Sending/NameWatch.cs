using System.Globalization;
using ComplaintMailer.Complaints;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Reports.Sending;

/// <summary>
/// What a person writes with a report is read for names: of the people in the period's cases and of staff. Reports name nobody,
/// and a name slips in easily.
/// </summary>
internal static class NameWatch
{
    private const int ShortestName = 4;
    private const int ShortestPhone = 6;

    /// <returns>The words that name somebody, as they stand in the text.</returns>
    public static IReadOnlyList<string> Find(
        Session session,
        CaseStore store,
        Organisation organisation,
        Period period,
        IEnumerable<string> texts
    )
    {
        var text = string.Join('\n', texts);
        if (text.Length == 0)
            return [];
        var words = Words(text);
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        void Name(string? name)
        {
            foreach (var part in Words(name ?? "").Where(p => p.Length >= ShortestName && char.IsUpper(p[0])))
            {
                if (words.Contains(part))
                    found.Add(part);
            }
        }
        void Address(string? address)
        {
            if (
                !string.IsNullOrWhiteSpace(address) && text.Contains(address.Trim(), StringComparison.OrdinalIgnoreCase)
            )
                found.Add(address.Trim());
        }

        foreach (var person in organisation.People)
        {
            Name(person.Name);
            Address(person.Email);
        }
        foreach (var number in Numbers(session, organisation.Key, period))
        {
            using var dossier = store.Load(session, number);
            if (dossier is null)
                continue;
            foreach (var complainant in dossier.State.CoComplainants.Prepend(dossier.State.Complainant))
            {
                Name(complainant.Name);
                Name(complainant.ActsFor);
                Address(complainant.Email);
                var phone = string.Concat((complainant.Phone ?? "").Where(char.IsAsciiDigit));
                if (phone.Length >= ShortestPhone && digits.Contains(phone, StringComparison.Ordinal))
                    found.Add(complainant.Phone!);
            }
            Name(dossier.State.WhoInvolved);
            if (text.Contains(number, StringComparison.OrdinalIgnoreCase))
                found.Add(number);
        }
        // The organisation's own name and its locations may be said.
        found.ExceptWith(Words(organisation.Name));
        foreach (var location in organisation.Locations)
            found.ExceptWith(Words(location.Name));
        return [.. found];
    }

    private static List<string> Numbers(Session session, string organisation, Period period) =>
        session.Query(
            """
            SELECT case_number FROM case_fact
            WHERE organisation = @organisation AND case_number IS NOT NULL
              AND (filed_on BETWEEN @from AND @to OR decided_on BETWEEN @from AND @to)
            """,
            row => row.GetString(0),
            ("organisation", organisation),
            ("from", DateWords.Iso(period.From)),
            ("to", DateWords.Iso(period.To))
        );

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside =
                i < text.Length
                && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }
        return words;
    }
}
