using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports.Facts;
using Dapper;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Facts;

public class FactStoreTests
{
    [Fact]
    public void What_is_kept_comes_back_as_it_was()
    {
        using var register = new FactRegister();
        var fact = SampleReports.Facts(3, 1, 5)[0] with
        {
            Natures = ["care", "treatment"],
            Outcome = "decided",
            ExternalBody = "GCK",
            ExternalOn = new LocalDate(2026, 3, 1),
            ExternalRuledOn = new LocalDate(2026, 9, 1),
            ExternalBinding = true,
            ConfirmedSignals = ["liability"],
            Terms =
            [
                new("ack", new(2026, 1, 5), new(2026, 1, 6), "met", new LocalDate(2026, 1, 5)),
                new("final", new(2026, 1, 5), new(2026, 2, 16), "running", null),
            ],
            FiledOn = new(2026, 1, 5),
            Bounced = 2,
        };

        register.Keep(fact, "ZON-2026-0001");

        var kept = Assert.Single(FactReader.Of(register.Connection, null, "o", Period.Year(2026)));
        // A report has no use for which row it was.
        Assert.Equivalent(fact with { Id = "" }, kept, strict: true);
    }

    [Fact]
    public void A_report_made_from_the_register_is_the_report_made_from_all_facts()
    {
        using var register = new FactRegister();
        var facts = SampleReports.Facts(6, 600, 11);
        register.Fill(facts);

        foreach (var kind in ReportKinds.All)
        {
            foreach (var code in new[] { "2026", "2026-Q2", "2026-T3", "2026-W20" })
            {
                var period = Period.Parse(code)!;
                var organisation = SampleReports.Organisation(6);
                var service = kind == ReportKinds.StatutoryChildcare ? "childcare" : null;
                var whole = FiguresMaker.Make(
                    kind,
                    period,
                    facts,
                    organisation,
                    SampleReports.Pack,
                    [],
                    new(2027, 1, 4)
                );
                var read = FiguresMaker.Make(
                    kind,
                    period,
                    FactReader.Of(register.Connection, null, "o", period),
                    organisation,
                    SampleReports.Pack,
                    [],
                    new(2027, 1, 4),
                    FactReader.PastOf(register.Connection, null, "o", period, service, withNatures: true)
                );
                Assert.Equivalent(whole, read, strict: true);
            }
        }
    }

    [Fact]
    public void Facts_outlive_the_file_and_no_longer_say_whose_they_were()
    {
        using var register = new FactRegister();
        register.Keep(SampleReports.Facts(3, 1, 5)[0], "ZON-2026-0001");
        var before = FactReader.Of(register.Connection, null, "o", Period.Year(2025)).Concat(Of2026(register)).Single();
        var row = Id();

        using (var transaction = register.Connection.BeginTransaction())
        {
            FactStore.Forget(register.Connection, transaction, "ZON-2026-0001");
            transaction.Commit();
        }

        var after = FactReader.Of(register.Connection, null, "o", Period.Year(2025)).Concat(Of2026(register)).Single();
        Assert.NotEqual(row, Id());
        Assert.Equivalent(before, after, strict: true);

        string Id() => register.Connection.ExecuteScalar<string>("SELECT id FROM case_fact")!;
    }

    private static List<CaseFacts> Of2026(FactRegister register) =>
        [.. FactReader.Of(register.Connection, null, "o", Period.Year(2026)).Where(f => f.FiledOn.Year == 2026)];
}
