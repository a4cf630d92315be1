using ComplaintMailer.Commands;
using Spectre.Console;

namespace ComplaintMailer.Tests.Commands;

public class ReportProgressTests
{
    [Fact]
    public void A_bar_tells_what_is_being_made_and_how_far_it_is()
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(screen),
            }
        );
        console.Profile.Width = 100;
        var made = new List<string>();

        ReportProgress.Show(
            console,
            4,
            step =>
            {
                foreach (var form in new[] { "html", "pdf", "xlsx", "csv" })
                {
                    step($"Kinderopvang [Zonnebloem] – {form}");
                    made.Add(form);
                }
            }
        );

        Assert.Equal(4, made.Count);
        var seen = screen.ToString();
        Assert.Contains("Kinderopvang [Zonnebloem] – pdf", seen);
        foreach (var percent in new[] { "0%", "25%", "50%", "75%" })
            Assert.Contains(percent, seen);
    }

    [Theory]
    [InlineData(false, 5, true)]
    [InlineData(false, 1, false)] // one form to a screen: nothing to wait for
    [InlineData(true, 5, false)] // nobody is looking
    public void It_is_there_where_somebody_looks_and_waits(bool isErrorRedirected, int steps, bool isWanted) =>
        Assert.Equal(isWanted, ReportProgress.IsWanted(isErrorRedirected, steps));

    [Fact]
    public void Where_nobody_looks_the_work_is_done_all_the_same()
    {
        var steps = 0;

        ReportProgress.Show(
            null,
            2,
            step =>
            {
                step("a");
                step("b");
                steps = 2;
            }
        );

        Assert.Equal(2, steps);
    }
}
