namespace ComplaintMailer.Letters;

/// <summary>Phone numbers and sites as links.</summary>
internal static class Reach
{
    /// <summary>“0900-111 3 111” is <c>tel:09001113111</c>.</summary>
    public static string? Tel(string? phone)
    {
        if (phone is null)
            return null;
        var digits = string.Concat(phone.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
        return digits.Length == 0 ? null : "tel:" + digits;
    }

    /// <summary>“https://www.wijkz.example/klacht” is “wijkz.example/klacht”: short enough to read.</summary>
    public static string? Site(string? website)
    {
        if (website is null)
            return null;
        var site = website;
        foreach (var start in new[] { "https://", "http://", "www." })
        {
            if (site.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                site = site[start.Length..];
        }
        return site.TrimEnd('/');
    }
}
