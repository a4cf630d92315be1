using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>What a person may do in a case as it stands, for letters and other places that offer it.</summary>
public static class PossibleCommands
{
    /// <returns>Keys of <see cref="CommandWords"/>; none where the person may not see the case.</returns>
    public static IReadOnlyList<string> Of(Case state, Person person, Surroundings around, LocalDate today) =>
        CommandTable.Possible(state, person, around, today);

    /// <summary>False while a signal about a child's safety waits for a person: then no letter goes to the complainant.</summary>
    public static bool MayWriteToComplainant(Case state, Regulation regulation) =>
        Gate.IsOpenToComplainant(state, "message", regulation);
}
