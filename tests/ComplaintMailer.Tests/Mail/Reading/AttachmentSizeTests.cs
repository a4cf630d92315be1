using System.Text;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Reading;

/// <summary>The size of a file is told without looking into it; it must be that of what comes out.</summary>
public sealed class AttachmentSizeTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("QUJD", 3)]
    [InlineData("QUJDRA==", 4)]
    [InlineData("QUJDREU=", 5)]
    [InlineData("QUJD\r\nREU=\r\n\r\n", 5)]
    [InlineData("QUJD\nREU", 5)]
    [InlineData("QUJDR", 3)]
    [InlineData("QUJDRA", 4)]
    [InlineData("QUJDRA=", 4)]
    [InlineData("QUJD=", 3)]
    [InlineData("QUJD==", 3)]
    [InlineData("QUJDRB==", 4)]
    [InlineData("Q\rUJD", 3)]
    [InlineData("QUJDRA==\r\nQUJD", 7)]
    [InlineData("QUJDRA==\r\n-- \r\nlist", 4)]
    [InlineData("QU JD", 3)]
    [InlineData("QUJ!D", 3)]
    [InlineData("QUJDRA=\r\n=", 4)]
    [InlineData("====", 0)]
    public void The_size_of_a_file_is_that_of_its_content(string encoded, int size)
    {
        var file = Assert.Single(
            new MailReader()
                .Read(
                    Encoding.ASCII.GetBytes(
                        "From: jan@example.org\r\nContent-Type: image/png; name=foto.png\r\n"
                            + $"Content-Transfer-Encoding: base64\r\n\r\n{encoded}"
                    )
                )
                .Attachments
        );
        Assert.Equal(size, file.Content.Length);
        Assert.Equal(size, file.Size);
    }
}
