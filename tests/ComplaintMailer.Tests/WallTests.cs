namespace ComplaintMailer.Tests;

public class WallTests
{
    [Theory]
    [InlineData("ComplaintMailer.Mail")]
    [InlineData("ComplaintMailer.Templates")]
    public void A_wall_project_knows_nothing_of_ours(string name)
    {
        var references = System.Reflection.Assembly.Load(name).GetReferencedAssemblies();

        Assert.DoesNotContain(
            references,
            r => r.Name!.StartsWith("ComplaintMailer", StringComparison.OrdinalIgnoreCase)
        );
    }
}
