using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>A header of the form <c>value; name=value; …</c> with RFC 2231 continuations and charsets.</summary>
internal sealed class HeaderParameters
{
    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    public string Value { get; private init; } = "";

    public string? this[string name] => parameters.GetValueOrDefault(name);

    public static HeaderParameters Read(string header)
    {
        var pieces = Split(header);
        var read = new HeaderParameters { Value = pieces.Count > 0 ? pieces[0].Name.Trim() : "" };
        var continued = new SortedDictionary<string, SortedDictionary<int, (string Text, bool Encoded)>>(
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var (rawName, value) in pieces.Skip(1))
        {
            var name = rawName.Trim();
            if (name.Length == 0)
                continue;
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                read.parameters.TryAdd(name, EncodedWords.Decode(value));
                continue;
            }
            var encoded = name.EndsWith('*');
            var number = name[(star + 1)..].TrimEnd('*');
            _ = int.TryParse(
                number,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var place
            );
            if (!continued.TryGetValue(name[..star], out var parts))
                continued[name[..star]] = parts = [];
            parts.TryAdd(place, (value, encoded));
        }
        foreach (var (name, parts) in continued)
            read.parameters[name] = Join([.. parts.Values]);
        return read;
    }

    private static string Join(List<(string Text, bool Encoded)> parts)
    {
        string? charset = null;
        var bytes = new List<byte>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (text, encoded) = parts[i];
            if (encoded && i == 0 && text.IndexOf('\'', StringComparison.Ordinal) is >= 0 and var first)
            {
                charset = text[..first];
                var second = text.IndexOf('\'', first + 1);
                text = second < 0 ? text[(first + 1)..] : text[(second + 1)..];
            }
            bytes.AddRange(encoded ? Percent(text) : Encoding.UTF8.GetBytes(text));
        }
        return Charsets.Decode([.. bytes], charset);
    }

    private static List<byte> Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '%'
                && i + 2 < text.Length
                && char.IsAsciiHexDigit(text[i + 1])
                && char.IsAsciiHexDigit(text[i + 2])
            )
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }
        return bytes;
    }

    private static List<(string Name, string Value)> Split(string header)
    {
        var pieces = new List<(string, string)>();
        var name = new StringBuilder();
        var value = new StringBuilder();
        var inValue = false;
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            var into = inValue ? value : name;
            if (quoted && c == '\\' && i + 1 < header.Length)
                into.Append(header[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted)
                into.Append(c);
            else if (c == ';')
            {
                pieces.Add((name.ToString(), value.ToString().Trim()));
                name.Clear();
                value.Clear();
                inValue = false;
            }
            else if (c == '=' && !inValue && pieces.Count > 0)
                inValue = true;
            else
                into.Append(c);
        }
        pieces.Add((name.ToString(), value.ToString().Trim()));
        return pieces;
    }
}
