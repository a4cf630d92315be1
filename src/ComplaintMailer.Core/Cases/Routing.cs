using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>Who it goes to. Nobody handles or sees a complaint about her- or himself.</summary>
internal static class Routing
{
    /// <summary>Up the ladder, for when somebody is not there or may not see it.</summary>
    private static readonly string[] Ladder =
    [
        Roles.Coordinator,
        Roles.Quality,
        Roles.Director,
        Roles.Board,
        Roles.SupervisoryBoard,
    ];

    /// <summary>Who should handle the case by its regulation; null: a person must say.</summary>
    public static Person? HandlerFor(Case c, Surroundings around)
    {
        var manager = around.Organisation.Person(around.Organisation.Location(c.Location)?.Manager);
        var rule = around.Regulation.Escalation.FirstOrDefault(r => r.Concerns == c.Concerns && r.ReplacesHandler);
        if (rule is not null)
            return Escalated(rule.To, around.Organisation.Person(c.ConcernsPerson) ?? manager, c, around);
        return manager is null ? null : Upwards(manager, c, around);
    }

    /// <summary>The person an escalation leads to, counted from somebody.</summary>
    public static Person? Escalated(string to, Person? from, Case c, Surroundings around)
    {
        if (to == "next-manager")
            return from is null ? FirstOf(Roles.Director, c, around) : NextManager(from, c, around);
        return FirstOf(to, c, around);
    }

    /// <summary>One level up, passing over who has left or may not see the case.</summary>
    public static Person? NextManager(Person from, Case c, Surroundings around)
    {
        var seen = new HashSet<string> { from.Key };
        var next = around.Organisation.Person(from.ReportsTo);
        while (next is not null && seen.Add(next.Key))
        {
            if (IsFit(next, c))
                return next;
            next = around.Organisation.Person(next.ReportsTo);
        }
        return around
            .Organisation.WithRole(Roles.Director)
            .Concat(around.Organisation.WithRole(Roles.Board))
            .FirstOrDefault(p => p.Key != from.Key && IsFit(p, c));
    }

    /// <summary>How high somebody's office stands.</summary>
    public static int Rank(Person person) =>
        person.Roles.Contains(Roles.SupervisoryBoard) ? 3
        : person.Roles.Contains(Roles.Board) ? 2
        : person.Roles.Contains(Roles.Director) ? 1
        : 0;

    /// <summary>Who must act now: the handler, or who is asked to assign one.</summary>
    public static Person? Responsible(Case c, Surroundings around, LocalDate today)
    {
        // Who is only thought of as handler has not been asked, and may turn out to be the wrong one.
        if (around.Organisation.Person(c.Handler) is { } handler && StandIn(handler, c, around, today) is { } fit)
            return fit;
        return Coordinator(c, around);
    }

    /// <summary>Who talks with somebody that does not agree: the directors; where it is about them, who stands above.</summary>
    public static IEnumerable<Person> TalkHolders(Case c, Surroundings around)
    {
        var directors = around.Organisation.WithRole(Roles.Director).Where(d => IsFit(d, c)).ToList();
        if (directors.Count > 0)
            return directors;
        return Escalated(Roles.Board, null, c, around) is { } above ? [above] : [];
    }

    public static Person? Coordinator(Case c, Surroundings around) =>
        Ladder
            .Append(Roles.Handler)
            .Append(Roles.Admin)
            .SelectMany(around.Organisation.WithRole)
            .FirstOrDefault(p => IsFit(p, c));

    /// <summary>The person, or the deputy of who is away; null: may not see the case, nor may who stands in.</summary>
    public static Person? StandIn(Person person, Case c, Surroundings around, LocalDate today)
    {
        if (c.Barred.Contains(person.Key))
            return null;
        if (person.HasLeft)
            return Deputy(person, null, c, around) ?? NextManager(person, c, around);
        if (around.AbsenceOf(person.Key, today) is not { } absence)
            return person;
        return Deputy(person, absence, c, around) ?? person;
    }

    public static Person? Deputy(Person person, Absence? absence, Case c, Surroundings around) =>
        around.Organisation.Person(absence?.Deputy ?? person.Deputy) is { } deputy && IsFit(deputy, c) ? deputy : null;

    public static bool IsFit(Person person, Case c) => !person.HasLeft && !c.Barred.Contains(person.Key);

    /// <summary>Whom the complaint is about, as far as that can be told from what it concerns.</summary>
    public static IEnumerable<Person> Concerned(Case c, Surroundings around)
    {
        var organisation = around.Organisation;
        if (organisation.Person(c.ConcernsPerson) is { } named)
            return [named];
        return c.Concerns switch
        {
            "manager" => organisation.Person(organisation.Location(c.Location)?.Manager) is { } manager
                ? [manager]
                : [],
            "director" => organisation.WithRole(Roles.Director),
            "board" => organisation.WithRole(Roles.Board),
            _ => [],
        };
    }

    private static Person? Upwards(Person person, Case c, Surroundings around) =>
        IsFit(person, c) ? person : NextManager(person, c, around);

    private static Person? FirstOf(string role, Case c, Surroundings around)
    {
        var start = Array.IndexOf(Ladder, role);
        var rungs = start < 0 ? [role] : Ladder[start..];
        return rungs.SelectMany(around.Organisation.WithRole).FirstOrDefault(p => IsFit(p, c));
    }
}
