using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Recognition;
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

    /// <summary>The regulations a case may have begun under; read when a case asks for another than the one in use.</summary>
    public Lazy<RegulationVersions>? Versions { get; init; }

    /// <summary>The other organisations, as far as a mail may be meant for them.</summary>
    public Lazy<Neighbours>? Neighbours { get; init; }

    /// <summary>The office under the rules in force on the day a complaint came in: a new version beside the old holds from its own day.</summary>
    public Office On(LocalDate filed) => Under(Versions?.Value.For(Regulation.Code, filed));

    /// <summary>The office under the rules a case began under, as long as their file is there.</summary>
    public Office For(Case? state) =>
        state is null || (state.Regulation == Regulation.Code && state.RegulationVersion == Regulation.Version)
            ? this
            : Under(Versions?.Value.Exactly(state.Regulation, state.RegulationVersion));

    private Office Under(Regulation? other) =>
        other is null || (other.Code == Regulation.Code && other.Version == Regulation.Version)
            ? this
            : this with
            {
                Regulation = other,
                Around = Around with { Regulation = other, Calendar = new WorkingCalendar(other.Calendar) },
            };

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
