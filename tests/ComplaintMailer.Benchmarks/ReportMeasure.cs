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
/// <c>reports [CASES]</c>: a register of so many cases over ten years, and what each report over it costs; then the same with a
/// tenth of the years, to see that the register's size does not count. Prints times, memory, and the ratio of the two.
/// </summary>
internal static class ReportMeasure
{
    private const int Locations = 200;
    private static readonly string[] Natures = ["a", "b", "c", "d", "e", "f", "g", "h"];

    public static void Run(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("report-measure-").FullName;
        try
        {
            // Compiling is done once and is no part of what is compared; the first report of a process takes so much longer.
            Measure(Path.Combine(folder, "first.db"), 2_000, years: 2);
            var large = Measure(Path.Combine(folder, "large.db"), cases, years: 10);
            var small = Measure(Path.Combine(folder, "small.db"), cases * 2 / 10, years: 2);
            foreach (var (name, time) in large)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name, -32} ten years {time, 6} ms, two years {small[name], 6} ms, ratio {(double)time / Math.Max(1, small[name]):0.0}"
                    )
                );
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, long> Measure(string file, int cases, int years)
    {
        using var register = Register.Open(new DataSettings { Path = file });
        var office = Office();
        Fill(register, cases, years);
        var now = Instant.FromUtc(2027, 1, 4, 8, 0);
        var peak = 0L;
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (
            var (kind, code) in new[]
            {
                (ReportKinds.WeeklyBoard, "2026-W52"),
                (ReportKinds.Late, "2027-W01"),
                (ReportKinds.Quarterly, "2026-Q4"),
                (ReportKinds.FourMonthly, "2026-T3"),
                (ReportKinds.Periodic, "2026"),
                (ReportKinds.PublicExternal, "2026"),
                (ReportKinds.StatutoryChildcare, "2026"),
            }
        )
        {
            ForgetPeak();
            // Time of the processor, not of the clock: the machine may be busy with other things.
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            register.Write(s => ReportMaker.Make(s.Connection, s.Transaction!, office, kind, Period.Parse(code)!, now));
            times[$"{kind} {code}"] = (long)(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            peak = Math.Max(peak, Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        }
        if (years > 2)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of any report {peak} MB"));
        return times;
    }

    /// <summary>Filling the register took memory too, which is not what is asked.</summary>
    private static void ForgetPeak()
    {
        GC.Collect();
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
