using ComplaintMailer.Core.Cases;

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
    private static readonly HashSet<string> TellOnly = ["superior-notice", "digest", "weekly-health"];

    public static Sight Of(LetterMatter matter, Case state)
    {
        var order = matter.Order;
        var party = order.To.Party;
        if (party.StartsWith("complainant", StringComparison.Ordinal))
            return Sight.Complainant;
        if (party == "concerned")
            return Sight.Concerned;
        if (order.Kind == "clerk-extract")
            return Sight.Everything;
        if (!matter.IsToStaff)
            return Sight.Nothing;
        if (matter.Staff is not { } person)
            return GiveAPart.Contains(order.Kind) ? Sight.Everything : Sight.Register;
        if (state.Barred.Contains(person.Key) || person.Key == state.ConcernsPerson)
            return Sight.Nothing;
        if (TellOnly.Contains(order.Kind))
            return Sight.Register;
        return GiveAPart.Contains(order.Kind) || Access.MaySee(state, person, matter.Around, matter.Today)
            ? Sight.Everything
            : Sight.Register;
    }
}
