using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Reads the fields above the blank line, also where that line is missing or a field is broken.</summary>
internal static class HeaderBlock
{
    /// <summary>So many lines in a row that are no fields are text, whatever follows.</summary>
    private const int MostBroken = 5;

    public static MimeEntity Read(
        ReadOnlyMemory<byte> raw,
        int depth,
        string defaultType,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var headers = new List<HeaderField>(depth == 0 ? 16 : 4);
        var body = Fields(raw, headers, limits, defects);
        return new MimeEntity(headers, body, depth, defaultType);
    }

    private static ReadOnlyMemory<byte> Fields(
        ReadOnlyMemory<byte> raw,
        List<HeaderField> headers,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var span = raw.Span;
        var at = 0;
        var broken = 0;
        var isBroken = false;
        while (at < span.Length)
        {
            if (at > limits.HeaderBytes)
            {
                defects.Add($"header longer than {limits.HeaderBytes} bytes: the rest is read as text");
                return raw[at..];
            }
            var (end, next) = Lines.At(span, at);
            if (end == at)
                return raw[next..];
            var colon = Lines.NameLength(span[at..end]);
            if (colon == 0)
            {
                // No field: either the blank line is missing and the text has begun, or a line is broken.
                if (headers.Count == 0 || ++broken > MostBroken || !Lines.StartsWithField(span[next..]))
                {
                    if (headers.Count > 0 && !IsBlank(span[at..end]))
                        defects.Add("no blank line between header and text");
                    return raw[(IsBlank(span[at..end]) ? next : at)..];
                }
                // Once is enough to say so: a header may hold a million such lines.
                if (!isBroken)
                    defects.Add("a line in the header is no field");
                isBroken = true;
                at = next;
                continue;
            }
            var value = at + colon + 1;
            (end, next) = Folded(span, at, end, next, limits.HeaderBytes);
            headers.Add(new HeaderField(HeaderNames.Of(span.Slice(at, colon).TrimEnd(" \t"u8)), raw[value..end]));
            at = next;
        }
        return ReadOnlyMemory<byte>.Empty;
    }

    private static (int End, int Next) Folded(ReadOnlySpan<byte> span, int at, int end, int next, int most)
    {
        while (next < span.Length && span[next] is (byte)' ' or (byte)'\t' && next - at <= most)
        {
            var (foldedEnd, afterFold) = Lines.At(span, next);
            // A line of white space only is, by old custom, the end of the header, unless a field follows it.
            if (IsBlank(span[next..foldedEnd]) && !GoesOn(span[afterFold..]))
                break;
            (end, next) = (foldedEnd, afterFold);
        }
        return (end, next);
    }

    private static bool GoesOn(ReadOnlySpan<byte> rest) =>
        (rest.Length > 0 && rest[0] is (byte)' ' or (byte)'\t') || Lines.StartsWithField(rest);

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;
}
