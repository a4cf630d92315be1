using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Configuration;

/// <summary>An organisation with all that its cases are decided in.</summary>
internal sealed record Office(
    OrganisationSettings Settings,
    Organisation Organisation,
    Regulation Regulation,
    Surroundings Around
)
{
    /// <summary>Reports that were defined beside the built-in ones.</summary>
    public IReadOnlyList<OwnDefinition> Definitions { get; init; } = [];

    /// <summary>Old mail is being taken in: nobody gets a letter of it.</summary>
    public bool IsBacklog { get; init; }

    public OwnDefinition? Definition(string kind) => Definitions.FirstOrDefault(d => d.Name == kind);

    public static Office Of(
        OrganisationSettings settings,
        Regulation regulation,
        DateTimeZone zone,
        IReadOnlyList<ExternalBody>? bodies = null
    )
    {
        var organisation = settings.ToOrganisation();
        return new(
            settings,
            organisation,
            regulation,
            new Surroundings(organisation, regulation, new WorkingCalendar(regulation.Calendar), zone)
            {
                Bodies = bodies ?? [],
            }
        );
    }
}
