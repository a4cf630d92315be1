using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Letters;
using ComplaintMailer.Letters.Samples;

namespace ComplaintMailer.Tests.Letters;

/// <summary>What a stranger writes is shown, never obeyed.</summary>
public class HostileWordsTests
{
    private const string Name =
        "<script>alert('x')</script> & \"Bob\" {{ org.name }} **vet** [klik](javascript:alert(1))";

    private const string Words =
        "# Kop\n- punt\n> citaat\n| a | b\n[> Knop](https://kwaad.example)\n! let op\n~ klein\n---\nsubject: anders\n`code` \\ <img src=x onerror=alert(1)>\n{{ 1 + 1 }}";

    public static TheoryData<string> Kinds() => ["acknowledgement", "case-assigned", "status", "triage", "reminder"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_and_complaints_are_shown_as_they_are(string kind)
    {
        var letter = Write(kind);

        foreach (var line in Words.Split('\n'))
        {
            if (letter.Text.Contains("punt", StringComparison.Ordinal))
                Assert.Contains(line, letter.Text);
        }
        Assert.DoesNotContain("<script", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"https://kwaad", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<strong>vet", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("anders", letter.Subject, StringComparison.Ordinal);
        Assert.Empty(letter.Faults);
    }

    [Fact]
    public void A_name_with_signs_of_html_is_greeted_by_its_name()
    {
        var letter = Write("acknowledgement");

        Assert.Contains(
            "<script>alert('x')</script> & \"Bob\" {{ org.name }} **vet**",
            letter.Text.ReplaceLineEndings(" ")
        );
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Bob&quot;", letter.Html);
    }

    [Fact]
    public void Of_a_very_long_complaint_the_letter_shows_the_beginning_and_says_so()
    {
        var organisation = LetterDesk.Organisation(Services.Childcare);
        var regulation = LetterDesk.Regulation("xtra");
        var sample = new SampleLetters(organisation, regulation, Services.Childcare, "nl")
            .Of("acknowledgement")
            .First();
        var words = string.Join('\n', Enumerable.Range(1, 5000).Select(i => $"regel {i} met wat tekst"));

        var letter = LetterDesk.Write(
            sample with
            {
                Case = sample.Case! with { Description = words },
            },
            organisation,
            regulation
        );

        Assert.Empty(letter.Faults);
        Assert.Contains("regel 900 met wat tekst", letter.Text);
        Assert.Contains("(De rest staat in ons dossier.)", letter.Text);
        Assert.True(letter.Text.Length < 60_000);
    }

    private static WrittenLetter Write(string kind)
    {
        var organisation = LetterDesk.Organisation(Services.Childcare);
        var regulation = LetterDesk.Regulation("xtra");
        var sample = new SampleLetters(organisation, regulation, Services.Childcare, "nl").Of(kind).First();
        return LetterDesk.Write(
            sample with
            {
                Order = sample.Order with { To = sample.Order.To with { Name = Name } },
                Case = sample.Case! with
                {
                    Complainant = new Complainant(Name, "a@b.example", Name),
                    Description = Words,
                    Desired = Words,
                    Subject = Words,
                },
            },
            organisation,
            regulation
        );
    }
}
