namespace ComplaintMailer.Mail.Mime;

/// <summary>Zones in dates: numbers in all the ways they are written, and the names that mean one thing in mail.</summary>
internal static class TimeZones
{
    private const int MostMinutes = 14 * 60;

    private static readonly Dictionary<string, int> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    };

    /// <summary><c>CET</c>, <c>+0100</c>, <c>+01:00</c>, <c>+1</c>, <c>GMT+1</c>; null when it is no zone.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> word)
    {
        if (Hours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var hours))
            return TimeSpan.FromHours(hours);
        var sign = word.IndexOfAny('+', '-');
        if (sign < 0 || (sign > 0 && word[..sign] is not ("GMT" or "UTC" or "UT" or "gmt" or "utc")))
            return null;
        return Offset(word[(sign + 1)..]) is { } minutes
            ? TimeSpan.FromMinutes(word[sign] == '-' ? -minutes : minutes)
            : null;
    }

    /// <summary>A number that can be no zone on earth counts as none: then the time is taken as universal.</summary>
    private static int? Offset(ReadOnlySpan<char> digits)
    {
        Span<char> plain = stackalloc char[4];
        var length = 0;
        foreach (var c in digits)
        {
            if (c == ':' && length is 1 or 2)
                continue;
            if (!char.IsAsciiDigit(c) || length == 4)
                return null;
            plain[length++] = c;
        }
        var number = 0;
        for (var i = 0; i < length; i++)
            number = (number * 10) + (plain[i] - '0');
        var minutes = length switch
        {
            1 or 2 => number * 60,
            3 or 4 => (number / 100 * 60) + (number % 100),
            _ => -1,
        };
        return minutes switch
        {
            < 0 => null,
            > MostMinutes => 0,
            _ => minutes,
        };
    }
}
