using System.Text;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Reports.Pdf;
using ComplaintMailer.Reports.Sending;
using NodaTime;

namespace ComplaintMailer.Tests.Reports;

/// <summary>
/// Every report of the gallery on paper and on a screen. What a machine can judge is judged here; with KEEP_REPORTS set to a
/// folder the pages stay there, for <c>tests/browser/run</c> and for people.
/// </summary>
public class GalleryTests
{
    public static TheoryData<string> Names => [.. Gallery.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_on_paper_is_cut_off_or_printed_over_something_else(string name)
    {
        var made = Gallery.Get(name);
        foreach (var language in new[] { "nl", "en" })
        {
            var written = WrittenParts.Of(made, language);
            var pdf = ReportPdf.Write(made.Figures, language, Gallery.MadeOn, "#1f5f7a", written);

            var layout = new PdfLayout(pdf);

            Assert.Empty(layout.Faults());
            Keep($"{name}.{language}.pdf", pdf);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_has_its_number_and_a_table_that_goes_on_has_its_heads_again(string name)
    {
        var made = Gallery.Get(name);
        var pdf = ReportPdf.Write(made.Figures, "nl", Gallery.MadeOn, "#1f5f7a", WrittenParts.Of(made, "nl"));

        var layout = new PdfLayout(pdf);

        for (var page = 0; page < layout.Pages; page++)
        {
            Assert.Contains($"{page + 1} / {layout.Pages}", layout.Furniture(page));
            // What stands on top of a page is a heading, a text or the heads of columns: never a bare row.
            Assert.NotEqual("row", layout.First(page));
        }
        foreach (var table in made.Figures.Tables.Where(t => t.Rows.Count > 60))
            Assert.True(layout.Count(table.Columns[0].Nl) > 1, table.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_has_the_report_in_it_and_is_not_cut_by_mail_programs(string name)
    {
        var made = Gallery.Get(name);
        var cover = new ReportCover
        {
            Paragraphs = SendingWords.Approval(made.Figures, new LocalDate(2027, 5, 31), false, "nl"),
            Points = ["bekendmaking: hoe ouders van de regeling hebben gehoord"],
            Buttons = [("Akkoord: verstuur het rapport", "mailto:klachten@zonnebloem.example?body=akkoord")],
        };
        var written = WrittenParts.Of(made, "nl");

        var mail = ReportHtml.Write(made.Figures, "nl", Gallery.MadeOn, "#1f5f7a", written, cover);
        var page = ReportHtml.Write(made.Figures, "nl", Gallery.MadeOn, "#1f5f7a", written);

        // Gmail cuts at 102 kB.
        Assert.InRange(Encoding.UTF8.GetByteCount(mail), 1, 90_000);
        Assert.All(made.Figures.Tables, t => Assert.Contains($"id=\"{t.Name}\"", page));
        // Ready for a website: nothing is fetched from elsewhere.
        Assert.DoesNotContain("http", page);
        Assert.DoesNotContain("<script", page);
        Keep($"{name}.mail.html", Encoding.UTF8.GetBytes(mail));
        Keep($"{name}.page.html", Encoding.UTF8.GetBytes(page));
    }

    [Fact]
    public void The_judge_of_pages_sees_what_runs_off_them_and_what_stands_on_something_else()
    {
        var pdf = new PdfDocument("x", "x", "nl");
        pdf.NewPage();
        pdf.Text("een lange regel die nergens ophoudt en dus van de bladzijde loopt", pdf.Plain, 14, 300, 100);
        pdf.Text("eerste", pdf.Plain, 10, 50, 200);
        pdf.Text("tweede", pdf.Bold, 10, 60, 203);
        pdf.Text("derde", pdf.Bold, 10, 200, 203);
        pdf.TextUp("omhoog", pdf.Plain, 10, 205, 230);
        pdf.Text("\u4E2D", pdf.Plain, 10, 50, 400);

        var faults = new PdfLayout(pdf.Finish(new(2027, 1, 4, 0, 0, 0, TimeSpan.Zero))).Faults().ToList();

        Assert.Contains(faults, f => f.Contains("runs off", StringComparison.Ordinal));
        Assert.Contains(
            faults,
            f =>
                f.Contains("“eerste”", StringComparison.Ordinal)
                || f.Contains("“tweede” and “eerste”", StringComparison.Ordinal)
        );
        Assert.Contains(faults, f => f.Contains("“omhoog”", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("font has no", StringComparison.Ordinal));
        Assert.Equal(4, faults.Count);
    }

    private static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("KEEP_REPORTS") is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
