using System.Buffers.Binary;
using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

public class TnefTests
{
    private static ReadMail Read(byte[] winmail, string text = "") =>
        Mails.WithBody(
            "Content-Type: multipart/mixed; boundary=b",
            $"""
            --b
            Content-Type: text/plain

            {text}
            --b
            Content-Type: application/ms-tnef; name="winmail.dat"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(winmail)}
            --b--

            """
        );

    [Fact]
    public void Files_in_winmail_dat_are_attachments_beside_it()
    {
        var winmail = new TnefBuilder()
            .File("VERSLAG.DOC", "Verslag één.docx", "inhoud"u8.ToArray())
            .File("foto.jpg", null, [1, 2, 3])
            .Made();

        var mail = Read(winmail, "Zie bijlagen.");

        Assert.Equal("Zie bijlagen.", mail.Text);
        Assert.Equal(["winmail.dat", "Verslag één.docx", "foto.jpg"], mail.Attachments.Select(a => a.Name));
        Assert.Equal("inhoud"u8, mail.Attachments[1].Content.Span);
        Assert.Equal("image/jpeg", mail.Attachments[2].Type);
    }

    [Fact]
    public void The_text_in_winmail_dat_counts_where_there_is_no_other()
    {
        var winmail = new TnefBuilder().Plain("Ik heb een klacht.").Made();

        Assert.Equal("Ik heb een klacht.", Read(winmail).Text);
        Assert.Equal("Anders.", Read(winmail, "Anders.").Text);
    }

    [Fact]
    public void A_page_in_winmail_dat_is_read_in_its_own_charset()
    {
        var winmail = new TnefBuilder()
            .Property(0x3FDE, 0x03, BitConverter.GetBytes(1252))
            .Property(0x1013, 0x102, Encoding.Latin1.GetBytes("<html><body><p>Één klacht</p></body></html>"))
            .Made();

        Assert.Equal("Één klacht", Read(winmail).Text);
    }

    [Fact]
    public void Rich_text_in_winmail_dat_is_read()
    {
        var rtf = Encoding.ASCII.GetBytes(
            "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\pard Ik heb \\'e9\\'e9n klacht.\\par Tot \\u8364?5.}"
        );

        var winmail = new TnefBuilder().Property(0x1009, 0x102, Uncompressed(rtf)).Made();

        Assert.Equal("Ik heb één klacht.\nTot €5.", Read(winmail).Text);
    }

    [Fact]
    public void Compressed_rich_text_is_read()
    {
        // The example of MS-OXRTFCP, section 3.1.
        byte[] compressed =
        [
            0x2d,
            0x00,
            0x00,
            0x00,
            0x2b,
            0x00,
            0x00,
            0x00,
            0x4c,
            0x5a,
            0x46,
            0x75,
            0xf1,
            0xc5,
            0xc7,
            0xa7,
            0x03,
            0x00,
            0x0a,
            0x00,
            0x72,
            0x63,
            0x70,
            0x67,
            0x31,
            0x32,
            0x35,
            0x42,
            0x32,
            0x0a,
            0xf3,
            0x20,
            0x68,
            0x65,
            0x6c,
            0x09,
            0x00,
            0x20,
            0x62,
            0x77,
            0x05,
            0xb0,
            0x6c,
            0x64,
            0x7d,
            0x0a,
            0x80,
            0x0f,
            0xa0,
        ];

        Assert.Equal("hello world", Read(new TnefBuilder().Property(0x1009, 0x102, compressed).Made()).Text);
    }

    [Fact]
    public void Rich_text_that_was_made_of_a_page_gives_the_page()
    {
        var rtf = Encoding.ASCII.GetBytes(
            "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 Ik heb een klacht.{\\*\\htmltag72 </p>}}"
        );

        Assert.Equal(
            "Ik heb een klacht.",
            Read(new TnefBuilder().Property(0x1009, 0x102, Uncompressed(rtf)).Made()).Text
        );
    }

