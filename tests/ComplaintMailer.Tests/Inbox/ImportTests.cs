using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Inbox;

public class ImportTests
{
    private static readonly Instant Later = Instant.FromUtc(2026, 12, 1, 9, 0);

    private static byte[] Mail(int number) =>
        System.Text.Encoding.UTF8.GetBytes(
            $"""
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:0{number} +0100
            From: Ouder {number} <ouder{number}@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Klacht {number}
            Message-ID: <{number}@gezin.example>

            Mijn kind {number} is bij De Vlinder te laat uit school gehaald.
            """
        );

    private static async Task<IReadOnlyList<string>> Import(Workplace place, params int[] numbers)
    {
        using var worker = new Worker(place.Settings);
        var office = worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");
        var mails = numbers.Select(n => ($"old/{n}.eml", Mail(n))).ToList();
        var (handled, _) = await worker.Import(office, mails, Later, CancellationToken.None);
        return [.. handled.Select(h => h.Disposition)];
    }

    [Fact]
    public async Task A_backlog_becomes_cases_and_nobody_gets_a_letter()
    {
        using var place = new Workplace();

        Assert.Equal(["complaint", "complaint"], await Import(place, 1, 2));
        await place.Pass("2026-12-01 10:05");

        Assert.Equal(2, place.Cases().Count);
        Assert.All(place.Cases(), c => Assert.Equal(23, c.Received.InUtc().Day));
        Assert.DoesNotContain(place.Sent(), m => m.To[0].Address.EndsWith("@gezin.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Begun_again_it_skips_what_is_in_already()
    {
        using var place = new Workplace();
        await Import(place, 1, 2);

        Assert.Equal(["duplicate", "duplicate", "complaint"], await Import(place, 1, 2, 3));
        Assert.Equal(3, place.Cases().Count);
    }
}
