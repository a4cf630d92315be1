using System.Text;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Reports.Forms;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

/// <summary>
/// The attackers read JSON. So no other form, and no mail, may tell a number that the JSON keeps, or another one.
/// </summary>
public class EveryFormTests
{
    private static readonly LocalDate MadeOn = new(2027, 1, 4);
    private static readonly ReportCover Cover = new()
    {
        Paragraphs = ["Hierbij ontvangt u het rapport."],
        Points = ["bekendmaking"],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void No_form_of_a_report_tells_what_another_does_not(int seed)
    {
        var differences = new List<string>();
        var hidden = 0;
        foreach (var report in Reports(new RandomYear(seed)))
            hidden += Compare(report, seed % 2 == 0 ? "en" : "nl", differences);

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)) + $"\n{differences.Count} in all");
        Assert.True(hidden > 0);
    }

    [Fact]
    public void Nor_of_a_report_on_many_locations_where_pages_are_turned_and_mails_cut_short()
    {
        var differences = new List<string>();

        Compare(SampleReports.Make(ReportKinds.StatutoryChildcare, locations: 90, complaints: 700), "nl", differences);
        Compare(SampleReports.Make(ReportKinds.Quarterly, locations: 90, complaints: 700), "en", differences);

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }

    [Fact]
    public void The_comparison_sees_a_number_too_many()
    {
        var report = new RandomYear(3).Yearly;
        var table = report.Tables.First(t => t.Rows.Any(r => r.Cells.Any(c => c.Kind == CellKind.Hidden)));
        var told = report with
        {
            Tables =
            [
                .. report.Tables.Select(t =>
                    t != table
                        ? t
                        : t with
                        {
                            Rows =
                            [
                                .. t.Rows.Select(r =>
                                    r with
                                    {
                                        Cells =
                                        [
                                            .. r.Cells.Select(c => c.Kind == CellKind.Hidden ? FigureCell.Of(2) : c),
                                        ],
                                    }
                                ),
                            ],
                        }
                ),
            ],
        };
        var json = Paper.OfJson(report, "nl");

        Assert.NotEmpty(PaperReader.Csv(ReportCsv.Write(told, "nl", new(2027, 1, 4))).Against(json));
        Assert.NotEmpty(
            PaperReader.Xlsx(ReportXlsx.Write(told, "nl", new(2027, 1, 4)), told.Totals.Count).Against(json)
        );
        Assert.NotEmpty(PaperReader.Html(ReportHtml.Write(told, "nl", MadeOn, "#1f5f7a")).Against(json));
        Assert.NotEmpty(
            PaperReader.Pdf(ReportPdf.Write(told, "nl", MadeOn, "#1f5f7a"), told.Totals.Count).Against(json)
        );
        Assert.NotEmpty(PaperReader.Text(ReportText.Write(told, "nl", MadeOn), json).Against(json));
    }

    private static IEnumerable<FiguresReport> Reports(RandomYear year)
    {
        foreach (var report in year.Parts)
            yield return report;
        yield return year.Yearly;
        yield return year.Public;
        foreach (var extract in year.Extracts)
            yield return extract;
        foreach (var kind in new[] { ReportKinds.WeeklyBoard, ReportKinds.Late })
            yield return FiguresMaker.Make(
                kind,
                Period.Week(new(2026, 6, 1)),
                year.Facts,
                year.Organisation,
                SampleReports.Pack,
                [],
                new(2026, 6, 8)
            );
        var own = new OwnDefinition(
            "own",
            new("Eigen rapport", "Own report"),
            PeriodKind.Year,
            "filed",
            "location",
            "nature",
            new Dictionary<string, IReadOnlyList<string>>()
        );
        yield return OwnFigures.Make(own, Period.Year(2026), year.Facts, year.Organisation, SampleReports.Pack);
        // One complaint turns out to be about something else.
        List<CaseFacts> corrected = [year.Facts[0] with { Natures = ["procedure"] }, .. year.Facts.Skip(1)];
        var again = FiguresMaker.Make(
            year.Yearly.Kind,
            year.Yearly.Period,
            corrected,
            year.Organisation,
            SampleReports.Pack,
            [.. year.Parts, year.Yearly],
            MadeOn
        );
        if (Corrections.Of(year.Yearly, again) is { } correction)
            yield return correction;
    }

    /// <returns>How many numbers the report does not show.</returns>
    private static int Compare(FiguresReport report, string language, List<string> differences)
    {
        var json = Paper.OfJson(report, language);
        void Look(string form, Paper paper, bool allRows = true)
        {
            differences.AddRange(
                paper.Against(json, allRows).Select(d => $"{report.Kind} {report.Period.Code} {form}: {d}")
            );
            // Outside tables no number stands that the JSON's own sentences don't say, but dates and how many cases it rests on.
            var known = Numbers(
                    $"{json.Prose} {ReportWords.Made(report, MadeOn, language)} {report.Period.Name(language)} {ReportWords.Privacy(report, language)} {report.Threshold} {report.Revision}"
                )
                .ToHashSet();
            if (form is not "text")
                differences.AddRange(
                    Numbers(paper.Prose)
                        .Where(n =>
                            !known.Contains(n)
                            && !report.Tables.Any(t =>
                                Numbers(t.Note?.In(language) ?? "").Contains(n)
                                || t.Rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) == n
                            )
                        )
                        .Select(n => $"{report.Kind} {report.Period.Code} {form}: says {n} in words")
                );
        }

        var html = ReportHtml.Write(report, language, MadeOn, "#1f5f7a");
        Look("html", PaperReader.Html(html));
        var isLong = report.Tables.Any(t => t.Rows.Count > ReportHtml.MailRowsMost);
        Look("mail", PaperReader.Html(ReportHtml.Write(report, language, MadeOn, "#1f5f7a", cover: Cover)), !isLong);
        Look("text", PaperReader.Text(ReportText.Write(report, language, MadeOn, cover: Cover), json));
        Look("pdf", PaperReader.Pdf(ReportPdf.Write(report, language, MadeOn, "#1f5f7a"), report.Totals.Count));
        Look("xlsx", PaperReader.Xlsx(ReportXlsx.Write(report, language, new(2027, 1, 4)), report.Totals.Count));
        Look("csv", PaperReader.Csv(ReportCsv.Write(report, language, new(2027, 1, 4))).Named(report, language));
        return report.Tables.Sum(t => t.Rows.Sum(r => r.Cells.Count(c => c.Kind == CellKind.Hidden)));
    }

    private static IEnumerable<string> Numbers(string text)
    {
        var number = new StringBuilder();
        foreach (var c in text + " ")
        {
            if (char.IsAsciiDigit(c))
                number.Append(c);
            else if (number.Length > 0)
            {
                yield return number.ToString();
                number.Clear();
            }
        }
    }
}
