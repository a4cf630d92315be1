using System.Text.Json;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Regulations;

public class RegulationPacksTests
{
    private static readonly string[] All = ["mik-piw", "mik-piw-2021", "xtra", "fluks", "partou"];

    public static TheoryData<string> Names => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pack_is_read_without_a_fault(string name)
    {
        var pack = CoreFiles.Regulation(name);

        Assert.Equal(name, pack.Code);
        Assert.NotEmpty(pack.Silences);
        Assert.Equal(6, pack.Terms.Single(t => t.Id == "final").Count);
        Assert.Contains(pack.Natures, n => n.Code == "overig");
    }

    [Fact]
    public void Every_body_has_a_day_on_which_it_was_checked()
    {
        var (bodies, faults) = RegulationReader.ReadBodies(CoreFiles.Text("regulations/bodies.json"), "bodies.json");

        Assert.Empty(faults);
        Assert.All(bodies, b => Assert.NotEqual(default, b.VerifiedOn));
    }

    // Regulation | extension weeks | weeks or working days to the first word | months kept | child abuse | employee offence
    [Theory]
    [InlineData("mik-piw", 4, "contact 5", 18, "close-reporting-code", "hr-open")]
    [InlineData("mik-piw-2021", 0, "contact 5", null, "close-reporting-code", "alarm-only")]
    [InlineData("xtra", 0, "ack 5", null, "alarm-only", "alarm-only")]
    [InlineData("fluks", 0, "handler-notice 5", null, "alarm-only", "alarm-only")]
    [InlineData("partou", 0, "contact 2", null, "close-reporting-code", "close-reporting-duty")]
    public void The_texts_differ_where_they_differ(
        string name,
        int extension,
        string first,
        int? months,
        string abuse,
        string offence
    )
    {
        var pack = CoreFiles.Regulation(name);

        Assert.Equal(extension, pack.Extension.Weeks);
        Assert.Contains(first, pack.Terms.Where(t => t.Unit == "working-days").Select(t => $"{t.Id} {t.Count}"));
        Assert.Equal(months, pack.Retention.Months);
        Assert.Equal(abuse, pack.Safety.ChildAbuse);
        Assert.Equal(offence, pack.Safety.EmployeeOffence);
    }

    [Fact]
    public void What_only_one_text_knows_stands_in_its_pack_alone()
    {
        var packs = All.Select(CoreFiles.Regulation).ToList();

        Assert.Equal("xtra", packs.Single(p => p.Objection.DirectorTalk).Code);
        Assert.Equal("xtra", packs.Single(p => p.GapDecider == "ekc-xtra").Code);
        Assert.Equal("xtra", packs.Single(p => p.Privacy.SharingNotice).Code);
        Assert.Equal("xtra", packs.Single(p => p.ExternalDuringInternal == "end").Code);
        Assert.Equal("mik-piw", packs.Single(p => p.EscalateInDoubt).Code);
        Assert.Equal("mik-piw-2021", packs.Single(p => p.Intake.OralCounts).Code);
        Assert.Equal("fluks", packs.Single(p => p.Intake.Tips).Code);
        Assert.Equal("partou", packs.Single(p => p.Reports.Any(r => r.Kind == "weekly-board")).Code);
        Assert.Equal("partou", packs.Single(p => p.InformAlways.Contains("next-manager")).Code);
        Assert.Equal(new LocalDate(2028, 5, 21), packs.Single(p => p.NextEvaluation is not null).NextEvaluation);
    }

    [Fact]
    public void The_version_in_force_on_the_day_of_filing_is_chosen()
    {
        var pack = CoreFiles.Regulation("xtra");
        var old = pack with { Version = "old", ValidFrom = new(2020, 1, 1), ValidTo = new(2025, 5, 20) };
        var versions = new RegulationVersions([pack, old]);

        Assert.Equal("old", versions.For("xtra", new(2025, 5, 20))!.Version);
        Assert.Equal("2025-05-21", versions.For("xtra", new(2025, 5, 21))!.Version);
        Assert.Equal("old", versions.For("xtra", new(2019, 1, 1))!.Version);
        Assert.Null(versions.For("none", new(2025, 5, 21)));
        Assert.Equal("old", versions.Exactly("xtra", "old")!.Version);
    }

    [Theory]
    [InlineData("", typeof(Regulation))]
    [InlineData("organisations", typeof(OrganisationRule))]
    [InlineData("intake", typeof(IntakeRules))]
    [InlineData("terms", typeof(TermRule))]
    [InlineData("extension", typeof(ExtensionRules))]
    [InlineData("escalation", typeof(EscalationRule))]
    [InlineData("involve", typeof(InvolveRule))]
    [InlineData("safety", typeof(SafetyRules))]
    [InlineData("hearing", typeof(HearingRules))]
    [InlineData("verdict", typeof(VerdictRules))]
    [InlineData("objection", typeof(ObjectionRules))]
    [InlineData("external", typeof(ExternalRoute))]
    [InlineData("retention", typeof(RetentionRules))]
    [InlineData("reports", typeof(ReportRule))]
    [InlineData("privacy", typeof(PrivacyRules))]
    [InlineData("calendar", typeof(CalendarRules))]
    [InlineData("natures", typeof(NatureRule))]
    public void The_schema_knows_exactly_the_keys_that_are_read(string key, Type type)
    {
        using var schema = JsonDocument.Parse(CoreFiles.Text("regulations/regulation.schema.json"));
        var at = schema.RootElement.GetProperty("properties");
        if (key.Length > 0)
        {
            var inner = at.GetProperty(key);
            at = (inner.TryGetProperty("items", out var items) ? items : inner).GetProperty("properties");
        }

        var known = at.EnumerateObject().Select(p => p.Name).Where(n => n != "$schema").Order();
        var read = type.GetProperties()
            .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
            .Where(n => n != "equalityContract")
            .Order();
        Assert.Equal(read, known);
    }
}
