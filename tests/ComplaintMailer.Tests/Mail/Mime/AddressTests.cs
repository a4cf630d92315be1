using System.Text;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Tests.Mail.Mime;

public class AddressTests
{
    [Theory]
    [InlineData("anna@x.example", "", "anna@x.example")]
    [InlineData("<anna@x.example>", "", "anna@x.example")]
    [InlineData("Anna <anna@x.example>", "Anna", "anna@x.example")]
    [InlineData("\"Vries, Anna de\" <anna@x.example>", "Vries, Anna de", "anna@x.example")]
    [InlineData("\"Anna \\\"An\\\" de Vries\" <anna@x.example>", "Anna \"An\" de Vries", "anna@x.example")]
    [InlineData("anna@x.example (Anna de Vries)", "Anna de Vries", "anna@x.example")]
    [InlineData("Anna (thuis) <anna@x.example>", "Anna (thuis)", "anna@x.example")]
    [InlineData("'Anna' <anna@x.example>", "Anna", "anna@x.example")]
    [InlineData("=?utf-8?Q?Zo=C3=AB?= <zoe@x.example>", "Zoë", "zoe@x.example")]
    [InlineData("\"=?utf-8?Q?Zo=C3=AB?=\" <zoe@x.example>", "Zoë", "zoe@x.example")]
    [InlineData("=?utf-8?Q?Vries=2C_Zo=C3=AB?= <zoe@x.example>", "Vries, Zoë", "zoe@x.example")]
    [InlineData("Zo\u00EB <zoe@x.example>", "Zoë", "zoe@x.example")]
    [InlineData("Anna anna@x.example", "Anna", "anna@x.example")]
    [InlineData("Anna <anna@x.example", "Anna", "anna@x.example")]
    [InlineData("\"Anna <anna@x.example>", "Anna", "anna@x.example")]
    [InlineData("anna@x.example <anna@x.example>", "anna@x.example", "anna@x.example")]
    [InlineData("<mailto:anna@x.example>", "", "anna@x.example")]
    [InlineData("<Anna@X.EXAMPLE.>", "", "Anna@x.example")]
    [InlineData("<@een.example,@twee.example:anna@x.example>", "", "anna@x.example")]
    [InlineData("<\"anna de vries\"@x.example>", "", "\"anna de vries\"@x.example")]
    [InlineData("anna @ x.example", "", "anna@x.example")]
    [InlineData("Anna <<anna@x.example>>", "Anna", "anna@x.example")]
    public void One_address_is_read_however_it_is_written(string written, string name, string address)
    {
        var from = Mails.Read($"From: {written}\n\nDag").From;

        Assert.Equal(new MailAddress(name.Length == 0 ? null : name, address), from);
    }

    [Theory]
    [InlineData("a@x.example, b@x.example", "a@x.example|b@x.example")]
    [InlineData("a@x.example; b@x.example", "a@x.example|b@x.example")]
    [InlineData("A <a@x.example>, , B <b@x.example>,", "a@x.example|b@x.example")]
    [InlineData("Ouders: a@x.example, B <b@x.example>;, c@x.example", "a@x.example|b@x.example|c@x.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("Een: a@x.example; Twee: b@x.example;", "a@x.example|b@x.example")]
    [InlineData("\"A <a@x.example>, b@x.example", "a@x.example|b@x.example")]
    [InlineData("A <a@x.example, b@x.example", "a@x.example|b@x.example")]
    [InlineData("(niemand)", "")]
    [InlineData("<>", "")]
    [InlineData("a@x.example,\n\tb@x.example", "a@x.example|b@x.example")]
    public void Lists_and_groups_give_each_address(string written, string expected) =>
        Assert.Equal(expected, string.Join('|', Mails.WithField($"To: {written}").To.Select(a => a.Address)));

    [Fact]
    public void Addresses_beyond_ascii_are_kept_as_they_are_written()
    {
        var raw = Encoding.UTF8.GetBytes("From: Zoë <zoë@kinderopvang-één.example>\r\n\r\nDag");

        Assert.Equal(new MailAddress("Zoë", "zoë@kinderopvang-één.example"), Mails.ReadRaw(raw).From);
    }

    [Fact]
    public void A_list_without_end_stops_at_a_limit()
    {
        var mail = Mails.WithField(
            "To: " + string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"p{i}@x.example"))
        );

        Assert.Equal(2000, mail.To.Count);
    }

    /// <summary>Pieces of addresses in any order: what the quick way reads, the thorough way reads just so.</summary>
    [Fact]
    public void The_quick_way_reads_what_the_thorough_way_reads()
    {
        string[] pieces =
        [
            "anna",
            "Zoë ",
            "@",
            "x.example",
            "X.Example",
            "<",
            ">",
            "\"",
            ",",
            ", ",
            " ",
            "\t",
            "anna@x.example",
            "<b@y.example>",
            "=?utf-8?Q?Zo=C3=AB?=",
            "\"Vries, de\" ",
            ".",
        ];
        var quick = 0;
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var header = string.Concat(
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            if (AddressList.Simple(header) is not { } simple)
                continue;
            quick++;
            Assert.Equal((header, string.Join('|', AddressList.Any(header))), (header, string.Join('|', simple)));
        }
        Assert.True(quick > 1000);
    }
}
