using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Takes a mail apart. Never throws, never recurses on the input's depth, and looks at each byte a bounded number of times.
/// </summary>
internal static class MimeParser
{
    public static MimeEntity Parse(ReadOnlyMemory<byte> raw, MailLimits limits, ICollection<string> defects)
    {
        if (raw.Length > limits.MailBytes)
        {
            defects.Add($"larger than {limits.MailBytes} bytes: read up to there");
            raw = raw[..(int)limits.MailBytes];
        }
        var root = ReadEntity(SkipMboxLine(raw), 0, "text/plain", limits, defects);
        var open = new Stack<MimeEntity>();
        open.Push(root);
        var parts = 1;
        while (open.TryPop(out var entity))
        {
            var isMessage = entity.IsMessage && IsPlainlyEncoded(entity);
            if (!isMessage && !entity.IsMultipart)
                continue;
            if (entity.Depth >= limits.Depth)
            {
                defects.Add($"nested deeper than {limits.Depth}: kept as it is");
                continue;
            }
            if (isMessage)
                entity.Children.Add(ReadEntity(entity.Body, entity.Depth + 1, "text/plain", limits, defects));
            else
                Split(entity, limits, defects, limits.Parts - parts);
            parts += entity.Children.Count;
            if (parts >= limits.Parts)
            {
                defects.Add($"more than {limits.Parts} parts: the rest is left unread");
                break;
            }
            for (var i = entity.Children.Count - 1; i >= 0; i--)
                open.Push(entity.Children[i]);
        }
        return root;
    }

    /// <summary>A message may not be encoded as a whole; when it is anyway it is kept as an attachment.</summary>
    private static bool IsPlainlyEncoded(MimeEntity entity) =>
        entity.Unfolded("Content-Transfer-Encoding")?.Trim().ToLowerInvariant() is not ("base64" or "quoted-printable");

    private static ReadOnlyMemory<byte> SkipMboxLine(ReadOnlyMemory<byte> raw)
    {
        var span = raw.Span;
        if (!span.StartsWith("From "u8) && !span.StartsWith(">From "u8))
            return raw;
        var end = span.IndexOf((byte)'\n');
        return end < 0 ? raw : raw[(end + 1)..];
    }

    private static MimeEntity ReadEntity(
        ReadOnlyMemory<byte> raw,
        int depth,
        string defaultType,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var headers = new List<HeaderField>();
        var body = ReadHeaders(raw, headers, limits, defects);
        return new MimeEntity
        {
            Headers = headers,
            Body = body,
            Depth = depth,
            DefaultType = defaultType,
        };
    }

    private static ReadOnlyMemory<byte> ReadHeaders(
        ReadOnlyMemory<byte> raw,
        List<HeaderField> headers,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var span = raw.Span;
        var at = 0;
        while (at < span.Length)
        {
            if (at > limits.HeaderBytes)
            {
                defects.Add($"header longer than {limits.HeaderBytes} bytes: the rest is read as text");
                return raw[at..];
            }
            var (end, next) = LineEnd(span, at);
            if (end == at)
                return raw[next..];
            var colon = span[at..end].IndexOf((byte)':');
            if (colon <= 0 || !IsName(span.Slice(at, colon)))
            {
                // No field: either the blank line is missing and the text has begun, or a line is broken.
                if (headers.Count == 0 || !LooksLikeField(span, next))
                {
                    if (headers.Count > 0)
                        defects.Add("no blank line between header and text");
                    return raw[at..];
                }
                defects.Add("a line in the header is no field");
                at = next;
                continue;
            }
            var value = at + colon + 1;
            while (next < span.Length && span[next] is (byte)' ' or (byte)'\t')
            {
                // A line of white space only is, by old custom, the end of the header.
                var (foldedEnd, afterFold) = LineEnd(span, next);
                if (
                    span[next..foldedEnd].Trim(" \t"u8).IsEmpty
                    && LineEnd(span, afterFold) is var (e, _)
                    && e == afterFold
                )
                    break;
                (end, next) = (foldedEnd, afterFold);
                if (next - at > limits.HeaderBytes)
                    break;
            }
            headers.Add(new HeaderField(Encoding.ASCII.GetString(span.Slice(at, colon)).TrimEnd(), raw[value..end]));
            at = next;
        }
        return ReadOnlyMemory<byte>.Empty;
    }

