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

    public static string Instant(Instant at) => InstantText.Format(at);

    public static Instant Instant(string text) => InstantText.Parse(text).GetValueOrThrow();

    public static string Date(LocalDate day) => DateWords.Iso(day);

    public static string Stage(Stage stage) =>
        string.Concat(
            stage
                .ToString()
                .Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())
        );
}
