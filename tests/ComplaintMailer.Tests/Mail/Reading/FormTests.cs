namespace ComplaintMailer.Tests.Mail.Reading;

public sealed class FormTests
{
    [Theory]
    [InlineData("form-table", "Naam", "Samira Haddad")]
    [InlineData("form-table", "E-mail", "samira@gmail.example")]
    [InlineData("form-table", "Klacht", "De leidster schreeuwde.\nMijn dochter durft niet meer.")]
    [InlineData("form-table", "Gewenste oplossing", "")]
    [InlineData("form-gravity", "E-mail", "jan@wit.example")]
    [InlineData("form-gravity", "Wat is er gebeurd", "Het hek stond open.\nEr liep een kleuter op straat.")]
    [InlineData("form-contactform7", "Telefoon", "")]
    [InlineData("form-contactform7", "Locatie", "BSO De Rakkers")]
    [InlineData(
        "form-colon-on-next-line",
        "Uw klacht",
        "Wij staan al twee jaar op de wachtlijst.\nNiemand belt terug."
    )]
    [InlineData(
        "form-bold-paragraphs",
        "Omschrijving",
        "De huur van de zaal is dubbel afgeschreven.\nIk bel al weken."
    )]
    [InlineData("form-definition-list", "Klacht", "Geen antwoord op mijn mail.")]
    [InlineData("form-jotform", "Wanneer gebeurde het", "19-11-2026")]
    public void Each_maker_of_forms_is_read_as_labels_and_values(string mail, string label, string value)
    {
        var lines = CorpusTests.Read(mail).FormLines;

        Assert.Equal(value, Assert.Single(lines, l => l.Key == label).Value);
    }

    [Fact]
    public void A_form_whose_plain_text_lost_its_labels_is_read_from_the_page_beside_it()
    {
        var lines = CorpusTests.Read("form-labels-lost-in-plain").FormLines;

        Assert.Equal(["Naam", "Klacht"], lines.Select(l => l.Key));
        Assert.Equal("Het hek stond open.", lines[1].Value);
    }
}
