using System.Text.Json;
using ComplaintMailer.Commands;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Commands;

/// <summary>Other programs read this: its names and values are promised.</summary>
public class CaseJsonTests
{
    [Fact]
    public async Task A_case_is_told_under_the_names_that_were_promised()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Workplace.Complaint);
        await place.Pass("2026-11-23 09:00");

        using var told = JsonDocument.Parse(Told(place, "ZON-2026-0001"));

        var c = told.RootElement;
        Assert.Equal(
            "number organisation kind stage outcome received channel language complainant handler location service nature concerns eventDate late missing signals terms events letters measures verdict external keepUntil".Split(
                ' '
            ),
            Names(c)
        );
        Assert.Equal("2026-11-23T08:15:00+01:00", c.GetProperty("received").GetString());
        Assert.Equal(["name", "email", "phone", "actsFor"], Names(c.GetProperty("complainant")));
        Assert.Equal(["kind", "due", "workBy", "legalLimit", "state", "met", "how"], Names(c.GetProperty("terms")[0]));
        var first = c.GetProperty("events")[0];
        Assert.Equal(["seq", "at", "kind", "by"], Names(first));
        Assert.Equal(
            (1, "Received", "complainant"),
            (
                first.GetProperty("seq").GetInt32(),
                first.GetProperty("kind").GetString(),
                first.GetProperty("by").GetString()
            )
        );
        Assert.Equal(["kind", "to", "state", "at"], Names(c.GetProperty("letters")[0]));
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static string Told(Workplace place, string number)
    {
        using var worker = new Worker(place.Settings, exclusive: false);
        return CaseCommands.Json(worker, number);
    }
}
