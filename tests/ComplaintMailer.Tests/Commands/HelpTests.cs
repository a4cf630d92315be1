using System.CommandLine;
using ComplaintMailer.Commands;

namespace ComplaintMailer.Tests.Commands;

public class HelpTests
{
    public static TheoryData<string> All() =>
        new(Leaves(CommandLine.Make(), "").Order(StringComparer.Ordinal).Select(path => path.Trim()));

    [Theory]
    [MemberData(nameof(All))]
    public void The_help_of_every_command_says_what_it_does_and_shows_how_one_would_type_it(string command)
    {
        var help = Help(command);

        Assert.StartsWith("Description:", help, StringComparison.Ordinal);
        Assert.Contains("Examples:", help, StringComparison.Ordinal);
        Assert.Contains($"complaintmailer {command}", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_option_and_no_argument_is_left_unexplained(string command)
    {
        var at = CommandLine.Make().Parse(command + " --help").CommandResult.Command;

        Assert.All(at.Options, o => Assert.False(string.IsNullOrWhiteSpace(o.Description), $"{command} {o.Name}"));
        Assert.All(at.Arguments, a => Assert.False(string.IsNullOrWhiteSpace(a.Description), $"{command} {a.Name}"));
    }

    [Theory]
    [InlineData("complaintmailer ca", "case")]
    [InlineData("complaintmailer case li", "list")]
    [InlineData("complaintmailer status --j", "--json")]
    public void What_is_half_typed_is_completed(string typed, string answer)
    {
        var output = new StringWriter();

        CommandLine.Make().Parse([$"[suggest:{typed.Length}]", typed]).Invoke(new() { Output = output });

        Assert.Contains(answer, output.ToString().Split(Environment.NewLine));
    }

    private static string Help(string command)
    {
        var output = new StringWriter();
        Assert.Equal(0, CommandLine.Make().Parse(command + " --help").Invoke(new() { Output = output }));
        return output.ToString();
    }

    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? [path]
            : command.Subcommands.SelectMany(below => Leaves(below, $"{path} {below.Name}"));
}
