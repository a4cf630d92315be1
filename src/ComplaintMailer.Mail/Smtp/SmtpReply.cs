using System.Globalization;
using System.Text;
using ComplaintMailer.Mail.Net;

namespace ComplaintMailer.Mail.Smtp;

/// <summary>A server's answer: three digits, perhaps a finer status (RFC 3463), and words.</summary>
internal sealed record SmtpReply(int Code, string? Status, IReadOnlyList<string> Lines)
{
    private const int LineBytesMax = 4096;
    private const int LinesMax = 200;
    private const int WordsMax = 500;

    public bool IsGood => Code is >= 200 and < 300;
    public bool IsForGood => Code >= 500;

    /// <summary>As it is told to people and kept as proof: on one line, and not endless.</summary>
    public string Words
    {
        get
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{Code} {(Status is null ? "" : Status + " ")}{string.Join(' ', Lines)}"
            );
            var clean = new StringBuilder();
            foreach (var c in text.AsSpan(0, Math.Min(text.Length, WordsMax)))
                clean.Append(char.IsControl(c) ? ' ' : c);
            return clean.ToString().Trim();
        }
    }

    /// <param name="atMost">For all of its lines; null for the usual patience.</param>
    public static async Task<SmtpReply> Read(ServerConnection wire, CancellationToken ct, TimeSpan? atMost = null)
    {
        var lines = new List<string>();
        string? status = null;
        while (true)
        {
            var line = Encoding.UTF8.GetString(await wire.ReadLine(LineBytesMax, ct, atMost));
            if (
                line.Length < 3
                || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 200 or > 599
                || (line.Length > 3 && line[3] is not (' ' or '-'))
            )
                throw wire.Trouble(ServerTrouble.Nonsense, $"answers in no SMTP: {line[..Math.Min(line.Length, 80)]}");
            if (lines.Count == LinesMax)
                throw wire.Trouble(ServerTrouble.Nonsense, "does not stop answering");
            var words = line.Length > 4 ? line[4..] : "";
            if (EnhancedStatus(words, code) is { } found)
            {
                status = found;
                words = words[found.Length..].TrimStart();
            }
            lines.Add(words);
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(code, status, lines);
        }
    }

    /// <summary>“5.1.1” at the start of the words, of the same class as the code.</summary>
    private static string? EnhancedStatus(string words, int code)
    {
        var end = words.IndexOf(' ', StringComparison.Ordinal);
        var first = end < 0 ? words : words[..end];
        var parts = first.Split('.');
        return
            parts.Length == 3
            && parts.All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit))
            && parts[0].Length == 1
            && parts[0][0] - '0' == code / 100
            ? first
            : null;
    }
}
