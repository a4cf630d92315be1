using System.Globalization;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Database;

/// <summary>Values as columns hold them.</summary>
internal static class Codes
{
    private static readonly InstantPattern InstantText = InstantPattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'"
    );

    private static readonly Dictionary<Stage, string> StageNames = Enum.GetValues<Stage>()
        .ToDictionary(s => s, s => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()));

    /// <summary>Some twenty are written for each mail: what .NET has for it takes a tenth of the time.</summary>
    public static string Instant(Instant at) => at.ToDateTimeUtc().ToString("O", CultureInfo.InvariantCulture);

    public static Instant Instant(string text) => InstantText.Parse(text).GetValueOrThrow();

    public static LocalDate? Date(string? text) =>
        text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    public static string? Date(LocalDate? day) => day is { } d ? DateWords.Iso(d) : null;

    public static string Stage(Stage stage) => StageNames[stage];
}