    [Fact]
    public void Any_cut_and_any_changed_byte_is_survived()
    {
        var whole = new TnefBuilder()
            .Plain("Ik heb een klacht.")
            .Property(0x1009, 0x102, Uncompressed("{\\rtf1 Dag}"u8.ToArray()))
            .File("a.doc", "a b.docx", "inhoud"u8.ToArray())
            .Made();

        for (var i = 0; i < whole.Length; i++)
        {
            Assert.DoesNotContain(
                Read(whole[..i]).Defects,
                d => d.StartsWith("could not be read", StringComparison.Ordinal)
            );
            foreach (var value in new byte[] { 0, 1, 0x7F, 0xFF })
            {
                var changed = whole.ToArray();
                changed[i] = value;
                Assert.DoesNotContain(
                    Read(changed).Defects,
                    d => d.StartsWith("could not be read", StringComparison.Ordinal)
                );
            }
        }
    }

    private static byte[] Uncompressed(byte[] rtf)
    {
        var raw = new byte[16 + rtf.Length];
        BinaryPrimitives.WriteInt32LittleEndian(raw, rtf.Length + 12);
        BinaryPrimitives.WriteInt32LittleEndian(raw.AsSpan(4), rtf.Length);
        "MELA"u8.CopyTo(raw.AsSpan(8));
        rtf.CopyTo(raw, 16);
        return raw;
    }
}

/// <summary>Writes winmail.dat as MS-OXTNEF has it.</summary>
internal sealed class TnefBuilder
{
    private readonly List<byte> attributes = [];
    private readonly List<byte> properties = [];
    private int count;

    public TnefBuilder Plain(string text) => Property(0x1000, 0x1F, Encoding.Unicode.GetBytes(text + "\0"));

    public TnefBuilder Property(ushort id, ushort kind, byte[] value)
    {
        count++;
        AddProperty(properties, id, kind, value);
        return this;
    }

    public TnefBuilder File(string shortName, string? longName, byte[] content)
    {
        Attribute(attributes, 2, 0x00069002, new byte[14]);
        Attribute(attributes, 2, 0x00018010, Encoding.Latin1.GetBytes(shortName + "\0"));
        Attribute(attributes, 2, 0x0006800F, content);
        if (longName is not null)
        {
            var list = new List<byte>([1, 0, 0, 0]);
            AddProperty(list, 0x3707, 0x1F, Encoding.Unicode.GetBytes(longName + "\0"));
            Attribute(attributes, 2, 0x00069005, [.. list]);
        }
        return this;
    }

    public byte[] Made()
    {
        var whole = new List<byte>([0x78, 0x9F, 0x3E, 0x22, 1, 0]);
        Attribute(whole, 1, 0x00069007, [0xE4, 4, 0, 0, 0, 0, 0, 0]);
        Attribute(whole, 1, 0x00069003, [.. BitConverter.GetBytes(count), .. properties]);
        whole.AddRange(attributes);
        return [.. whole];
    }

    private static void AddProperty(List<byte> to, ushort id, ushort kind, byte[] value)
    {
        to.AddRange(BitConverter.GetBytes(kind));
        to.AddRange(BitConverter.GetBytes(id));
        if (kind is 0x1E or 0x1F or 0x102 or 0x0D)
        {
            to.AddRange(BitConverter.GetBytes(1));
            to.AddRange(BitConverter.GetBytes(value.Length));
        }
        to.AddRange(value);
        while (to.Count % 4 != 0)
            to.Add(0);
    }

    private static void Attribute(List<byte> to, byte level, int id, byte[] data)
    {
        to.Add(level);
        to.AddRange(BitConverter.GetBytes(id));
        to.AddRange(BitConverter.GetBytes(data.Length));
        to.AddRange(data);
        to.AddRange(BitConverter.GetBytes((ushort)data.Sum(b => b)));
    }
}
