using System.Text.RegularExpressions;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>Names, numbers and addresses that people write under or in their mails.</summary>
public static partial class ContactFinder
{
    private static readonly string[] Closings =
    [
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
    ];

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
        var ours = (except ?? []).Select(Digits).ToList();
        foreach (Match match in PhonePattern().Matches(text))
        {
            var isInside =
                (match.Index > 0 && char.IsDigit(text[match.Index - 1]))
                || (match.Index + match.Length < text.Length && char.IsDigit(text[match.Index + match.Length]));
            var digits = Digits(match.Value);
            if (!isInside && IsDutch(digits) && !ours.Contains(digits))
                return match.Value.Trim();
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
        var lines = text.Split('\n').Select(l => l.Trim()).ToList();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Length is 0 or > 60 || !IsClosing(lines[i]))
                continue;
            // “Groet, Jan” on one line.
            var comma = lines[i].IndexOf(',', StringComparison.Ordinal);
            if (comma >= 0 && AsName(lines[i][(comma + 1)..]) is { } beside)
                return beside;
            for (var j = i + 1; j < Math.Min(lines.Count, i + 4); j++)
                if (lines[j].Length > 0)
                    return AsName(lines[j]);
        }
        return null;
    }

    private static bool IsClosing(string line) =>
        Sentences.Of(line).SelectMany(s => s.Words).Take(5).Any(w => Closings.Contains(w.Text));

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
