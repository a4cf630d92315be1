using System.Collections;
using System.Diagnostics;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Database;
using ComplaintMailer.Reports;
using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;
using ComplaintMailer.Tests.Pipeline;
using ComplaintMailer.Tests.Reports;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.ServerTests.Postgres;

/// <summary>The same worker on the other database: what holds on SQLite holds there, and several may run at once.</summary>
public sealed class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task A_complaint_goes_all_the_way_through()
    {
        using var place = new Workplace(OnPostgres);
        place.Arrives("zonnebloem", Complaint(1));

        await place.Pass("2026-11-23 09:00");

        var registered = Assert.Single(place.Cases());
        Assert.Equal("met", registered.Term("ack")!.State);
        var letter = place.Sent().Single(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
        Assert.Equal("ahmed1@gezin1.example", letter.To[0].Address);

        place.Arrives(
            "zonnebloem",
            Complaint(2).Replace("klachten@zonnebloem.example", letter.ReplyTo[0].Address, StringComparison.Ordinal)
        );
        place.Arrives("zonnebloem", Complaint(1));
        await place.Pass("2026-11-24 09:30");
        await place.Pass("2027-01-05 09:00");

        Assert.Single(place.Cases());
        Assert.Equal("missed", place.Cases()[0].Term("final")!.State);
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        using var place = new Workplace(OnPostgres);
        using var postgres = Register.Open(place.Settings.Data);
        using var elsewhere = new Workplace();
        using var sqlite = Register.Open(elsewhere.Settings.Data);

        var inPostgres = postgres.Read(s =>
            s.Query(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'",
                r => $"{r.GetString(0)}.{r.GetString(1)}"
            )
        );
        var inSqlite = sqlite.Read(s =>
            s.Query(
                "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'",
                r => $"{r.GetString(0)}.{r.GetString(1)}"
            )
        );

        Assert.Equal(inSqlite.Order(StringComparer.Ordinal), inPostgres.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_workers_share_the_mailboxes_and_nothing_is_done_twice()
    {
        const int mails = 120;
        using var place = new Workplace(OnPostgres);
        for (var n = 1; n <= mails; n++)
            place.Arrives("zonnebloem", Complaint(n));

        await Task.WhenAll(
            Task.Run(() => place.Pass("2026-11-23 09:00")),
            Task.Run(() => place.Pass("2026-11-23 09:00"))
        );
        // What one node had claimed when the other looked, it has sent; nothing is left for a third.
        var third = await place.Pass("2026-11-23 09:01");

        Assert.DoesNotContain(third.In, h => h.CaseNumber is not null);
        Assert.Equal(mails, place.Cases().Count);
        var acknowledged = place.Sent().Where(m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement").ToList();
        Assert.Equal(mails, acknowledged.Count);
        Assert.Equal(mails, acknowledged.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task The_service_runs_with_its_schedules_in_the_database()
    {
        using var place = new Workplace(OnPostgres);
        using var host = WorkerHost.Build(place.Settings, console: false);
        await host.StartAsync();
        place.Arrives("zonnebloem", Complaint(1));

        var watch = Stopwatch.StartNew();
        while (place.Sent().Count == 0)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "No letter within a minute.");
            await Task.Delay(50);
        }
        await host.StopAsync();

        Assert.Single(place.Cases());
    }

    [Fact]
    public async Task It_is_set_up_and_takes_a_backlog_in_as_an_administrator_would_do_it()
    {
        var folder = Directory.CreateTempSubdirectory("complaintmailer-postgres-setup-").FullName;
        var config = Path.Combine(folder, "appsettings.json");
        var old = Path.Combine(folder, "oud.eml");
        await File.WriteAllTextAsync(old, Complaint(1).Replace("zonnebloem", "wijkz", StringComparison.Ordinal));
        string[] people = ["--coordinator", "Ann <ann@wijkz.example>", "--director", "Bob <bob@wijkz.example>"];
        string[] place = ["--mailbox", Path.Combine(folder, "in"), "--sender", Path.Combine(folder, "out")];

        var (code, said) = await TheProgram.Run([
            "setup",
            "--config",
            config,
            "--name",
            "Wijkz",
            "--regulation",
            "xtra",
            "--address",
            "klachten@wijkz.example",
            "--location",
            "De Vlinder",
            "--service",
            "social-work",
            "--postgres",
            server.NewDatabase(),
            .. people,
            .. place,
        ]);
        Assert.True(code == 0, said);
        Assert.Contains("PostgreSQL answers", said, StringComparison.Ordinal);

        (code, said) = await TheProgram.Run("import", old, "--config", config);
        Assert.True(code == 0, said);
        Assert.Contains("1  became a case", said, StringComparison.Ordinal);
        (_, said) = await TheProgram.Run("import", old, "--config", config);
        Assert.Contains("1  in already: skipped", said, StringComparison.Ordinal);
        (_, said) = await TheProgram.Run("case", "list", "--open", "--config", config);
        Assert.Contains("1 case", said, StringComparison.Ordinal);
        (_, said) = await TheProgram.Run("run", "--once", "--config", config);
        Assert.EndsWith("0 out", said.Trim(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_report_is_the_same_on_both_databases()
    {
        using var place = new Workplace(OnPostgres);
        using var elsewhere = new Workplace();
        foreach (var one in new[] { place, elsewhere })
        {
            for (var n = 1; n <= 12; n++)
                one.Arrives("zonnebloem", Complaint(n));
            await one.Pass("2026-11-23 09:00");
        }

        Assert.Equal(Reports(elsewhere), Reports(place));
    }

    [Fact]
    public void Two_years_of_facts_are_read_as_they_were_kept_and_give_the_same_figures()
    {
        using var place = new Workplace(OnPostgres);
        using var register = Register.Open(place.Settings.Data);
        // What no sample has: several natures, none, no place, endings, rulings, commas in terms.
        List<CaseFacts> facts =
        [
            .. SampleReports
                .Facts(6, 600, 11)
                .Select(
                    (f, i) =>
                        (i % 10) switch
                        {
                            3 => f with { Natures = ["care", "treatment"], ConfirmedSignals = ["liability", "theft"] },
                            5 => f with { Natures = [], Location = null, Service = null, Concerns = "employee" },
                            7 => f with { Verdict = null, DecidedOn = null, Outcome = "withdrawn", Terms = [] },
                            9 => f with
                            {
                                ExternalRuling = "founded",
                                ExternalRuledOn = f.ExternalOn,
                                ExternalBinding = true,
                            },
                            _ => f,
                        }
                )
                .Select((f, i) => f with { Id = $"{i}" }),
        ];
        register.Write(s =>
        {
            foreach (var fact in facts)
                FactStore.Put(s, fact, $"ZON-2026-{fact.Id}");
            return 0;
        });

        foreach (
            var period in new[] { "2026", "2026-Q2", "2026-Q4", "2026-T3", "2026-W20" }.Select(c => Period.Parse(c)!)
        )
        {
            var (read, past) = register.Read(s =>
                (
                    FactReader.Of(s.Connection, s.Transaction, "o", period),
                    FactReader.PastOf(s.Connection, s.Transaction, "o", period, service: null, withNatures: true)
                )
            );
            Assert.Equal(
                facts.Where(IsRead).Select(Told).Order(StringComparer.Ordinal),
                read.Select(Told).Order(StringComparer.Ordinal)
            );
            foreach (var kind in ReportKinds.All.Where(k => k != ReportKinds.StatutoryChildcare))
                Assert.Equivalent(Figures(kind, facts, null), Figures(kind, read, past), strict: true);

            bool IsRead(CaseFacts f) =>
                (f.FiledOn <= period.To && (f.ClosedOn is null || f.ClosedOn >= period.From))
                || period.Contains(f.FiledOn)
                || period.Contains(f.ExternalOn)
                || period.Contains(f.ExternalRuledOn);
            FiguresReport Figures(string kind, IReadOnlyList<CaseFacts> of, Past? before) =>
                FiguresMaker.Make(
                    kind,
                    period,
                    of,
                    SampleReports.Organisation(6),
                    SampleReports.Pack,
                    [],
                    new(2027, 1, 4),
                    before
                );
        }

        static string Told(CaseFacts f) => System.Text.Json.JsonSerializer.Serialize(f with { Id = "" });
    }

    /// <summary>Each report as JSON, made, and made again from what was kept.</summary>
    private static List<string> Reports(Workplace place)
    {
        using var worker = new Worker(
            SettingsReader.Load(Path.Combine(place.Folder, "appsettings.json"), new Hashtable()) with
            {
                Data = place.Settings.Data,
            },
            exclusive: false
        );
        var office = worker.Offices.First(o => o.Organisation.Key == "zonnebloem");
        var now = Instant.FromUtc(2027, 1, 4, 8, 0);
        var reports = new List<string>();
        foreach (var kind in ReportKinds.All.Concat(office.Definitions.Select(d => d.Name)))
        {
            var period = office.Definition(kind)?.Containing(new(2026, 11, 23)) ?? Period.Year(2026);
            string Make(bool correct) =>
                worker.Register.Write(s =>
                    ReportJson.Write(
                        ReportMaker.Make(s.Connection, s.Transaction!, office, kind, period, now, correct).Figures,
                        now,
                        "nl"
                    )
                );
            reports.Add($"{kind}: {Make(correct: false)}");
            Assert.Equal(reports[^1], $"{kind}: {Make(correct: false)}");
            Assert.Equal(reports[^1], $"{kind}: {Make(correct: true)}");
        }
        Assert.Contains(
            reports,
            r =>
                r.Contains("\"restsOn\":12", StringComparison.Ordinal)
                || r.Contains("\"restsOn\": 12", StringComparison.Ordinal)
        );
        return reports;
    }

    private Settings OnPostgres(Settings settings) =>
        settings with
        {
            Data = new() { Provider = "Postgres", ConnectionString = server.NewDatabase() },
        };

    private static string Complaint(int n) =>
        $"""
            From: Ahmed <ahmed{n}@gezin{n}.example>
            To: klachten@zonnebloem.example
            Subject: Klacht {n}
            Message-ID: <{n}@gezin.example>

            Mijn zoon is bij De Vlinder voor de {n}e keer te laat uit school gehaald.
            """;
}