    private static bool LooksLikeField(ReadOnlySpan<byte> span, int at)
    {
        if (at >= span.Length)
            return false;
        var (end, _) = LineEnd(span, at);
        var colon = span[at..end].IndexOf((byte)':');
        return colon > 0 && IsName(span.Slice(at, colon));
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        name = name.TrimEnd((byte)' ');
        if (name.IsEmpty || name.Length > 200)
            return false;
        foreach (var b in name)
        {
            if (b is <= (byte)' ' or >= 127)
                return false;
        }
        return true;
    }

    /// <summary>Lines end at CRLF, and by habit of others at LF or CR alone.</summary>
    private static (int End, int Next) LineEnd(ReadOnlySpan<byte> span, int at)
    {
        if (at >= span.Length)
            return (span.Length, span.Length);
        var offset = span[at..].IndexOfAny((byte)'\r', (byte)'\n');
        if (offset < 0)
            return (span.Length, span.Length);
        var end = at + offset;
        var next = end + 1;
        if (span[end] == (byte)'\r' && next < span.Length && span[next] == (byte)'\n')
            next++;
        return (end, next);
    }

    private static void Split(MimeEntity entity, MailLimits limits, ICollection<string> defects, int most)
    {
        var boundary = entity.ContentType["boundary"];
        if (string.IsNullOrEmpty(boundary))
        {
            defects.Add("multipart without a boundary: read as text");
            return;
        }
        var mark = Encoding.UTF8.GetBytes("--" + boundary.TrimEnd());
        var type = entity.Type == "multipart/digest" ? "message/rfc822" : "text/plain";
        var span = entity.Body.Span;
        var at = 0;
        var start = -1;
        var closed = false;
        while (at <= span.Length && !closed && entity.Children.Count < most)
        {
            var found = NextMark(span, at, mark);
            if (found < 0)
                break;
            if (start >= 0)
                entity.Children.Add(
                    ReadEntity(
                        entity.Body[start..TrimBreak(span, start, found)],
                        entity.Depth + 1,
                        type,
                        limits,
                        defects
                    )
                );
            var behind = found + mark.Length;
            closed = span[behind..].StartsWith("--"u8);
            (_, at) = LineEnd(span, behind);
            start = at;
        }
        if (closed)
            return;
        if (start >= 0 && entity.Children.Count < most)
        {
            defects.Add("the last boundary is missing");
            entity.Children.Add(
                ReadEntity(entity.Body[Math.Min(start, span.Length)..], entity.Depth + 1, type, limits, defects)
            );
        }
        else if (start < 0)
        {
            defects.Add("the boundary does not occur: read as text");
        }
    }

    private static int NextMark(ReadOnlySpan<byte> span, int from, ReadOnlySpan<byte> mark)
    {
        while (from < span.Length)
        {
            var offset = span[from..].IndexOf(mark);
            if (offset < 0)
                return -1;
            var found = from + offset;
            var behind = found + mark.Length;
            var atStart = found == 0 || span[found - 1] is (byte)'\n' or (byte)'\r';
            var atEnd =
                behind >= span.Length
                || span[behind] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'
                || span[behind..].StartsWith("--"u8);
            if (atStart && atEnd)
                return found;
            from = behind;
        }
        return -1;
    }

    /// <summary>The line break before a boundary belongs to the boundary.</summary>
    private static int TrimBreak(ReadOnlySpan<byte> span, int start, int end)
    {
        if (end > start && span[end - 1] == (byte)'\n')
            end--;
        if (end > start && span[end - 1] == (byte)'\r')
            end--;
        return end;
    }
}
