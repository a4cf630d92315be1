using System.Buffers.Binary;
using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Outlook's winmail.dat (MS-OXTNEF): the text of the mail and its files, in a wrapping of Microsoft's own. What is
/// broken ends the reading; what was found until then is kept.
/// </summary>
internal static class Tnef
{
    private const uint Signature = 0x223E9F78;
    private const int MostFiles = 500;
    private const int Deepest = 5;

    private const ushort BodyText = 0x800C;
    private const ushort AttachData = 0x800F;
    private const ushort AttachTitle = 0x8010;
    private const ushort AttachRendered = 0x9002;
    private const ushort MessageProperties = 0x9003;
    private const ushort AttachProperties = 0x9005;
    private const ushort CodePage = 0x9007;

    public static IReadOnlyList<MimeEntity> Open(ReadOnlyMemory<byte> raw, int depth)
    {
        var found = new List<MimeEntity>();
        // A message attached to a message is again such a stream; they are opened one after another, not in each other.
        var open = new Queue<(ReadOnlyMemory<byte> Raw, int Level)>();
        open.Enqueue((raw, 0));
        while (open.TryDequeue(out var next) && found.Count < MostFiles)
            One(next.Raw, depth, found, nested => EnqueueNested(open, nested, next.Level));
        return found;
    }

    private static void EnqueueNested(Queue<(ReadOnlyMemory<byte>, int)> open, ReadOnlyMemory<byte> raw, int level)
    {
        if (level < Deepest && open.Count < MostFiles)
            open.Enqueue((raw, level + 1));
    }

    private static void One(
        ReadOnlyMemory<byte> raw,
        int depth,
        List<MimeEntity> found,
        Action<ReadOnlyMemory<byte>> nested
    )
    {
        if (raw.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(raw.Span) != Signature)
            return;
        var message = new TnefBody();
        TnefFile? file = null;
        var at = 6;
        while (at + 9 <= raw.Length && found.Count < MostFiles)
        {
            var level = raw.Span[at];
            var id = BinaryPrimitives.ReadUInt16LittleEndian(raw.Span[(at + 1)..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(raw.Span[(at + 5)..]);
            at += 9;
            if (level is not (1 or 2) || length > raw.Length - at)
                break;
            var data = raw.Slice(at, (int)length);
            at += (int)length + 2;
            switch (id)
            {
                case CodePage when data.Length >= 4:
                    message.CodePage = BinaryPrimitives.ReadInt32LittleEndian(data.Span);
                    break;
                case BodyText:
                    message.Plain ??= message.Narrow(data.Span);
                    break;
                case MessageProperties:
                    message.Take(MapiProperties.Read(data));
                    break;
                case AttachRendered:
                    file?.AddTo(found, depth, nested);
                    file = new TnefFile();
                    break;
                case AttachTitle:
                    (file ??= new TnefFile()).ShortName = message.Narrow(data.Span);
                    break;
                case AttachData:
                    (file ??= new TnefFile()).Content = data;
                    break;
                case AttachProperties:
                    (file ??= new TnefFile()).Take(MapiProperties.Read(data), message);
                    break;
            }
        }
        file?.AddTo(found, depth, nested);
        if (message.Entity(depth) is { } body)
            found.Insert(0, body);
    }
}

/// <summary>The text of a mail in winmail.dat: plain, as a page, or as compressed rich text.</summary>
internal sealed class TnefBody
{
    public int CodePage { get; set; } = 1252;
    public string? Plain { get; set; }
    private ReadOnlyMemory<byte> html;
    private string? htmlText;
    private string? rich;

    public string Narrow(ReadOnlySpan<byte> bytes)
    {
        var text = Charsets.Decode(bytes, $"cp{CodePage}");
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    public void Take(IReadOnlyList<MapiProperty> properties)
    {
        foreach (var property in properties)
        {
            switch (property.Id)
            {
                case MapiProperty.InternetCodePage when property.Number is > 0 and var page:
                    CodePage = page;
                    break;
                case MapiProperty.Body:
                    Plain = property.Text(this);
                    break;
                case MapiProperty.Html when property.IsText:
                    htmlText = property.Text(this);
                    break;
                case MapiProperty.Html:
                    html = property.Value;
                    break;
                case MapiProperty.RichText:
                    rich = RichText.Read(CompressedRtf.Expand(property.Value.Span));
                    break;
            }
        }
    }

    public MimeEntity? Entity(int depth)
    {
        if (!html.IsEmpty)
            return EmbeddedParts.Made("text/html", $"cp{CodePage}", null, html, depth);
        if (!string.IsNullOrWhiteSpace(htmlText))
            return Utf8("text/html", htmlText, depth);
        if (!string.IsNullOrWhiteSpace(Plain))
            return Utf8("text/plain", Plain, depth);
        if (string.IsNullOrWhiteSpace(rich))
            return null;
        return Utf8(rich.AsSpan().TrimStart().StartsWith('<') ? "text/html" : "text/plain", rich, depth);
    }

    private static MimeEntity Utf8(string type, string text, int depth) =>
        EmbeddedParts.Made(type, "utf-8", null, Encoding.UTF8.GetBytes(text), depth);
}

/// <summary>A file in winmail.dat.</summary>
internal sealed class TnefFile
{
    private const int InterfaceId = 16;
    private string? longName;
    private string? type;
    private string? contentId;
    private bool isMessage;

    public string? ShortName { get; set; }
    public ReadOnlyMemory<byte> Content { get; set; }

    public void Take(IReadOnlyList<MapiProperty> properties, TnefBody codePage)
    {
        foreach (var property in properties)
        {
            switch (property.Id)
            {
                case MapiProperty.AttachLongName:
                    longName = property.Text(codePage);
                    break;
                case MapiProperty.AttachType:
                    type = property.Text(codePage);
                    break;
                case MapiProperty.AttachContentId:
                    contentId = property.Text(codePage);
                    break;
                case MapiProperty.AttachMethod:
                    isMessage = property.Number == 5;
                    break;
                case MapiProperty.AttachData when property.IsObject && property.Value.Length > InterfaceId:
                    Content = property.Value[InterfaceId..];
                    break;
                case MapiProperty.AttachData when Content.IsEmpty:
                    Content = property.Value;
                    break;
            }
        }
    }

    public void AddTo(List<MimeEntity> found, int depth, Action<ReadOnlyMemory<byte>> nested)
    {
        if (isMessage)
        {
            nested(Content);
            return;
        }
        if (Content.IsEmpty && longName is null && ShortName is null)
            return;
        var name = longName ?? ShortName ?? "winmail-part";
        var given = type?.Contains('/', StringComparison.Ordinal) == true ? type : FileTypes.Of(name);
        found.Add(EmbeddedParts.Made(given, null, name, Content, depth, contentId));
    }
}
