using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Reads the fields above the blank line, also where that line is missing or a field is broken.</summary>
internal static class HeaderBlock
{
    /// <summary>So many lines in a row that are no fields are text, whatever follows.</summary>
    private const int MostBroken = 5;

    /// <summary>A list of more fields is not kept for the next header.</summary>
    private const int KeptMax = 200;

    [ThreadStatic]
    private static List<HeaderPlace>? spare;

    /// <param name="isMessage">What it is when it does not say so: within multipart/digest a part is a message, else a text.</param>
    public static MimeEntity Read(
        ReadOnlyMemory<byte> raw,
        int depth,
        bool isMessage,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var headers = spare ?? new List<HeaderPlace>(32);
        spare = null;
        var body = Fields(raw, headers, limits, defects);
        var entity = new MimeEntity([.. headers], raw, body, depth, isMessage);
        if (headers.Count <= KeptMax)
        {
            headers.Clear();
            spare = headers;
        }
        return entity;
    }

    /// <summary>Where the body begins.</summary>
    private static int Fields(
        ReadOnlyMemory<byte> raw,
        List<HeaderPlace> headers,
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
                return at;
            }
            var (end, next) = Lines.At(span, at);
            if (end == at)
                return next;
            var colon = Lines.NameLength(span[at..end]);
            if (colon == 0)
            {
                // No field: either the blank line is missing and the text has begun, or a line is broken.
                if (headers.Count == 0 || ++broken > MostBroken || !Lines.StartsWithField(span[next..]))
                {
                    if (headers.Count > 0 && !IsBlank(span[at..end]))
                        defects.Add("no blank line between header and text");
                    return IsBlank(span[at..end]) ? next : at;
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
            headers.Add(new(RecurringText.Names.Of(span.Slice(at, colon).TrimEnd(" \t"u8)), value, end - value));
            at = next;
        }
        return span.Length;
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
