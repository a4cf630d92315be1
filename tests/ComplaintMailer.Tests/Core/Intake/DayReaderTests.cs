using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Intake;

namespace ComplaintMailer.Tests.Core.Intake;

public sealed class DayReaderTests
{
    [Theory]
    [InlineData("Op 3 maart was de deur dicht.", "2027-03-03")]
    [InlineData("Op 3 mrt. was de deur dicht.", "2027-03-03")]
    [InlineData("Op 03-03-2027 was de deur dicht.", "2027-03-03")]
    [InlineData("Op 3/3/27 was de deur dicht.", "2027-03-03")]
    [InlineData("Op 3.3.2027 was de deur dicht.", "2027-03-03")]
    [InlineData("Het gebeurde 2027-03-03 rond vier uur.", "2027-03-03")]
    [InlineData("Op 03-03 was de deur dicht.", "2027-03-03")]
    [InlineData("Op 20 december was de deur dicht.", "2026-12-20")]
    [InlineData("Op 20 december 2025 was de deur dicht.", "2025-12-20")]
    [InlineData("Op maandag 1 maart was de deur dicht.", "2027-03-01")]
    [InlineData("Afgelopen dinsdag was de deur dicht.", "2027-03-09")]
    [InlineData("Afgelopen vrijdagmiddag was de deur dicht.", "2027-03-12")]
    [InlineData("Maandag jl. was de deur dicht.", "2027-03-15")]
    [InlineData("Vorige week dinsdag was de deur dicht.", "2027-03-09")]
    [InlineData("Dinsdag vorige week was de deur dicht.", "2027-03-09")]
    [InlineData("Vorige week was de deur dicht.", "2027-03-14")]
    [InlineData("Afgelopen week was de deur dicht.", "2027-03-15")]
    [InlineData("Vorige maand was de deur dicht.", "2027-02-28")]
    [InlineData("Gisteren was de deur dicht.", "2027-03-15")]
    [InlineData("Gistermiddag was de deur dicht.", "2027-03-15")]
    [InlineData("Eergisteren was de deur dicht.", "2027-03-14")]
    [InlineData("Vanmorgen was de deur dicht.", "2027-03-16")]
    [InlineData("Drie weken geleden was de deur dicht.", "2027-02-23")]
    [InlineData("Een maand geleden was de deur dicht.", "2027-02-16")]
    [InlineData("10 dagen geleden was de deur dicht.", "2027-03-06")]
    [InlineData("Op tweede kerstdag was de deur dicht.", "2026-12-26")]
    [InlineData("Op Koningsdag was de deur dicht.", "2026-04-27")]
    [InlineData("In februari was de deur vaak dicht.", "2027-02-28")]
    [InlineData("Eind januari was de deur vaak dicht.", "2027-01-31")]
    [InlineData("Tussen 1 maart en 5 maart was de deur dicht.", "2027-03-05")]
    [InlineData("On 3 March the door was closed.", "2027-03-03")]
    [InlineData("On March 3rd, 2027 the door was closed.", "2027-03-03")]
    [InlineData("On the 3rd of March the door was closed.", "2027-03-03")]
    [InlineData("Last Tuesday the door was closed.", "2027-03-09")]
    [InlineData("Yesterday the door was closed.", "2027-03-15")]
    [InlineData("The day before yesterday the door was closed.", "2027-03-14")]
    [InlineData("Two weeks ago the door was closed.", "2027-03-02")]
    [InlineData("Last week the door was closed.", "2027-03-14")]
    [InlineData("Ik wil een klacht indienen over wat er afgelopen vrijdag gebeurde.", "2027-03-12")]
    [InlineData("Op 3 maart viel hij. Op 8 maart heb ik daarover gebeld.", "2027-03-03")]
    [InlineData("Hij is geboren op 4 mei 2024. Op 3 maart viel hij.", "2027-03-03")]
    public void A_day_is_found_as_people_write_it(string text, string day) =>
        Assert.Equal(day, EventDate.Find(text, IntakeDesk.Today) is { } found ? DateWords.Iso(found.On) : null);

