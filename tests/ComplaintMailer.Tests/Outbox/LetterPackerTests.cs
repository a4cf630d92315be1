using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Outbox;
using ComplaintMailer.Outbox.Packing;
using ComplaintMailer.Secrets;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintMailer.Tests.Outbox;

public sealed class LetterPackerTests : IDisposable
{
    private const string Id = "WIJ-2026-0042.1@wijkz.example";
    private readonly DataKey key = DataKey.New();

    /// <summary>Letters that were packed with it can't be read without it: it may never change, not by a byte.</summary>
    [Fact]
    public void The_first_text_that_is_known_beforehand_is_what_it_always_was() =>
        Assert.Equal(
            "6a68492d0ad99fef7d9cc95bbca35d12a05548d9a7b0cde39b72e701f5f0fd4c",
            Convert.ToHexStringLower(SHA256.HashData(KnownText.Of(1)!.Bytes))
        );

    [Fact]
    public void A_letter_of_our_layout_is_kept_in_a_fifth_of_its_room()
    {
        var mail = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(KnownText.Newest.Bytes).Replace("Zonnebloem", "Wijkz")
        );

        var piece = new LetterContent("a@wijkz.example", "b@example.org", mail).Seal(key, Id);

        Assert.True(piece.Length < mail.Length / 5);
        Assert.Equal(mail, LetterContent.Open(key, piece, Id).Mail.ToArray());
    }

    /// <summary>Bytes of few kinds, which pack, of many, which don't, and pieces of the known text, at every length.</summary>
    [Fact]
    public void Whatever_was_packed_comes_out_as_it_went_in() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Arb.From(
                    from seed in Gen.Choose(0, int.MaxValue)
                    from length in Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 49_000))
                    from kinds in Gen.Elements(1, 2, 4, 30, 256)
                    select Bytes(seed, length, kinds)
                ),
                mail =>
                {
                    var piece = new LetterContent("a@wijkz.example", null, mail).Seal(key, Id);
                    return LetterContent.Open(key, piece, Id).Mail.Span.SequenceEqual(mail);
                }
            )
        );

    [Theory]
    [InlineData(40_000)]
    [InlineData(48_900)]
    [InlineData(49_100)]
    [InlineData(65_600)]
    [InlineData(300_000)]
    public void A_letter_of_any_length_comes_out_as_it_went_in(int length)
    {
        var mail = Bytes(7, length, 20);

        var piece = new LetterContent("a@wijkz.example", "b@example.org", mail).Seal(key, Id);

        Assert.Equal(mail, LetterContent.Open(key, piece, Id).Mail.ToArray());
    }

    [Fact]
    public void A_piece_packed_by_brotli_can_still_be_read()
    {
        // As versions before the known text made it.
        var plain = Encoding.UTF8.GetBytes(
            "{\"From\":\"a@wijkz.example\",\"To\":\"b@example.org\",\"Gist\":null}\nSubject: Uw klacht\r\n\r\nBeste Jan"
        );
        var packed = new byte[200];
        packed[0] = 1;
        BitConverter.TryWriteBytes(packed.AsSpan(1), plain.Length);
        Assert.True(System.IO.Compression.BrotliEncoder.TryCompress(plain, packed.AsSpan(5), out var written, 0, 16));

        var opened = LetterContent.Open(key, key.Seal(packed.AsSpan(0, 5 + written), LetterContent.Place(Id)), Id);

        Assert.Equal("Subject: Uw klacht\r\n\r\nBeste Jan", Encoding.UTF8.GetString(opened.Mail.Span));
    }

    /// <summary>Nobody but this program seals a piece; should one be wrong all the same, it is said, and nothing else is read.</summary>
    [Fact]
    public void What_was_never_packed_is_refused()
    {
        var chance = new Random(1);
        var known = KnownText.Newest.Bytes;
        for (var n = 0; n < 5_000; n++)
        {
            var nonsense = new byte[chance.Next(0, 60)];
            chance.NextBytes(nonsense);
            var whole = new byte[known.Length + chance.Next(0, 300)];
            known.CopyTo(whole, 0);
            LetterPacker.Unpack(nonsense, whole, known.Length);
            Assert.Equal(known, whole[..known.Length]);
        }
        var piece = key.Seal([2, 1, 200, 0, 0, 0, 0x1F, 1], LetterContent.Place(Id));
        Assert.Throws<CryptographicException>(() => LetterContent.Open(key, piece, Id));
        var unknown = key.Seal([2, 9, 1, 0, 0, 0, 0x10, 65], LetterContent.Place(Id));
        Assert.Throws<CryptographicException>(() => LetterContent.Open(key, unknown, Id));
    }

    public void Dispose() => key.Dispose();

    private static byte[] Bytes(int seed, int length, int kinds)
    {
        var chance = new Random(seed);
        var bytes = new byte[length];
        var known = KnownText.Newest.Bytes;
        for (var at = 0; at < length; )
        {
            var piece = Math.Min(chance.Next(1, 400), length - at);
            switch (chance.Next(3))
            {
                case 0:
                    known.AsSpan(chance.Next(known.Length - piece), piece).CopyTo(bytes.AsSpan(at));
                    break;
                case 1 when at > 0:
                    var back = chance.Next(1, at + 1);
                    for (var i = 0; i < piece; i++)
                        bytes[at + i] = bytes[at + i - back];
                    break;
                default:
                    for (var i = 0; i < piece; i++)
                        bytes[at + i] = (byte)chance.Next(kinds);
                    break;
            }
            at += piece;
        }
        return bytes;
    }
}
