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
using ComplaintMailer.Reports.Facts;
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
            var large = Measure(Path.Combine(folder, "large.db"), cases, years: 10);
            var small = Measure(Path.Combine(folder, "small.db"), cases * 2 / 10, years: 2);
            foreach (var (name, time) in large)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name, -32} ten years {time, 6} ms, two years {small[name], 6} ms, ratio {(double)time / Math.Max(1, small[name]):0.0}"
                    )
                );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"
                )
            );
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
            var watch = Stopwatch.StartNew();
            register.Write(s => ReportMaker.Make(s.Connection, s.Transaction!, office, kind, Period.Parse(code)!, now));
            times[$"{kind} {code}"] = watch.ElapsedMilliseconds;
        }
        return times;
    }

    private static void Fill(Register register, int cases, int years)
    {
        var state = 7u;
        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }
        var first = new LocalDate(2027 - years, 1, 1);
        const int batch = 20_000;
        for (var done = 0; done < cases; done += batch)
        {
            var from = done;
            register.Write(s =>
            {
                for (var i = from; i < Math.Min(from + batch, cases); i++)
                {
                    var filed = first.PlusDays(Next((365 * years) + (years / 4)));
                    var days = 5 + Next(60);
                    var closed = Next(200) == 0 ? (LocalDate?)null : filed.PlusDays(days);
                    FactStore.Put(
                        s.Connection,
                        s.Transaction,
                        new()
                        {
                            Id = i.ToString("x8", CultureInfo.InvariantCulture),
                            Organisation = "o",
                            Regulation = "t",
                            Kind = Next(10) == 0 ? "question" : "complaint",
                            Stage = closed is null ? "investigating" : "closed",
                            Outcome = closed is null ? null : "decided",
                            FiledOn = filed,
                            DecidedOn = closed,
                            ClosedOn = closed,
                            Channel = Next(3) == 0 ? "form" : "mail",
                            Location = $"l{Next(Locations)}",
                            Service = "childcare",
                            Natures = [Natures[Next(Natures.Length)]],
                            Verdict =
                                closed is null ? null
                                : Next(2) == 0 ? "founded"
                                : "unfounded",
                            Measures = Next(2),
                            MeasureScopes = ["location"],
                            Terms =
                            [
                                new("ack", filed, filed.PlusDays(1), "met", filed),
                                new("final", filed, filed.PlusDays(42), days > 42 ? "missed" : "met", closed),
                            ],
                        },
                        i.ToString("ZON-0000000", CultureInfo.InvariantCulture)
                    );
                }
            });
        }
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
