using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>When in a case a command makes sense.</summary>
[Flags]
internal enum When
{
    Open = 1,
    Ended = 2,
    Any = Open | Ended,
}

/// <param name="Who">Roles, and hats of the case (see <see cref="Hats"/>).</param>
/// <param name="InPack">Whether the regulation knows it at all; null: every one does.</param>
internal sealed record CommandRow(
    string Key,
    IReadOnlyList<string> Who,
    When When,
    Action<CommandRun, GivenCommand> Do,
    Func<Regulation, bool>? InPack = null
);

/// <summary>Who may do what, when. The order is the order in which the commands of one mail are done.</summary>
internal static class CommandTable
{
    private const string C = Hats.CaseHandler;
    private const string Up = Hats.EscalatedTo;
    private static readonly string[] Handling = [C, Up, Hats.LiabilityHandler, Roles.Coordinator];
    private static readonly string[] Guarding = [C, Up, Roles.Coordinator, Roles.Quality];
    private static readonly string[] Assigners = [C, Up, Roles.Coordinator, Roles.Quality, Roles.Director];
    private static readonly string[] Safety =
    [
        C,
        Up,
        Roles.Coordinator,
        Roles.Quality,
        Roles.ReportingCodeOfficer,
        Roles.Director,
        Roles.Board,
        Roles.Hr,
    ];

    public static IReadOnlyList<CommandRow> All { get; } =
    [
        new("location", Assigners, When.Any, SortingCommands.Location),
        new("nature", Assigners, When.Any, SortingCommands.Nature),
        new("concerns", Assigners, When.Any, SortingCommands.Concerns),
        new("handler", Assigners, When.Any, SortingCommands.Handler),
        new("confirm", [.. Safety, Roles.Finance], When.Any, SignalCommands.Confirm),
        new("reject", [.. Safety, Roles.Finance], When.Any, SignalCommands.Reject),
        new("authorised", Guarding, When.Any, SortingCommands.Authorised),
        new("explanation", Guarding, When.Open, SortingCommands.Explanation),
        new("late", Guarding, When.Open, SortingCommands.Late),
        new("note", [Hats.Anyone], When.Any, TalkCommands.Note),
        new("contact", Handling, When.Any, TalkCommands.Contact),
        new("hearing", Handling, When.Open, TalkCommands.Hearing),
        new("talk", [.. Handling, Roles.Director], When.Any, TalkCommands.Talk),
        new("invite", Handling, When.Open, TalkCommands.Invite),
        new("ask-reaction", Handling, When.Open, TalkCommands.AskReaction),
        new("to-complainant", [.. Handling, Roles.Director, Roles.Quality], When.Any, TalkCommands.ToComplainant),
        new("progress", Handling, When.Open, TalkCommands.Progress),
        new("appointment", Handling, When.Open, TalkCommands.Appointment),
        new("test", [.. Handling, Roles.Hr, Roles.Quality], When.Open, TalkCommands.Test),
        new("escalate", Guarding, When.Open, SortingCommands.Escalate),
        new("quality", Handling, When.Any, SortingCommands.Quality),
        new("hr", [.. Handling, Roles.Quality], When.Any, SortingCommands.HumanResources),
        new("liability", [.. Handling, Roles.Quality], When.Any, SortingCommands.Liability),
        new("extend", Handling, When.Open, VerdictCommands.Extend, r => r.Extension.Allowed),
        new("delay", Handling, When.Open, VerdictCommands.Delay, r => r.Extension.DelayNotice),
        new("verdict", Handling, When.Open, VerdictCommands.Verdict),
        new("reasons", Handling, When.Open, VerdictCommands.Part),
        new("wish", Handling, When.Open, VerdictCommands.Part),
        new("measure", Handling, When.Any, VerdictCommands.Measure),
        new("lesson", [.. Handling, Roles.Quality], When.Any, VerdictCommands.Lesson),
        new("relation", Handling, When.Any, VerdictCommands.Relation),
        new("measure-done", [.. Guarding, Hats.MeasureOwner], When.Any, VerdictCommands.MeasureDone),
        new("posted", Guarding, When.Any, TalkCommands.Posted),
        new(
            "objection",
            [C, Up, Roles.Coordinator, Roles.Quality, Roles.Director],
            When.Ended,
            ObjectionCommands.Objection,
            r => r.Objection.DirectorTalk
        ),
        new(
            "external",
            [.. Guarding, Roles.Director, Roles.ExternalCommitteeClerk],
            When.Any,
            ExternalCommands.External
        ),
        new(
            "external-ruling",
            [.. Guarding, Roles.Director, Roles.ExternalCommitteeClerk],
            When.Any,
            ExternalCommands.Ruling
        ),
        new("refer", [.. Guarding, Roles.Director], When.Any, ExternalCommands.Refer, r => r.GapDecider is not null),
        new(
            "chair-ruling",
            [.. Guarding, Roles.ExternalCommitteeClerk],
            When.Any,
            ExternalCommands.ChairRuling,
            r => r.GapDecider is not null
        ),
        new("suspend", Guarding, When.Open, EndCommands.Suspend),
        new("resume", Guarding, When.Open, EndCommands.Resume),
        new("withdrawn", Guarding, When.Open, EndCommands.Withdrawn),
        new("stop", Guarding, When.Open, EndCommands.Stop),
        new("out-of-scope", Guarding, When.Open, EndCommands.OutOfScope),
        new(
            "dissatisfaction",
            Guarding,
            When.Open,
            EndCommands.Dissatisfaction,
            r => r.Intake.Dissatisfaction || r.Intake.Tips
        ),
        new("question", Guarding, When.Open, EndCommands.Question),
        new(
            "reporting-code",
            Safety,
            When.Any,
            EndCommands.ReportingCode,
            r => r.Safety.ChildAbuse == "close-reporting-code"
        ),
        new(
            "reporting-duty",
            Safety,
            When.Any,
            EndCommands.ReportingDuty,
            r => r.Safety.EmployeeOffence == "close-reporting-duty"
        ),
        new("release", Safety, When.Ended, EndCommands.Release),
        new("reopen", Guarding, When.Ended, EndCommands.Reopen),
        new("merge", Guarding, When.Open, EndCommands.Merge),
        new("split", Guarding, When.Open, EndCommands.Split),
        new(
            "keep-until",
            [Roles.Quality, Roles.Coordinator, Roles.Finance, Roles.Director, Hats.LiabilityHandler],
            When.Any,
            EndCommands.KeepUntil
        ),
        new("away", [Hats.Anyone], When.Any, DossierCommands.Away),
        new("approve", [.. Handling, Roles.Quality], When.Any, VerdictCommands.Approve),
        new("status", [Hats.Anyone], When.Any, DossierCommands.Status),
        new("help", [Hats.Anyone], When.Any, DossierCommands.Help),
    ];

