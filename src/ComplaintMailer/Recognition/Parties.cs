using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Recognition;

/// <summary>Whose address it is, within a case.</summary>
internal static class Parties
{
    private static readonly string[] OverseeingRoles = [Roles.Coordinator, Roles.Quality, Roles.Director, Roles.Board];

    /// <returns><c>complainant</c>, <c>complainant:2</c>, <c>staff:KEY</c>, or null for somebody who is no party.</returns>
    public static string? Of(Case state, Organisation organisation, string address)
    {
        if (Same(state.Complainant.Email, address))
            return "complainant";
        for (var i = 0; i < state.CoComplainants.Count; i++)
        {
            if (Same(state.CoComplainants[i].Email, address))
                return $"complainant:{i + 2}";
        }
        if (IsConcerned(state, organisation, address))
            return "concerned";
        return
            organisation.People.FirstOrDefault(p => !p.HasLeft && Same(p.Email, address)) is { } person
            && MayWrite(state, person)
            ? $"staff:{person.Key}"
            : null;
    }

    /// <summary>The person complained about is a party once she or he has been asked for a reaction.</summary>
    private static bool IsConcerned(Case state, Organisation organisation, string address) =>
        organisation.Person(state.ConcernsPerson) is { } person
        && Same(person.Email, address)
        && state.Letters.Any(l => l.Party == "concerned");

    private static bool MayWrite(Case state, Person person) =>
        !state.Barred.Contains(person.Key)
        && (
            new[] { state.Handler, state.ProposedHandler, state.LiabilityHandler, state.EscalatedTo }.Contains(
                person.Key
            )
            || state.Letters.Any(l => l.Party == $"staff:{person.Key}")
            || person.Roles.Any(OverseeingRoles.Contains)
        );

    private static bool Same(string? a, string b) => string.Equals(a?.Trim(), b, StringComparison.OrdinalIgnoreCase);
}
