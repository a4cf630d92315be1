using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Schedules;
using NodaTime;
using Spectre.Console;

namespace ComplaintMailer.Demo;

/// <summary>Shows the demo's year go by: a table in a terminal, a line a month elsewhere.</summary>
internal sealed class DemoBoard(Worker worker, int days)
{
    private const int WideEnough = 96;
    private readonly bool isLive = !Console.IsOutputRedirected;
    private int passed;

    public void Show(LocalDate day, int mailsIn, int lettersOut, IReadOnlyList<string> faults)
    {
        passed++;
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        var isMonthEnd = day.PlusDays(1).Month != day.Month || passed == days;
        if (!isLive)
        {
            if (isMonthEnd)
                Console.WriteLine(
                    $"{day.Year}-{day.Month:00}  {mailsIn, 5} mails in  {lettersOut, 5} letters out  {Counts()}"
                );
            return;
        }
        if (passed % 7 != 0 && !isMonthEnd)
            return;
        AnsiConsole.Clear();
        AnsiConsole.MarkupLine(
            $"[bold]{day.Day}-{day.Month}-{day.Year}[/]  {mailsIn} mails in, {lettersOut} letters out; terms met and missed"
        );
        AnsiConsole.Write(Table());
    }

    public void Close(string page)
    {
        if (!isLive)
            Console.WriteLine();
        Console.WriteLine($"Every mail, case and report: {page}");
    }

    private string Counts() =>
        worker.Register.Read(s =>
        {
            var all = s.Scalar<long>("SELECT COUNT(*) FROM complaint");
            var open = s.Scalar<long>("SELECT COUNT(*) FROM complaint WHERE outcome IS NULL");
            return $"{all, 4} cases, {open} open";
        });

    private Table Table()
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("organisation");
        // A name broken over two lines tells less than none.
        var isWide = AnsiConsole.Profile.Width >= WideEnough;
        if (isWide)
            table.AddColumn("regulation");
        foreach (var head in new[] { "cases", "open", "decided", "met", "missed", "letters" })
            table.AddColumn(new TableColumn(head).RightAligned());
        var rows = worker.Register.Read(s =>
            s.Query(
                """
                SELECT c.organisation, MIN(c.regulation), COUNT(*), SUM(CASE WHEN c.outcome IS NULL THEN 1 ELSE 0 END),
                       SUM(CASE WHEN c.outcome = 'decided' THEN 1 ELSE 0 END)
                FROM complaint c GROUP BY c.organisation ORDER BY c.organisation
                """,
                r =>
                    (
                        Organisation: r.GetString(0),
                        Regulation: r.GetString(1),
                        Cases: r.GetInt64(2),
                        Open: r.GetInt64(3),
                        Decided: r.GetInt64(4)
                    )
            )
        );
        foreach (var row in rows)
        {
            var letters = worker.Register.Read(s =>
                s.Scalar<long>(
                    "SELECT COUNT(*) FROM letter WHERE organisation = @organisation",
                    ("organisation", row.Organisation)
                )
            );
            var (met, missed) = Terms(row.Organisation);
            var name = worker.Offices.First(o => o.Organisation.Key == row.Organisation).Organisation.Name;
            string[] figures = [$"{row.Cases}", $"{row.Open}", $"{row.Decided}", $"{met}", $"{missed}", $"{letters}"];
            table.AddRow([name.EscapeMarkup(), .. isWide ? [row.Regulation] : Array.Empty<string>(), .. figures]);
        }
        return table;
    }

    private (int Met, int Missed) Terms(string organisation)
    {
        var states = worker.Register.Read(s =>
            s.Query(
                "SELECT terms FROM case_fact WHERE organisation = @organisation",
                r => FactText.Terms(r.GetString(0)),
                ("organisation", organisation)
            )
        );
        int Count(string state) => states.Sum(terms => terms.Count(t => t.State == state));
        return (Count("met"), Count("missed"));
    }
}
