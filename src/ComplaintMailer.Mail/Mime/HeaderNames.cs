using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Names of fields return in every mail, so one string serves all. Each place holds the name last seen there: no lock,
/// no growth, and a mail full of invented names does no harm.
/// </summary>
internal static class HeaderNames
{
    private const int Places = 1024;
    private const int Longest = 40;
    private static readonly string?[] Seen = new string?[Places];

    public static string Of(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > Longest)
            return Encoding.ASCII.GetString(name);
        var hash = (uint)name.Length;
        foreach (var b in name)
            hash = (hash * 31) + b;
        ref var place = ref Seen[hash % Places];
        if (place is { } known && Ascii.Equals(name, known))
            return known;
        return place = Encoding.ASCII.GetString(name);
    }
}
