using System.Text;

namespace ComplaintMailer.Mail.Mailboxes;

/// <summary>
/// Many mails in one file, each behind a line “From somebody Mon Nov 23 10:12:13 2026” (RFC 4155, with the customs of
/// mboxrd). Reads as it goes: the file may be larger than memory.
/// </summary>
public static class MboxFile
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Whether a file that begins like this is one.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) => IsFromLine(FirstLine(start));

    /// <summary>The mails in order, without their “From ” line, and with “&gt;From ” turned back.</summary>
    public static IEnumerable<byte[]> Read(Stream file)
    {
        var mail = new MemoryStream();
        var isMail = false;
        var wasBlank = true;
        foreach (var line in Lines(file))
        {
            if (wasBlank && IsFromLine(line.Span))
            {
                if (isMail && mail.Length > 0)
                    yield return Ended(mail);
                mail.SetLength(0);
                isMail = true;
                wasBlank = false;
                continue;
            }
            wasBlank = line.Span.Trim("\r\n"u8).IsEmpty;
            mail.Write(Unquoted(line.Span));
            isMail |= !wasBlank;
        }
        if (isMail && mail.Length > 0)
            yield return Ended(mail);
    }

    /// <summary>The blank line before the next “From ” is the file's, not the mail's.</summary>
    private static byte[] Ended(MemoryStream mail)
    {
        var bytes = mail.GetBuffer().AsSpan(0, (int)mail.Length);
        if (bytes.EndsWith("\r\n\r\n"u8))
            bytes = bytes[..^2];
        else if (bytes.EndsWith("\n\n"u8))
            bytes = bytes[..^1];
        return bytes.ToArray();
    }

    /// <summary>“&gt;From ” was “From ”, “&gt;&gt;From ” was “&gt;From ”.</summary>
    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] != (byte)'>')
            return line;
        var first = line.IndexOfAnyExcept((byte)'>');
        return first > 0 && line[first..].StartsWith("From "u8) ? line[1..] : line;
    }

    /// <summary>People begin lines with “From ” too; only behind a mailbox's name stand a weekday, a month and a time.</summary>
    private static bool IsFromLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 500)
            return false;
        var words = Encoding.Latin1.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 6
            && words[^1].TrimEnd().Length >= 2
            && words.Any(w => w.Length is 5 or 8 && w[2] == ':' && char.IsAsciiDigit(w[0]) && char.IsAsciiDigit(w[^1]));
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        return end < 0 ? start : start[..end];
    }

    /// <summary>Lines with their ends. Each is valid only until the next is asked for.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream file)
    {
        var buffer = new byte[BufferSize];
        var start = 0;
        var end = 0;
        while (true)
        {
            var offset = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (offset >= 0)
            {
                yield return buffer.AsMemory(start, offset + 1);
                start += offset + 1;
                continue;
            }
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            if (end == buffer.Length)
            {
                // A line longer than the buffer goes out in pieces: no “From ” line is that long.
                yield return buffer.AsMemory(0, end);
                end = 0;
            }
            var read = file.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }
        if (end > start)
            yield return buffer.AsMemory(start, end - start);
    }
}
