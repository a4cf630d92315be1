using System.Text.RegularExpressions;
using ComplaintMailer.Letters.Markup;

namespace ComplaintMailer.Tests.Letters;

/// <summary>Letters can be read by everybody: contrast, headings, language, words for pictures.</summary>
public partial class AccessibilityTests
{
    public static TheoryData<string> HouseColours() =>
        ["#1f5f7a", "#ffd400", "#ffffff", "#000000", "#e4007d", "#7fba00", "#808080", "geen kleur"];

    [Theory]
    [MemberData(nameof(HouseColours))]
    public void All_text_stands_out_from_its_ground_in_light_and_in_dark(string colour)
    {
        var checkedTexts = 0;
        foreach (
            var (sample, letter) in LetterDesk.Changed(
                "xtra",
                "childcare",
                "nl",
                o => o with { Colour = colour },
                "acknowledgement",
                "verdict-preview",
                "signal.child-abuse"
            )
        )
        {
            foreach (var isDark in new[] { false, true })
            {
                foreach (var (text, ink, ground) in DrawnText.Of(letter.Html!, isDark))
                {
                    checkedTexts++;
                    var contrast = Colours.Contrast(ink, ground);
                    Assert.True(
                        contrast >= 4.5,
                        $"{sample.Name}, dark {isDark}: {ink} on {ground} is {contrast:0.0}: {text}"
                    );
                }
            }
        }
        Assert.True(checkedTexts > 200);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_page_has_its_language_a_title_and_one_main_heading(string language)
    {
        foreach (var (sample, letter) in LetterDesk.Letters("mik-piw", "childcare", language))
        {
            var html = letter.Html!;
            Assert.Contains($"<html lang=\"{language}\"", html);
            Assert.DoesNotContain("<title></title>", html);
            Assert.True(Regex.Count(html, "<h1 ") == 1, $"{sample.Name}: {Regex.Count(html, "<h1 ")} main headings");
            Assert.All(Image().Matches(html), m => Assert.Contains(" alt=\"", m.Value));
            Assert.DoesNotContain("src=\"http", html);
            // Gmail cuts what is longer.
            Assert.True(html.Length < 102_000, sample.Name);
        }
    }

    [Fact]
    public void Tables_for_layout_say_so_and_tables_of_facts_have_headers()
    {
        var html = LetterDesk
            .Letters("xtra", "childcare", "nl")
            .Single(l => l.Sample.Name == "case-assigned")
            .Letter.Html!;

        foreach (Match table in Table().Matches(html))
        {
            var isLayout = table.Value.Contains("role=\"presentation\"", StringComparison.Ordinal);
            var begin = html[table.Index..Math.Min(html.Length, table.Index + 400)];
            Assert.True(isLayout || begin.Contains("<th scope=\"row\"", StringComparison.Ordinal), begin);
        }
    }

    [Fact]
    public void Every_tag_that_is_opened_is_closed()
    {
        foreach (var (sample, letter) in LetterDesk.Letters("xtra", "childcare", "nl"))
            Assert.True(DrawnText.Unclosed(letter.Html!) is null, $"{sample.Name}: {DrawnText.Unclosed(letter.Html!)}");
    }

    [GeneratedRegex("<img [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Image();

    [GeneratedRegex("<table[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Table();
}
