using ComplaintMailer.Core.Intake;
using NodaTime;

namespace ComplaintMailer.Tests.Core.Intake;

public sealed class FormReaderTests
{
    private const string Text = """
        Er is een formulier ingevuld op de website.

        Naam: Piet Pietersen
        E-mail: Piet@Example.org
        Telefoon: 06 12 34 56 78
        Locatie: Centrum
        Datum: 3 maart 2027
        Klacht: De deur was dicht.

        En niemand deed open.
        Gewenste oplossing: Een bordje
        --
        Verzonden met Formulieren 3.0
        """;

    private static IntakeReading Read(string text, IReadOnlyList<KeyValuePair<string, string>>? pairs = null) =>
        IntakeDesk
            .Reader()
            .Read(
                new()
                {
                    Subject = "Nieuw formulier",
                    Text = text,
                    OwnWords = text,
                    SenderName = "Website Wijkz",
                    SenderAddress = "Formulier@wijkz.example",
                    On = IntakeDesk.Today,
                    Pairs = pairs ?? [],
                }
            );

    [Fact]
    public void The_person_in_the_form_is_the_complainant()
    {
        var read = Read(Text);

        Assert.True(read.IsForm);
        Assert.Equal("Piet Pietersen", read.Name);
        Assert.Equal("piet@example.org", read.Email);
        Assert.Equal("06 12 34 56 78", read.Phone);
        Assert.Equal("centrum", read.Location.Certain);
        Assert.Equal(new LocalDate(2027, 3, 3), read.EventDate);
        Assert.Equal("De deur was dicht.\n\nEn niemand deed open.", read.Description);
        Assert.Equal("Een bordje", read.Desired);
        Assert.Empty(read.Missing);
    }

    [Fact]
    public void A_value_may_stand_below_its_label_and_labels_may_differ_a_little()
    {
        var read = Read(
            "NAAM *\nPiet Pietersen\n\nE-Mail:\npiet@example.org\n\nLocatie\nCentrum\n\nKlacht\nDe deur was weer dicht."
        );

        Assert.Equal("Piet Pietersen", read.Name);
        Assert.Equal("piet@example.org", read.Email);
        Assert.Equal("centrum", read.Location.Certain);
        Assert.Equal("De deur was weer dicht.", read.Description);
    }

    [Fact]
    public void Cells_of_a_table_are_fields()
    {
        var read = Read(
            "Naam\tPiet Pietersen\nE-mail\tpiet@example.org\nLocatie\tCentrum\nKlacht\tDe deur was weer dicht."
        );

        Assert.Equal("Piet Pietersen", read.Name);
        Assert.Equal("De deur was weer dicht.", read.Description);
    }

    [Fact]
    public void Pairs_found_in_a_table_fill_what_the_text_does_not_show()
    {
        var read = Read("", [new("Naam", "Piet Pietersen"), new("Klacht", "De deur was weer dicht.")]);

        Assert.Equal("Piet Pietersen", read.Name);
        Assert.Equal("De deur was weer dicht.", read.Description);
    }

    [Fact]
    public void The_forms_own_sender_is_never_the_complainant()
    {
        var read = Read("Naam:\nE-mail:\nKlacht: De deur was weer dicht.");

        Assert.Null(read.Email);
        Assert.Null(read.Name);
        Assert.True(read.IsAnonymous);
        Assert.Contains("contact", read.Missing);
    }
}
