using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Commands;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Letters.Steps;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Tests.Core;
using NodaTime;

namespace ComplaintMailer.Tests.Letters;

/// <summary>A button opens a mail. Filled in and sent, it is done.</summary>
public partial class ButtonTests
{
    public static TheoryData<string, string, string> Grounds() => EveryLetterTests.Grounds();

    [Theory]
    [MemberData(nameof(Grounds))]
    public void Every_button_opens_a_mail_to_the_reply_address_and_is_short_enough(
        string regulation,
        string service,
        string language
    )
    {
        var buttons = Buttons(regulation, service, language).ToList();

        Assert.True(buttons.Count > 50);
        foreach (var (sample, href, to, subject, body) in buttons)
        {
            Assert.True(href.Length < 2000, $"{sample.Name}: {href.Length}");
            Assert.DoesNotContain('+', href);
            Assert.DoesNotContain(' ', href);
            // A mail about several cases has buttons for each, to the address of that case.
            if (sample.Order.Kind != "digest")
                Assert.Equal(LetterGallery.ReplyTo(LetterDesk.Organisation(service)), to);
            Assert.DoesNotContain('\n', subject);
            Assert.DoesNotContain("\n", body.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            if (sample.Case is { } state)
                Assert.StartsWith($"[{state.Number}] ", subject, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public void What_a_button_says_is_executed_when_it_is_sent(string regulation, string service, string language)
    {
        var organisation = LetterDesk.Organisation(service);
        var rules = LetterDesk.Regulation(regulation);
        var around = new Surroundings(
            organisation,
            rules,
            new WorkingCalendar(rules.Calendar),
            DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]
        )
        {
            Bodies = CoreFiles.Bodies,
        };
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (sample, _, _, subject, body) in Buttons(regulation, service, language))
        {
            if (sample.Case is not { } state || !sample.Order.To.Party.StartsWith("staff:", StringComparison.Ordinal))
                continue;
            var text = Answered(subject, FilledIn(body, language));
            if (!tried.Add(sample.Name + text))
                continue;
            var decision = Decider.Decide(
                state,
                new CaseInput.StaffWrote(sample.Order.To.Party[6..], text, [], Proven: true)
                {
                    KnownCases = [$"{organisation.CasePrefix}-2026-0041"],
                },
                around,
                SampleLetters.Now
            );

            var refused = decision.Letters.FirstOrDefault(l => l.Kind == "refused");
            Assert.True(
                refused is null,
                $"{sample.Name}: {text}\n{string.Join('\n', refused?.Facts["why"] as IEnumerable<string> ?? [])}"
            );
            Assert.Contains(decision.Letters, l => l.Kind is "receipt" or "verdict-preview" or "status");
            var after = decision.Events.Aggregate((Case?)state, Decider.Evolve);
            foreach (var order in decision.Letters)
                Assert.Empty(Told(order));
            // Under one regulation what follows is written as well.
            if (regulation == "xtra" && service == "childcare")
            {
                foreach (var order in decision.Letters)
                    Assert.Empty(LetterDesk.Write(new(order.Kind, order, after), organisation, rules).Faults);
            }
        }
    }

    [Theory]
    [InlineData("klachten+wij-2026-0042.c.abc@wijkz.example")]
    [InlineData("o'neil&co=a?b#c%d/e@wijkz.example")]
    public void An_address_with_signs_survives(string address)
    {
        var (to, _, _) = Parse(Mailto.Link(address, "x", "y"));

        Assert.Equal(address, to);
    }

    [Theory]
    [InlineData("100% zeker? Ja & nee + é ü 😀 “aanhaling” #1; a=b")]
    [InlineData("regel één\nregel twee\n\nregel vier")]
    public void Text_survives(string text)
    {
        var (_, subject, body) = Parse(Mailto.Link("a@b.example", text.Replace('\n', ' '), text));

        Assert.Equal(text.Replace('\n', ' '), subject);
        Assert.Equal(text.ReplaceLineEndings("\r\n"), body);
    }

    [Fact]
    public void Help_is_left_out_before_a_command_is()
    {
        var link = Mailto.Link("a@b.example", "x", new string('a', 1500), "een\n" + new string('é', 200));

        Assert.True(link.Length < 2000);
        Assert.EndsWith("een", Parse(link).Body);
    }

    [Fact]
    public void Somebody_who_may_do_nothing_gets_no_buttons()
    {
        var (_, letter) = LetterDesk
            .Letters("partou", "childcare", "nl")
            .Single(l => l.Sample.Name == "superior-notice");

        Assert.DoesNotContain("mailto:", letter.Html);
    }

    [Fact]
    public void A_complainant_gets_no_commands()
    {
        foreach (var (sample, letter) in LetterDesk.Letters("xtra", "childcare", "nl"))
        {
            if (EveryLetterTests.IsToComplainant(sample))
                Assert.False(letter.Html!.Contains("mailto:", StringComparison.Ordinal), sample.Name);
        }
    }

    /// <summary>Facts that no template could know of, because they are not named.</summary>
    private static IEnumerable<string> Told(LetterOrder order) =>
        order
            .Facts.Keys.Except(LetterFacts.Of(order.Kind).Select(f => f.Name))
            .Select(f => $"{order.Kind} is told “{f}”, which LetterFacts does not name");

    private static IEnumerable<(SampleLetter Sample, string Href, string To, string Subject, string Body)> Buttons(
        string regulation,
        string service,
        string language
    )
    {
        foreach (var (sample, letter) in LetterDesk.Letters(regulation, service, language))
        {
            foreach (Match link in Link().Matches(letter.Html!))
            {
                var href = WebUtility.HtmlDecode(link.Groups["link"].Value);
                var (to, subject, body) = Parse(href);
                yield return (sample, href, to, subject, body);
            }
        }
    }

    /// <summary>As a mail program reads it (RFC 6068): a plus is a plus.</summary>
    private static (string To, string Subject, string Body) Parse(string href)
    {
        var parts = href["mailto:".Length..].Split('?', 2);
        var fields = parts[1].Split('&').Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1]);
        return (
            Uri.UnescapeDataString(parts[0]),
            Uri.UnescapeDataString(fields["subject"]),
            Uri.UnescapeDataString(fields["body"])
        );
    }

