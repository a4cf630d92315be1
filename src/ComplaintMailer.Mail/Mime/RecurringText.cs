using System.Numerics;
using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Short texts that return in every mail, so one string serves all. Each place holds the text last seen there: no lock,
/// no growth, and a mail full of invented ones does no harm.
/// </summary>
internal sealed class RecurringText(int places, int longest)
{
    private readonly string?[] seen = new string?[places];

    /// <summary>Names of fields.</summary>
    public static RecurringText Names { get; } = new(places: 1024, longest: 40);

    /// <summary>Types and the names of parameters.</summary>
    public static RecurringText Words { get; } = new(places: 512, longest: 40);

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text.Length > longest)
            return text.ToString();
        ref var place = ref seen[Place(text, seen.Length)];
        if (place is { } known && text.SequenceEqual(known))
            return known;
        return place = text.ToString();
    }

    public string Of(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length == 0 || ascii.Length > longest)
            return Encoding.ASCII.GetString(ascii);
        ref var place = ref seen[Place(ascii, seen.Length)];
        if (place is { } known && Ascii.Equals(ascii, known))
            return known;
        return place = Encoding.ASCII.GetString(ascii);
    }

    /// <summary>The same for the same text, and spread over so many places.</summary>
    public static int Place<T>(ReadOnlySpan<T> text, int places)
        where T : unmanaged, IBinaryInteger<T>
    {
        var hash = (uint)text.Length;
        foreach (var letter in text)
            hash = (hash * 31) + uint.CreateTruncating(letter);
        return (int)(hash % (uint)places);
    }
}
