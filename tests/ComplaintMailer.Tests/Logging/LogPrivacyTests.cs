using ComplaintMailer.Logging;
using ComplaintMailer.Tests.Pipeline;
using Serilog;
using Serilog.Extensions.Logging;

namespace ComplaintMailer.Tests.Logging;

public class LogPrivacyTests
{
    private static readonly string[] Marked =
    [
        "Xantippe",
        "Zwavelstok",
        "xantippe",
        "prive.example",
        "Geheimpje",
        "Klaproosje",
        "0612345678",
        "bijlage-van-piet",
        "oeps",
    ];

    [Fact]
    public async Task A_whole_conversation_leaves_no_name_address_or_word_in_any_log()
    {
        var text = new StringWriter();
        var logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new TextSink(text)).CreateLogger();
        using var place = new Workplace { Logs = new SerilogLoggerFactory(logger, dispose: true) };
        place.Arrives("zonnebloem", Complaint("<1@prive.example>"));
        await place.Pass("2026-11-23 09:00");
        var letter = place.Sent().First(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
        // An answer, a bounce, a stranger, a machine, something unreadable, and a sender no letter can go to.
        place.Arrives(
            "zonnebloem",
            Complaint("<2@prive.example>").Replace("klachten@zonnebloem.example", letter.ReplyTo[0].Address)
        );
        place.Arrives(
            "zonnebloem",
            "From: MAILER-DAEMON@prive.example\nTo: " + letter.ReturnPath + "\nSubject: Geheimpje\n\nXantippe"
        );
        place.Arrives(
            "zonnebloem",
            "From: <Klaproosje@prive.example>\nTo: klachten@zonnebloem.example\nSubject: [ZON-2026-0001] Geheimpje\n\nKlaproosje"
        );
        place.Arrives("zonnebloem", "Auto-Submitted: auto-replied\n" + Complaint("<3@prive.example>"));
        place.Arrives("zonnebloem", "Xantippe\0Zwavelstok\u0001 0612345678");
        place.Arrives("zonnebloem", "From: xantippe at prive.example <noreply@prive.example>\n\nGeheimpje");
        await place.Pass("2026-11-23 10:00");
        await place.Pass("2027-01-05 09:00");

        var log = text.ToString();
        Assert.True(log.Contains("zonnebloem: 6 mails in", StringComparison.Ordinal), log);
        Assert.All(Marked, word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_an_exception_says_and_what_looks_like_an_address_stays_out_of_the_log()
    {
        var text = new StringWriter();
        using var logger = new LoggerConfiguration().WriteTo.Sink(new TextSink(text)).CreateLogger();

        logger.Error(
            new InvalidOperationException("oeps: Zwavelstok"),
            "Delivery to {To} failed",
            "xantippe@prive.example"
        );

        Assert.Contains("Delivery to", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", text.ToString(), StringComparison.Ordinal);
        Assert.All(Marked, word => Assert.DoesNotContain(word, text.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Log_files_are_for_their_owner_alone()
    {
        using var place = new Workplace();
        using (var logger = Logs.Make(place.Settings, console: false))
            logger.Information("Started");

        var file = Assert.Single(Directory.EnumerateFiles(place.Settings.Logs));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains("Started", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_gets_a_line_s_urgency_and_no_second_time_and_nothing_private()
    {
        var text = new StringWriter();
        var line = new JournalLine();
        using var logger = new LoggerConfiguration().WriteTo.Sink(new TextSink(text, line)).CreateLogger();

        logger.Information("Started");
        logger.ForContext("SourceContext", "Worker").Warning("Delivery to {To} failed", "xantippe@prive.example");

        Assert.Equal(
            ["<6>Started", "<4>Worker: Delivery to [address] failed", ""],
            text.ToString().Split(Environment.NewLine)
        );
    }

    private static string Complaint(string id) =>
        $"""
            From: "Xantippe Zwavelstok" <xantippe@prive.example>
            To: klachten@zonnebloem.example
            Subject: Geheimpje over De Vlinder
            Message-ID: {id}
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Klaproosje is bij De Vlinder door Zwavelstok uitgescholden. Bel mij op 0612345678.
            --b
            Content-Type: text/plain; name="bijlage-van-piet.txt"
            Content-Disposition: attachment; filename="bijlage-van-piet.txt"

            oeps
            --b--
            """;
}
