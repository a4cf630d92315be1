using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Reports.Sending;

/// <summary>One who gets a report.</summary>
/// <param name="Code"><c>supervisors</c>, <c>parents-committees</c>, <c>publish</c> or a role.</param>
/// <param name="Locations">The keys of the locations it is about; null: the whole report.</param>
internal sealed record Reader(Recipient To, string Code, IReadOnlyList<Location>? Locations);

/// <summary>Who gets a report, and who should but has no address.</summary>
internal sealed record Audience(IReadOnlyList<Reader> Readers, IReadOnlyList<string> Unreachable)
{
    public const string Supervisors = "supervisors";
    public const string Parents = "parents";
    public const string ParentsCommittees = "parents-committees";
    public const string Website = "website";
    public const string Publish = "publish";

    /// <summary>Those who are no role and no person.</summary>
    public static IReadOnlyList<string> Groups { get; } = [Supervisors, Parents, ParentsCommittees, Website];

    public static Audience Of(ReportPlan plan, Office office, string? service)
    {
        var organisation = office.Organisation;
        var readers = new List<Reader>();
        var unreachable = new List<string>();
        var publish = false;
        foreach (var to in plan.To)
        {
            var code = to.StartsWith("role:", StringComparison.OrdinalIgnoreCase) ? to[5..] : to;
            switch (code.ToLowerInvariant())
            {
                case Supervisors:
                    ByAddress(
                        organisation,
                        service,
                        l => l.SupervisorEmail,
                        l => l.Supervisor ?? "GGD",
                        Supervisors,
                        readers,
                        unreachable
                    );
                    break;
                case ParentsCommittees:
                    ByAddress(
                        organisation,
                        service,
                        l => l.ParentsCommitteeEmail,
                        l => (organisation.Language == "nl" ? "Oudercommissie " : "Parents' committee ") + l.Name,
                        ParentsCommittees,
                        readers,
                        unreachable
                    );
                    break;
                case Parents or Website:
                    publish = true;
                    break;
                default:
                    Staff(organisation, code, to, readers, unreachable);
                    break;
            }
        }
        if (publish)
            // The worker has no list of parents and no hold on a website: a person brings it to them, and says so.
            readers.AddRange(
                Releasers(organisation, plan.Via ?? Roles.Quality).Select(p => Person(p, organisation, Publish))
            );
        return new(
            [.. readers.DistinctBy(r => (r.To.Address, r.Code))],
            [.. unreachable.Distinct(StringComparer.Ordinal)]
        );
    }

    /// <summary>Who may release a report: the role named, and failing that the next who should know.</summary>
    public static IReadOnlyList<Person> Releasers(Organisation organisation, string role)
    {
        foreach (var candidate in new[] { role, Roles.Quality, Roles.Coordinator, Roles.Director, Roles.Admin })
        {
            var people = organisation.WithRole(candidate).ToList();
            if (people.Count > 0)
                return people;
        }
        return [];
    }

    public static Reader Person(Person person, Organisation organisation, string code) =>
        new(Recipient.Of(person, organisation), code, null);

    private static void Staff(
        Organisation organisation,
        string code,
        string to,
        List<Reader> readers,
        List<string> unreachable
    )
    {
        if (Roles.All.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            var people = organisation.WithRole(code.ToLowerInvariant()).ToList();
            if (people.Count == 0)
                unreachable.Add(code);
            readers.AddRange(people.Select(p => Person(p, organisation, code)));
        }
        else if (organisation.Person(code) is { } person)
        {
            readers.Add(Person(person, organisation, "person"));
        }
        else if (code.Contains('@', StringComparison.Ordinal))
        {
            readers.Add(new(new("other", null, code, organisation.Language), "other", null));
        }
        else
        {
            unreachable.Add(to);
        }
    }

    private static void ByAddress(
        Organisation organisation,
        string? service,
        Func<Location, string?> address,
        Func<Location, string> name,
        string code,
        List<Reader> readers,
        List<string> unreachable
    )
    {
        var locations = organisation.Locations.Where(l => service is null || l.Service == service).ToList();
        unreachable.AddRange(
            locations.Where(l => string.IsNullOrWhiteSpace(address(l))).Select(l => $"{name(l)} ({l.Name})")
        );
        readers.AddRange(
            locations
                .Where(l => !string.IsNullOrWhiteSpace(address(l)))
                .GroupBy(l => address(l)!.Trim(), StringComparer.OrdinalIgnoreCase)
                .Select(g => new Reader(
                    new("other", name(g.First()), g.Key, organisation.Language),
                    code,
                    // A supervisor sees its own locations; parents may read all of it.
                    code == Supervisors
                        ? [.. g]
                        : null
                ))
        );
    }
}
