namespace ComplaintMailer.Core.Intake;

/// <summary>What a field of a web form can hold; a form's configuration maps its labels to these.</summary>
public static class FormFields
{
    public const string Name = "name";
    public const string FirstName = "first-name";
    public const string LastName = "last-name";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Location = "location";
    public const string EventDate = "event-date";
    public const string Description = "description";
    public const string Desired = "desired";

    /// <summary>Who it is about.</summary>
    public const string Who = "who";
    public const string Child = "child";

    /// <summary>What the complainant is to the child or client.</summary>
    public const string Relation = "relation";
    public const string ActsFor = "acts-for";
    public const string Nature = "nature";

    /// <summary>Known and left out.</summary>
    public const string Ignore = "ignore";

    public static IReadOnlyList<string> All { get; } =
    [
        Name,
        FirstName,
        LastName,
        Email,
        Phone,
        Location,
        EventDate,
        Description,
        Desired,
        Who,
        Child,
        Relation,
        ActsFor,
        Nature,
        Ignore,
    ];
}
