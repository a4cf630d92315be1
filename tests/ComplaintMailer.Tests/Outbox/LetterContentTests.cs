using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Tests.Outbox;

public sealed class LetterContentTests : IDisposable
{
    private const string Id = "WIJ-2026-0042.1@wijkz.example";
    private readonly DataKey key = DataKey.New();

    [Fact]
    public void A_letter_comes_out_as_it_went_in_and_takes_less_room()
    {
        var mail = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("<p class=\"t\" style=\"margin:0\">Beste Jan,</p>\r\n", 300))
        );
        var piece = new LetterContent("a@wijkz.example", "b@example.org", mail).Seal(key, Id);

        var opened = LetterContent.Open(key, piece, Id);

        Assert.Equal(mail, opened.Mail.ToArray());
        Assert.Equal(("a@wijkz.example", "b@example.org"), (opened.From, opened.To));
        Assert.True(piece.Length < mail.Length / 4);
    }

    [Fact]
    public void A_letter_that_does_not_pack_comes_out_as_it_went_in()
    {
        var mail = RandomNumberGenerator.GetBytes(100_000);

        var piece = new LetterContent("a@wijkz.example", null, mail).Seal(key, Id);

        Assert.Equal(mail, LetterContent.Open(key, piece, Id).Mail.ToArray());
    }

    [Fact]
    public void A_letter_of_an_earlier_version_can_still_be_read()
    {
        var piece = key.Seal(
            "{\"From\":\"a@wijkz.example\",\"To\":\"b@example.org\",\"Gist\":null}\nSubject: Uw klacht\r\n\r\nBeste Jan",
            LetterContent.Place(Id)
        );

        var opened = LetterContent.Open(key, piece, Id);

        Assert.Equal("b@example.org", opened.To);
        Assert.Equal("Subject: Uw klacht\r\n\r\nBeste Jan", Encoding.UTF8.GetString(opened.Mail.Span));
    }

    [Fact]
    public void An_empty_letter_is_one_as_well()
    {
        var piece = new LetterContent("a@wijkz.example", null, ReadOnlyMemory<byte>.Empty).Seal(key, Id);

        Assert.Empty(LetterContent.Open(key, piece, Id).Mail.ToArray());
    }

    public void Dispose() => key.Dispose();
}
