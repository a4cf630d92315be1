using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Reading;

/// <summary>Texts made to make a reader slow. Twice the text may take twice the time, not four times.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Shapes() => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<int, string>> Makers = new(StringComparer.Ordinal)
    {
        ["header lines"] = n => Repeat("Van: a@b.example\n", n),
        ["header blocks"] = n => Repeat("Van: a@b.example\nVerzonden: 10:12\nAan: x\nOnderwerp: y\n\n", n / 4),
        ["attributions"] = n => Repeat("Op ma 4 jan 2027 om 10:12 schreef Jan <a@b.example\n", n),
        ["announcements run on"] = n => Repeat("Ja.Op 4 jan 2027 om 10:12 schreef Jan <a@b.example>:\n", n),
        ["quotes and words in turn"] = n => Repeat("> a\nb\n", n),
        ["closings"] = n => Repeat("Groet, Jan\n\n", n),
        ["footers"] = n => Repeat("Uitschrijven: http://x.example unsubscribe a@b.example\n\n", n),
        ["rules"] = n => Repeat("________________\n\n", n),
        ["angles"] = n => new string('>', n * 10),
        ["labels"] = n => Repeat("Naam: Jan\n", n),
        ["wide page"] = n => "<html>" + Repeat("<br>a", n),
        ["wide row"] = n => "<html><table><tr>" + Repeat("<td>a</td>", n),
        ["rows in rows"] = n => "<html>" + Repeat("<table><tr><td>Naam</td><td>x", Math.Min(n, 2000)),
        ["signature lines"] = n => "<html>" + Repeat("<div class=gmail_signature>a</div>", n) + "<div>b</div>",
        ["spans"] = n => "<html>" + Repeat("<span>a", n),
        ["links"] = n => "<html><a href='https://x.example'>" + Repeat("<b>a</b>", n) + "</a>",
        ["quotes in quotes"] = n => "<html>" + Repeat("<blockquote>a", n),
        ["charset"] = n =>
            "<html><meta http-equiv='content-type' content='text/html; " + new string('x', n * 20) + "'>a",
        ["rules of style"] = n => "<html><style>" + Repeat(".a,p.b,#c{display:none}", n) + "</style><p class=a>a",
        ["braces"] = n => "<html><style>" + Repeat("@media{", n) + Repeat("{", n) + "</style>a",
        ["comments of style"] = n => "<html><style>p{" + Repeat("/*", n) + "*/" + Repeat("/**/'", n) + "</style>a",
        ["classes"] = n => "<html><style>.b{opacity:0}</style><p class='" + Repeat("a ", n * 5) + "'>a",
        ["parts of a selector"] = n => "<html><style>a " + Repeat(".b:c[d]", n) + "{display:block}</style>a",
        ["spaces"] = n => "<html><p>" + new string(' ', n * 20) + "<p style='" + new string(';', n * 20) + "'>a",
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_text_is_too_hostile_to_be_read_to_the_end(string shape)
    {
        var mail = Mail(Makers[shape](20_000));

        var read = new MailReader().Read(mail);

        Assert.DoesNotContain(read.Defects, d => d.StartsWith("could not be read", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Twice_the_text_costs_no_more_than_twice_the_work(string shape)
    {
        // The first time fills caches and pools.
        _ = Allocated(Makers[shape](2_000));
        var once = Allocated(Makers[shape](1_000));
        var twice = Allocated(Makers[shape](2_000));

        Assert.InRange(twice, 0, (once * 2.5) + 200_000);
    }

    private static long Allocated(string text)
    {
        var mail = Mail(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = new MailReader().Read(mail);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Mail(string text)
    {
        var type = text.StartsWith("<html", StringComparison.Ordinal) ? "text/html" : "text/plain";
        return Encoding.UTF8.GetBytes(
            $"From: a@b.example\nSubject: Re: x\nIn-Reply-To: <1@b.example>\nContent-Type: {type}; charset=utf-8\n\nb\n\n{text}"
        );
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
