using System.Globalization;
using System.Text;

namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>One answer of the server: to a command (tagged), news (untagged, tag *), or a request to go on (tag +).</summary>
internal sealed class ImapResponse
{
    private readonly ImapParser parser;

    private ImapResponse(string tag, string name, uint? number, ImapParser parser)
    {
        Tag = tag;
        Name = name;
        Number = number;
        this.parser = parser;
    }

    public string Tag { get; }

    /// <summary>OK, NO, FETCH, EXISTS…, in capitals.</summary>
    public string Name { get; }

    /// <summary>The number before the name: of the mail for FETCH, how many for EXISTS.</summary>
    public uint? Number { get; }

    public bool IsStatus => Name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    /// <summary>The word in brackets of a status, TRYCREATE say; empty when there is none.</summary>
    public string Code { get; private init; } = "";
    public IReadOnlyList<ImapValue> CodeValues { get; private init; } = [];

    /// <summary>What a status says to people, or what a request to go on says to us.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The values after the name, read as they are asked for.</summary>
    public IEnumerable<ImapValue> Values()
    {
        while (parser.Value() is { } value)
            yield return value;
    }

    /// <exception cref="FormatException">This is no answer.</exception>
    public static ImapResponse From(IReadOnlyList<byte[]> lines, IReadOnlyList<byte[]> literals)
    {
        var answer = new ImapParser(lines, literals);
        var tag = answer.Word();
        if (tag.Length == 0)
            throw new FormatException("an empty line");
        if (tag == "+")
        {
            answer.SkipBlanks();
            return new ImapResponse(tag, "", null, answer) { Text = Encoding.UTF8.GetString(answer.Rest()) };
        }
        var name = answer.Word().ToUpperInvariant();
        uint? number = null;
        if (uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
        {
            number = parsed;
            name = answer.Word().ToUpperInvariant();
        }
        return name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH"
            ? Status(tag, name, answer)
            : new ImapResponse(tag, name, number, answer);
    }

    private static ImapResponse Status(string tag, string name, ImapParser answer)
    {
        var code = "";
        var values = new List<ImapValue>();
        answer.SkipBlanks();
        var rest = answer.Rest();
        if (rest is [(byte)'[', ..] && Array.IndexOf(rest, (byte)']') is > 0 and var close)
        {
            var inside = new ImapParser([rest[1..close]], []);
            code = inside.Word().ToUpperInvariant();
            try
            {
                while (inside.Value() is { } value)
                    values.Add(value);
            }
            catch (FormatException)
            {
                // Codes are asides, and there are servers that write what they like in them.
                values.Clear();
            }
            rest = rest[(close + 1)..];
        }
        return new ImapResponse(tag, name, null, answer)
        {
            Code = code,
            CodeValues = values,
            Text = Encoding.UTF8.GetString(rest).Trim(),
        };
    }
}
