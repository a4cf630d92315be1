using System.Text;

namespace ComplaintMailer.Tests.Mail.Mime;

public class TransferTests
{
    private const string Base64 = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64";
    private const string Quoted =
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable";

    [Theory]
    [InlineData("SWsgaGViIGVlbiBrbGFjaHQu")]
    [InlineData("SWsgaGVi\nIGVlbiBr\nbGFjaHQu\n")]
    [InlineData("SWsgaGV\niIGVlbiB\nrbGFjaHQ\nu")]
    [InlineData("  SWsg aGVi\tIGVl\n\n\nbiBrbGFjaHQu")]
    [InlineData("SWsg!aGVi#IGVl*biBr(bGFj)aHQu")]
    [InlineData("SWsg\0aGViIGVlbiBr\u00E9bGFjaHQu")]
    [InlineData("SWsgaGVi=IGVlbiBrbGFjaHQu")]
    [InlineData("SQ==ayBoZWIgZWVuIGtsYWNodC4=")]
    public void Garbage_in_base64_is_skipped(string body) =>
        Assert.Equal("Ik heb een klacht.", Mails.WithBody(Base64, body).Text);

    [Theory]
    [InlineData("SWsgaGViIGVlbiBrbGFjaHQuIQ", "Ik heb een klacht.!")]
    [InlineData("SWsgaGViIGVlbiBrbGFjaHQuI", "Ik heb een klacht.")]
    [InlineData("====", "")]
    [InlineData("", "")]
    [InlineData("Pz8_Pz8-", "?????>")]
    public void Base64_that_is_cut_off_gives_what_there_is(string body, string text) =>
        Assert.Equal(text, Mails.WithBody(Base64, body).Text);

    [Fact]
    public void What_a_list_adds_behind_padding_is_no_content()
    {
        var mail = Mails.WithBody(
            Base64,
            Mails.Base64("Ik heb een klacht") + "\n\n_______\nlijst mailing list: http://x\n"
        );

        Assert.Equal("Ik heb een klacht", mail.Text);
    }

    [Theory]
    [InlineData("caf=C3=A9", "café")]
    [InlineData("caf=c3=a9", "café")]
    [InlineData("een=\ntwee", "eentwee")]
    [InlineData("een= \t\ntwee", "eentwee")]
    [InlineData("een=20\ntwee", "een\ntwee")]
    [InlineData("een   \ntwee", "een\ntwee")]
    [InlineData("50% = 100=ZZ", "50% = 100=ZZ")]
    [InlineData("http://x.example/?a=1&b=2", "http://x.example/?a=1&b=2")]
    [InlineData("einde=", "einde")]
    [InlineData("einde=C", "einde=C")]
    [InlineData("a==3D", "a==")]
    [InlineData("a=\n\nb", "a\nb")]
    [InlineData("caf\u00C3\u00A9", "café")]
    public void Bad_escapes_stay_as_they_are(string body, string text) =>
        Assert.Equal(text, Mails.WithBody(Quoted, body).Text);

    [Theory]
    [InlineData("BASE64")]
    [InlineData(" base64 ")]
    [InlineData("\"base64\"")]
    [InlineData("base64 (comment)")]
    [InlineData("base64;")]
    [InlineData("base-64")]
    public void The_name_of_an_encoding_may_be_untidy(string name)
    {
        var mail = Mails.WithBody(
            $"Content-Type: text/plain\nContent-Transfer-Encoding: {name}",
            "SWsgaGViIGVlbiBrbGFjaHQu"
        );

        Assert.Equal("Ik heb een klacht.", mail.Text);
    }

    [Theory]
    [InlineData("x-unknown")]
    [InlineData("utf-8")]
    [InlineData("")]
    public void An_unknown_encoding_leaves_the_text_as_it_is(string name) =>
        Assert.Equal("Dag", Mails.WithBody($"Content-Transfer-Encoding: {name}", "Dag").Text);

    [Fact]
    public void A_uuencoded_file_in_a_text_is_an_attachment()
    {
        var content = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        var mail = Mails.WithBody("X-Mailer: old", $"Zie foto.\n\n{Uuencoded("foto.jpg", content)}\nGroet, Anna\n");

        Assert.Equal("Zie foto.\n\n\nGroet, Anna", mail.Text);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal(("foto.jpg", "image/jpeg"), (file.Name, file.Type));
        Assert.Equal(content, file.Content.ToArray());
    }

    [Fact]
    public void A_uuencoded_body_is_decoded()
    {
        var body = Uuencoded("brief.txt", "Ik heb een klacht."u8.ToArray());

        var mail = Mails.WithBody("Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode", body);

        Assert.Equal("Ik heb een klacht.", mail.Text);
    }

    [Theory]
    [InlineData("begin 644 met de opvang was het al mis\nen nu weer.")]
    [InlineData("begin 644 x\nend of the story")]
    [InlineData("begin maart was het al mis.\nend")]
    public void Words_that_begin_with_begin_are_words(string text) =>
        Assert.Equal(text, Mails.WithBody("X-A: b", text).Text);

    [Fact]
    public void A_uuencoded_file_that_was_cut_off_keeps_what_there_is()
    {
        var whole = Uuencoded("foto.jpg", new byte[450]);
        var cut = whole[..(whole.Length / 2)];

        Assert.InRange(Assert.Single(Mails.WithBody("X-A: b", cut).Attachments).Content.Length, 100, 300);
    }

    [Fact]
    public void A_yenc_file_is_left_as_text_and_harms_nothing()
    {
        var mail = Mails.WithBody(
            "X-A: b",
            "Zie foto.\n=ybegin line=128 size=4 name=foto.jpg\n\u0082\u0093\u00FF\u0001=}\n=yend size=4 crc32=deadbeef\nGroet\n"
        );

        Assert.StartsWith("Zie foto.", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("Groet", mail.Text, StringComparison.Ordinal);
    }

    internal static string Uuencoded(string name, byte[] content)
    {
        var text = new StringBuilder($"begin 644 {name}\n");
        foreach (var line in content.Chunk(45))
        {
            text.Append((char)(32 + line.Length));
            for (var i = 0; i < line.Length; i += 3)
            {
                var group = (line[i] << 16) | (At(line, i + 1) << 8) | At(line, i + 2);
                for (var shift = 18; shift >= 0; shift -= 6)
                    text.Append((group >> shift & 63) is 0 ? '`' : (char)(32 + (group >> shift & 63)));
            }
            text.Append('\n');
        }
        return text.Append("`\nend\n").ToString();
    }

    private static int At(byte[] line, int i) => i < line.Length ? line[i] : 0;
}
