using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Core.Cases;

/// <summary>Which letters a complainant may get now.</summary>
internal static class Gate
{
    /// <summary>The procedure was closed because another duty came first; what may be said about it a person releases.</summary>
    public static bool IsClosedForSafety(Case c) => c.Outcome is Outcomes.ReportingCode or Outcomes.ReportingDuty;

    /// <summary>A flag on the safety of a child that nobody has judged: routine letters wait.</summary>
    public static bool IsHeld(Case c, Regulation regulation) =>
        c.Flags.Any(f => f.Confirmed is null && f.Weight != "look" && SignalCodes.HoldsLetters(f.Code, regulation));

    public static bool IsOpenToComplainant(Case c, string kind, Regulation regulation)
    {
        if (c.Stage == Stage.Purged)
            return false;
        if (IsClosedForSafety(c))
            return kind is "reporting-code" or "reporting-duty";
        return kind is "acknowledgement" || !IsHeld(c, regulation);
    }
}
