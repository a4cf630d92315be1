using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Tests.Mail.Mime;

public class ParameterTests
{
    [Theory]
    // RFC 2231: charset, continuations, and both.
    [InlineData("attachment; filename*=utf-8''verslag%20%C3%A9%C3%A9n.pdf", "verslag één.pdf")]
    [InlineData("attachment; filename*=UTF-8'nl'verslag%20%C3%A9.pdf", "verslag é.pdf")]
    [InlineData("attachment; filename*=iso-8859-1''caf%E9.pdf", "café.pdf")]
    [InlineData("attachment; filename*0=\"een \"; filename*1=\"twee.pdf\"", "een twee.pdf")]
    [InlineData("attachment; filename*1=\"twee.pdf\"; filename*0=\"een \"", "een twee.pdf")]
    [InlineData("attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9.pdf", "café.pdf")]
    [InlineData("attachment; filename*0*=utf-8''caf%C3%A9; filename*1=\" 100%.pdf\"", "café 100%.pdf")]
    [InlineData("attachment; filename*0*=utf-8''1; filename*1=2; filename*2=3; filename*10=11", "12311")]
    [InlineData("attachment; filename=\"oud.pdf\"; filename*=utf-8''nieuw.pdf", "nieuw.pdf")]
    // What is meant is clear although it isn't allowed.
    [InlineData("attachment; filename*=caf%C3%A9.pdf", "café.pdf")]
    [InlineData("attachment; filename*=\"utf-8''caf%C3%A9.pdf\"", "café.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?Q?caf=C3=A9.pdf?=\"", "café.pdf")]
    [InlineData("attachment; filename==?utf-8?Q?caf=C3=A9.pdf?=", "café.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?Q?caf=C3=A9?=\n =?utf-8?Q?.pdf?=\"", "café.pdf")]
    [InlineData("attachment; filename=\"caf\u00E9.pdf\"", "café.pdf")]
    [InlineData("attachment; filename=foto (1).jpg", "foto (1).jpg")]
    [InlineData("attachment; filename=mijn verslag.pdf", "mijn verslag.pdf")]
    [InlineData("attachment; filename=\"een;twee.pdf\"", "een;twee.pdf")]
    [InlineData("attachment; filename=\"een \\\"twee\\\".pdf\"", "een \"twee\".pdf")]
    [InlineData("attachment; filename=\"verslag.pdf", "verslag.pdf")]
    [InlineData("attachment filename=verslag.pdf", "verslag.pdf")]
    [InlineData("attachment;\n\tfilename=verslag.pdf;", "verslag.pdf")]
    [InlineData("attachment; FILENAME = \"verslag.pdf\"", "verslag.pdf")]
    [InlineData("attachment;; ; filename=verslag.pdf", "verslag.pdf")]
    public void The_name_of_a_file_is_read_however_it_is_written(string disposition, string name)
    {
        var mail = Mails.WithBody($"Content-Type: application/pdf\nContent-Disposition: {disposition}", "x");

        Assert.Equal(name, Assert.Single(mail.Attachments).Name);
    }

    [Theory]
    [InlineData("attachment; filename=\"C:\\Users\\Anna\\verslag.pdf\"", "verslag.pdf")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    public void A_name_never_holds_a_path(string disposition, string name)
    {
        var mail = Mails.WithBody($"Content-Type: application/pdf\nContent-Disposition: {disposition}", "x");

        Assert.Equal(name, Assert.Single(mail.Attachments).Name);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "utf-8")]
    [InlineData("text/plain; charset=\"utf-8\"", "utf-8")]
    [InlineData("text/plain; charset='utf-8'", "utf-8")]
    [InlineData("text/plain; charset=utf-8 (Unicode)", "utf-8")]
    [InlineData("text/plain (text); charset=utf-8", "utf-8")]
    [InlineData("text/plain charset=utf-8", "utf-8")]
    [InlineData("text/plain, charset=utf-8", "utf-8")]
    [InlineData("text/plain; format=flowed charset=utf-8", "utf-8")]
    [InlineData("text/plain; charset=utf-8; charset=koi8-r", "utf-8")]
    [InlineData("text/plain; charset==utf-8", "utf-8")]
    [InlineData("text/plain; charset", "")]
    [InlineData("text/plain; x=\"a; charset=koi8-r\"; charset=utf-8", "utf-8")]
    public void Parameters_are_found_in_untidy_headers(string header, string charset)
    {
        var read = HeaderParameters.Read(header);

        Assert.Equal("text/plain", read.Value);
        Assert.Equal(charset, read["charset"]?.Trim('\'') ?? "");
    }

    [Theory]
    [InlineData("", "text/plain")]
    [InlineData("TEXT/PLAIN", "text/plain")]
    [InlineData("text", "text/plain")]
    [InlineData("text/", "text/plain")]
    [InlineData("html", "text/html")]
    [InlineData("\"text/html\"", "text/html")]
    [InlineData("text/html,text/plain", "text/html")]
    [InlineData("nonsense", "text/plain")]
    [InlineData("nonsense; name=a.pdf", "application/octet-stream")]
    [InlineData("; charset=utf-8", "text/plain")]
    public void A_type_that_is_nonsense_still_has_a_meaning(string header, string type)
    {
        var (root, _) = Mails.Parse(Mails.Bytes($"From: a@b.example\nContent-Type: {header}\n\nDag"));

        Assert.Equal(type, root.Type);
    }

    [Fact]
    public void A_thousand_pieces_of_one_name_end_at_a_limit()
    {
        var pieces = string.Concat(Enumerable.Range(0, 1000).Select(i => $"; name*{i}=x"));

        Assert.Equal(200, HeaderParameters.Read("application/pdf" + pieces)["name"]?.Length);
    }
}
