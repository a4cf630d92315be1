using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Core.Regulations;

/// <summary>A regulation nobody has heard of is a file, and nothing else.</summary>
public sealed class SixthRegulationTests
{
    private static readonly string Example = Path.Combine(AppContext.BaseDirectory, "docs", "example-regulation.json");

    [Fact]
    public void The_example_of_the_documentation_has_no_fault()
    {
        var (regulation, faults) = RegulationReader.Read(
            File.ReadAllText(Example),
            "example-regulation.json",
            CoreFiles.Bodies
        );

        Assert.Empty(faults);
        Assert.Equal("de-linde", regulation!.Code);
    }

    [Fact]
    public async Task An_organisation_can_name_its_regulation_by_path_and_work_by_it()
    {
        using var place = new Workplace(c =>
            c.Replace("\"Regulation\": \"fluks\"", $"\"Regulation\": \"{Example}\"", StringComparison.Ordinal)
        );
        var key = place.Settings.Organisations.Single(o => o.Regulation == Example).Key;
        place.Arrives(
            key,
            """
            Received: from mx.example by mail.example; Mon, 23 Nov 2026 08:15:00 +0100
            From: Ahmed <ahmed@gezin.example>
            Subject: Klacht
            Message-ID: <1@gezin.example>
            Content-Type: text/plain; charset=utf-8

            De medewerker was onbeschoft en ik wil dat dit stopt.
            """
        );

        await place.Pass("2026-11-23 09:00");

        var complaint = Assert.Single(place.Cases());
        Assert.Equal("de-linde", complaint.Regulation);
        Assert.Equal(new(2026, 12, 21), complaint.Term("final")!.Due);
        Assert.Equal(["where"], complaint.Missing);
        Assert.Equal(["bejegening"], complaint.Nature);
    }

    [Fact]
    public void A_phrase_that_can_not_be_looked_for_is_named_with_its_place()
    {
        var broken = File.ReadAllText(Example).Replace("\"toon\"", "\"toon ..99 stem\"", StringComparison.Ordinal);

        var (_, faults) = RegulationReader.Read(broken, "mine.json", CoreFiles.Bodies);

        Assert.StartsWith("mine.json: $.natures[0].words", Assert.Single(faults), StringComparison.Ordinal);
    }
}
