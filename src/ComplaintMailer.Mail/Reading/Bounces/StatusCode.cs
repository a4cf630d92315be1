namespace ComplaintMailer.Mail.Reading.Bounces;

/// <summary>Enhanced status codes (RFC 3463) in running text, and those deduced from what stands there instead.</summary>
internal static class StatusCode
{
    private static readonly (string Words, string Code)[] Meanings =
    [
        ("mailbox full", "5.2.2"),
        ("mailbox is full", "5.2.2"),
        ("mailbox vol", "5.2.2"),
        ("postvak vol", "5.2.2"),
        ("postvak is vol", "5.2.2"),
        ("mailbox van de ontvanger is vol", "5.2.2"),
        ("quota exceeded", "5.2.2"),
        ("over quota", "5.2.2"),
        ("quota has been exceeded", "5.2.2"),
        ("out of storage space", "5.2.2"),
        ("domain does not exist", "5.1.2"),
        ("user unknown", "5.1.1"),
        ("unknown user", "5.1.1"),
        ("no such user", "5.1.1"),
        ("user doesn't exist", "5.1.1"),
        ("does not exist", "5.1.1"),
        ("no mailbox here", "5.1.1"),
        ("mailbox unavailable", "5.1.1"),
        ("mailbox not found", "5.1.1"),
        ("address couldn't be found", "5.1.1"),
        ("address not found", "5.1.1"),
        ("adres niet gevonden", "5.1.1"),
        ("adres kan niet worden gevonden", "5.1.1"),
        ("kan niet worden gevonden", "5.1.1"),
        ("wasn't found", "5.1.1"),
        ("was not found", "5.1.1"),
        ("niet gevonden", "5.1.1"),
        ("onbekende gebruiker", "5.1.1"),
        ("gebruiker onbekend", "5.1.1"),
        ("bestaat niet", "5.1.1"),
        ("does not like recipient", "5.1.1"),
        ("recipient rejected", "5.1.1"),
        ("invalid recipient", "5.1.1"),
        ("unrouteable address", "5.1.1"),
        ("user doesn't have a", "5.1.1"),
        ("host not found", "5.1.2"),
        ("host or domain name not found", "5.1.2"),
        ("domain doesn't exist", "5.1.2"),
        ("no such domain", "5.1.2"),
        ("message too large", "5.3.4"),
        ("exceeds size limit", "5.3.4"),
        ("connection timed out", "4.4.1"),
        ("connection refused", "4.4.1"),
        ("greylist", "4.7.1"),
        ("spam", "5.7.1"),
        ("blocked", "5.7.1"),
        ("access denied", "5.7.1"),
        ("policy", "5.7.1"),
    ];

    /// <summary>The first code that stands in the text, such as 5.1.1; never part of an IP address or a version.</summary>
    public static string? In(string? text)
    {
        if (text is null)
            return null;
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i] is not ('2' or '4' or '5') || text[i + 1] != '.')
                continue;
            if (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '['))
                continue;
            var at = i + 2;
            if (!Digits(text, ref at) || at >= text.Length || text[at] != '.')
                continue;
            at++;
            if (!Digits(text, ref at))
                continue;
            if (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || Goes(text, at)))
                continue;
            return text[i..at];
        }
        return null;
    }

    /// <summary>A status that says no more than “failed” (5.0.0), made precise by what the server said beside it.</summary>
    public static string? Refined(string? status, string? said)
    {
        if (status is not null && !status.EndsWith(".0.0", StringComparison.Ordinal))
            return status;
        var better = In(said) ?? Deduced(said);
        return better is not null && (status is null || better[0] == status[0]) ? better : status;
    }

    /// <summary>From words, or else from the three digits of an SMTP reply.</summary>
    public static string? Deduced(string? text)
    {
        if (text is null)
            return null;
        var reply = Reply(text);
        foreach (var (words, code) in Meanings)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
                return reply is [var first, ..] && first != code[0] ? first + code[1..] : code;
        }
        return reply switch
        {
            null => null,
            "550" or "551" or "553" => "5.1.1",
            "552" => "5.2.2",
            _ => $"{reply[0]}.0.0",
        };
    }

    /// <summary>A reply code: three digits that begin a word and are followed by a space or a dash.</summary>
    private static string? Reply(string text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (
                text[i] is '4' or '5'
                && text[i + 1] is >= '0' and <= '5'
                && char.IsAsciiDigit(text[i + 2])
                && text[i + 3] is ' ' or '-' or ':'
                && (i == 0 || text[i - 1] is ' ' or '\'' or '"' or '#' or '(' or ':' or '>' or '\n' or ';')
            )
                return text.Substring(i, 3);
        }
        return null;
    }

    private static bool Goes(string text, int at) =>
        text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && at - start < 3 && char.IsAsciiDigit(text[at]))
            at++;
        return at > start;
    }
}
