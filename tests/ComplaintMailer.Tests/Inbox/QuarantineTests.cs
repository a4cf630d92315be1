using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Inbox;

public class QuarantineTests
{
    private const string Complaint = """
        X-Spam-Flag: YES
        From: Ahmed <ahmed@gezin.example>
        To: klachten@zonnebloem.example
        Subject: Mijn zoon is weer te laat opgehaald
        Message-ID: <1@gezin.example>

        Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
        """;

    [Fact]
    public async Task Spam_is_listed_to_the_coordinator_and_an_answer_with_redden_makes_it_a_complaint_of_the_day_it_came_in()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint);
        await place.Pass("2026-11-23 09:00");
        Assert.Empty(place.Cases());
        Assert.Single(Directory.EnumerateFiles(place.Maildir("zonnebloem", ".Quarantine/cur")));

        await place.Pass("2026-11-24 09:00");
        var digest = Assert.Single(place.Sent());
        Assert.Equal("quarantine-digest", digest.Header("X-ComplaintMailer-Letter"));
        Assert.Equal("coordinator@zonnebloem.example", digest.To[0].Address);

        place.Arrives("zonnebloem", Answer("coordinator@zonnebloem.example", digest.ReplyTo[0].Address, "redden: 1"));
        await place.Pass("2026-11-24 10:00");

        var rescued = Assert.Single(place.Cases());
        Assert.Equal("2026-11-23", rescued.DayZero.ToString("uuuu-MM-dd", null));
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "receipt");
    }

    [Fact]
    public async Task Nobody_else_can_rescue_a_mail_even_with_the_address_of_the_list()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint);
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2026-11-24 09:00");
        var digest = Assert.Single(place.Sent());

        place.Arrives("zonnebloem", Answer("iemand@elders.example", digest.ReplyTo[0].Address, "redden: 1"));
        place.Arrives("zonnebloem", Answer("manager@zonnebloem.example", digest.ReplyTo[0].Address, "redden: 1"));
        await place.Pass("2026-11-24 10:00");

        Assert.Empty(place.Cases());
    }

    [Fact]
    public async Task A_list_is_sent_once()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Complaint);
        await place.Pass("2026-11-23 09:00");

        await place.Pass("2026-11-24 09:00");
        await place.Pass("2026-11-25 09:00");

        Assert.Single(place.Sent());
    }

    [Fact]
    public async Task What_only_looks_automatic_is_shown_to_a_person()
    {
        using var place = new Workplace();
        place.Arrives(
            "zonnebloem",
            """
            From: Ahmed <ahmed@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Afwezigheid van de leidster
            Message-ID: <1@gezin.example>
            Precedence: bulk

            Afgelopen week was er drie dagen geen leidster op de groep van mijn zoon.
            """
        );

        await place.Pass("2026-11-23 09:00");
        await place.Pass("2026-11-24 09:00");

        Assert.Single(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "quarantine-digest");
    }

    [Fact]
    public async Task Where_our_own_server_proves_senders_an_answer_it_has_not_proven_changes_nothing()
    {
        using var place = new Workplace(settings =>
            settings with
            {
                Organisations =
                [
                    .. settings.Organisations.Select(o => o with { TrustedAuthservId = "mx.zonnebloem.example" }),
                ],
            }
        );
        place.Arrives("zonnebloem", Complaint);
        await place.Pass("2026-11-23 09:00");
        await place.Pass("2026-11-24 09:00");
        var list = Assert.Single(place.Sent()).ReplyTo[0].Address;
        var answer = Answer("coordinator@zonnebloem.example", list, "redden: 1");

        place.Arrives("zonnebloem", answer);
        place.Arrives(
            "zonnebloem",
            "Authentication-Results: elders.example; dmarc=pass header.from=zonnebloem.example\n"
                + answer.Replace(".2@x", ".3@x", StringComparison.Ordinal)
        );
        await place.Pass("2026-11-24 10:00");
        Assert.Empty(place.Cases());

        place.Arrives(
            "zonnebloem",
            "Authentication-Results: mx.zonnebloem.example; dmarc=pass header.from=zonnebloem.example\n"
                + answer.Replace(".2@x", ".4@x", StringComparison.Ordinal)
        );
        await place.Pass("2026-11-24 10:10");
        Assert.Single(place.Cases());
    }

    private static string Answer(string from, string to, string text) =>
        $"From: {from}\nTo: {to}\nSubject: Re: lijst\nMessage-ID: <{from}.2@x.example>\n\n{text}\n";
}
