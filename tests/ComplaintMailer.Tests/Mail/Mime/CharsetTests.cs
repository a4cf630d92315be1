using System.Text;

namespace ComplaintMailer.Tests.Mail.Mime;

public class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static string TextOf(string? charset, byte[] body, string type = "text/plain")
    {
        var label = charset is null ? "" : $"; charset={charset}";
        var head = $"From: a@b.example\r\nContent-Type: {type}{label}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        return Mails.ReadRaw([.. Encoding.ASCII.GetBytes(head), .. body]).Text;
    }

    [Theory]
    [InlineData("iso-8859-2", "Zażółć gęślą jaźń")]
    [InlineData("iso-8859-5", "Жалоба")]
    [InlineData("iso-8859-7", "Παράπονο")]
    [InlineData("iso-8859-9", "Şikâyet")]
    [InlineData("windows-1250", "Stížnost na školku")]
    [InlineData("windows-1251", "Жалоба на детский сад")]
    [InlineData("windows-1253", "Παράπονο")]
    [InlineData("windows-1254", "Şikâyetim var")]
    [InlineData("windows-1255", "תלונה")]
    [InlineData("windows-1256", "شكوى")]
    [InlineData("windows-1257", "Sūdzība")]
    [InlineData("windows-1258", "Khiêu")]
    [InlineData("koi8-r", "Жалоба")]
    [InlineData("koi8-u", "Скарга")]
    [InlineData("macintosh", "Één café")]
    [InlineData("ibm850", "Één café")]
    [InlineData("big5", "投訴")]
    [InlineData("gb18030", "投诉")]
    [InlineData("euc-kr", "불만")]
    [InlineData("shift_jis", "苦情があります")]
    [InlineData("euc-jp", "苦情があります")]
    [InlineData("iso-2022-jp", "苦情があります")]
    [InlineData("windows-874", "ร้องเรียน")]
    [InlineData("utf-16le", "Één klacht")]
    [InlineData("utf-16be", "Één klacht")]
    [InlineData("utf-32", "Één klacht")]
    public void Every_charset_is_read(string charset, string text) =>
        Assert.Equal(text, TextOf(charset, Encoding.GetEncoding(charset).GetBytes(text)));

    [Theory]
    [InlineData("latin1")]
    [InlineData("iso8859-1")]
    [InlineData("ISO_8859-1:1987")]
    [InlineData("cp1252")]
    [InlineData("win1252")]
    [InlineData("windows1252")]
    [InlineData("ansi")]
    [InlineData("\"windows-1252\"")]
    [InlineData("8859-1")]
    [InlineData("x-unknown")]
    [InlineData("iso-8859-99")]
    [InlineData("")]
    [InlineData(null)]
    public void Names_of_the_western_charset_are_many(string? name) =>
        Assert.Equal("Café wéér", TextOf(name, Encoding.Latin1.GetBytes("Café wéér")));

    [Theory]
    [InlineData("us-ascii")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-15")]
    [InlineData("x-unknown")]
    [InlineData(null)]
    public void Utf8_under_another_name_is_known_by_its_bytes(string? label) =>
        Assert.Equal("Café wéér, €5", TextOf(label, "Café wéér, €5"u8.ToArray()));

    [Fact]
    public void Western_text_that_says_it_is_utf8_is_read_as_western() =>
        Assert.Equal("Café wéér", TextOf("utf-8", Encoding.Latin1.GetBytes("Café wéér")));

    [Fact]
    public void One_broken_letter_does_not_spoil_a_utf8_text()
    {
        byte[] cut = [.. "Café wéér dicht, één keer"u8, 0xC3];

        Assert.StartsWith("Café wéér dicht, één keer", TextOf("utf-8", cut), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_beats_the_label_and_vanishes()
    {
        Assert.Equal("Café", TextOf("iso-8859-1", [0xEF, 0xBB, 0xBF, .. "Café"u8]));
        Assert.Equal("Café", TextOf("iso-8859-1", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Café")]));
        Assert.Equal("Café", TextOf("utf-8", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Café")]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Wide_text_without_a_mark_is_known_by_its_zeros(bool isBig)
    {
        Encoding wide = isBig ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var mail = Mails.WithBody(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
            Convert.ToBase64String(wide.GetBytes("Ik heb een klacht over gisteren."))
        );

        Assert.Equal("Ik heb een klacht over gisteren.", mail.Text);
    }

    [Fact]
    public void Windows_letters_in_latin1_are_what_was_meant() =>
        Assert.Equal(
            "€5 – “klacht”",
            TextOf("iso-8859-1", [0x80, .. "5 "u8, 0x96, .. " "u8, 0x93, .. "klacht"u8, 0x94])
        );

    [Fact]
    public void A_page_may_name_its_charset_itself()
    {
        var page = "<html><head><meta charset=windows-1251></head><body>Жалоба</body></html>";

        Assert.Equal("Жалоба", TextOf(null, Encoding.GetEncoding(1251).GetBytes(page), "text/html"));
    }

    [Fact]
    public void Utf7_is_still_read() => Assert.Equal("Café + thee", TextOf("utf-7", "Caf+AOk- +- thee"u8.ToArray()));

    [Fact]
    public void An_unknown_charset_is_told_of()
    {
        var mail = Mails.WithBody("Content-Type: text/plain; charset=x-foo", "Caf\u00E9");

        Assert.Contains("unknown charset x-foo", mail.Defects);
        Assert.Equal("Café", mail.Text);
    }

    [Fact]
    public void Every_charset_there_is_reads_any_bytes()
    {
        var bytes = Enumerable.Range(0, 2000).Select(i => (byte)(i * 7)).ToArray();
        foreach (var info in Encoding.GetEncodings())
            Assert.NotNull(TextOf(info.Name, bytes));
    }
}
