using System.Diagnostics;
using System.Text;

namespace ComplaintMailer.Tests.Core.Intake;

/// <summary>Texts made to make the intake slow: twice the words may take twice the work, not four times.</summary>
public sealed class HostileWordsTests
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["days and stretches"] = "in maart vorige week een ",
        ["blows"] = "de leidster sloeg mijn zoon niet op ",
        ["names"] = "Ik klaag over J. de Vries. ",
        ["places"] = "wijkcentrum Centrum Noord-West ",
        ["single letters"] = "a-",
        ["lines"] = "x\n",
        ["closings"] = "groet 1\n",
    };

    public static TheoryData<string> Names() => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_of_nothing_but_such_words_is_understood_in_seconds(string shape)
    {
        var text = new StringBuilder().Insert(0, Shapes[shape], 30_000).ToString();
        var watch = Stopwatch.StartNew();

        var read = IntakeDesk.Read(text);

        Assert.Equal(text, read.Description);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }
}
