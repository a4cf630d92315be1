namespace ComplaintMailer.Core.Signals;

/// <summary>What words tell beside the signals: no flag is raised for these, they only help to propose.</summary>
public static class Hints
{
    public const string Complains = "complains";
    public const string Asks = "asks";
    public const string NoComplaint = "no-complaint";
    public const string Settled = "settled";
    public const string Unrelated = "unrelated";
    public const string Outside = "outside";
    public const string WritingHelp = "writing-help";
    public const string Another = "another-complaint";
    public const string Desired = "desired";

    /// <summary>With the name and the address of the organisation behind it. Read from names and not from words, so it is not among all.</summary>
    public const string OtherOrganisation = "other-organisation";

    public static IReadOnlyList<string> All { get; } =
    [Complains, Asks, NoComplaint, Settled, Unrelated, Outside, WritingHelp, Another, Desired];
}
