using ComplaintMailer.Core.Commands;

namespace ComplaintMailer.Tests.Scenarios;

public class StoryTests
{
    public static TheoryData<string> Stories => [.. Story.All];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_story_goes_as_it_is_told(string name)
    {
        using var teller = new StoryTeller(Story.Read(name));
        await teller.Tell();
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_story_goes_the_same_where_commands_are_English(string name)
    {
        using var teller = new StoryTeller(Story.Read(name), inEnglish: true);
        await teller.Tell();
    }

    [Fact]
    public void Every_command_is_used_in_a_story()
    {
        var said = Story
            .All.SelectMany(name => Story.Read(name).Lines)
            .SelectMany(line => line.Body)
            .Select(text => CommandWords.Find(text.Split(':')[0].Trim())?.Key)
            .ToHashSet();

        Assert.Equal([], CommandWords.All.Select(w => w.Key).Where(key => !said.Contains(key)));
    }
}
