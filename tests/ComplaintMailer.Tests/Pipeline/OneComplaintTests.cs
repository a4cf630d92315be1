namespace ComplaintMailer.Tests.Pipeline;

public class OneComplaintTests
{
    [Fact]
    public async Task A_complaint_is_registered_acknowledged_and_given_to_the_manager_of_its_location()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);

        await place.Pass("2026-11-23 09:00");

        var registered = Assert.Single(place.Cases());
        Assert.Equal("ZON-2026-0001", registered.Number);
        Assert.Equal("manager", registered.Handler);
        Assert.Equal("met", registered.Term("ack")!.State);
        var sent = place.Sent();
        var letter = sent.Single(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
        Assert.Equal("ahmed@gezin.example", letter.To[0].Address);
        Assert.Contains("maandag 4 januari 2027", letter.Text);
        Assert.Equal("1@gezin.example", letter.InReplyTo);
        Assert.Equal("zon-2026-0001.1.acknowledgement@zonnebloem.example", letter.MessageId);
        Assert.Contains(sent, m => m.Header("X-ComplaintMailer-Letter") == "case-assigned");
    }

    [Fact]
    public async Task The_same_mail_delivered_twice_is_one_complaint()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        place.Arrives("zonnebloem", Workplace.Complaint);

        await place.Pass("2026-11-23 09:00");
        await place.Pass("2026-11-23 09:01");

        Assert.Single(place.Cases());
        Assert.Single(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
    }

    [Fact]
    public async Task An_answer_of_the_complainant_joins_the_case_and_reaches_the_handler()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        var replyTo = place.Sent().First(m => m.To[0].Address == "ahmed@gezin.example").ReplyTo[0].Address;

        place.Arrives(
            "zonnebloem",
            $"""
            From: Ahmed <ahmed@gezin.example>
            To: {replyTo}
            Subject: Re: klacht
            Message-ID: <2@gezin.example>

            Het was trouwens om half vier.
            """
        );
        await place.Pass("2026-11-24 09:30");

        Assert.Single(place.Cases());
        Assert.Contains(
            place.Sent(),
            m =>
                m.Header("X-ComplaintMailer-Letter") == "contribution"
                && m.To[0].Address == "manager@zonnebloem.example"
        );
    }

    [Fact]
    public async Task A_stranger_who_names_a_case_number_learns_nothing()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");

        place.Arrives(
            "zonnebloem",
            """
            From: Iemand <iemand@elders.example>
            To: klachten@zonnebloem.example
            Subject: [ZON-2026-0001] wat is hiervan de stand?
            Message-ID: <3@elders.example>

            Ik hoor graag hoe het ermee staat.
            """
        );
        await place.Pass("2026-11-23 10:00");

        Assert.DoesNotContain(place.Sent(), m => m.To[0].Address == "iemand@elders.example");
        Assert.Single(place.Cases());
    }

    [Fact]
    public async Task A_machine_is_never_answered()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", "Auto-Submitted: auto-replied\n" + Workplace.Complaint);

        await place.Pass("2026-11-23 09:00");

        Assert.Empty(place.Sent());
        Assert.Empty(place.Cases());
    }

    [Fact]
    public async Task A_bounced_acknowledgement_opens_its_term_again_and_alarms_the_coordinator()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        var returnPath = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement").ReturnPath;

        place.Arrives(
            "zonnebloem",
            $"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            To: {returnPath}
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            The mail could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; ahmed@gezin.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 unknown user
            --b--
            """
        );
        await place.Pass("2026-11-23 09:10");

        Assert.Equal("running", place.Cases()[0].Term("ack")!.State);
        Assert.Contains(
            place.Sent(),
            m =>
                m.Header("X-ComplaintMailer-Letter") == "bounce-alarm"
                && m.To[0].Address == "coordinator@zonnebloem.example"
        );
    }

    [Fact]
    public async Task A_note_of_absence_at_the_return_address_is_no_bounce()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");
        var returnPath = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement").ReturnPath;

        place.Arrives(
            "zonnebloem",
            $"""
            Return-Path: <>
            From: Ahmed <ahmed@gezin.example>
            To: {returnPath}
            Subject: Automatisch antwoord: uw klacht
            Auto-Submitted: auto-replied

            Ik ben met vakantie tot 30 november.
            """
        );
        await place.Pass("2026-11-23 09:10");

        Assert.Equal("met", place.Cases()[0].Term("ack")!.State);
        Assert.DoesNotContain(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "bounce-alarm");
    }

    [Fact]
    public async Task A_day_after_the_term_the_handler_hears_that_it_has_passed_once()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");

        await place.Pass("2027-01-05 09:00");
        var once = Overdue(place);
        await place.Pass("2027-01-05 09:01");

        Assert.Equal("missed", place.Cases()[0].Term("final")!.State);
        Assert.NotEqual(0, once);
        Assert.Equal(once, Overdue(place));

        static int Overdue(Workplace at) => at.Sent().Count(m => m.Header("X-ComplaintMailer-Letter") == "overdue");
    }

    [Fact]
    public async Task Nothing_a_person_wrote_stands_readable_in_the_database()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");

        foreach (var file in Directory.EnumerateFiles(Path.Combine(place.Folder, "data")))
        {
            var bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain("ahmed", bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Vlinder voor", bytes, StringComparison.OrdinalIgnoreCase);
        }
    }
}