    /// <summary>Puts something sensible on every blank.</summary>
    private static string FilledIn(string body, string language)
    {
        var nl = language == "nl";
        var lines = body.ReplaceLineEndings("\n").Split('\n').TakeWhile(l => l != "-- ").ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var key = lines[i].Split(':')[0];
            string[] values = CommandWords.Find(key)?.Key switch
            {
                "verdict" => [nl ? "gegrond" : "founded"],
                "measure" => [nl ? "planning mailen" : "mail the planning", "15-01-2027", "A. Yilmaz"],
                "handler" => ["M. Visser"],
                "location" => ["De Vlinder"],
                "delay" => ["11-01-2027", nl ? "de chauffeur is ziek" : "the driver is ill"],
                "keep-until" => ["31-12-2029", nl ? "verzekering" : "insurance"],
                "external" => ["Geschillencommissie"],
                "external-ruling" => [nl ? "gegrond" : "founded", "07-12-2026"],
                "objection" => ["15-12-2026", nl ? "we zijn eruit" : "we settled it"],
                "test" => [nl ? "gedragscode" : "code of conduct", nl ? "nageleefd" : "followed"],
                "concerns" => [nl ? "medewerker" : "staff"],
                "nature" => ["overig"],
                _ => [nl ? "een zin met uitleg" : "a sentence that explains"],
            };
            foreach (var value in values)
            {
                var at = lines[i].IndexOf(Step.Blank, StringComparison.Ordinal);
                if (at >= 0)
                    lines[i] = lines[i][..at] + value + lines[i][(at + Step.Blank.Length)..];
            }
            lines[i] = lines[i].Replace(Step.Blank, "x", StringComparison.Ordinal);
        }
        // The help below the line of dashes goes along, as in a real answer.
        var help = body.ReplaceLineEndings("\n").Split('\n').SkipWhile(l => l != "-- ");
        return string.Join('\n', lines.Concat(help));
    }

    /// <summary>Through the mail reader: what is below the dashes is dropped there.</summary>
    private static string Answered(string subject, string body)
    {
        var raw =
            $"From: a@b.example\nSubject: {subject.Length}\nMessage-ID: <1@b.example>\nContent-Type: text/plain; charset=utf-8\n\n{body}\n";
        return new MailReader().Read(Encoding.UTF8.GetBytes(raw)).Reply;
    }

    [GeneratedRegex("href=\"(?<link>mailto:[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
