namespace ComplaintMailer.Tests.Pipeline;

/// <summary>What is understood of a mail reaches the case, and from there the letters.</summary>
public sealed class IntakeTests
{
    private static string Mail(string id, string from, string body, string subject = "Klacht") =>
        $"""
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:00 +0100
            From: {from}
            To: klachten@zonnebloem.example
            Subject: {subject}
            Message-ID: <{id}@gezin.example>
            Content-Type: text/plain; charset=utf-8

            {body}
            """;

    private static Workplace WithForm() =>
        new(c =>
            c.Replace(
                "\"Key\": \"zonnebloem\",",
                """
                "Key": "zonnebloem",
                "Forms": [{ "From": "formulier@zonnebloem.example",
                  "Fields": { "Naam": "name", "E-mail": "email", "Locatie": "location", "Datum": "event-date", "Klacht": "description" } }],
                """,
                StringComparison.Ordinal
            )
        );

    [Fact]
    public async Task A_mail_that_may_mean_danger_to_a_child_alarms_people_at_once_with_its_sentence()
    {
        using var place = new Workplace();
        place.Arrives(
            "zonnebloem",
            Mail(
                "1",
                "Ahmed <ahmed@gezin.example>",
                "Hij zit bij De Vlinder. Ik zag striemen op zijn rug.\nWat doen jullie?"
            )
        );

        await place.Pass("2026-11-23 09:00");

        var flag = Assert.Single(Assert.Single(place.Cases()).Flags, f => f.Code == "child-abuse");
        Assert.Equal("Ik zag striemen op zijn rug.", flag.Sentence);
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "signal");
    }

    [Fact]
    public async Task A_form_in_a_table_is_a_complaint_of_the_person_in_it()
    {
        using var place = WithForm();
        place.Arrives(
            "zonnebloem",
            """
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:00 +0100
            From: Website <formulier@zonnebloem.example>
            To: klachten@zonnebloem.example
            Subject: Nieuw formulier
            Message-ID: <form@zonnebloem.example>
            Content-Type: text/html; charset=utf-8

            <html><body><p>Er is een formulier ingevuld.</p><table>
            <tr><td>Naam</td><td>Piet Pietersen</td></tr>
            <tr><td><b>E-mail</b></td><td>piet@gezin.example</td></tr>
            <tr><td>Locatie</td><td>De Vlinder</td></tr>
            <tr><td>Datum</td><td>20 november 2026</td></tr>
            <tr><td>Klacht</td><td>De deur was dicht en niemand deed open.<br>Dat is de tweede keer.</td></tr>
            </table></body></html>
            """
        );

        await place.Pass("2026-11-23 09:00");

        var complaint = Assert.Single(place.Cases());
        Assert.Equal("form", complaint.Channel);
        Assert.Equal("Piet Pietersen", complaint.Complainant.Name);
        Assert.Equal("piet@gezin.example", complaint.Complainant.Email);
        Assert.Equal("manager", complaint.Handler);
        Assert.Equal(new(2026, 11, 20), complaint.EventDate);
        Assert.Equal("De deur was dicht en niemand deed open.\nDat is de tweede keer.", complaint.Description);
        Assert.Contains(place.Sent(), m => m.To[0].Address == "piet@gezin.example");
        Assert.DoesNotContain(place.Sent(), m => m.To[0].Address == "formulier@zonnebloem.example");
    }

    [Fact]
    public async Task A_form_in_plain_text_is_one_as_well()
    {
        using var place = WithForm();
        place.Arrives(
            "zonnebloem",
            Mail(
                "form",
                "Website <formulier@zonnebloem.example>",
                "Naam: Piet Pietersen\nE-mail: piet@gezin.example\nLocatie: De Vlinder\nKlacht: De deur was dicht.\nLet op: niemand deed open."
            )
        );

        await place.Pass("2026-11-23 09:00");

        var complaint = Assert.Single(place.Cases());
        Assert.Equal("Piet Pietersen", complaint.Complainant.Name);
        Assert.Equal("De deur was dicht.\nLet op: niemand deed open.", complaint.Description);
    }

    [Fact]
    public async Task The_same_story_sent_again_is_offered_as_a_duplicate_and_never_merged_by_itself()
    {
        using var place = new Workplace();
        const string Story =
            "Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald, en niemand belde.";
        place.Arrives("zonnebloem", Mail("1", "Ahmed <ahmed@gezin.example>", Story));
        await place.Pass("2026-11-23 09:00");
        place.Arrives(
            "zonnebloem",
            Mail("2", "Ahmed <ahmed@gezin.example>", "Nogmaals: " + Story, "Klacht, tweede keer")
        );
        place.Arrives("zonnebloem", Mail("3", "Bea <bea@gezin.example>", Story));

        await place.Pass("2026-11-23 10:00");

        Assert.Equal([null, "ZON-2026-0001", null], place.Cases().Select(c => c.PossibleDuplicateOf));
        Assert.Contains(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "duplicate");
    }

    [Fact]
    public async Task What_an_answer_tells_of_what_was_missing_is_filled_in()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Mail("1", "Ahmed <ahmed@gezin.example>", "De opvang was weer veel te laat open."));
        await place.Pass("2026-11-23 09:00");
        var replyTo = place.Sent().First(m => m.To[0].Address == "ahmed@gezin.example").ReplyTo[0].Address;
        place.Arrives(
            "zonnebloem",
            $"""
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 11:00:00 +0100
            From: Ahmed <ahmed@gezin.example>
            To: {replyTo}
            Subject: Re: Klacht
            Message-ID: <2@gezin.example>
            Content-Type: text/plain; charset=utf-8

            Het ging om De Vlinder, afgelopen vrijdag. Mijn nummer is 06-12345678.
            """
        );

        await place.Pass("2026-11-23 11:30");

        var complaint = Assert.Single(place.Cases());
        Assert.Equal("manager", complaint.Handler);
        Assert.Equal(new(2026, 11, 20), complaint.EventDate);
        Assert.Equal("06-12345678", complaint.Complainant.Phone);
    }
}
