using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Tests.Core.Regulations;

/// <summary>Somebody edits a pack and makes a mistake: the fault names the place and what to do.</summary>
public class RegulationFaultsTests
{
    [Theory]
    [InlineData("\"silenceDays\"", "\"silenceDay\"", "x.json: $.silenceDay is not known; did you mean “silenceDays”?")]
    [InlineData(
        "\"smallCell\": 5",
        "\"smalCell\": 5",
        "x.json: $.privacy.smalCell is not known; did you mean “smallCell”?"
    )]
    [InlineData(
        "\"unit\": \"weeks\"",
        "\"unit\": \"week\"",
        "x.json: $.terms[1].unit is “week”, but must be one of working-days, days, weeks, months (did you mean “weeks”?)."
    )]
    [InlineData(
        "\"silenceDays\": 14",
        "\"silenceDays\": \"14\"",
        "x.json: $.silenceDays is “14”, but must be a whole number."
    )]
    [InlineData(
        "\"validFrom\": \"2025-05-21\"",
        "\"validFrom\": \"21-05-2025\"",
        "x.json: $.validFrom is “21-05-2025”, but must be a date such as 2026-05-31."
    )]
    [InlineData(
        "\"id\": \"final\"",
        "\"id\": \"target\"",
        "x.json: $.terms has no “final”: add the term within which the verdict must be given."
    )]
    [InlineData(
        "\"allowed\": false",
        "\"allowed\": true",
        "x.json: $.extension is allowed, but weeks or most is 0: say how long and how often."
    )]
    [InlineData(
        "\"directorTalk\": true",
        "\"directorTalk\": false",
        "x.json: $.objection.beforeExternal is true, but directorTalk is not: there is no talk to come first."
    )]
    [InlineData(
        "\"body\": \"skj\"",
        "\"body\": \"sjk\"",
        "x.json: $.external[2].body is “sjk”, which is no known body; did you mean “skj”?"
    )]
    [InlineData("\"50%\"", "\"half\"", "x.json: $.reminders[0] is “half”, but must be like 50%, -5wd or workBy.")]
    [InlineData("\"title\"", "\"code\"", "x.json: $.code stands here twice: keep one.")]
    [InlineData(
        "\"due\": \"05-31\"",
        "\"due\": \"31 mei\"",
        "x.json: $.reports[1].due is “31 mei”, but must be a month and a day such as 05-31."
    )]
    public void A_mistake_is_named_with_its_place_and_its_remedy(string right, string wrong, string fault)
    {
        var json = CoreFiles.Text("regulations/xtra.json");
        Assert.Contains(right, json, StringComparison.Ordinal);

        var (regulation, faults) = RegulationReader.Read(Once(json, right, wrong), "x.json", CoreFiles.Bodies);

        Assert.Null(regulation);
        Assert.Contains(fault, faults);
    }

    [Fact]
    public void What_is_no_JSON_is_said_with_line_and_column()
    {
        var (regulation, faults) = RegulationReader.Read("{\n  \"code\" \"x\"\n}", "x.json");

        Assert.Null(regulation);
        Assert.StartsWith("x.json: line 2, column", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var (_, faults) = RegulationReader.Read("{}", "x.json");

        foreach (var key in new[] { "code", "version", "title", "intake", "natures", "external" })
            Assert.Contains(faults, f => f.Contains($"$.{key} is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"terms\": [1, null, \"x\", {}]}")]
    [InlineData("{\"intake\": {\"late\": []}, \"calendar\": {\"extraClosed\": [\"soon\", 3]}}")]
    public void Odd_shapes_are_faults_and_nothing_breaks(string json) =>
        Assert.NotEmpty(RegulationReader.Read(json, "x.json").Faults);

    private static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }
}
