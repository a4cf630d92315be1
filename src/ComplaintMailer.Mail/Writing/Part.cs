using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>A part of a mail on its way out.</summary>
internal abstract class Part
{
    public static Part Text(string subtype, ReadOnlyMemory<char> text) => new TextPart(subtype, text);

    public static Part File(OutgoingPart file, bool isInline) => new FilePart(file, isInline);

    public static Part Multi(string subtype, IReadOnlyList<Part> children, string? parameter = null) =>
        new MultiPart(subtype, children, parameter);

    public abstract void Write(MailBytes to, BoundaryMaker boundaries);

    protected static void Base64(MailBytes to, ReadOnlySpan<byte> content)
    {
        const int bytesALine = 57;
        Span<char> line = stackalloc char[76];
        for (var at = 0; at < content.Length; at += bytesALine)
        {
            Convert.TryToBase64Chars(
                content.Slice(at, Math.Min(bytesALine, content.Length - at)),
                line,
                out var written
            );
            to.Line(line[..written]);
        }
    }
}

/// <summary>A text: as it is where every server leaves it alone, quoted-printable for our languages, base64 for other scripts.</summary>
internal sealed class TextPart(string subtype, ReadOnlyMemory<char> text) : Part
{
    private const int LongestPlainLine = 78;

    /// <summary>What ends a line, and NUL, which is no text in any charset.</summary>
    private static readonly SearchValues<char> Unusual = SearchValues.Create("\r\f\u0085\u2028\u2029\0");

    public override void Write(MailBytes to, BoundaryMaker boundaries)
    {
        MailWriter.Field(to, "Content-Type", $"text/{subtype}; charset=utf-8");
        var whole = text.Span;
        if (whole.ContainsAny(Unusual))
            whole = whole.ToString().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        whole = whole.TrimEnd('\n');
        var borrowed = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(whole));
        // Lone halves of letters, which are no text either, become what stands for them.
        var bytes = borrowed.AsSpan(0, Encoding.UTF8.GetBytes(whole, borrowed));
        Write(to, bytes);
        bytes.Clear();
        ArrayPool<byte>.Shared.Return(borrowed);
    }

    private static void Write(MailBytes to, ReadOnlySpan<byte> lines)
    {
        if (IsPlain(lines))
        {
            MailWriter.Field(to, "Content-Transfer-Encoding", "7bit");
            to.Line("");
            Lines(to, lines);
            return;
        }
        var start = to.Length;
        MailWriter.Field(to, "Content-Transfer-Encoding", "quoted-printable");
        to.Line("");
        var body = to.Length;
        QuotedPrintable.Write(to, lines);
        // A third more is the price of base64; quoted-printable, which the eye can read, may cost half as much again.
        if (to.Length - body <= (lines.Length + lines.Count((byte)'\n') + 2) * 2)
            return;
        to.Length = start;
        MailWriter.Field(to, "Content-Transfer-Encoding", "base64");
        to.Line("");
        using var plain = new MailBytes(lines.Length * 2);
        Lines(plain, lines);
        Base64(to, plain.Written);
    }

    private static void Lines(MailBytes to, ReadOnlySpan<byte> lines)
    {
        foreach (var line in lines.Split((byte)'\n'))
        {
            to.Write(lines[line]);
            to.Write("\r\n"u8);
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> lines)
    {
        foreach (var line in lines.Split((byte)'\n'))
        {
            var one = lines[line];
            if (
                one.Length > LongestPlainLine
                || one.ContainsAnyExcept(Printable)
                || one.EndsWith(" "u8)
                || one.EndsWith("\t"u8)
                // Changed by old programs, or ends a mail for them, or looks like a boundary.
                || one.StartsWith("From "u8)
                || one.SequenceEqual("."u8)
                || one.StartsWith("--"u8)
            )
                return false;
        }
        return true;
    }

    private static readonly SearchValues<byte> Printable = SearchValues.Create([
        .. Enumerable.Range(' ', 95).Select(c => (byte)c),
        (byte)'\t',
    ]);
}

/// <summary>A file. Base64 always, save for mails: those may not be encoded (RFC 2046, section 5.2.1) and are sent as they were.</summary>
internal sealed class FilePart(OutgoingPart file, bool isInline) : Part
{
    private const int LongestLine = 998;

    public override void Write(MailBytes to, BoundaryMaker boundaries)
    {
        var type = Type(file.Type);
        var isMail = IsMail(file);
        var asItIs = isMail && IsSevenBit(file.Content.Span);
        // A mail that would have to be encoded goes along as a file: its name still says what it is.
        if (isMail && !asItIs)
            type = "application/octet-stream";
        var parameters = (file.TypeParameters ?? []).Select(p => ParameterText.Write(HeaderText.Name(p.Key), p.Value));
        var name = string.IsNullOrWhiteSpace(file.Name) ? "bijlage" : file.Name;
        MailWriter.Field(
            to,
            "Content-Type",
            string.Join("; ", parameters.Prepend(type).Append(ParameterText.Write("name", name))),
            hasQuotes: true
        );
        MailWriter.Field(to, "Content-Transfer-Encoding", asItIs ? "7bit" : "base64");
        MailWriter.Field(
            to,
            "Content-Disposition",
            $"{(isInline ? "inline" : "attachment")}; {ParameterText.Write("filename", name)}",
            hasQuotes: true
        );
        if (file.ContentId is { } id)
            MailWriter.Field(to, "Content-ID", HeaderText.MessageIds([id]));
        to.Line("");
        if (!asItIs)
        {
            Base64(to, file.Content.Span);
            return;
        }
        to.Write(file.Content.Span);
        if (!file.Content.Span.EndsWith("\r\n"u8))
            to.Line("");
    }

    public static bool IsMail(OutgoingPart file) => Type(file.Type).StartsWith("message/", StringComparison.Ordinal);

    private static string Type(string given)
    {
        var type = given.Trim().ToLowerInvariant();
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        var isType =
            slash > 0
            && slash < type.Length - 1
            && type.Length < 100
            && type.Where((_, i) => i != slash).All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or '_');
        return isType && !type.StartsWith("multipart/", StringComparison.Ordinal) ? type : "application/octet-stream";
    }

    private static bool IsSevenBit(ReadOnlySpan<byte> content)
    {
        if (content.ContainsAnyInRange((byte)0x80, (byte)0xFF) || content.Contains((byte)0))
            return false;
        while (!content.IsEmpty)
        {
            var end = content.IndexOfAny((byte)'\r', (byte)'\n');
            if ((end < 0 ? content.Length : end) > LongestLine)
                return false;
            if (end < 0)
                return true;
            if (!content[end..].StartsWith("\r\n"u8))
                return false;
            content = content[(end + 2)..];
        }
        return true;
    }
}

internal sealed class MultiPart(string subtype, IReadOnlyList<Part> children, string? parameter) : Part
{
    public override void Write(MailBytes to, BoundaryMaker boundaries)
    {
        var boundary = boundaries.Next();
        var further = parameter is null ? "" : $"; {parameter}";
        MailWriter.Field(to, "Content-Type", $"multipart/{subtype}{further}; boundary=\"{boundary}\"", hasQuotes: true);
        to.Line("");
        foreach (var child in children)
        {
            to.Line($"--{boundary}");
            child.Write(to, boundaries);
        }
        to.Line($"--{boundary}--");
    }
}
