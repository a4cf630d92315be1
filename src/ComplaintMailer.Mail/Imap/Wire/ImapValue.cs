using System.Text;

namespace ComplaintMailer.Mail.Imap.Wire;

internal enum ImapKind
{
    Nil,
    Word,
    Text,
    List,
}

/// <summary>One value of an answer: NIL, a bare word, a text (quoted or literal) or a list of values.</summary>
internal sealed record ImapValue(ImapKind Kind, byte[] Bytes, IReadOnlyList<ImapValue> Items)
{
    public static readonly ImapValue Nil = new(ImapKind.Nil, [], []);

    public static ImapValue Word(ReadOnlySpan<byte> bytes) => new(ImapKind.Word, bytes.ToArray(), []);

    public static ImapValue Text(byte[] bytes) => new(ImapKind.Text, bytes, []);

    public static ImapValue List(IReadOnlyList<ImapValue> items) => new(ImapKind.List, [], items);

    public string String => Encoding.UTF8.GetString(Bytes);

    public bool Is(string word) => String.Equals(word, StringComparison.OrdinalIgnoreCase);

    public uint? Number =>
        uint.TryParse(
            Bytes,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
