using System.Text;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintMailer.Tests.Mail.Writing;

/// <summary>Whatever is written is read back the same, and is a mail by the rules.</summary>
public class RoundTripTests
{
    /// <summary>Letters that mail has trouble with, and any others.</summary>
    private static readonly Gen<string> Letters = Gen.OneOf(
        Gen.Elements(
            "a",
            "é",
            " ",
            ",",
            "\"",
            "\\",
            "=",
            "?",
            "_",
            "(",
            ")",
            "<",
            ">",
            "@",
            ";",
            ":",
            "'",
            "%",
            "*",
            ".",
            "-",
            "ß",
            "€"
        ),
        Gen.Elements(
            "=?utf-8?Q?",
            "?=",
            "\r\n",
            "\n",
            "\t",
            "\0",
            "--",
            "From ",
            "安",
            "😀",
            "e\u0301",
            "\u200F",
            "ﬁ",
            "ж",
            "\uD800"
        ),
        Gen.Choose(32, 126).Select(c => ((char)c).ToString()),
        Gen.Choose(0xA0, 0xD7FF).Select(c => ((char)c).ToString()),
        Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)
    );

    private static readonly Gen<string> Texts = Letters.ListOf().Select(l => string.Concat(l));
    private static readonly Gen<string> Lines = Texts.Select(Line);

    /// <summary>Quotes around a name are no part of it to the reader.</summary>
    private static readonly Gen<string> Names = Lines.Select(l => l.Trim('\'').Trim());

    private static readonly Gen<byte[]> Contents = Gen.Choose(0, 255)
        .ListOf()
        .Select(l => l.Select(i => (byte)i).ToArray());

    private static readonly Gen<OutgoingMail> AllMails =
        from subject in Lines
        from name in Names
        from text in Texts
        from html in Gen.OneOf(Texts.Select(t => (string?)t), Gen.Constant((string?)null))
        from files in (
            from file in Lines
            from content in Contents
            select new OutgoingPart(file, "application/pdf", content)
        ).ListOf()
        from cc in Names.ListOf()
        select MailWriterTests.Letter with
        {
            Subject = subject,
            To = [new MailAddress(name.Length == 0 ? null : name, "anna@x.example")],
            Cc = [.. cc.Select((n, i) => new MailAddress(n.Length == 0 ? null : n, $"cc{i}@x.example"))],
            Text = text,
            Html = html,
            Attachments = [.. files.Take(4)],
        };

    private static void Holds(Func<OutgoingMail, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(AllMails), property));

    [Fact]
    public void Headers_come_back_as_they_went() =>
        Holds(mail =>
        {
            var (root, _) = Mime.Mails.Parse(new MailWriter().Write(mail));
            Assert.Equal(mail.Subject, root.Decoded("Subject")!.Trim());
            Assert.Equal(mail.To, root.Addresses("To"));
            Assert.Equal(mail.Cc, root.Addresses("Cc"));
            return true;
        });

    [Fact]
    public void Texts_come_back_as_they_went() =>
        Holds(mail =>
        {
            var (root, defects) = Mime.Mails.Parse(new MailWriter().Write(mail));
            var texts = Mime.Mails.All(root).Where(p => p.IsText).Select(p => Plain(p.DecodeText(defects)));
            return texts.SequenceEqual(new[] { mail.Text, mail.Html }.OfType<string>().Select(Plain));
        });

    [Fact]
    public void Files_come_back_as_they_went() =>
        Holds(mail =>
        {
            var (root, _) = Mime.Mails.Parse(new MailWriter().Write(mail));
            var files = Mime.Mails.All(root).Where(p => p.Type == "application/pdf").ToList();
            return files.Count == mail.Attachments.Count
                && files
                    .Zip(mail.Attachments)
                    .All(pair =>
                        pair.First.DecodeBytes().Span.SequenceEqual(pair.Second.Content.Span)
                        && (pair.First.FileName == pair.Second.Name || pair.Second.Name.Trim().Length == 0)
                    );
        });

    [Fact]
    public void Whatever_is_written_is_a_mail_by_the_rules() =>
        Holds(mail =>
        {
            var raw = new MailWriter().Write(mail);
            MailWriterTests.IsWellFormed(raw);
            var header = Encoding.ASCII.GetString(raw).Split("\r\n\r\n")[0];
            return header.Split("\r\n").All(l => l.Length is > 0 and <= 78 && !string.IsNullOrWhiteSpace(l));
        });

    /// <summary>What can stand on one line: no breaks, whole letters, no space at the ends.</summary>
    private static string Line(string text) =>
        Plain(string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029'))))
            .Replace("\uFEFF", "", StringComparison.Ordinal)
            .Trim();

    /// <summary>As a mail can hold it: whole letters only, one kind of line end, none at the end.</summary>
    private static string Plain(string text) =>
        Encoding
            .UTF8.GetString(
                Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal))
            )
            .TrimEnd('\n');
}
