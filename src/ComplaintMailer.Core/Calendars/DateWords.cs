using System.Globalization;
using NodaTime;

namespace ComplaintMailer.Core.Calendars;

/// <summary>Dates as people say them. The machine's culture plays no part.</summary>
public static class DateWords
{
    private static readonly string[] DaysNl =
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ];
    private static readonly string[] DaysEn =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    private static readonly string[] MonthsNl =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    private static readonly string[] MonthsEn =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>“maandag 4 januari 2027”, “Monday 4 January 2027”.</summary>
    public static string InFull(LocalDate day, string language) =>
        $"{DayName(day.DayOfWeek, language)} {Text(day.Day)} {MonthName(day.Month, language)} {Text(day.Year)}";

    /// <summary>“4 januari 2027”.</summary>
    public static string Plain(LocalDate day, string language) =>
        $"{Text(day.Day)} {MonthName(day.Month, language)} {Text(day.Year)}";

    /// <summary>“ma 4 jan”, “Mon 4 Jan”.</summary>
    public static string Brief(LocalDate day, string language)
    {
        var length = language == "nl" ? 2 : 3;
        return $"{DayName(day.DayOfWeek, language)[..length]} {Text(day.Day)} {ShortMonth(day.Month, language)}";
    }

    public static string ShortMonth(int month, string language) =>
        language == "nl" && month == 3 ? "mrt" : MonthName(month, language)[..3];

    public static string DayName(IsoDayOfWeek day, string language) =>
        (language == "nl" ? DaysNl : DaysEn)[(int)day - 1];

    public static string MonthName(int month, string language) => (language == "nl" ? MonthsNl : MonthsEn)[month - 1];

    public static string Iso(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
