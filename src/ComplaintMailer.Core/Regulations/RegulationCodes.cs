using ComplaintMailer.Core.Letters;
using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Regulations;

/// <summary>The words a regulation pack may use. What is not here is a mistake in the pack.</summary>
public static class RegulationCodes
{
    public static IReadOnlyList<string> Required { get; } =
    ["description", "desired", "name", "contact", "what", "where", "when", "who"];

    public static IReadOnlyList<string> Capacities { get; } =
    [
        "client",
        "legal-representative",
        "surviving-relative",
        "authorised",
        "prospective",
        "former",
        "parents-committee",
    ];
    public static IReadOnlyList<string> Anonymous { get; } = ["ask", "handle", "suspend", "person-decides"];
    public static IReadOnlyList<string> LateModes { get; } = ["none", "reasonable", "explain", "bar"];
    public static IReadOnlyList<string> AlreadyExternal { get; } = ["refuse", "person-decides"];
    public static IReadOnlyList<string> Terms { get; } =
    ["ack", "contact", "contact-week", "contact-parties", "handler-notice", "target", "final"];
    public static IReadOnlyList<string> Units { get; } = ["working-days", "days", "weeks", "months"];

    /// <summary>Letters and happenings that can meet a term.</summary>
    public static IReadOnlyList<string> MetBy { get; } =
    [.. LetterKinds.All, "contact", "contact-parties", "hearing", "talk"];
    public static IReadOnlyList<string> EscalateTo { get; } =
    ["next-manager", Roles.Director, Roles.Board, Roles.SupervisoryBoard, Roles.Quality];
    public static IReadOnlyList<string> Concerns { get; } = ["manager", "director", "board", "policy"];
    public static IReadOnlyList<string> ChildAbuse { get; } = ["close-reporting-code", "alarm-only"];
    public static IReadOnlyList<string> EmployeeOffence { get; } = ["close-reporting-duty", "hr-open", "alarm-only"];
    public static IReadOnlyList<string> BothSides { get; } = ["always", "persons-only", "optional"];
    public static IReadOnlyList<string> Verdicts { get; } = ["founded", "partly-founded", "unfounded", "no-verdict"];
    public static IReadOnlyList<string> CodeTests { get; } = ["persons-only", "hr", "none"];
    public static IReadOnlyList<string> Direct { get; } = ["unreasonable", "after-6-weeks", "certain-cases", "always"];
    public static IReadOnlyList<string> DuringInternal { get; } = ["end", "person-decides"];
    public static IReadOnlyList<string> BindingAdvice { get; } = ["both-consent", "body-rule", "none"];
    public static IReadOnlyList<string> NonCooperation { get; } = ["suspend", "stop"];
    public static IReadOnlyList<string> Registrations { get; } = ["SKJ", "BIG"];
    public static IReadOnlyList<string> Reports { get; } = Figures.ReportKinds.All;
    public static IReadOnlyList<string> ReportTo { get; } =
    [.. Roles.All, "supervisors", "parents", "parents-committees", "website"];
    public static IReadOnlyList<string> HandlerKinds { get; } =
    ["location-manager", "director", "pedagogy-quality", "manager", "coordinator"];
    public static IReadOnlyList<string> LegalBases { get; } = ["wko", "wkkgz-voluntary", "jeugdwet", "wmo"];

    /// <summary>What the words of a mail can raise.</summary>
    public static IReadOnlyList<string> Signals { get; } =
    [
        "child-abuse",
        "danger-now",
        "violence",
        "sexual-offence",
        "discrimination",
        "theft-vandalism-bullying",
        "undesirable-conduct",
        "liability",
        "withdrawal",
        "objection",
        "anonymous",
        "shield-identity",
        "acts-for-other",
        "late-answer",
        "about-manager",
        "about-director",
        "already-external",
        "intends-external",
        "late-filing",
        "privacy-request",
    ];
}