    [Theory]
    [InlineData("De deur is elke dinsdag dicht.")]
    [InlineData("Komende vrijdag is er een gesprek.")]
    [InlineData("Op 20 maart is er een uitje.")]
    [InlineData("De groep telt 10-12 kinderen van 2.5 jaar.")]
    [InlineData("Bel mij op 06-12345678.")]
    [InlineData("Mijn contract loopt sinds 1 januari 2025.")]
    [InlineData("Mijn dochter is geboren op 4 mei 2024.")]
    [InlineData("We may come back, march on.")]
    [InlineData("Op 31 februari 2027 kan niet.")]
    [InlineData("")]
    public void What_is_no_day_in_the_past_is_left_alone(string text) =>
        Assert.Null(EventDate.Find(text, IntakeDesk.Today));

    [Theory]
    [InlineData("Op 5 januari 2027 hebt u besloten om op zondag te sluiten.", "2027-01-05")]
    [InlineData("Zondag te laat opgehaald.", "2027-03-14")]
    public void A_day_of_every_week_is_not_the_day_it_happened(string text, string expected) =>
        Assert.Equal(expected, EventDate.Find(text, IntakeDesk.Today) is { } found ? DateWords.Iso(found.On) : null);

    [Fact]
    public void Nothing_makes_it_stumble()
    {
        foreach (
            var text in new[] { "0-0-0", "99/99/9999", "3 maart 99999", "last", "op", "2027-13-45", "-", "1.1.1.1" }
        )
            EventDate.Find(text, IntakeDesk.Today);
    }

    [Theory]
    [InlineData("Begin februari", "2027-02-10")]
    [InlineData("Half februari", "2027-02-20")]
    [InlineData("Medio februari", "2027-02-20")]
    [InlineData("Einde januari", "2027-01-31")]
    [InlineData("Mid February", "2027-02-20")]
    [InlineData("Early February", "2027-02-10")]
    [InlineData("Late January", "2027-01-31")]
    [InlineData("Vandaag", "2027-03-16")]
    [InlineData("Vanochtend", "2027-03-16")]
    [InlineData("Vanmiddag", "2027-03-16")]
    [InlineData("Vanavond", "2027-03-16")]
    [InlineData("Vannacht", "2027-03-16")]
    [InlineData("Zojuist", "2027-03-16")]
    [InlineData("Today", "2027-03-16")]
    [InlineData("This morning", "2027-03-16")]
    [InlineData("Deze week", "2027-03-16")]
    [InlineData("Gisterochtend", "2027-03-15")]
    [InlineData("Gistermorgen", "2027-03-15")]
    [InlineData("Gisteravond", "2027-03-15")]
    [InlineData("Gisternacht", "2027-03-15")]
    [InlineData("Last night", "2027-03-15")]
    [InlineData("Yesterday", "2027-03-15")]
    [InlineData("The day before yesterday", "2027-03-14")]
    [InlineData("Hemelvaart", "2026-05-14")]
    [InlineData("Hemelvaartsdag", "2026-05-14")]
    [InlineData("Goede vrijdag", "2026-04-03")]
    [InlineData("Good Friday", "2026-04-03")]
    [InlineData("Paasmaandag", "2026-04-06")]
    [InlineData("Easter Monday", "2026-04-06")]
    [InlineData("Tweede pinksterdag", "2026-05-25")]
    [InlineData("Pinkstermaandag", "2026-05-25")]
    [InlineData("Eerste kerstdag", "2026-12-25")]
    [InlineData("Christmas Day", "2026-12-25")]
    [InlineData("Boxing Day", "2026-12-26")]
    [InlineData("Oudjaarsdag", "2026-12-31")]
    [InlineData("Oudejaarsdag", "2026-12-31")]
    [InlineData("Oudjaarsavond", "2026-12-31")]
    [InlineData("Oudejaarsavond", "2026-12-31")]
    [InlineData("Nieuwjaarsdag", "2027-01-01")]
    [InlineData("Sinterklaasavond", "2026-12-05")]
    [InlineData("Pakjesavond", "2026-12-05")]
    [InlineData("Bevrijdingsdag", "2026-05-05")]
    public void A_day_is_found_whatever_word_its_name_begins_with(string day, string expected) =>
        Assert.Equal(
            expected,
            EventDate.Find($"{day} was de deur dicht.", IntakeDesk.Today) is { } found ? DateWords.Iso(found.On) : null
        );
}
