using System.Collections;
using System.Text;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Demo;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Schedules;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Tests.Pipeline;

/// <summary>A whole worker in a temporary folder: mails go in by Maildir, letters come out by Maildir, time is told.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>A complaint as a parent writes it: nothing is missing in it.</summary>
    public const string Complaint = """
        Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:00 +0100
        From: Ahmed Yildirim <ahmed@gezin.example>
        To: klachten@zonnebloem.example
        Subject: Mijn zoon is weer te laat opgehaald
        Message-ID: <1@gezin.example>
        Content-Type: text/plain; charset=utf-8

        Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
        Wij maken ons grote zorgen en willen graag dat dit stopt.
        """;

    private readonly Settings settings;
    private int mails;

    /// <param name="change">Changes the demo's configuration.</param>
    public Workplace(Func<string, string>? change = null)
    {
        Directory.CreateDirectory(Folder);
        var config = Path.Combine(Folder, "appsettings.json");
        var text = DemoFiles.Configuration(Path.Combine(AppContext.BaseDirectory, "templates"));
        File.WriteAllText(config, change is null ? text : change(text));
        settings = SettingsReader.Load(config, new Hashtable());
    }

    /// <param name="change">Changes the settings once they have been read.</param>
    public Workplace(Func<Settings, Settings> change)
        : this((Func<string, string>?)null) => settings = change(settings);

    public Settings Settings => settings;
    public ILoggerFactory? Logs { get; init; }
    public IMailReader? Reader { get; init; }
    public string Folder { get; } = Directory.CreateTempSubdirectory("complaintmailer-").FullName;

    public void Arrives(string organisation, string mail)
    {
        var maildir = settings.Organisations.Single(o => o.Key == organisation).Mailbox.Path!;
        foreach (var part in new[] { "tmp", "new", "cur" })
            Directory.CreateDirectory(Path.Combine(maildir, part));
        File.WriteAllText(
            Path.Combine(maildir, "new", $"{++mails:00000}.test"),
            mail.ReplaceLineEndings("\r\n"),
            new UTF8Encoding(false)
        );
    }

    public string Maildir(string organisation, string folder) =>
        Path.Combine(settings.Organisations.Single(o => o.Key == organisation).Mailbox.Path!, folder);

    public async Task<Worker.Pass> Pass(string localTime)
    {
        using var worker = new Worker(settings, logs: Logs, reader: Reader);
        var at = NodaTime
            .Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm")
            .Parse(localTime)
            .Value;
        var now = at.InZoneLeniently(DateTimeZoneProviders.Tzdb[settings.TimeZone]).ToInstant();
        var all = new Worker.Pass([], 0, [], [], IsMore: false);
        await foreach (var pass in worker.UntilDone(now, true, CancellationToken.None))
            all = new(
                [.. all.In, .. pass.In],
                all.Duties + pass.Duties,
                [.. all.Out, .. pass.Out],
                [.. all.Faults, .. pass.Faults],
                IsMore: false
            );
        return all;
    }

    public IReadOnlyList<Case> Cases()
    {
        using var worker = new Worker(settings, exclusive: false);
        return worker.Register.Read(session =>
            session
                .Query("SELECT number FROM complaint ORDER BY number", r => r.GetString(0))
                .ConvertAll(number =>
                {
                    using var dossier = worker.Store.Load(session, number)!;
                    return dossier.State;
                })
        );
    }

    /// <summary>Everything that was sent, in sending order.</summary>
    public IReadOnlyList<ReadMail> Sent()
    {
        var folder = Path.Combine(Folder, "mail", "out", "new");
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Order(StringComparer.Ordinal)
                    .Select(f => new MailReader().Read(File.ReadAllBytes(f))),
            ]
            : [];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
