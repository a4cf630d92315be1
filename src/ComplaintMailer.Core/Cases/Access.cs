using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>What a person is in a case, beyond the roles of the configuration.</summary>
public static class Hats
{
    /// <summary>Handles it, or stands in for who does; while nobody handles it: who is asked to assign it.</summary>
    public const string CaseHandler = "case-handler";
    public const string LiabilityHandler = "liability-handler";

    /// <summary>Was brought in one level up.</summary>
    public const string EscalatedTo = "escalated-to";
    public const string MeasureOwner = "measure-owner";

    /// <summary>Anybody of the organisation.</summary>
    public const string Anyone = "anyone";
}

/// <summary>Who may see a case, and as what.</summary>
public static class Access
{
    public static IReadOnlySet<string> HatsOf(Case c, Person person, Surroundings around, LocalDate today)
    {
        var hats = new HashSet<string>(person.Roles) { Hats.Anyone };
        // The role says that one may be a handler; the hat, that one is it here.
        hats.Remove(Roles.Handler);
        if (IsHandler(c, person, around, today))
            hats.Add(Hats.CaseHandler);
        if (c.LiabilityHandler == person.Key)
            hats.Add(Hats.LiabilityHandler);
        if (c.EscalatedTo == person.Key)
            hats.Add(Hats.EscalatedTo);
        if (c.Measures.Any(m => IsOwner(m, person)))
            hats.Add(Hats.MeasureOwner);
        return hats;
    }

    public static bool MaySee(Case c, Person person, Surroundings around, LocalDate today)
    {
        if (person.HasLeft || c.Barred.Contains(person.Key) || c.Stage == Stage.Purged)
            return false;
        var hats = HatsOf(c, person, around, today);
        return hats.Overlaps(AlwaysSee)
            || hats.Any(c.Involved.Contains)
            || (c.Objection is not null && hats.Contains(Roles.Director))
            || ((c.External is not null || c.Referred) && hats.Contains(Roles.ExternalCommitteeClerk));
    }

    private static readonly string[] AlwaysSee =
    [
        Hats.CaseHandler,
        Hats.LiabilityHandler,
        Hats.EscalatedTo,
        Hats.MeasureOwner,
        Roles.Coordinator,
        Roles.Quality,
    ];

    private static bool IsHandler(Case c, Person person, Surroundings around, LocalDate today)
    {
        if (c.Handler is null && c.ProposedHandler == person.Key)
            return true;
        if (c.Handler == person.Key)
            return true;
        return around.Organisation.Person(c.Handler) is { } handler
            && Routing.StandIn(handler, c, around, today)?.Key == person.Key;
    }

    internal static bool IsOwner(Measure measure, Person person) =>
        measure.Who is { } who
        && (
            string.Equals(who, person.Key, StringComparison.OrdinalIgnoreCase)
            || string.Equals(who, person.Name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(who, person.Email, StringComparison.OrdinalIgnoreCase)
        );
}
