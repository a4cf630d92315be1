using System.Text;

namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>A command to send: words, and texts that go quoted or as literals as they need.</summary>
internal sealed class ImapCommand
{
    /// <summary>Longer texts go as a literal: servers bound the length of a line.</summary>
    private const int QuotedLengthMax = 500;
    private readonly List<(byte[] Bytes, bool IsLiteral)> parts = [];

    public ImapCommand(string words) => Words(words);

    /// <summary>Never logged or put into a message: it holds a secret.</summary>
    public bool IsSecret { get; init; }

    public string Name => Encoding.ASCII.GetString(parts[0].Bytes).Split(' ')[0] is "UID" ? First(2) : First(1);

    public IReadOnlyList<(byte[] Bytes, bool IsLiteral)> Parts => parts;

    public ImapCommand Words(string words)
    {
        parts.Add((Encoding.ASCII.GetBytes(words), false));
        return this;
    }

    public ImapCommand Text(string text)
    {
        if (text.Length <= QuotedLengthMax && text.All(c => c is >= ' ' and <= '~'))
        {
            var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal);
            return Words($"\"{escaped}\"");
        }
        return Literal(Encoding.UTF8.GetBytes(text));
    }

    public ImapCommand Literal(byte[] bytes)
    {
        parts.Add((bytes, true));
        return this;
    }

    private string First(int words) =>
        string.Join(' ', Encoding.ASCII.GetString(parts[0].Bytes).Split(' ').Take(words));
}
