using System.Text;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>Reads answers off a connection: lines and the literals they announce, both bounded.</summary>
internal sealed class ImapReader(ServerConnection wire, long literalBytesMax)
{
    /// <summary>What the present command may still bring in literals.</summary>
    private long budget;

    public void BeginCommand() => budget = literalBytesMax;

    public async ValueTask<ImapResponse> Read(CancellationToken ct)
    {
        var lines = new List<byte[]>(1);
        var literals = new List<byte[]>(0);
        var left = ImapLimits.LineBytesMax;
        while (true)
        {
            var line = await wire.ReadLine(left, ct);
            left -= line.Length;
            lines.Add(line);
            if (Announced(line) is not { } count || (lines.Count == 1 && IsWords(line)))
                break;
            if (count > budget)
                throw wire.Trouble(
                    ServerTrouble.Nonsense,
                    $"wants to send {count} bytes at once, and {literalBytesMax} is the most we take"
                );
            if (literals.Count == ImapLimits.LiteralsMax)
                throw wire.Trouble(ServerTrouble.Nonsense, "sends too many literals in one answer");
            budget -= count;
            literals.Add(await wire.Read(count, ct));
        }
        try
        {
            return ImapResponse.From(lines, literals);
        }
        catch (FormatException e)
        {
            throw wire.Trouble(ServerTrouble.Nonsense, $"can't be understood ({e.Message}): {Start(lines[0])}", e);
        }
    }

    public MailServerException Misunderstood(FormatException e) =>
        wire.Trouble(ServerTrouble.Nonsense, $"can't be understood: {e.Message}", e);

    /// <summary>The size of the literal that a line announces at its end: <c>{123}</c>, <c>{123+}</c> or <c>~{123}</c>.</summary>
    private static long? Announced(byte[] line)
    {
        if (line is not [.., (byte)'}'])
            return null;
        var open = Array.LastIndexOf(line, (byte)'{');
        var digits = open < 0 ? [] : line.AsSpan(open + 1, line.Length - open - 2);
        if (digits is [.., (byte)'+'])
            digits = digits[..^1];
        if (digits.Length is 0 or > 18 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return null;
        return long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A status ends in words for people, which may well end in a brace.</summary>
    private static bool IsWords(byte[] line)
    {
        var words = Start(line).Split(' ', 3);
        return words[0] == "+"
            || (words.Length > 1 && words[1].ToUpperInvariant() is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH");
    }

    private static string Start(byte[] line) => Encoding.UTF8.GetString(line.AsSpan(0, Math.Min(line.Length, 80)));
}