    private static readonly Dictionary<string, CommandRow> ByKey = All.ToDictionary(r => r.Key);

    public static CommandRow? Of(string key) => ByKey.GetValueOrDefault(key);

    public static int Order(string key)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Key == key)
                return i;
        }
        return int.MaxValue;
    }

    /// <summary>What this person may do in this case as it stands.</summary>
    public static IReadOnlyList<string> Possible(Case c, Person person, Surroundings around, LocalDate today)
    {
        if (!Access.MaySee(c, person, around, today))
            return [];
        var hats = Access.HatsOf(c, person, around, today);
        return
        [
            .. All.Where(r => Fits(r, c, hats, around.Regulation) && Sensible.Now(r.Key, c, around.Regulation, today))
                .Select(r => r.Key),
        ];
    }

    public static bool Fits(CommandRow row, Case c, IReadOnlySet<string> hats, Regulation regulation) =>
        (row.InPack is null || row.InPack(regulation)) && Applies(row, c) && row.Who.Any(hats.Contains);

    public static bool Applies(CommandRow row, Case c) => row.When.HasFlag(c.IsOpen ? When.Open : When.Ended);
}

/// <summary>Commands that are allowed but would do nothing as the case stands are not offered.</summary>
internal static class Sensible
{
    public static bool Now(string key, Case c, Regulation regulation, LocalDate today) =>
        key switch
        {
            "extend" => c.Extensions < regulation.Extension.Most
                && c.Term("final") is { State: "running" } final
                && today <= final.Due,
            "confirm" or "reject" => c.Flags.Any(f => f.Confirmed is null),
            "late" or "explanation" => c is { LateDays: > 0, LateAccepted: null },
            "authorised" => c.Complainant.ActsFor is not null || c.Flag("acts-for-other") is not null,
            "approve" => c.Draft is not null || c.DestroyOn is not null,
            "resume" => c.Stage == Stage.Suspended,
            "suspend" => c.Stage != Stage.Suspended,
            "measure-done" => c.Measures.Any(m => m.DoneOn is null),
            "objection" => c.Verdict is not null && c.Objection?.ClosedOn is null,
            "external-ruling" => c.External is { Ruling: null } or { OrganisationConsents: null },
            "external" => c.External is null,
            "chair-ruling" => c.Referred,
            "release" => Gate.IsClosedForSafety(c),
            "reporting-code" => !Gate.IsClosedForSafety(c) && c.Flags.Any(f => SignalCodes.IsChildSafety(f.Code)),
            "reporting-duty" => !Gate.IsClosedForSafety(c) && c.Flags.Any(f => SignalCodes.IsOffence(f.Code)),
            "posted" => c.Unbrought.Any(),
            "reasons" or "wish" => c.Draft is not null,
            _ => true,
        };
}
