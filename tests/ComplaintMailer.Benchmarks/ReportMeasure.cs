using System.Diagnostics;
using System.Globalization;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Database;
using ComplaintMailer.Reports;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Benchmarks;

/// <summary>
/// <c>reports [CASES]</c>: a register of so many cases over ten years, and what each report over it costs, each in a process of its
/// own; then the same with half the years, to see that the register's size does not count, and with a tenth of the cases in all
/// years, to see that those of the period do. Prints processor time, memory, and the ratios.
/// </summary>
internal static class ReportMeasure
{
    private const int Locations = 200;
    private static readonly string[] Natures = ["a", "b", "c", "d", "e", "f", "g", "h"];
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 4, 8, 0);
    private static readonly (string Kind, string Before, string Code)[] Reports =
    [
        (ReportKinds.WeeklyBoard, "2026-W51", "2026-W52"),
        (ReportKinds.Late, "2026-W53", "2027-W01"),
        (ReportKinds.Quarterly, "2026-Q3", "2026-Q4"),
        (ReportKinds.FourMonthly, "2026-T2", "2026-T3"),
        (ReportKinds.Periodic, "2025", "2026"),
        (ReportKinds.PublicExternal, "2025", "2026"),
        (ReportKinds.StatutoryChildcare, "2025", "2026"),
    ];

    public static void Run(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("report-measure-").FullName;
        try
        {
            var large = Measure(Path.Combine(folder, "large.db"), cases, years: 10);
            var half = Measure(Path.Combine(folder, "half.db"), cases / 2, years: 5);
            var tenth = Measure(Path.Combine(folder, "tenth.db"), cases / 10, years: 10);
            Console.WriteLine(
                "processor time, peak memory of the process    all        half the years: ratio        a tenth of the cases: ratio"
            );
            foreach (var (kind, _, _) in Reports)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{kind, -20} {large[kind].Time, 6} ms {large[kind].Peak, 4} MB   {half[kind].Time, 6} ms {half[kind].Peak, 4} MB {Ratio(large, half, kind):0.0}   {tenth[kind].Time, 6} ms {tenth[kind].Peak, 4} MB {Ratio(large, tenth, kind):0.0}"
                    )
                );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary><c>reports one FILE KIND BEFORE CODE</c>: one report, after another of its kind so that all is compiled.</summary>
    public static void One(string file, string kind, string before, string code)
    {
        using var register = Register.Open(new DataSettings { Path = file });
        var office = Office();
        Make(before);
        ForgetPeak();
        // Time of the processor, not of the clock: the machine may be busy with other things.
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        Make(code);
        var took = (long)(Process.GetCurrentProcess().TotalProcessorTime - start).TotalMilliseconds;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{took} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}")
        );

        void Make(string period) =>
            register.Write(s =>
                ReportMaker.Make(s.Connection, s.Transaction!, office, kind, Period.Parse(period)!, Now)
            );
    }

    private static double Ratio(
        Dictionary<string, (long Time, long Peak)> these,
        Dictionary<string, (long Time, long Peak)> those,
        string kind
    ) => (double)these[kind].Time / Math.Max(1, those[kind].Time);

    private static Dictionary<string, (long Time, long Peak)> Measure(string file, int cases, int years)
    {
        using (var register = Register.Open(new DataSettings { Path = file }))
            Fill(register, cases, years);
        var costs = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        foreach (var (kind, before, code) in Reports)
        {
            using var child = Process.Start(
                new ProcessStartInfo(
                    Environment.ProcessPath!,
                    [typeof(ReportMeasure).Assembly.Location, "reports", "one", file, kind, before, code]
                )
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var numbers = child.StandardOutput.ReadToEnd().Trim().Split(' ');
            child.WaitForExit();
            costs[kind] = (
                long.Parse(numbers[0], CultureInfo.InvariantCulture),
                long.Parse(numbers[1], CultureInfo.InvariantCulture)
            );
        }
        return costs;
    }

    /// <summary>What the report before took is not asked; what it left in memory stays counted.</summary>
    private static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    /// <summary>Made in the database itself: a million rows by hand would take longer than what is measured.</summary>
    private static void Fill(Register register, int cases, int years)
    {
        var days = new LocalDate(2027 - years, 1, 1);
        var fill = $"""
            WITH RECURSIVE n (i, a) AS (
              SELECT 0, 7 UNION ALL SELECT i + 1, (a * 48271) % 2147483647 FROM n WHERE i < {cases - 1}),
            c AS (
              SELECT i, a, date('{DateWords.Iso(days)}', (CAST(i AS INTEGER) * {(365 * years)
                + (years / 4)} / {cases}) || ' days') AS filed,
                5 + (a / 1000) % 60 AS took, (a / 17) % 200 = 0 AS is_open, (a / 7) % {Locations} AS place,
                substr('abcdefgh', 1 + (a / 11) % 8, 1) AS nature
              FROM n),
            d AS (SELECT *, CASE WHEN is_open THEN NULL ELSE date(filed, took || ' days') END AS closed FROM c)
            INSERT INTO case_fact
            SELECT printf('%08x', i), printf('ZON-%07d', i), 'o', 't',
              CASE WHEN (a / 13) % 10 = 0 THEN 'question' ELSE 'complaint' END,
              CASE WHEN is_open THEN 'investigating' ELSE 'closed' END, CASE WHEN is_open THEN NULL ELSE 'decided' END,
              filed, closed, closed, is_open, CASE WHEN (a / 19) % 3 = 0 THEN 'form' ELSE 'mail' END, 'l' || place, 'childcare',
              nature, NULL, 0, CASE WHEN is_open THEN NULL WHEN (a / 23) % 2 = 0 THEN 'founded' ELSE 'unfounded' END,
              (a / 29) % 2, 0, 'location', 0, 0, NULL, NULL, NULL, NULL, NULL, '', 0,
              'ack:' || filed || ':' || date(filed, '1 days') || ':met:' || filed || ';final:' || filed || ':'
                || date(filed, '42 days') || ':' || CASE WHEN took > 42 THEN 'missed' ELSE 'met' END || ':' || coalesce(closed, ''),
              0
            FROM d
            """;
        register.Write(s => s.Execute(fill));
        // A day's work leaves a short journal; a million rows at once leave one as long as the register.
        register.Read(s => s.Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    private static Office Office()
    {
        var organisation = new Organisation
        {
            Key = "o",
            Name = "O",
            Regulation = "t",
            CasePrefix = "O",
            Address = "klachten@o.example",
            Locations =
            [
                .. Enumerable
                    .Range(0, Locations)
                    .Select(i => new Location($"l{i}", $"Locatie {i}", [], Services.Childcare, null)),
            ],
        };
        var regulation = new Regulation
        {
            Code = "T",
            Version = "1",
            Title = "T",
            Intake = new(),
            Terms = [],
            Natures = [.. Natures.Select(n => new NatureRule(n, n, n, []))],
        };
        return new(
            new OrganisationSettings { Key = "o" },
            organisation,
            regulation,
            new Surroundings(
                organisation,
                regulation,
                WorkingCalendar.Standard,
                DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]
            )
        );
    }
}
