using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Folds fields before spaces, so that lines stay short wherever there is a space to fold at.</summary>
internal static class Folding
{
    public const int LineLength = 76;

    /// <summary>How much of a line is taken that goes on with a field.</summary>
    public const int ContinuedAt = 1;

    /// <param name="hasQuotes">A quoted string in it stays on one line: some programs keep the break in it.</param>
    public static string Fold(string name, string value, bool hasQuotes)
    {
        var field = $"{name}: {value}";
        if (field.Length <= LineLength)
            return field;
        var folded = new StringBuilder(field.Length + 16).Append(name).Append(':');
        var line = name.Length + 1;
        var isFirst = true;
        var at = 0;
        while (at <= value.Length)
        {
            var end = WordEnd(value, at, hasQuotes);
            // Straight behind the field's name no fold: some servers take the value for empty then.
            if (!isFirst && end > at && line + 1 + end - at > LineLength)
            {
                folded.Append("\r\n");
                line = 0;
            }
            folded.Append(' ').Append(value, at, end - at);
            line += 1 + end - at;
            isFirst = false;
            at = end + 1;
        }
        return folded.ToString();
    }

    private static int WordEnd(string value, int at, bool hasQuotes)
    {
        var isQuoted = false;
        for (; at < value.Length; at++)
        {
            if (hasQuotes && value[at] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted && value[at] == '\\')
                at++;
            else if (value[at] == ' ' && !isQuoted)
                return at;
        }
        return value.Length;
    }
}
