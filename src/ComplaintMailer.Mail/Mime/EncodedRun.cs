using System.Runtime.InteropServices;
using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Encoded words that follow each other in one charset: joined before they are decoded, so that a letter or a group of
/// base64 that was split between two is whole again.
/// </summary>
internal sealed class EncodedRun
{
    private readonly List<byte> bytes = [];

    /// <summary>Base64 that is not decoded yet, and how long each of its pieces is.</summary>
    private readonly List<byte> letters = [];
    private readonly List<int> pieces = [];
    private string charset = "";

    public bool IsEmpty { get; private set; } = true;

    public void Add(ReadOnlySpan<char> wordCharset, bool isBase64, ReadOnlySpan<char> word, StringBuilder text)
    {
        if (!wordCharset.Equals(charset, StringComparison.OrdinalIgnoreCase))
        {
            Flush(text);
            charset = wordCharset.ToString();
        }
        IsEmpty = false;
        if (!isBase64)
        {
            DrainBase64();
            AddQ(word);
            return;
        }
        foreach (var c in word)
            letters.Add(c < 128 ? (byte)c : (byte)' ');
        pieces.Add(word.Length);
    }

    public void Flush(StringBuilder text)
    {
        if (IsEmpty)
            return;
        DrainBase64();
        AppendLine(text);
        bytes.Clear();
        IsEmpty = true;
    }

    /// <summary>A header is one line: a break hidden in an encoded word must not make two of it.</summary>
    private void AppendLine(StringBuilder text)
    {
        var before = text.Length;
        var decoded = CollectionsMarshal.AsSpan(bytes);
        Charsets.Decode(decoded, charset, text);
        var length = text.Length - before;
        text.Replace("\r\n", " ", before, length);
        length = text.Length - before;
        text.Replace('\r', ' ', before, length).Replace('\n', ' ', before, length).Replace("\0", "", before, length);
    }

    private void DrainBase64()
    {
        if (pieces.Count == 0)
            return;
        var rest = CollectionsMarshal.AsSpan(letters);
        // A group of four was split only if the pieces are whole together and not each by itself.
        if (rest.Length % 4 == 0 && pieces.Exists(p => p % 4 != 0))
            AddBase64(rest);
        else
        {
            foreach (var piece in pieces)
            {
                AddBase64(rest[..piece]);
                rest = rest[piece..];
            }
        }
        letters.Clear();
        pieces.Clear();
    }

    private void AddBase64(ReadOnlySpan<byte> encoded)
    {
        var before = bytes.Count;
        CollectionsMarshal.SetCount(bytes, before + Base64Decoder.Most(encoded.Length));
        var written = Base64Decoder.Decode(encoded, CollectionsMarshal.AsSpan(bytes)[before..]);
        CollectionsMarshal.SetCount(bytes, before + written);
    }

    private void AddQ(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (
                c == '='
                && i + 2 < text.Length
                && Hex.Value(text[i + 1]) is >= 0 and var high
                && Hex.Value(text[i + 2]) is >= 0 and var low
            )
            {
                bytes.Add((byte)((high << 4) | low));
                i += 2;
            }
            else if (c < 128)
            {
                bytes.Add(c == '_' ? (byte)' ' : (byte)c);
            }
            else
            {
                AddRaw(text, ref i);
            }
        }
    }

    /// <summary>Text that should have been encoded and was not.</summary>
    private void AddRaw(ReadOnlySpan<char> text, ref int i)
    {
        Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
        i += used - 1;
        Span<byte> utf8 = stackalloc byte[4];
        bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
    }
}
