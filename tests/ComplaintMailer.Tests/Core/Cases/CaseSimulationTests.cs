namespace ComplaintMailer.Tests.Core.Cases;

public class CaseSimulationTests
{
    /// <summary>More seeds: <c>SIMULATION_SEEDS=50 dotnet test --filter CaseSimulation</c> (tests/simulate).</summary>
    public static TheoryData<int> Seeds =>
        [
            .. Enumerable.Range(
                1,
                int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SEEDS"), out var n) ? n : 3
            ),
        ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_people_do_no_case_is_lost_stuck_or_betrayed(int seed)
    {
        var simulation = new CaseSimulation(seed, cases: 500);
        simulation.Run();
        // A simulation in which nothing ever ended would show little.
        Assert.True(simulation.Ended > 100, $"Only {simulation.Ended} cases ended.");
        Assert.True(simulation.Destroyed > 20, $"Only {simulation.Destroyed} files were destroyed.");
    }
}
