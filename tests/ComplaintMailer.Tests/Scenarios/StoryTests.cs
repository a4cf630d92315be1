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
}
