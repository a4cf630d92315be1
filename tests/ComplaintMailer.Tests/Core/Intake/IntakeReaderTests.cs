using NodaTime;

namespace ComplaintMailer.Tests.Core.Intake;

public sealed class IntakeReaderTests
{
    [Fact]
    public void A_complete_complaint_lacks_nothing()
    {
        var read = IntakeDesk.Read(
            """
            Beste mensen,

            Afgelopen dinsdag stond mijn zoon Tim op locatie Centrum een half uur alleen buiten. De begeleider
            was er niet. Ik wil dat er voortaan altijd iemand bij de deur staat.

            Met vriendelijke groet,
            Anna Jansen
            06-12345678
            """
        );

        Assert.Empty(read.Missing);
        Assert.Equal("centrum", read.Location.Certain);
        Assert.Equal(new LocalDate(2027, 3, 9), read.EventDate);
        Assert.Equal("Tim", read.Child);
        Assert.Equal("06-12345678", read.Phone);
        Assert.Equal("staff", read.Concerned.Whom);
        Assert.Contains("altijd iemand bij de deur", read.Desired, StringComparison.Ordinal);
        Assert.Equal("complaint", read.Kind.Kind);
    }

    [Fact]
    public void A_number_of_ours_in_quoted_mail_is_not_the_writers()
    {
        const string words = "Ik ben nog steeds niet gebeld.";
        var read = IntakeDesk
            .Reader()
            .Read(
                new()
                {
                    Text = words + "\n\n> Bel ons op 06 11 11 11 11.\n> Met vriendelijke groet,\n> J. de Vries",
                    OwnWords = words,
                    Contacts = words + "\nGroet,\nAnna Jansen",
                    SenderAddress = "anna@gezin.example",
                    On = IntakeDesk.Today,
                }
            );

        Assert.Null(read.Phone);
        Assert.Equal("Anna Jansen", read.Name);
    }

    [Theory]
    [InlineData("Vorige week (10 maart) stond ik voor een dichte deur.", 10)]
    [InlineData("In maart ging het mis, op 3 maart om precies te zijn.", 3)]
    [InlineData("Vorige week stond ik voor een dichte deur.", 14)]
    public void A_day_within_a_stretch_of_days_makes_it_exact(string text, int day) =>
        Assert.Equal(new LocalDate(2027, 3, day), IntakeDesk.Read(text).EventDate);

    [Theory]
    [InlineData("xtra", "De communicatie over de sluiting was slecht en ik voel me niet gehoord.", "desired")]
    [InlineData("mik-piw", "De communicatie over de sluiting was slecht en ik voel me niet gehoord.", "")]
    [InlineData("mik-piw-2021", "Het eten was koud en dat is al weken zo.", "where when who")]
    [InlineData("mik-piw-2021", "Gisteren was het eten op De Regenboog koud, zei de leidster.", "")]
    public void What_the_regulation_demands_and_the_mail_lacks_is_missing(
        string regulation,
        string text,
        string missing
    ) => Assert.Equal(missing, string.Join(' ', IntakeDesk.Read(text, regulation: regulation).Missing));

    [Fact]
    public void Without_a_name_there_is_a_name_missing()
    {
        var read = IntakeDesk
            .Reader()
            .Read(
                new()
                {
                    Text = "Het is een schande, ik wil excuses.",
                    OwnWords = "Het is een schande, ik wil excuses.",
                    SenderName = null,
                    SenderAddress = "x123@example.org",
                    On = IntakeDesk.Today,
                }
            );

        Assert.Equal(["name"], read.Missing);
    }

    [Fact]
    public void Somebody_who_wants_to_stay_unknown_is_anonymous()
    {
        var read = IntakeDesk
            .Reader()
            .Read(
                new()
                {
                    Text = "Ik wil anoniem blijven. De juf schreeuwt tegen de kinderen.\n\nEen bezorgde ouder",
                    OwnWords = "Ik wil anoniem blijven. De juf schreeuwt tegen de kinderen.\n\nEen bezorgde ouder",
                    SenderAddress = "x123@example.org",
                    On = IntakeDesk.Today,
                }
            );

        Assert.True(read.IsAnonymous);
        Assert.True(read.Signals.Has("anonymous"));
        Assert.True(read.Signals.Has("undesirable-conduct"));
    }

