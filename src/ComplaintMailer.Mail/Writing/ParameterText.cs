using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>A parameter of Content-Type or Content-Disposition; RFC 2231 where its value is not short and plain.</summary>
internal static class ParameterText
{
    private const int LongestPlain = 60;
    private const int Piece = 50;

    public static string Write(string name, string value)
    {
        value = string.Concat(value.Where(c => !char.IsControl(c)));
        var isPlain =
            value.Length < LongestPlain
            && value.All(c => c is >= ' ' and <= '~' and not '"' and not '\\')
            && !value.Contains("=?", StringComparison.Ordinal);
        if (isPlain)
            return value.Length > 0 && value.All(char.IsAsciiLetterOrDigit) ? $"{name}={value}" : $"{name}=\"{value}\"";
        var encoded = Percent(value);
        return encoded.Length <= Piece ? $"{name}*=utf-8''{encoded}" : string.Join("; ", Pieces(name, encoded));
    }

    private static string Percent(string value)
    {
        var encoded = new StringBuilder(value.Length * 2);
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_')
                encoded.Append((char)b);
            else
                encoded.Append('%').Append(Convert.ToHexString([b]));
        }
        return encoded.ToString();
    }

    private static IEnumerable<string> Pieces(string name, string encoded)
    {
        var number = 0;
        for (var at = 0; at < encoded.Length; number++)
        {
            var end = Math.Min(at + Piece, encoded.Length);
            // Not within %XX.
            if (end < encoded.Length)
                end -=
                    encoded[end - 1] == '%' ? 1
                    : encoded[end - 2] == '%' ? 2
                    : 0;
            yield return $"{name}*{number}*={(number == 0 ? "utf-8''" : "")}{encoded[at..end]}";
            at = end;
        }
    }
}
