using System.Text.RegularExpressions;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Letters;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Tests.Core;

namespace ComplaintMailer.Tests.Letters;

/// <summary>What holds for every letter, in both languages, under every regulation.</summary>
public partial class EveryLetterTests
{
    public static TheoryData<string, string, string> Grounds()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (regulation, service) in LetterDesk.Grounds)
        {
            foreach (var language in LetterDesk.Languages)
                data.Add(regulation, service, language);
        }
        return data;
    }

    [Fact]
    public void Every_kind_has_a_template_in_both_languages_and_no_template_is_without_a_kind()
    {
        foreach (var language in LetterDesk.Languages)
        {
            var files = Directory
                .GetFiles(Path.Combine(CoreFiles.Templates, "letters", language), "*.txt")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Where(n => n != "words");
            Assert.Equal(LetterKinds.All.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Both_languages_have_words_for_the_same_codes()
    {
        var (nl, en) = (Words("nl"), Words("en"));

        Assert.Equal(nl.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public void Nothing_in_a_letter_is_unknown_or_left_open(string regulation, string service, string language)
    {
        foreach (var (sample, letter) in LetterDesk.Letters(regulation, service, language))
        {
            Assert.True(letter.Faults.Count == 0, $"{sample.Name}: {string.Join("; ", letter.Faults)}");
            Assert.False(letter.IsBuiltIn, sample.Name);
            Assert.Equal(language, letter.Language);
            foreach (var left in new[] { "{{", "}}", "](", "**", "[>", "\n| ", "\n# ", "  (", " .", " ," })
                Assert.False(
                    Sentences(letter.Text).Contains(left, StringComparison.Ordinal),
                    $"{sample.Name}: “{left}”"
                );
            Assert.DoesNotContain(letter.Text + letter.Html + letter.Subject, c => c is >= '\uE000' and <= '\uF8FF');
        }
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public void Plain_text_is_readable_by_itself(string regulation, string service, string language)
    {
        foreach (var (sample, letter) in LetterDesk.Letters(regulation, service, language))
        {
            foreach (var line in letter.Text.Split('\n').Where(l => !l.Contains("https://", StringComparison.Ordinal)))
                Assert.True(line.Length <= 78, $"{sample.Name}: {line}");
            Assert.DoesNotContain("mailto:", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", letter.Text, StringComparison.Ordinal);
            Assert.True(letter.Subject.Length <= 110, $"{sample.Name}: {letter.Subject}");
        }
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public void A_date_is_said_in_full_with_its_weekday(string regulation, string service, string language)
    {
        foreach (var (sample, letter) in LetterDesk.Letters(regulation, service, language))
        {
            // Commands are typed and “how we counted” is a calculation; both have their own form.
            var text = Commands().Replace(string.Join(' ', Ours(letter.Text).Select(l => l.Trim())), " ");
            text = Counting().Replace(text, " ");
            Assert.False(Numeric().IsMatch(text), $"{sample.Name}: {Numeric().Match(text).Value}");
            foreach (Match date in LongDate().Matches(text))
                Assert.True(date.Groups["day"].Success, $"{sample.Name}: {date.Value}");
        }
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public void A_letter_speaks_one_language(string regulation, string service, string language)
    {
        string[] foreign =
            language == "nl"
                ? ["the", "and", "your", "you", "with", "complaint", "monday", "january", "by", "please", "this"]
                : ["het", "een", "uw", "niet", "klacht", "met", "maandag", "januari", "naar", "wordt", "deze"];
        foreach (var (sample, letter) in LetterDesk.Letters(regulation, service, language))
        {
            var words = Word()
                .Matches(Address().Replace(letter.Subject + " " + letter.Text, " ").ToLowerInvariant())
                .Select(m => m.Value)
                .ToHashSet();
            Assert.True(!words.Overlaps(foreign), $"{sample.Name}: {string.Join(", ", words.Intersect(foreign))}");
        }
    }

    [Fact]
    public void A_letter_to_a_complainant_says_how_to_reach_us_and_what_happens_to_personal_data()
    {
        foreach (
            var (sample, letter) in LetterDesk.Letters("xtra", "childcare", "nl").Where(l => IsToComplainant(l.Sample))
        )
        {
            Assert.Contains("Antwoord", letter.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("070 123 45 67", letter.Text);
            Assert.Contains("leest uw gegevens", letter.Text.ReplaceLineEndings(" "));
            Assert.Contains("ZON-2026-0042", letter.Text);
            Assert.StartsWith("[ZON-2026-0042] ", letter.Subject);
        }
    }

    [Theory]
    [InlineData("nl", "uw klacht")]
    [InlineData("en", "your complaint")]
    public void Staff_are_never_spoken_to_as_if_they_complained(string language, string words)
    {
        foreach (var (sample, letter) in LetterDesk.Letters("partou", "childcare", language))
        {
            // The verdict that lies ready is shown as the complainant will read it.
            if (
                !sample.Order.To.Party.StartsWith("staff:", StringComparison.Ordinal)
                || sample.Name == "verdict-preview"
            )
                continue;
            var text = $"{letter.Subject} {letter.Text}".ReplaceLineEndings(" ");
            Assert.False(text.Contains(words, StringComparison.OrdinalIgnoreCase), sample.Name);
        }
    }

    [Fact]
    public void No_subject_tells_what_the_complaint_is_or_who_complains()
    {
        foreach (var (sample, letter) in LetterDesk.Letters("partou", "childcare", "nl"))
        {
            Assert.DoesNotContain("Bakker", letter.Subject, StringComparison.Ordinal);
            Assert.False(letter.Subject.Contains("mishandeling", StringComparison.Ordinal), sample.Name);
        }
    }

    [Fact]
    public void The_next_manager_learns_that_there_is_a_complaint_but_not_what_it_says()
    {
        var (_, letter) = LetterDesk
            .Letters("partou", "childcare", "nl")
            .Single(l => l.Sample.Name == "superior-notice");

        Assert.Contains("De Vlinder", letter.Text);
        Assert.DoesNotContain("hek", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bakker", letter.Text + letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_person_complained_about_learns_the_points_and_nothing_of_who_complains()
    {
        foreach (
            var (sample, letter) in LetterDesk
                .Letters("xtra", "childcare", "nl")
                .Where(l => l.Sample.Order.To.Party == "concerned")
        )
        {
            Assert.False((letter.Text + letter.Html).Contains("Bakker", StringComparison.Ordinal), sample.Name);
            Assert.False((letter.Text + letter.Html).Contains("12345678", StringComparison.Ordinal), sample.Name);
        }
    }

    /// <summary>Dots that stand for a blank are no end of a sentence.</summary>
    private static string Sentences(string text) => text.Replace("...", "…", StringComparison.Ordinal);

    /// <summary>What people wrote is theirs.</summary>
    private static IEnumerable<string> Ours(string text) => text.Split('\n').Where(l => !l.StartsWith('>'));

    internal static bool IsToComplainant(SampleLetter sample) => sample.Order.To.Party == "complainant";

    private static LetterWords Words(string language) =>
        LetterWords.Read(File.ReadAllText(Path.Combine(CoreFiles.Templates, "letters", language, "words.txt")));

    [GeneratedRegex(@"https?://[^\s)]+|[^\s:]+\.nl[^\s]*", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("“[^”]*”", RegexOptions.NonBacktracking)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?:Zo telden we|How we counted) \([^)]*\): .*?(?:\* \* \*|$)")]
    private static partial Regex Counting();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d\d?[-/]\d\d?[-/]\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"(?<day>(?:maan|dins|woens|donder|vrij|zater|zon)dag |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|January|February|March|May|June|July|August|October|November|December) \d{4}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LongDate();

    [GeneratedRegex(@"[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
