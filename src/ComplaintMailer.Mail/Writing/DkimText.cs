using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>A mail in the form that is signed: "relaxed" (RFC 6376, sections 3.4.2 and 3.4.4).</summary>
internal static class DkimText
{
    /// <summary>The fields, still folded, without the last line break; and what stands behind the blank line.</summary>
    public static (IReadOnlyList<string> Fields, byte[] Body) Split(ReadOnlySpan<byte> mail)
    {
        var blank = mail.IndexOf("\r\n\r\n"u8);
        var header = Encoding.UTF8.GetString(blank < 0 ? mail : mail[..blank]);
        var fields = new List<string>();
        foreach (var line in header.Split("\r\n"))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && fields.Count > 0)
                fields[^1] += "\r\n" + line;
            else if (line.Length > 0)
                fields.Add(line);
        }
        return (fields, blank < 0 ? [] : mail[(blank + 4)..].ToArray());
    }

    public static bool IsNamed(string field, string name) =>
        field.Length > name.Length
        && field[name.Length] is ':' or ' ' or '\t'
        && field.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of fields that occur more than once, from the last up; a name beyond those stands for nothing.</summary>
    public static IEnumerable<string> Chosen(IReadOnlyList<string> fields, IEnumerable<string> names)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var skip = taken.GetValueOrDefault(name);
            taken[name] = skip + 1;
            if (fields.Reverse().Where(f => IsNamed(f, name)).Skip(skip).FirstOrDefault() is { } field)
                yield return Field(field);
        }
    }

    public static string Field(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var name = field[..colon].TrimEnd(' ', '\t').ToLowerInvariant();
        var value = new StringBuilder(field.Length);
        var isSpace = false;
        foreach (var c in field.AsSpan(colon + 1))
        {
            if (c is '\r' or '\n')
                continue;
            if (c is ' ' or '\t')
            {
                isSpace = true;
                continue;
            }
            if (isSpace && value.Length > 0)
                value.Append(' ');
            isSpace = false;
            value.Append(c);
        }
        return $"{name}:{value}";
    }

    public static byte[] Body(ReadOnlySpan<byte> body)
    {
        var relaxed = new MemoryStream(body.Length);
        var empty = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf("\r\n"u8);
            var line = Line(end < 0 ? body : body[..end]);
            body = end < 0 ? default : body[(end + 2)..];
            if (line.Length == 0)
            {
                empty++;
                continue;
            }
            for (; empty > 0; empty--)
                relaxed.Write("\r\n"u8);
            relaxed.Write(line);
            relaxed.Write("\r\n"u8);
        }
        return relaxed.ToArray();
    }

    private static byte[] Line(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd(" \t"u8);
        var relaxed = new List<byte>(line.Length);
        var isSpace = false;
        foreach (var b in line)
        {
            if (b is (byte)' ' or (byte)'\t')
            {
                isSpace = true;
                continue;
            }
            if (isSpace)
                relaxed.Add((byte)' ');
            isSpace = false;
            relaxed.Add(b);
        }
        return [.. relaxed];
    }
}
