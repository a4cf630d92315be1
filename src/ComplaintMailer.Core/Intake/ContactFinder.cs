using System.Text.RegularExpressions;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>Names, numbers and addresses that people write under or in their mails.</summary>
public static partial class ContactFinder
{
    /// <summary>A closing is a closing by one of its first words.</summary>
    private const int MostBefore = 5;

    private static readonly WordSet Closings = new(
        new HashSet<string>
        {
            "groet",
            "groeten",
            "groetjes",
            "gr",
            "mvg",
            "hoogachtend",
            "regards",
            "sincerely",
            "faithfully",
            "cheers",
            "wishes",
        }
    );

    private static readonly string[] NamelessSenders =
    [
        "info",
        "noreply",
        "no-reply",
        "mail",
        "contact",
        "admin",
        "onbekend",
        "unknown",
        "anoniem",
        "anonymous",
        "bezorgd",
        "ouder",
        "een ouder",
        "bezorgde ouder",
        "een bezorgde ouder",
        "me",
    ];

    [GeneratedRegex(
        @"(\+31|0031|0)[ \-\.\(\)0]{0,5}[1-9]([ \-\.]{0,2}[0-9]){7,8}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PhonePattern();

    [GeneratedRegex(
        @"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63}){1,6}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AddressPattern();

    /// <summary>The first Dutch phone number, as it was written.</summary>
    /// <param name="except">Numbers of our own: who writes those was told them by us.</param>
    public static string? Phone(string text, IReadOnlyList<string>? except = null)
    {
        foreach (var match in PhonePattern().EnumerateMatches(text))
        {
            var isInside =
                (match.Index > 0 && char.IsDigit(text[match.Index - 1]))
                || (match.Index + match.Length < text.Length && char.IsDigit(text[match.Index + match.Length]));
            var written = text.Substring(match.Index, match.Length);
            var digits = Digits(written);
            if (!isInside && IsDutch(digits) && except?.Any(ours => Digits(ours) == digits) != true)
                return written.Trim();
        }
        return null;
    }

    /// <summary>The first mail address, lower case.</summary>
    public static string? Address(string text) =>
        AddressPattern().Match(text) is { Success: true } match ? match.Value.ToLowerInvariant() : null;

    /// <summary>A display name that names a person; null for what programs put there.</summary>
    public static string? PersonName(string? displayName)
    {
        var name = displayName?.Trim().Trim('"', '\'').Trim();
        if (string.IsNullOrEmpty(name) || name.Contains('@', StringComparison.Ordinal) || !name.Any(char.IsLetter))
            return null;
        return NamelessSenders.Contains(Folding.Fold(name)) ? null : name;
    }

    /// <summary>The line under “Met vriendelijke groet,”.</summary>
    public static string? SignedName(string text)
    {
        var end = text.Length;
        while (end >= 0)
        {
            var start = end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
            var line = text.AsSpan(start, end - start).Trim();
            if (line.Length is > 0 and <= 60 && line.ToString() is var closing && IsClosing(closing))
            {
                // “Groet, Jan” on one line.
                var comma = closing.IndexOf(',', StringComparison.Ordinal);
                if (comma >= 0 && AsName(closing[(comma + 1)..]) is { } beside)
                    return beside;
                if (Below(text, end) is { } below)
                    return AsName(below);
            }
            end = start - 1;
        }
        return null;
    }

    /// <summary>The first line that is not empty, of the next three.</summary>
    private static string? Below(string text, int end)
    {
        for (var i = 0; i < 3 && end < text.Length; i++)
        {
            var start = end + 1;
            end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start).Trim();
            if (line.Length > 0)
                return line.ToString();
        }
        return null;
    }

    private static bool IsClosing(string line)
    {
        var left = MostBefore;
        foreach (var sentence in Sentences.Of(line))
        foreach (ref readonly var word in sentence.Words)
            if (left-- == 0)
                return false;
            else if (Closings.Contains(word))
                return true;
        return false;
    }

    private static string? AsName(string line)
    {
        var name = line.Trim(' ', ',', '.', '-', '–', '*', '_');
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var looksRight =
            words.Length is >= 1 and <= 6
            && name.Length <= 60
            && char.IsUpper(name[0])
            && !name.Any(c => char.IsDigit(c) || c is '@' or ':' or '/' or '?' or '!')
            && !words.Any(w =>
                Folding.Fold(w) is "ouder" or "anoniem" or "anonymous" or "parent" or "bezorgde" or "team"
            );
        return looksRight ? name : null;
    }

    private static string Digits(string phone)
    {
        var digits = new string([.. phone.Where(char.IsAsciiDigit)]);
        if (digits.StartsWith("0031", StringComparison.Ordinal))
            digits = digits[4..].TrimStart('0');
        else if (digits.StartsWith("31", StringComparison.Ordinal) && phone.TrimStart().StartsWith('+'))
            digits = digits[2..].TrimStart('0');
        else
            return digits;
        return "0" + digits;
    }

    private static bool IsDutch(string digits) => digits.Length == 10 && digits[0] == '0' && digits[1] != '0';
}
