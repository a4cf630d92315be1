using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Cuts a multipart at its boundary. A boundary that does not occur is looked for in the body: what looks like one and is
/// followed by a part's header will do.
/// </summary>
internal static class MultipartSplitter
{
    /// <summary>RFC 2046 allows 70; longer ones are cut off, so that no comparison is long.</summary>
    private const int LongestBoundary = 500;

    /// <summary>So far into a body a lost boundary is looked for.</summary>
    private const int LookFor = 64 * 1024;

    public static void Split(MimeEntity entity, int most, MailLimits limits, ICollection<string> defects)
    {
        var given = entity.ContentType["boundary"]?.TrimEnd() ?? "";
        if (given.Length > LongestBoundary)
            given = given[..LongestBoundary];
        if (given.Length > 0 && Cut(entity, entity.Body, Mark(given), most, limits, defects))
            return;
        // A multipart may not be encoded (RFC 2045, section 6.4), yet it happens.
        if (given.Length > 0 && entity.TransferEncoding is TransferEncoding.Base64 or TransferEncoding.QuotedPrintable)
        {
            if (Cut(entity, entity.DecodeBytes(), Mark(given), most, limits, defects))
                return;
        }
        if (Lost(entity.Body.Span) is { } found && Cut(entity, entity.Body, found, most, limits, defects))
        {
            defects.Add(given.Length == 0 ? "no boundary given: found in the body" : "another boundary than was given");
            if (!entity.IsMultipart)
                entity.BecomeMultipart();
            return;
        }
        defects.Add(
            given.Length == 0
                ? "multipart without a boundary: read as text"
                : "the boundary does not occur: read as text"
        );
    }

    public static bool LooksSplit(ReadOnlySpan<byte> body) => Lost(body) is not null;

    private static byte[] Mark(string boundary) => Encoding.UTF8.GetBytes("--" + boundary);

    private static bool Cut(
        MimeEntity entity,
        ReadOnlyMemory<byte> body,
        ReadOnlySpan<byte> mark,
        int most,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var isMessage = entity.Type == "multipart/digest";
        var span = body.Span;
        var start = -1;
        var closed = false;
        var at = 0;
        while (true)
        {
            var found = NextMark(span, at, mark, out var behind, out var closes);
            var end = found < 0 ? span.Length : TrimBreak(span, start, found);
            if (start >= 0 && !closed)
            {
                if (entity.Children.Count >= most)
                {
                    defects.Add($"more than {limits.Parts} parts: the rest is left unread");
                    return true;
                }
                entity.Add(HeaderBlock.Read(body[start..end], entity.Depth + 1, isMessage, limits, defects));
            }
            if (found < 0)
                break;
            // What follows a closing boundary is no part, unless the same boundary goes on: programs that use one
            // boundary for two levels do so.
            closed = closes;
            at = start = Lines.Next(span, behind);
        }
        if (start >= 0 && !closed)
            defects.Add("the last boundary is missing");
        return start >= 0;
    }

    private static int NextMark(
        ReadOnlySpan<byte> span,
        int from,
        ReadOnlySpan<byte> mark,
        out int behind,
        out bool closes
    )
    {
        closes = false;
        behind = span.Length;
        var at = from;
        if (from > 0 && span[from - 1] != (byte)'\n')
            at = Lines.Next(span, from);
        while (at < span.Length)
        {
            // Only what follows a line break counts; looking for those three bytes is quick whatever the body is.
            if (!span[at..].StartsWith("--"u8))
            {
                var offset = span[at..].IndexOf("\n--"u8);
                if (offset < 0)
                    return -1;
                at += offset + 1;
            }
            if (span[at..].StartsWith(mark) && EndsMark(span[(at + mark.Length)..], out closes))
            {
                behind = at + mark.Length;
                return at;
            }
            at += 2;
            var next = span[at..].IndexOf("\n--"u8);
            if (next < 0)
                return -1;
            at += next + 1;
        }
        return -1;
    }

    private static bool EndsMark(ReadOnlySpan<byte> rest, out bool closes)
    {
        closes = rest.StartsWith("--"u8);
        if (closes)
            rest = rest[2..];
        // White space may have been added on the way; anything else makes it another boundary that begins alike.
        var blank = rest.IndexOfAnyExcept(" \t"u8);
        return blank < 0 || rest[blank] is (byte)'\r' or (byte)'\n';
    }

    /// <summary>The line break before a boundary belongs to the boundary.</summary>
    private static int TrimBreak(ReadOnlySpan<byte> span, int start, int end)
    {
        if (end > start && end > 0 && span[end - 1] == (byte)'\n')
            end--;
        if (end > start && end > 0 && span[end - 1] == (byte)'\r')
            end--;
        return end;
    }

    /// <summary>The first line that begins with two hyphens and has a Content- field behind it.</summary>
    private static byte[]? Lost(ReadOnlySpan<byte> span)
    {
        span = span[..Math.Min(span.Length, LookFor)];
        var at = 0;
        while (at < span.Length)
        {
            if (!span[at..].StartsWith("--"u8))
            {
                var offset = span[at..].IndexOf("\n--"u8);
                if (offset < 0)
                    return null;
                at += offset + 1;
            }
            var (end, next) = Lines.At(span, at);
            var line = span[at..end].TrimEnd(" \t"u8);
            if (line.Length is > 2 and <= LongestBoundary && !line.Contains((byte)' ') && IsPartHeader(span[next..]))
                return line.ToArray();
            at = next;
        }
        return null;
    }

    private static bool IsPartHeader(ReadOnlySpan<byte> rest) =>
        rest.Length > 8 && Ascii.EqualsIgnoreCase(rest[..8], "Content-"u8) && Lines.StartsWithField(rest);
}
