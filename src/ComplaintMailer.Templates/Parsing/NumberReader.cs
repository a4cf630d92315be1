using System.Globalization;

namespace ComplaintMailer.Templates.Parsing;

/// <summary>Numbers as the language writes them: <c>10</c>, <c>0x1F</c>, <c>0b101</c>, <c>1.5e-3</c>, <c>2.50m</c>.</summary>
internal static class NumberReader
{
    public static object Read(Source source, int at, out int length)
    {
        var text = source.Text;
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X' or 'b' or 'B')
            return ReadBase(source, at, text[at + 1] is 'x' or 'X', out length);
        var end = Digits(text, at);
        var whole = true;
        // In 1..5 the dots are a range.
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = Digits(text, end + 1);
            whole = false;
        }
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var power = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (power < text.Length && char.IsAsciiDigit(text[power]))
            {
                whole = whole && text[power - 1] != '-';
                end = Digits(text, power);
            }
        }
        var digits = text[at..end].Replace("_", "", StringComparison.Ordinal);
        length = end - at;
        var suffix = end < text.Length ? char.ToLowerInvariant(text[end]) : ' ';
        if (suffix is 'm' or 'd' or 'f' && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1])))
            length++;
        else
            suffix = ' ';
        if (suffix == 'm')
        {
            return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                ? exact
                : throw source.Fault(at, "this number is too large");
        }
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            throw source.Fault(at, "this number is too large");
        if (!whole || suffix != ' ')
            return number;
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
            return integer;
        return Math.Abs(number) < 9e18 ? (long)number : throw source.Fault(at, "this number is too large");
    }

    private static object ReadBase(Source source, int at, bool hexadecimal, out int length)
    {
        var text = source.Text;
        var end = at + 2;
        while (
            end < text.Length
            && (text[end] == '_' || (hexadecimal ? char.IsAsciiHexDigit(text[end]) : text[end] is '0' or '1'))
        )
            end++;
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowBinarySpecifier;
        if (
            !long.TryParse(
                text[(at + 2)..end].Replace("_", "", StringComparison.Ordinal),
                style,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            throw source.Fault(at, "this is no number");
        length = end - at + (end < text.Length && text[end] is 'u' or 'U' ? 1 : 0);
        return value;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static int Digits(string text, int at)
    {
        // Digits may be grouped: 1_000.
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '_' && IsDigit(text, at + 1))))
            at++;
        return at;
    }
}
