using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Letters;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Tests.Core;
using ComplaintMailer.Tests.Mail.Net;
using NodaTime;

namespace ComplaintMailer.Tests.Letters;

/// <summary>An organisation puts its own file in its own folder; a mistake in it never costs a letter.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly string templates = Directory.CreateTempSubdirectory("templates").FullName;

    public OwnTemplatesTests() => Copy(CoreFiles.Templates, templates);

    public void Dispose() => Directory.Delete(templates, recursive: true);

    [Fact]
    public void A_letter_of_its_own_takes_the_place_of_the_shared_one()
    {
        Own("letters/nl/acknowledgement.txt", "subject: Hoi\npreview: x\n---\n# Hoi {{ to.name }}\n");

        var letter = Write("acknowledgement");

        Assert.Equal("[ZON-2026-0042] Hoi", letter.Subject);
        Assert.Contains("Hoi Sanne Bakker", letter.Html);
    }

    [Fact]
    public void A_part_a_word_and_a_block_can_be_its_own_and_the_rest_stays_shared()
    {
        Own("letters/nl/parts/signature.txt", "Liefs van **{{ org.name }}**");
        Own("letters/nl/words.txt", "term.final = eindoordeel");
        Own("letters/blocks/rule.html", "<hr id=\"eigen\">");

        var letter = Write("acknowledgement");
        var assigned = Write("case-assigned");

        Assert.Contains("Liefs van De Zonnebloem", letter.Text);
        Assert.Contains("<hr id=\"eigen\">", letter.Html);
        Assert.Contains("Eindoordeel:", assigned.Text);
        Assert.Contains("Klopt dit?", letter.Text);
    }

    [Fact]
    public void A_changed_file_is_read_again_without_a_restart()
    {
        var clock = new ManualClock();
        var writer = Writer(clock);
        Own("letters/nl/acknowledgement.txt", "subject: Een\n---\nEen\n");
        var before = Write("acknowledgement", writer);
        var path = Own("letters/nl/acknowledgement.txt", "subject: Twee\n---\nTwee\n");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.EndsWith("Een", before.Subject);
        Assert.EndsWith("Twee", Write("acknowledgement", writer).Subject);
    }

    [Fact]
    public void An_unknown_name_is_left_out_and_told()
    {
        Own("letters/nl/acknowledgement.txt", "subject: Hoi\n---\nDag {{ to.nmae }}, tot {{ complant.number }}ziens\n");

        var letter = Write("acknowledgement");

        Assert.Contains("Dag , tot ziens", letter.Text);
        Assert.Equal(2, letter.Faults.Count);
        Assert.Contains("acknowledgement.txt:3:", letter.Faults[0]);
    }

    [Theory]
    [InlineData("subject: Hoi\n---\n{{ if to.name }}Dag\n")]
    [InlineData("subject: Hoi\n---\n{{ include 'parts/nergens' }}\n")]
    [InlineData("{{ to.name }}, dit is geen onderwerp\n")]
    [InlineData("subject: Hoi\n---\n{{ while true }}x{{ end }}\n")]
    public void A_broken_template_costs_no_letter(string template)
    {
        Own("letters/nl/acknowledgement.txt", template);
        File.Delete(Path.Combine(templates, "letters", "en", "acknowledgement.txt"));

        var letter = Write("acknowledgement");

        Assert.True(letter.IsBuiltIn);
        Assert.Contains("maandag 4 januari 2027", letter.Text);
        Assert.Contains("acknowledgement.txt", letter.Faults[0]);
    }

    [Fact]
    public void A_logo_goes_within_the_mail_and_its_name_stands_in_for_it()
    {
        Directory.CreateDirectory(Path.Combine(templates, "organisations", "zonnebloem"));
        File.WriteAllBytes(
            Path.Combine(templates, "organisations", "zonnebloem", "logo.png"),
            [0x89, 0x50, 0x4E, 0x47]
        );

        var letter = Write("acknowledgement");

        var logo = Assert.Single(letter.Related);
        Assert.Contains($"src=\"cid:{logo.ContentId}\"", letter.Html);
        Assert.Contains("alt=\"De Zonnebloem\"", letter.Html);
    }

    [Fact]
    public void A_language_without_letters_is_answered_in_that_of_the_organisation()
    {
        var organisation = LetterDesk.Organisation(Services.Childcare);
        var regulation = LetterDesk.Regulation("xtra");
        var sample = new SampleLetters(organisation, regulation, Services.Childcare, "nl")
            .Of("acknowledgement")
            .First();
        sample = sample with { Order = sample.Order with { To = sample.Order.To with { Language = "fr" } } };

        var letter = LetterDesk.Write(sample, organisation, regulation);

        Assert.Equal("nl", letter.Language);
        Assert.Contains("lang=\"nl\"", letter.Html);
    }

    private string Own(string name, string text)
    {
        var path = Path.Combine(templates, "organisations", "zonnebloem", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private LetterWriter Writer(TimeProvider? clock = null) =>
        new(templates, CoreFiles.Bodies, DateTimeZoneProviders.Tzdb["Europe/Amsterdam"], clock);

    private WrittenLetter Write(string kind, LetterWriter? writer = null)
    {
        var organisation = LetterDesk.Organisation(Services.Childcare);
        var regulation = LetterDesk.Regulation("xtra");
        var sample = new SampleLetters(organisation, regulation, Services.Childcare, "nl").Of(kind).First();
        return (writer ?? Writer()).Write(
            sample.Order,
            sample.Case,
            organisation,
            regulation,
            organisation.Address,
            SampleLetters.Now
        );
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
