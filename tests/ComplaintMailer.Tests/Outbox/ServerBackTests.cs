using ComplaintMailer.Configuration;
using ComplaintMailer.Outbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Mail.Net;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;

namespace ComplaintMailer.Tests.Outbox;

/// <summary>Letters that wait for a server, and letters that wait for their own address.</summary>
public sealed class ServerBackTests
{
    private static readonly Instant Began = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public async Task As_soon_as_a_letter_gets_through_those_that_waited_for_the_server_go_too()
    {
        var isDown = true;
        await using var server = Server(() => isDown, _ => null);
        using var place = Place(server);
        using var worker = new Worker(place.Settings, patience: TimeSpan.FromSeconds(5));
        await Arrives(place, worker, "1", "eva", Began);
        var outage = await Until(worker, Began, Duration.FromHours(9));
        Assert.All(outage, s => Assert.Equal("later", s.State));
        Assert.True(outage.Count(s => s.To == "eva@gezin.example") > 8);

        isDown = false;
        var back = Began + Duration.FromHours(9);
        await Arrives(place, worker, "2", "sanne", back);
        var sent = await Send(worker, back);

        Assert.Contains(sent, s => s is { To: "sanne@gezin.example", State: "sent" });
        Assert.Contains(sent, s => s is { To: "eva@gezin.example", State: "sent" });
    }

    [Fact]
    public async Task A_letter_that_waits_for_its_own_address_is_not_tried_sooner_because_others_get_through()
    {
        await using var server = Server(
            () => false,
            to => to.StartsWith("eva@", StringComparison.Ordinal) ? "450 4.2.1 come back later" : null
        );
        using var place = Place(server);
        using var worker = new Worker(place.Settings, patience: TimeSpan.FromSeconds(5));
        await Arrives(place, worker, "1", "eva", Began);
        await Until(worker, Began, Duration.FromMinutes(20));

        var later = Began + Duration.FromMinutes(20);
        await Arrives(place, worker, "2", "sanne", later);
        var sent = await Send(worker, later);

        Assert.Contains(sent, s => s is { To: "sanne@gezin.example", State: "sent" });
        Assert.DoesNotContain(sent, s => s.To == "eva@gezin.example");
    }

    [Fact]
    public async Task A_letter_that_always_breaks_the_connection_is_not_tried_with_each_letter_that_gets_through()
    {
        await using var server = Server(
            () => false,
            to => to.StartsWith("eva@", StringComparison.Ordinal) ? "421 4.3.2 I fell over" : null
        );
        using var place = Place(server);
        using var worker = new Worker(place.Settings, patience: TimeSpan.FromSeconds(5));
        await Arrives(place, worker, "1", "eva", Began);
        var tries = 0;
        for (var hour = 0; hour < 12; hour++)
        {
            var now = Began + Duration.FromHours(hour);
            await Arrives(place, worker, $"s{hour}", $"sanne{hour}", now);
            for (var minute = 0; minute < 60; minute += 5)
                tries += (await Send(worker, now + Duration.FromMinutes(minute))).Count(s =>
                    s.To == "eva@gezin.example"
                );
        }

        Assert.InRange(tries, 6, 24);
    }

    [Fact]
    public async Task A_sender_that_is_refused_alarms_once_and_says_how_many_letters_wait()
    {
        var isRefused = true;
        var heard = new List<string>();
        await using var server = Server(
            () => false,
            _ => isRefused ? "553 5.7.1 Sender address rejected: not owned by user klachten" : null,
            heard
        );
        using var place = Place(server);
        using var worker = new Worker(place.Settings, patience: TimeSpan.FromSeconds(5));
        foreach (var who in new[] { "eva", "sanne", "ahmed" })
            await Arrives(place, worker, who, who, Began);
        var refused = await Until(worker, Began, Duration.FromHours(5));
        Assert.DoesNotContain(refused, s => s.State == "failed");

        isRefused = false;
        var sent = await Until(worker, Began + Duration.FromHours(5), Duration.FromHours(5));

        Assert.Single(sent, s => s is { Kind: "alarm", State: "sent" });
        Assert.DoesNotContain(sent, s => s.Kind == "bounce-alarm");
        Assert.Equal(3, sent.Count(s => s is { Kind: "acknowledgement", State: "sent" }));
        Assert.Contains(heard, l => l.Contains("Er wachten", StringComparison.Ordinal));
    }

    private static ScriptedServer Server(
        Func<bool> isDown,
        Func<string, string?> refuses,
        List<string>? heard = null
    ) =>
        new(
            async (peer, _) =>
            {
                if (isDown())
                {
                    await peer.Say("421 4.3.2 closed for now\r\n");
                    return;
                }
                await peer.Say("220 mx.example\r\n");
                while (true)
                {
                    var line = await peer.Hear();
                    var refusal = line.StartsWith("RCPT TO:<", StringComparison.Ordinal) ? refuses(line[9..]) : null;
                    await peer.Say((refusal ?? (line == "DATA" ? "354 go" : "250 ok")) + "\r\n");
                    if (refusal?.StartsWith("421", StringComparison.Ordinal) == true)
                        return;
                    if (line != "DATA")
                        continue;
                    while (await peer.Hear() is var text && text != ".")
                        lock (refuses)
                            heard?.Add(text);
                    await peer.Say("250 2.0.0 taken\r\n");
                }
            }
        );

    private static Workplace Place(ScriptedServer server) =>
        new(settings =>
            settings with
            {
                Organisations =
                [
                    .. settings.Organisations.Select(o =>
                        o with
                        {
                            Sender = new SenderSettings
                            {
                                Kind = "Smtp",
                                Host = "127.0.0.1",
                                Port = server.Options().Port,
                                Security = "None",
                            },
                        }
                    ),
                ],
            }
        );

    private static async Task Arrives(Workplace place, Worker worker, string id, string who, Instant now)
    {
        place.Arrives(
            "zonnebloem",
            $"""
            From: Iemand <{who}@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Klacht
            Message-ID: <{id}@gezin.example>

            Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
            """
        );
        await worker.Poll(Office(worker), now, true, default);
    }

    private static Office Office(Worker worker) => worker.Offices.Single(o => o.Organisation.Key == "zonnebloem");

    private static Task<IReadOnlyList<SentLetter>> Send(Worker worker, Instant now) =>
        worker.Send(Office(worker), now, default, default);

    private static async Task<List<SentLetter>> Until(Worker worker, Instant from, Duration time)
    {
        var all = new List<SentLetter>();
        for (var at = Duration.Zero; at < time; at += Duration.FromMinutes(1))
            all.AddRange(await Send(worker, from + at));
        return all;
    }
}
