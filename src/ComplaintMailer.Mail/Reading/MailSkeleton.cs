using System.Buffers;
using System.Globalization;

namespace ComplaintMailer.Mail.Reading;

/// <summary>
/// What is needed of a large mail to understand it: all of it but the inside of files too large to be looked at. Takes the mail
/// piece by piece, as it comes. A file is known by its lines, which are base64 and nothing else, so that no boundary need be understood; in
/// place of what is left out stands a mark that says how large the whole is.
/// </summary>
public sealed class MailSkeleton
{
    /// <summary>What is smaller is held whole, and has no use for this.</summary>
    public const long Large = 16L << 20;

    /// <summary>A file of more than eight megabytes is never passed on, and one of these can have no less.</summary>
    private const long FileMost = 23L << 19;

    /// <summary>When so much is kept, of each further file no more than <see cref="FileLeast"/>.</summary>
    private const long FilesMost = 14L << 20;
    private const long FileLeast = 160 << 10;

    /// <summary>What is shorter has nothing left out.</summary>
    private const int Whole = 128 << 10;
    private const int MarkMost = 16;

    /// <summary>A reader looks no further.</summary>
    private const long Most = 50L << 20;
    private const int LineMost = 1000;

    private static readonly SearchValues<byte> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8
    );

    /// <summary>In base64 they are skipped, whatever program reads it.</summary>
    private static ReadOnlySpan<byte> Digits => "!#$%&()*,-"u8;
    private static ReadOnlySpan<byte> MarkBegins => "\0~"u8;
    private static ReadOnlySpan<byte> MarkEnds => "~\0"u8;

    private readonly ArrayBufferWriter<byte> kept = new(18 << 20);
    private readonly byte[] line = new byte[LineMost];
    private int begun;

    /// <summary>In the middle of a line longer than any of base64.</summary>
    private bool isLong;
    private long run;
    private long runBytes;
    private bool isCut;

    public void Add(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var stop = piece.IndexOf((byte)'\n');
            var part = stop < 0 ? piece : piece[..(stop + 1)];
            piece = piece[part.Length..];
            if (isLong || begun + part.Length > LineMost)
            {
                EndRun();
                Keep(line.AsSpan(0, begun));
                Keep(part);
                begun = 0;
                isLong = stop < 0;
                continue;
            }
            part.CopyTo(line.AsSpan(begun));
            begun += part.Length;
            if (stop >= 0)
                Line();
        }
    }

    public ReadOnlyMemory<byte> End()
    {
        if (begun > 0)
            Line();
        EndRun();
        return kept.WrittenMemory;
    }

    /// <summary>How large the file is that stands here with its inside left out; null where it is whole.</summary>
    internal static long? SizeOf(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length < Whole)
            return null;
        long? size = null;
        while (encoded.IndexOf(MarkBegins) is >= 0 and var at)
        {
            encoded = encoded[(at + MarkBegins.Length)..];
            var end = encoded[..Math.Min(encoded.Length, MarkMost)].IndexOf(MarkEnds);
            if (end < 0)
                continue;
            var bytes = 0L;
            foreach (var b in encoded[..end])
                bytes = (bytes * 10) + Math.Max(0, Digits.IndexOf(b));
            size = (size ?? 0) + bytes;
            encoded = encoded[end..];
        }
        return size;
    }

    private void Line()
    {
        var whole = line.AsSpan(0, begun);
        begun = 0;
        var letters = whole.TrimEnd("\r\n"u8);
        var bare = letters.TrimEnd((byte)'=');
        if (
            letters.Length < 4
            || (letters.Length & 3) != 0
            || letters.Length - bare.Length > 2
            || bare.ContainsAnyExcept(Alphabet)
        )
        {
            EndRun();
            Keep(whole);
            return;
        }
        runBytes += (letters.Length / 4 * 3) - (letters.Length - bare.Length);
        if (!isCut && run + whole.Length <= (kept.WrittenCount < FilesMost ? FileMost : FileLeast))
        {
            Keep(whole);
            run += whole.Length;
        }
        else
            isCut = true;
    }

    private void EndRun()
    {
        if (isCut)
        {
            Keep(MarkBegins);
            foreach (var digit in runBytes.ToString(CultureInfo.InvariantCulture))
                Keep(Digits.Slice(digit - '0', 1));
            Keep(MarkEnds);
            Keep("\r\n"u8);
        }
        (run, runBytes, isCut) = (0, 0, false);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (kept.WrittenCount + bytes.Length <= Most)
            kept.Write(bytes);
    }
}
