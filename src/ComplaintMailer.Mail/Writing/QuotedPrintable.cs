using System.Numerics;
using System.Runtime.Intrinsics;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Quoted-printable (RFC 2045): survives every server, and stays readable to the eye.</summary>
internal static class QuotedPrintable
{
    /// <summary>One less than there may be: a sign that says the line goes on may have to follow.</summary>
    private const int Most = 75;

    /// <param name="text">With LF line ends.</param>
    public static void Write(MailBytes to, ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            // Three for each, a line of 75 at a time.
            var room = to.Room((line.Length * 3) + (line.Length / 8) + 8);
            to.Length += Line(room, line);
        }
    }

    /// <returns>How much was written.</returns>
    private static int Line(Span<byte> to, ReadOnlySpan<byte> line)
    {
        // On this line of the mail, and in all.
        var (length, written) = (0, 0);
        for (var at = 0; at < line.Length; )
        {
            var isPlain = IsPlain(line, at, length);
            if (length + (isPlain ? 1 : 3) > Most)
            {
                "=\r\n"u8.CopyTo(to[written..]);
                written += 3;
                length = 0;
                isPlain = IsPlain(line, at, length);
            }
            if (!isPlain)
            {
                var hex = "0123456789ABCDEF"u8;
                to[written] = (byte)'=';
                to[written + 1] = hex[line[at] >> 4];
                to[written + 2] = hex[line[at] & 15];
                at++;
                written += 3;
                length += 3;
                continue;
            }
            to[written++] = line[at++];
            length++;
            // Most of a text goes as it is, a stretch at a time. The last sign of a line is looked at by itself.
            var plain = Plain(to[written..], line[at..], Math.Min(Most - length, line.Length - 1 - at));
            (at, written, length) = (at + plain, written + plain, length + plain);
        }
        "\r\n"u8.CopyTo(to[written..]);
        return written + 2;
    }

    private static bool IsPlain(ReadOnlySpan<byte> line, int at, int length)
    {
        var b = line[at];
        // A full stop alone on a line ends a mail in SMTP; “From ” at the start of a line is changed by old programs.
        if (length == 0 && (b == (byte)'.' || (b == (byte)'F' && line[at..].StartsWith("From "u8))))
            return false;
        if (b is (byte)' ' or (byte)'\t')
            return at < line.Length - 1;
        return b is >= 33 and <= 126 and not (byte)'=';
    }

    /// <summary>Copies what stands for itself anywhere but at the beginning and end of a line.</summary>
    /// <returns>How much that was.</returns>
    private static int Plain(Span<byte> to, ReadOnlySpan<byte> from, int most)
    {
        var at = 0;
        while (most - at >= Vector128<byte>.Count)
        {
            var some = Vector128.Create(from.Slice(at, Vector128<byte>.Count));
            some.CopyTo(to[at..]);
            var other =
                Vector128.LessThan(some, Vector128.Create((byte)' '))
                | Vector128.GreaterThan(some, Vector128.Create((byte)'~'))
                | Vector128.Equals(some, Vector128.Create((byte)'='));
            var bits = other.ExtractMostSignificantBits();
            if (bits != 0)
                return at + BitOperations.TrailingZeroCount(bits);
            at += Vector128<byte>.Count;
        }
        for (; at < most && from[at] is >= (byte)' ' and <= (byte)'~' and not (byte)'='; at++)
            to[at] = from[at];
        return at;
    }
}
