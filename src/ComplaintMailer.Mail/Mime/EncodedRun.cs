using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Encoded words that follow each other in one charset: joined before they are decoded, so that a letter or a group of
/// base64 that was split between two is whole again.
/// </summary>
internal sealed class EncodedRun
{
    private readonly List<byte> bytes = [];
    private readonly List<ReadOnlyMemory<char>> base64 = [];
    private string charset = "";

    public bool IsEmpty { get; private set; } = true;

    public void Add(EncodedWord word, StringBuilder text)
    {
        if (!IsEmpty && !string.Equals(word.Charset, charset, StringComparison.OrdinalIgnoreCase))
            Flush(text);
        charset = word.Charset;
        IsEmpty = false;
        if (word.IsBase64)
        {
            base64.Add(word.Text);
            return;
        }
        DrainBase64();
        AddQ(word.Text.Span);
    }

    public void Flush(StringBuilder text)
    {
        if (IsEmpty)
            return;
        DrainBase64();
        AppendLine(text, Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), charset));
        bytes.Clear();
        IsEmpty = true;
    }

    /// <summary>A header is one line: a break hidden in an encoded word must not make two of it.</summary>
    private static void AppendLine(StringBuilder text, string decoded)
    {
        var before = text.Length;
        text.Append(decoded);
        if (!decoded.AsSpan().ContainsAny('\r', '\n', '\0'))
            return;
        var length = text.Length - before;
        text.Replace("\r\n", " ", before, length);
        length = text.Length - before;
        text.Replace('\r', ' ', before, length).Replace('\n', ' ', before, length).Replace("\0", "", before, length);
    }

    private void DrainBase64()
    {
        if (base64.Count == 0)
            return;
        // A group of four was split only if the pieces are whole together and not each by itself.
        var total = 0;
        var isWhole = true;
        foreach (var piece in base64)
        {
            total += piece.Length;
            isWhole &= piece.Length % 4 == 0;
        }
        if (!isWhole && total % 4 == 0)
            AddBase64(string.Concat(base64.Select(p => p.ToString())));
        else
            base64.ForEach(p => AddBase64(p.Span));
        base64.Clear();
    }

    private void AddBase64(ReadOnlySpan<char> text)
    {
        var letters = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
            letters[i] = text[i] < 128 ? (byte)text[i] : (byte)' ';
        bytes.AddRange(TransferEncodings.Base64(letters));
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
