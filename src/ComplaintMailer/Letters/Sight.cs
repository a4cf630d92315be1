using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Letters;

/// <summary>
/// How much of a case the reader of a letter may see. The model of a letter holds no more than that, so that no template,
/// however edited, can tell more.
/// </summary>
internal enum Sight
{
    /// <summary>Not even that the case exists.</summary>
    Nothing,

    /// <summary>What the register shows: number, location, nature, terms, who handles it. No words, no names of parties.</summary>
    Register,

    /// <summary>The person complained about: what is put to her or him, and nothing of the other side.</summary>
    Concerned,

    /// <summary>The complainant: own words, what was decided, what comes next. Nothing internal.</summary>
    Complainant,
    Everything,
}

internal static class Sights
{
    /// <summary>Letters that give a member of staff her or his part in the case, and with it the dossier.</summary>
    private static readonly HashSet<string> GiveAPart =
    [
        "case-assigned",
        "triage",
        "escalation",
        "liability",
        "hr",
        "quality-question",
        "refer",
        "signal",
        "objection",
        "talk-invitation",
        "verdict-preview",
    ];

    /// <summary>Letters that tell of a case without showing what is in it.</summary>
    private static readonly HashSet<string> TellOnly = ["superior-notice", "bounce-alarm", "digest", "weekly-health"];

    private static readonly string[] SeeEverything = [Roles.Coordinator, Roles.Quality];

    public static Sight Of(LetterOrder order, Case state, Organisation organisation)
    {
        var party = order.To.Party;
        if (party.StartsWith("complainant", StringComparison.Ordinal))
            return Sight.Complainant;
        if (party == "concerned")
            return Sight.Concerned;
        if (party == "role:" + Roles.ExternalCommitteeClerk || order.Kind == "clerk-extract")
            return order.Kind == "clerk-extract" ? Sight.Everything : Sight.Register;
        if (party.StartsWith("role:", StringComparison.Ordinal))
            return SeeEverything.Contains(party[5..]) || GiveAPart.Contains(order.Kind)
                ? Sight.Everything
                : Sight.Register;
        if (!party.StartsWith("staff:", StringComparison.Ordinal))
            return Sight.Nothing;
        var key = party[6..];
        if (state.Barred.Contains(key) || key == state.ConcernsPerson)
            return Sight.Nothing;
        if (TellOnly.Contains(order.Kind))
            return Sight.Register;
        var person = organisation.Person(key);
        var hasPart =
            key == state.Handler
            || key == state.LiabilityHandler
            || (state.Handler is null && key == state.ProposedHandler)
            || state.Involved.Contains(key)
            || person?.Roles.Any(r => SeeEverything.Contains(r) || state.Involved.Contains(r)) == true;
        return hasPart || GiveAPart.Contains(order.Kind) ? Sight.Everything : Sight.Register;
    }
}
