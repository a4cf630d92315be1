using ComplaintMailer.Core.Intake;

namespace ComplaintMailer.Tests.Core.Intake;

public sealed class LocationMatcherTests
{
    private static readonly LocationMatcher Matcher = new(IntakeDesk.Organisation.Locations);

    [Theory]
    [InlineData("Ik was in wijkcentrum Centrum en de deur was dicht.", "centrum")]
    [InlineData("Ik was bij locatie centrum.", "centrum")]
    [InlineData("Bij jullie locatie Centrum ging het mis.", "centrum")]
    [InlineData("Mijn zoon zit op De Regenboog.", "regenboog")]
    [InlineData("mijn zoon zit op de regenboog", "regenboog")]
    [InlineData("Het gaat om kdv Regenboog.", "regenboog")]
    [InlineData("In buurthuis Noord-West is het koud.", "noordwest")]
    [InlineData("In Noord West is het koud.", "noordwest")]
    [InlineData("Bij locatie Noord is het koud.", "noord")]
    [InlineData("Op de Kastanje is het koud.", "kastanje")]
    [InlineData("BSO Kastanjelaan belde niet.", "kastanje")]
    public void A_name_or_alias_is_certain(string text, string key) =>
        Assert.Equal(key, Matcher.Find(null, "", text).Certain);

    [Theory]
    [InlineData("Mijn zoon zit op de Regenbog.", "regenboog")]
    [InlineData("Bij de kastanjelan is het koud.", "kastanje")]
    [InlineData("Ik liep in het centrum van de stad.", "centrum")]
    public void A_misspelled_or_common_name_is_a_proposal(string text, string key)
    {
        var found = Matcher.Find(null, "", text);

        Assert.Null(found.Certain);
        Assert.Equal(key, found.Proposed);
    }

    [Fact]
    public void Two_names_are_for_a_person_to_choose_from()
    {
        var found = Matcher.Find(null, "", "Op De Regenboog en op de Kastanje ging het mis, vooral op de Kastanje.");

        Assert.Null(found.Certain);
        Assert.Equal("kastanje", found.Proposed);
    }

    [Fact]
    public void The_subject_counts_before_the_text_and_a_form_before_both()
    {
        Assert.Equal(
            "regenboog",
            Matcher.Find(null, "Klacht De Regenboog", "Vroeger op de Kastanje was het beter.").Certain
        );
        Assert.Equal("kastanje", Matcher.Find("Kastanje", "Klacht De Regenboog", "").Certain);
        Assert.Equal("kastanje", Matcher.Find("BSO Kastanielaan", "", "").Proposed);
    }

    [Theory]
    [InlineData("Ik ben ontevreden over de communicatie.")]
    [InlineData("De regen bleef maar vallen.")]
    [InlineData("")]
    public void Nothing_is_nothing(string text) => Assert.True(Matcher.Find(null, "", text).IsNone);
}
