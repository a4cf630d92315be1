using ComplaintMailer.Core.Figures;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Core.Figures;

public class StatutoryFiguresTests
{
    private static readonly Regulation Pack = new()
    {
        Code = "T",
        Version = "1",
        Title = "T",
        Intake = new(),
        Terms = [],
        Natures =
        [
            new("treatment", "Bejegening", "Treatment", []),
            new("communication", "Communicatie", "Communication", []),
        ],
    };

    private static readonly Organisation Childcare = new()
    {
        Key = "o",
        Name = "O",
        Regulation = "t",
        CasePrefix = "O",
        Address = "klachten@o.example",
        Locations =
        [
            new("a", "A", [], "childcare", null),
            new("b", "B", [], "childcare", null),
            new("c", "C", [], "childcare", null),
        ],
    };

    [Fact]
    public void The_number_of_each_location_is_exact_and_a_small_nature_takes_its_neighbour_along()
    {
        // Seven at A (five about treatment, two about communication), two at B, none at C; the law wants the numbers.
        var facts = Enumerable
            .Range(0, 9)
            .Select(i => Fact(i, i < 7 ? "a" : "b", i is < 5 or 7 ? "treatment" : "communication"))
            .ToList();

        var report = FiguresMaker.Make(
            "statutory-childcare",
            Period.Year(2026),
            facts,
            Childcare,
            Pack,
            [],
            new(2027, 2, 1)
        );

        var table = report.Table("complaints-by-location-and-nature")!;
        Assert.Equal([7m, 2m, 0m, 9m], table.Rows.Select(r => r.Cells[0].Number));
        Assert.All(table.Rows[0].Cells.Skip(1).Take(2), c => Assert.Equal(CellKind.Hidden, c.Kind));
        Assert.All(table.Rows[1].Cells.Skip(1).Take(2), c => Assert.Equal(CellKind.Hidden, c.Kind));
        Assert.Equal("Bejegening, Communicatie", table.Rows[1].Cells[^1].Text);
    }

    [Fact]
    public void A_complaint_counts_in_the_year_of_filing_and_its_verdict_in_the_year_it_was_given()
    {
        var fact = Fact(1, "a", "treatment") with
        {
            FiledOn = new(2026, 12, 28),
            DecidedOn = new LocalDate(2027, 2, 2),
            Verdict = "founded",
        };

        var filed = FiguresMaker.Make(
            "statutory-childcare",
            Period.Year(2026),
            [fact],
            Childcare,
            Pack,
            [],
            new(2027, 2, 3)
        );
        var judged = FiguresMaker.Make(
            "statutory-childcare",
            Period.Year(2027),
            [fact],
            Childcare,
            Pack,
            [],
            new(2028, 2, 1)
        );

        Assert.Equal((1, 0), (Total(filed, "filed"), Total(filed, "judged")));
        Assert.Equal((0, 1), (Total(judged, "filed"), Total(judged, "judged")));
    }

    [Fact]
    public void A_year_without_complaints_and_disputes_asks_for_no_report()
    {
        var report = FiguresMaker.Make(
            "statutory-childcare",
            Period.Year(2026),
            [],
            Childcare,
            Pack,
            [],
            new(2027, 2, 1)
        );

        Assert.True(report.NoReportDue);
    }

    [Fact]
    public void What_a_quarter_hid_the_year_does_not_give_back()
    {
        // Each quarter hid its division; the year's sums may be shown only as far as no quarter's number follows from them.
        var facts = Enumerable
            .Range(0, 24)
            .Select(i =>
                Fact(i, "a", i % 4 == 3 && i > 12 ? "communication" : "treatment") with
                {
                    FiledOn = new(2026, 1 + (i / 2), 10),
                }
            )
            .ToList();
        var quarters = Enumerable
            .Range(1, 4)
            .Select(q => Period.Parse($"2026-Q{q}")!)
            .Select(p => FiguresMaker.Make("periodic", p, facts, Childcare, Pack, [], new(2027, 1, 4)))
            .ToList();

        var year = FiguresMaker.Make("periodic", Period.Year(2026), facts, Childcare, Pack, quarters, new(2027, 1, 4));

        var sums = year.Table("complaints-by-nature")!
            .Rows.Where(r => !r.IsTotal)
            .ToDictionary(r => r.Label.Nl, r => r.Cells[0].Number);
        var hiddenQuarters = quarters.Count(q =>
            q.Table("complaints-by-nature")!
                .Rows.Any(r => r.Label.Nl == "Communicatie" && r.Cells[0].Kind == CellKind.Hidden)
        );
        // Two quarters hid it: a shown year total over one hidden quarter would be that quarter's number.
        Assert.True(hiddenQuarters != 1 || sums.GetValueOrDefault("Communicatie") is null);
    }

    private static int? Total(FiguresReport report, string name) => report.Totals.Single(t => t.Name == name).Value;

    private static CaseFacts Fact(int id, string location, string nature) =>
        new()
        {
            Id = $"{id}",
            Organisation = "o",
            Regulation = "t",
            Kind = "complaint",
            Stage = "closed",
            FiledOn = new(2026, 5, 4),
            Channel = "mail",
            Location = location,
            Service = "childcare",
            Natures = [nature],
        };
}
