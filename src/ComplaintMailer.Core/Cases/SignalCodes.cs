using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Core.Cases;

/// <summary>What each signal asks for. Where regulations differ their data decide.</summary>
public static class SignalCodes
{
    public static bool IsChildSafety(string code) => code is "child-abuse" or "danger-now";

    public static bool IsOffence(string code) => code is "violence" or "sexual-offence";

    /// <summary>Somebody may be in danger or have been harmed.</summary>
    public static bool IsSafety(string code) => IsChildSafety(code) || IsOffence(code);

    public static bool IsConduct(string code) =>
        IsOffence(code) || code is "discrimination" or "theft-vandalism-bullying" or "undesirable-conduct";

    /// <summary>While it is not judged, what goes to the complainant waits: she or he may be part of the matter.</summary>
    public static bool HoldsLetters(string code, Regulation regulation) =>
        IsChildSafety(code) || (IsOffence(code) && regulation.Safety.EmployeeOffence == "close-reporting-duty");

    /// <summary>A person must judge it now; the others are shown with the case.</summary>
    public static bool IsUrgent(string code) =>
        IsChildSafety(code)
        || IsConduct(code)
        || code is "liability" or "withdrawal" or "already-external" or "intends-external" or "privacy-request";

    /// <summary>Who may say what a signal means, besides the handler.</summary>
    public static IReadOnlyList<string> Judges(string code) =>
        code switch
        {
            _ when IsChildSafety(code) =>
            [
                Roles.ReportingCodeOfficer,
                Roles.Quality,
                Roles.Director,
                Roles.Coordinator,
            ],
            _ when IsOffence(code) =>
            [
                Roles.Director,
                Roles.Board,
                Roles.Hr,
                Roles.ReportingCodeOfficer,
                Roles.Quality,
                Roles.Coordinator,
            ],
            _ when IsConduct(code) => [Roles.Hr, Roles.Quality, Roles.Coordinator],
            "liability" => [Roles.Finance, Roles.Quality, Roles.Coordinator],
            _ => [Roles.Quality, Roles.Coordinator],
        };

    /// <summary>The kind of letter by which a role is brought in.</summary>
    public static string LetterFor(string role, string code) =>
        role switch
        {
            Roles.Hr => "hr",
            Roles.Finance when code == "liability" => "liability",
            Roles.Quality when !IsSafety(code) => "quality-question",
            _ => "signal",
        };
}
