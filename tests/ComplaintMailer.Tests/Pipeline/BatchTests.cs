using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Dossiers;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Schedules;

namespace ComplaintMailer.Tests.Pipeline;

/// <summary>Mails that come in together are worked out side by side: what becomes of them is what would have become of each alone.</summary>
public class BatchTests
{
    private const string At = "2026-11-23 09:00";

    [Fact]
    public async Task Mails_of_all_kinds_at_once_come_to_the_same_as_one_after_the_other()
    {
        using var together = new Workplace();
        using var apart = new Workplace();
        var mails = Mails().ToList();
        foreach (var mail in mails)
            together.Arrives("zonnebloem", mail);
        await together.Pass(At);
        foreach (var mail in mails)
        {
            apart.Arrives("zonnebloem", mail);
            await apart.Pass(At);
        }

        Assert.Equal(Told(apart.Cases()), Told(together.Cases()));
        Assert.Equal(Sent(apart), Sent(together));
        Assert.Contains(together.Cases(), c => c.PossibleDuplicateOf is not null);
    }

    [Fact]
    public async Task A_number_is_never_left_out_or_given_twice_however_complaints_and_other_mail_alternate()
    {
        using var place = new Workplace();
        for (var n = 1; n <= 70; n++)
            place.Arrives("zonnebloem", n % 3 == 0 ? AutoReply(n) : Complaint(n));

        var pass = await place.Pass(At);

        var numbers = pass.In.Where(m => m.Disposition == "complaint").Select(m => m.CaseNumber).ToList();
        Assert.Equal(Enumerable.Range(1, 47).Select(n => $"ZON-2026-{n:0000}"), numbers.Order(StringComparer.Ordinal));
        using var worker = new Worker(place.Settings);
        Assert.Empty(worker.Register.Read(s => DossierAudit.Verify(s, worker.Vault)).Findings);
        Assert.Equal(47, place.Sent().Count(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement"));
    }

    [Fact]
    public async Task Who_went_away_by_an_earlier_mail_of_the_same_batch_is_away_for_the_later_ones()
    {
        using var together = new Workplace();
        using var apart = new Workplace();
        foreach (var place in new[] { together, apart })
        {
            place.Arrives("zonnebloem", Complaint(1));
            await place.Pass("2026-11-20 09:00");
            foreach (var mail in new[] { Away(place), Complaint(2), Complaint(3) })
            {
                place.Arrives("zonnebloem", mail);
                if (place == apart)
                    await place.Pass(At);
            }
            await place.Pass(At);
            using var worker = new Worker(place.Settings);
            Assert.Equal(1, worker.Register.Read(s => s.Scalar<long>("SELECT COUNT(*) FROM absence")));
        }

        Assert.Equal(Told(apart.Cases()), Told(together.Cases()));
        Assert.Equal(Sent(apart), Sent(together));
    }

    [Fact]
    public async Task One_mail_that_nobody_can_make_sense_of_keeps_no_other_of_its_batch_back()
    {
        using var place = new Workplace { Reader = new Stumbling() };
        place.Arrives("zonnebloem", Complaint(1));
        place.Arrives("zonnebloem", Complaint(2).Replace("Subject: ", "Subject: struikel ", StringComparison.Ordinal));
        place.Arrives("zonnebloem", Complaint(3));

        var pass = await place.Pass(At);

        Assert.Equal(["complaint", "failed", "complaint"], pass.In.Select(m => m.Disposition));
        for (var again = 0; again < 3; again++)
            await place.Pass(At);
        Assert.Equal(3, place.Cases().Count);
    }

    /// <summary>Reads one mail so that going through its files fails.</summary>
    private sealed class Stumbling : IMailReader
    {
        private readonly MailReader reader = new();

        public ReadMail Read(ReadOnlyMemory<byte> raw)
        {
            var mail = reader.Read(raw);
            return mail.Subject.StartsWith("struikel", StringComparison.Ordinal)
                ? mail with
                {
                    Attachments = new Broken(),
                }
                : mail;
        }
    }

    private sealed class Broken : IReadOnlyList<MailAttachment>
    {
        public MailAttachment this[int index] => throw new FormatException();
        public int Count => 0;

        /// <summary>The mail can be understood; what fails is what is done with it after that.</summary>
        public IEnumerator<MailAttachment> GetEnumerator() =>
            Environment.StackTrace.Contains("MailFiles.Names", StringComparison.Ordinal)
                ? throw new FormatException()
                : Enumerable.Empty<MailAttachment>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Whoever got the first complaint answers that somebody else stands in.</summary>
    private static string Away(Workplace place)
    {
        var letter = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "case-assigned");
        var deputy = place
            .Settings.Organisations.Single(o => o.Key == "zonnebloem")
            .People.First(p => p.Email != letter.To[0].Address);
        return $"""
            From: {letter.To[0]}
            To: {letter.ReplyTo[0].Address}
            Subject: Re: {letter.Subject}
            Message-ID: <away@zonnebloem.example>
            In-Reply-To: <{letter.MessageId}>
            Content-Type: text/plain; charset=utf-8

            afwezig tot: 7 december 2026, {deputy.Name}
            """;
    }

    private static IEnumerable<string> Told(IReadOnlyList<Case> cases) =>
        cases.Select(c =>
            $"{c.Number} {c.Kind} {c.Stage} {c.Complainant} {c.Location} {c.Handler} {c.PossibleDuplicateOf} {c.Description} {string.Join(' ', c.Terms.Select(t => $"{t.Kind}:{t.Due}"))}"
        );

    private static IEnumerable<string> Sent(Workplace place) =>
        place.Sent().Select(m => $"{m.To[0]} {m.Subject} {m.Text}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Mails()
    {
        yield return Complaint(1);
        yield return AutoReply(2);
        yield return Complaint(3);
        // The same mail by another way.
        yield return "Delivered-To: alias@zonnebloem.example\n" + Complaint(1);
        // The same person with the same story.
        yield return Complaint(1).Replace("<1@", "<1b@", StringComparison.Ordinal);
        yield return "Message-ID: <x@gezin.example>\n\n";
        yield return Complaint(4)
            .Replace("ahmed4@gezin.example", "a.yilmaz@zonnebloem.example", StringComparison.Ordinal);
        yield return Complaint(5);
        yield return Complaint(6).Replace("Subject: ", "Subject: [ZON-2026-0001] ", StringComparison.Ordinal);
        yield return Complaint(7);
    }

    private static string Complaint(int n) =>
        Workplace
            .Complaint.Replace("<1@", $"<{n}@", StringComparison.Ordinal)
            .Replace("ahmed@", $"ahmed{n}@", StringComparison.Ordinal)
            .Replace("Ahmed Yildirim", $"Ahmed Yildirim {(char)('A' + (n % 26))}", StringComparison.Ordinal);

    private static string AutoReply(int n) => "Auto-Submitted: auto-replied\n" + Complaint(n);
}
