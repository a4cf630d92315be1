using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Forms;
using NodaTime;

namespace ComplaintMailer.Tests.Reports;

public class ReportFormsTests
{
    private static readonly LocalDate Made = new(2027, 1, 4);

    public static TheoryData<string> Kinds => [.. ReportKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_report_can_be_had_in_every_form(string kind)
    {
        var report = SampleReports.Make(kind);

        var html = ReportHtml.Write(report, "nl", Made, "#1f5f7a");
        var pdf = ReportPdf.Write(report, "nl", Made, "#1f5f7a");
        var xlsx = ReportXlsx.Write(report, "nl", new(2027, 1, 4));

        Assert.Contains("<html lang=\"nl\">", html);
        Assert.DoesNotContain("http", html);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(pdf, 0, 8));
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        Assert.Contains(zip.Entries, e => e.FullName == "xl/workbook.xml");
        Assert.NotEmpty(ReportText.Write(report, "en", Made));
        Keep(kind, html, pdf);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(200, 900)]
    public void One_location_and_two_hundred_can_both_be_printed(int locations, int complaints)
    {
        foreach (var kind in new[] { ReportKinds.StatutoryChildcare, ReportKinds.Quarterly })
        {
            var report = SampleReports.Make(kind, locations, complaints);

            var html = ReportHtml.Write(report, "nl", Made, "#1f5f7a");
            var pdf = ReportPdf.Write(report, "nl", Made, "#1f5f7a");

            Assert.Equal(locations, report.Tables[0].Rows.Count(r => r.Location is not null));
            Assert.NotEmpty(pdf);
            Keep($"{kind}-{locations}", html, pdf);
        }
    }

    [Fact]
    public void A_mail_of_a_large_organisation_is_short_enough_for_mail_programs_that_cut()
    {
        var report = SampleReports.Make(ReportKinds.StatutoryChildcare, 200, 900);

        var mail = ReportHtml.Write(
            report,
            "nl",
            Made,
            "#1f5f7a",
            cover: new() { Paragraphs = ["Hierbij het verslag."] }
        );

        // Gmail cuts at 102 kB.
        Assert.InRange(Encoding.UTF8.GetByteCount(mail), 1, 90_000);
    }

    [Fact]
    public void Json_says_null_for_what_is_not_shown()
    {
        var report = SampleReports.Make(ReportKinds.StatutoryChildcare);

        using var json = JsonDocument.Parse(ReportJson.Write(report, Instant.FromUtc(2027, 1, 4, 8, 0), "nl"));

        var root = json.RootElement;
        Assert.Equal("statutory-childcare", root.GetProperty("kind").GetString());
        Assert.Equal("2026-12-31", root.GetProperty("period").GetProperty("to").GetString());
        var table = root.GetProperty("tables")
            .EnumerateArray()
            .Single(t => t.GetProperty("name").GetString() == "complaints-by-location-and-nature");
        Assert.Contains(
            table.GetProperty("rows").EnumerateArray().SelectMany(r => r.EnumerateArray()),
            v => v.ValueKind == JsonValueKind.Null
        );
        Assert.True(root.GetProperty("suppressed").GetProperty("primary").GetInt32() > 0);
    }

    [Fact]
    public void A_name_that_is_a_formula_stays_a_name_in_a_spreadsheet()
    {
        var report = SampleReports.Make(ReportKinds.Periodic);
        var table = report.Tables[0] with { Rows = [new(Words.Same("=SUM(A1:A9);x"), [FigureCell.Of(1)])] };

        var csv = Encoding.UTF8.GetString(ReportCsv.Write(report with { Tables = [table] }, "nl", new(2027, 1, 4)));

        Assert.Contains("\"'=SUM(A1:A9);x\"", csv);
    }

    /// <summary>With KEEP_REPORTS set to a folder the pages stay there, to be looked at.</summary>
    private static void Keep(string kind, string html, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("KEEP_REPORTS") is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, kind + ".html"), html);
        File.WriteAllBytes(Path.Combine(folder, kind + ".pdf"), pdf);
    }

    [Fact]
    public void A_mail_that_asks_nothing_begins_with_the_report()
    {
        var report = SampleReports.Make(ReportKinds.Quarterly);
        var day = new LocalDate(2027, 1, 4);

        Assert.StartsWith("Kwartaalrapportage klachten\n", ReportText.Write(report, "nl", day, cover: new()));
        Assert.DoesNotContain(
            "class=\"cover\"",
            ReportHtml.Write(report, "nl", day, "#1f5f7a", cover: new()),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(4000, false)]
    public void A_number_on_top_that_is_not_shown_is_explained_beside_it(int complaints, bool isExplained)
    {
        var report = SampleReports.Make(ReportKinds.Quarterly, locations: 2, complaints);

        Assert.Equal(isExplained, report.Totals.Any(t => t.Value is null));
        Assert.Equal(
            isExplained,
            ReportHtml
                .Write(report, "nl", new(2027, 1, 4), "#1f5f7a")
                .Contains("niet getoond. Het zou iets vertellen over weinig klachten.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(ReportKinds.WeeklyBoard, 60, false)]
    [InlineData(ReportKinds.Quarterly, 60, true)]
    public void That_numbers_are_left_out_is_said_where_some_are(string kind, int complaints, bool isSaid)
    {
        var report = SampleReports.Make(kind, locations: 2, complaints);

        var text = ReportText.Write(report, "nl", Made);

        Assert.Contains("Dit rapport noemt geen mensen.", text, StringComparison.Ordinal);
        Assert.Equal(isSaid, text.Contains("Kleine aantallen zijn weggelaten", StringComparison.Ordinal));
    }
}
