using System.Text;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Imap.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintMailer.Tests.Mail.Imap;

public class ImapWireTests
{
    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("Klachten & vragen", "Klachten &- vragen")]
    [InlineData("Verwerkt – één", "Verwerkt &IBM- &AOkA6Q-n")]
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-")]
    [InlineData("😀", "&2D3eAA-")]
    public void Folder_names_go_over_the_wire_as_the_standard_says_and_come_back(string name, string wire)
    {
        Assert.Equal(wire, ModifiedUtf7.Encode(name));
        Assert.Equal(name, ModifiedUtf7.Decode(wire));
    }

    [Fact]
    public void Any_folder_name_comes_back_as_it_was() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                (NonNull<string> name) =>
                {
                    var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name.Get));
                    return ModifiedUtf7.Decode(ModifiedUtf7.Encode(valid)) == valid;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_name_that_is_no_modified_UTF_7_is_taken_as_it_stands() =>
        Assert.Equal("R&D één", ModifiedUtf7.Decode("R&D één"));

    [Fact]
    public void Sets_of_numbers_are_written_short_and_read_back()
    {
        Assert.Equal("1:3,5,7:8", UidSet.Write([1, 2, 3, 5, 7, 8]));
        Assert.Equal([1u, 2u, 3u, 5u], UidSet.Read("3:1,5"));
        Assert.Throws<FormatException>(() => UidSet.Read("1:4294967295").Count());
        Assert.Throws<FormatException>(() => UidSet.Read("1:x").Count());
    }

    [Fact]
    public void An_answer_with_literals_quotes_lists_and_NIL_is_taken_apart()
    {
        var answer = ImapResponse.From(
            [
                "* 12 FETCH (FLAGS (\\Seen) UID 7 BODY[HEADER.FIELDS (FROM)] {5}"u8.ToArray(),
                " X \"a \\\"b\\\"\" Y NIL)"u8.ToArray(),
            ],
            ["hello"u8.ToArray()]
        );

        Assert.Equal(("FETCH", 12u), (answer.Name, answer.Number!.Value));
        var items = Assert.Single(answer.Values()).Items;
        Assert.Equal(
            ["FLAGS", "", "UID", "7", "BODY[HEADER.FIELDS (FROM)]", "hello", "X", "a \"b\"", "Y", ""],
            items.Select(i => i.String)
        );
        Assert.Equal(ImapKind.Nil, items[^1].Kind);
        Assert.Equal("\\Seen", items[1].Items[0].String);
    }

    [Fact]
    public void Whatever_a_server_writes_is_an_answer_or_a_format_error_and_never_anything_else()
    {
        var seed = new Random(7);
        const string Alphabet = "*+ ()[]{}\"\\~09azAZ\0\u00ff FETCH OK NO BODY[ {3} NIL UID";
        for (var i = 0; i < 20_000; i++)
        {
            var line = Encoding.Latin1.GetBytes(
                string.Concat(Enumerable.Range(0, seed.Next(40)).Select(_ => Alphabet[seed.Next(Alphabet.Length)]))
            );
            try
            {
                var answer = ImapResponse.From([line], []);
                foreach (var value in answer.Values())
                    _ = value.String;
            }
            catch (FormatException) { }
        }
    }

    [Theory]
    [InlineData("17-Jul-1996 02:44:25 -0700", "1996-07-17T09:44:25Z")]
    [InlineData(" 7-Feb-2026 22:43:04 +0100", "2026-02-07T21:43:04Z")]
    [InlineData("32-Foo-2026 22:43:04 +0100", null)]
    [InlineData(null, null)]
    public void The_time_a_server_took_a_mail_in_is_read(string? text, string? time) =>
        Assert.Equal(time, ImapSession.InternalDate(text)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null));
}
