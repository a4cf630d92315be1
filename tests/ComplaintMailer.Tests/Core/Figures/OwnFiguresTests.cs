using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Tests.Reports;

namespace ComplaintMailer.Tests.Core.Figures;

public class OwnFiguresTests
{
    private const string Definition = """
        {
          "name": "nature-by-channel",
          "title": { "nl": "Aard per weg", "en": "Nature by channel" },
          "period": "quarter",
          "rows": "nature",
          "columns": "channel",
          "filters": { "service": ["childcare"] }
        }
        """;

    [Fact]
    public void An_organisation_can_define_a_report_of_its_own()
    {
        var (definition, faults) = OwnDefinitionReader.Read(Definition, "nature-by-channel.json");

        Assert.Empty(faults);
        var report = OwnFigures.Make(
            definition!,
            Period.Parse("2026-Q2")!,
            SampleReports.Facts(6, 400, 3),
            SampleReports.Organisation(6),
            SampleReports.Pack
        );
        var table = Assert.Single(report.Tables);
        Assert.Equal(["Aard", "Totaal", "Formulier", "E-mail"], table.Columns.Select(c => c.Nl));
        Assert.DoesNotContain(table.Rows.Where(r => !r.IsTotal).SelectMany(r => r.Cells), c => c.Number is > 0 and < 5);
        Assert.Equal(table.Rows[^1].Cells[0].Number, report.Totals[0].Value);
    }

    [Fact]
    public void A_filter_that_leaves_few_shows_nothing()
    {
        var (definition, _) = OwnDefinitionReader.Read(
            Definition.Replace("childcare", "social-work", StringComparison.Ordinal),
            "x.json"
        );
        var facts = SampleReports
            .Facts(6, 400, 3)
            .Select(
                (f, i) =>
                    i == 50 ? f with { Service = "social-work", FiledOn = new(2026, 5, 4), Kind = "complaint" } : f
            );

        var report = OwnFigures.Make(
            definition!,
            Period.Parse("2026-Q2")!,
            [.. facts],
            SampleReports.Organisation(6),
            SampleReports.Pack
        );

        Assert.Empty(report.Tables);
        Assert.Null(report.Totals[0].Value);
    }

    [Theory]
    [InlineData("\"rows\": \"nature\"", "\"rows\": \"natur\"", "nature")]
    [InlineData("\"filters\"", "\"filter\"", "filters")]
    [InlineData("\"quarter\"", "\"quater\"", "quarter")]
    [InlineData("nature-by-channel", "quarterly", "built in")]
    public void What_is_wrong_in_a_definition_is_said_with_what_was_meant(string right, string wrong, string said)
    {
        var (definition, faults) = OwnDefinitionReader.Read(
            Definition.Replace(right, wrong, StringComparison.Ordinal),
            "x.json"
        );

        Assert.Null(definition);
        Assert.Contains(
            faults,
            f => f.Contains(said, StringComparison.Ordinal) && f.StartsWith("x.json", StringComparison.Ordinal)
        );
    }
}
