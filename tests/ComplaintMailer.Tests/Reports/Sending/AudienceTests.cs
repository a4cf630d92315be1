using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Tests.Core;
using NodaTime;

namespace ComplaintMailer.Tests.Reports.Sending;

/// <summary>Who gets which report, by the regulations that are delivered.</summary>
public class AudienceTests
{
    [Theory]
    [InlineData("mik-piw", "four-monthly", "quality director")]
    [InlineData("mik-piw", "public-external", "publish")]
    [InlineData("mik-piw", "statutory-childcare", "supervisors publish parents-committees")]
    [InlineData("mik-piw-2021", "quarterly", "quality director")]
    [InlineData("partou", "weekly-board", "board")]
    [InlineData("partou", "statutory-childcare", "supervisors publish parents-committees")]
    [InlineData("xtra", "periodic", "quality director board supervisory-board")]
    [InlineData(
        "xtra",
        "statutory-childcare",
        "quality director board supervisory-board supervisors publish parents-committees"
    )]
    [InlineData("fluks", "statutory-childcare", "supervisors publish parents-committees")]
    public void Each_regulation_names_who_gets_its_reports(string pack, string kind, string readers)
    {
        var office = OfficeOf(pack);

        var audience = Audience.Of(ReportPlan.Of(office).Single(p => p.Kind == kind), office, Services.Childcare);

        Assert.Empty(audience.Unreachable);
        Assert.Equal(readers.Split(' ').Order(), audience.Readers.Select(r => r.Code).Distinct().Order());
        // A supervisor hears of its own locations; whoever else gets the report, gets all of it.
        Assert.All(audience.Readers, r => Assert.Equal(r.Code == Audience.Supervisors, r.Locations is not null));
        Assert.Equal(
            readers.Contains(Audience.Supervisors, StringComparison.Ordinal) ? ["ggd-oost: C", "ggd-west: A B"] : [],
            audience
                .Readers.Where(r => r.Locations is not null)
                .Select(r => $"{r.To.Address!.Split('@')[0]}: {string.Join(' ', r.Locations!.Select(l => l.Name))}")
                .Order()
        );
    }

    [Fact]
    public void Who_has_no_address_is_named_to_whoever_releases_the_report()
    {
        var office = OfficeOf("fluks", withAddresses: false);

        var audience = Audience.Of(
            ReportPlan.Of(office).Single(p => p.Kind == "statutory-childcare"),
            office,
            Services.Childcare
        );

        Assert.Contains("GGD West (A)", audience.Unreachable);
        Assert.Contains("Oudercommissie C (C)", audience.Unreachable);
    }

    /// <summary>Everybody has one role; two locations have one supervisor, a third has another.</summary>
    private static Office OfficeOf(string pack, bool withAddresses = true)
    {
        var regulation = CoreFiles.Regulation(pack);
        var organisation = new Organisation
        {
            Key = "o",
            Name = "Kinderopvang Zonnebloem",
            Regulation = pack,
            CasePrefix = "ZON",
            Address = "klachten@zonnebloem.example",
            Locations = [Place("a", "A", "west"), Place("b", "B", "west"), Place("c", "C", "oost")],
            People = [.. Roles.All.Select(r => new Person(r, $"Persoon {r}", $"{r}@zonnebloem.example", [r], null))],
        };
        return new(
            new OrganisationSettings { Key = "o" },
            organisation,
            regulation,
            new Surroundings(
                organisation,
                regulation,
                WorkingCalendar.Standard,
                DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]
            )
        );

        Location Place(string key, string name, string side) =>
            new(key, name, [], Services.Childcare, null)
            {
                Supervisor = side == "west" ? "GGD West" : "GGD Oost",
                SupervisorEmail = withAddresses ? $"ggd-{side}@toezicht.example" : null,
                ParentsCommitteeEmail = withAddresses ? $"ouders-{key}@zonnebloem.example" : null,
            };
    }
}
