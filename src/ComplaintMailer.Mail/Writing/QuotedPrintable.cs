using System.Buffers;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>Quoted-printable (RFC 2045): survives every server, and stays readable to the eye.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    /// <summary>What stands for itself anywhere but at the end of a line. A full stop and F, of “From ”, may not begin one.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create([
        (byte)'\t',
        .. Enumerable.Range(32, 95).Select(b => (byte)b).Where(b => b is not ((byte)'=' or (byte)'.' or (byte)'F')),
    ]);

    /// <param name="text">With LF line ends.</param>
    public static void Write(MailBytes to, ReadOnlySpan<char> text)
    {
        var whole = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        var bytes = whole.AsSpan(0, Encoding.UTF8.GetBytes(text, whole));
        foreach (var line in bytes.Split((byte)'\n'))
        {
            Line(to, bytes[line]);
            to.Write("\r\n"u8);
        }
        bytes.Clear();
        ArrayPool<byte>.Shared.Return(whole);
    }

    private static void Line(MailBytes to, ReadOnlySpan<byte> line)
    {
        var length = 0;
        for (var at = 0; at < line.Length; )
        {
            // Most of a text goes as it is, a stretch at a time.
            var room = Math.Min(LineLength - 1 - length, line.Length - 1 - at);
            var plain = line.Slice(at, room).IndexOfAnyExcept(Plain);
            plain = plain < 0 ? room : plain;
            if (plain > 0)
            {
                to.Write(line.Slice(at, plain));
                (at, length) = (at + plain, length + plain);
                continue;
            }
            var isPlain = IsPlain(line, at, length);
            if (length + (isPlain ? 1 : 3) > LineLength - 1)
            {
                to.Write("=\r\n"u8);
                length = 0;
                isPlain = IsPlain(line, at, length);
            }
            if (isPlain)
                to.Write(line.Slice(at, 1));
            else
                Escaped(to, line[at]);
            length += isPlain ? 1 : 3;
            at++;
        }
    }

    private static void Escaped(MailBytes to, byte b)
    {
        var hex = "0123456789ABCDEF"u8;
        to.Write([(byte)'=', hex[b >> 4], hex[b & 15]]);
    }

    private static bool IsPlain(ReadOnlySpan<byte> line, int at, int length)
    {
        var b = line[at];
        // A full stop alone on a line ends a mail in SMTP; “From ” at the start of a line is changed by old programs.
        if (length == 0 && (b == (byte)'.' || line[at..].StartsWith("From "u8)))
            return false;
        if (b is (byte)' ' or (byte)'\t')
            return at < line.Length - 1;
        return b is >= 33 and <= 126 and not (byte)'=';
    }
}
