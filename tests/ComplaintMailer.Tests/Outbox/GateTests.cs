using ComplaintMailer.Configuration;
using ComplaintMailer.Outbox;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Outbox;

public class GateTests
{
    [Theory]
    [InlineData("noreply@bank.example")]
    [InlineData("No-Reply+17@bank.example")]
    [InlineData("MAILER-DAEMON@mx.example")]
    [InlineData("klachten@zonnebloem.example")]
    [InlineData("Klachten+zon-2026-0001.c.abc@Zonnebloem.example")]
    [InlineData("a b@x.example")]
    [InlineData("@x.example")]
    [InlineData("x@")]
    [InlineData("")]
    [InlineData(null)]
    public void No_letter_goes_to_machines_to_ourselves_or_to_what_is_no_address(string? to) =>
        Assert.NotNull(Gate.Refuses(["klachten@zonnebloem.example"], to));

    [Fact]
    public void A_person_may_be_written_to() =>
        Assert.Null(Gate.Refuses(["klachten@zonnebloem.example"], "piet@gezin.example"));

    [Fact]
    public async Task Another_machine_that_answers_every_letter_gets_no_more_than_five_a_day()
    {
        using var place = new Workplace();
        for (var n = 1; n <= 12; n++)
        {
            place.Arrives("zonnebloem", Complaint($"robot@gezin.example", n));
            await place.Pass($"2026-11-23 09:{n:00}");
        }

        var answers = place.Sent().Where(m => m.To[0].Address == "robot@gezin.example").ToList();
        Assert.Equal(5, answers.Count);
        // Nothing is dropped for all that: each is a case, and a person hears which could not be told.
        Assert.Equal(12, place.Cases().Count);
        Assert.True(place.Sent().Count(m => m.Header("X-ComplaintMailer-Letter") == "bounce-alarm") >= 7);

        place.Arrives("zonnebloem", Complaint("robot@gezin.example", 13));
        await place.Pass("2026-11-24 09:30");
        Assert.Equal(6, place.Sent().Count(m => m.To[0].Address == "robot@gezin.example"));
    }

    [Fact]
    public void Two_hundred_letters_an_hour_may_go_to_one_domain() =>
        Assert.Equal(200, new LimitSettings().AnswersPerDomainPerHour);

    [Fact]
    public async Task More_letters_to_one_domain_than_its_share_wait_their_hour_and_are_not_lost()
    {
        using var place = new Workplace(s => s with { Limits = new() { AnswersPerDomainPerHour = 20 } });
        for (var n = 1; n <= 25; n++)
            place.Arrives("zonnebloem", Complaint($"a{n}@gezin.example", n));

        await place.Pass("2026-11-23 09:00");
        Assert.Equal(20, ToFamilies(place));
        await place.Pass("2026-11-23 09:30");
        Assert.Equal(20, ToFamilies(place));
        await place.Pass("2026-11-23 10:10");
        Assert.Equal(25, ToFamilies(place));
    }

    private static int ToFamilies(Workplace place) =>
        place.Sent().Count(m => m.To[0].Address.EndsWith("@gezin.example", StringComparison.Ordinal));

    private static string Complaint(string from, int n) =>
        $"From: {from}\nTo: klachten@zonnebloem.example\nSubject: Klacht {n}\nMessage-ID: <{n}@gezin.example>\n\nBij De Vlinder ging het {n} keer mis.\n";
}