    [Fact]
    public void Somebody_who_writes_for_her_mother_acts_for_another()
    {
        var read = IntakeDesk.Read(
            "Namens mijn moeder mevrouw De Wit dien ik een klacht in. Bijgaand de machtiging.",
            regulation: "mik-piw"
        );

        Assert.Equal("authorised", read.Capacity);
        Assert.StartsWith("mijn moeder", read.ActsFor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("De directeur heeft mij afgescheept.", "director")]
    [InlineData("De raad van bestuur heeft gelogen.", "board")]
    [InlineData("Mijn klacht gaat over de locatiemanager zelf.", "manager")]
    [InlineData("De leidster was er weer niet.", "staff")]
    [InlineData("Jullie beleid rond ruildagen is oneerlijk.", "policy")]
    [InlineData("J. de Vries belt nooit terug.", "manager")]
    public void Who_it_is_about_is_understood(string text, string whom) =>
        Assert.Equal(whom, IntakeDesk.Read(text).Concerned.Whom);

    [Fact]
    public void One_of_our_people_is_known_by_name() =>
        Assert.Equal("directie", IntakeDesk.Read("Ik sprak Karin Bos en zij wimpelde mij af.").Concerned.Person);

    [Theory]
    [InlineData("De medewerker was onbeschoft en de toon was grof.", "bejegening")]
    [InlineData("Ik word niet teruggebeld en krijg geen antwoord.", "communicatie")]
    public void The_nature_is_proposed_by_the_words_of_the_pack(string text, string nature) =>
        Assert.Equal(nature, IntakeDesk.Read(text).Nature[0]);

    [Theory]
    [InlineData("mik-piw", "Geen klacht hoor, maar ik wilde even kwijt dat het lawaaiig was.", "dissatisfaction")]
    [InlineData("xtra", "Geen klacht hoor, maar ik wilde even kwijt dat het slecht geregeld was.", "complaint")]
    [InlineData("fluks", "Een tip: zet een bordje bij de deur.", "dissatisfaction")]
    [InlineData("partou", "Ik heb een vraag: waar kan ik het klachtenformulier vinden?", "question")]
    [InlineData("partou", "Ik wil graag informatie over de klachtenregeling.", "question")]
    [InlineData("partou", "I have a question about the complaints procedure.", "question")]
    [InlineData("partou", "Hoe dien ik een klacht in? En wat kost een dag opvang?", "question")]
    [InlineData(
        "partou",
        "Beste Partou,\n\nWaar kan ik terecht met een klacht en wat zijn de tarieven van de bso?",
        "question"
    )]
    [InlineData("partou", "How can I file a complaint? And what does a day of childcare cost?", "question")]
    [InlineData(
        "partou",
        "Hoe dien ik een klacht in over de groep van mijn zoon? En wat kost een dag opvang?",
        "complaint"
    )]
    [InlineData("partou", "Ik heb een klacht. Hoe dien ik die in? En wat kost een dag opvang?", "complaint")]
    [InlineData("partou", "Hoe dien ik een klacht in? Mijn zoon kwam thuis met een gat in zijn broek.", "complaint")]
    [InlineData(
        "partou",
        "Hoe dien ik een klacht in? Wat kost zo een dag waarop hij alleen buiten staat?",
        "complaint"
    )]
    [InlineData("partou", "Waar kan ik klagen? Hoe kan het dat er weer niemand was?", "complaint")]
    [InlineData("partou", "Hoe dien ik een klacht in als mijn kind is geslagen?", "complaint")]
    [InlineData("partou", "Ik wil een klacht indienen. Hoe kan dat?", "complaint")]
    [InlineData("partou", "Hoe kan het dat mijn zoon alleen buiten stond? Dit is onacceptabel.", "complaint")]
    [InlineData("partou", "Mijn dochter is ziek vandaag en komt niet.", "unrelated")]
    [InlineData("partou", "Bedankt voor de fijne zorg, een groot compliment!", "unrelated")]
    [InlineData("partou", "Bijgaand mijn cv, ik solliciteer naar de vacature.", "unrelated")]
    [InlineData("partou", "Mijn klachten zijn koorts en hoesten, dus hij komt vandaag niet.", "unrelated")]
    [InlineData("partou", "Mijn zoon kwam thuis met een gat in zijn broek.", "complaint")]
    public void Complaint_displeasure_or_question_in_doubt_a_complaint(string regulation, string text, string kind) =>
        Assert.Equal(kind, IntakeDesk.Read(text, regulation: regulation).Kind.Kind);

    [Theory]
    [InlineData("Vraag", "question")]
    [InlineData("Klacht indienen", "question")]
    [InlineData("", "question")]
    [InlineData("Klacht", "complaint")]
    [InlineData("Mijn zoon alleen buiten", "complaint")]
    public void What_stands_above_a_question_about_complaining_may_make_it_a_complaint(string subject, string kind) =>
        Assert.Equal(
            kind,
            IntakeDesk
                .Read("Hoe dien ik een klacht in? En wat kost een dag opvang?", subject: subject, regulation: "partou")
                .Kind.Kind
        );

    [Fact]
    public void An_empty_mail_is_read_too()
    {
        var read = IntakeDesk.Read("");

        Assert.Contains("description", read.Missing);
        Assert.True(read.Location.IsNone);
    }

    [Fact]
    public void What_is_quoted_raises_nothing()
    {
        var read = IntakeDesk.Read("Zie hieronder.\n\n> Toen ik hem uitkleedde zag ik striemen op zijn rug.\n");

        Assert.Empty(read.Signals.Signals);
    }
}
