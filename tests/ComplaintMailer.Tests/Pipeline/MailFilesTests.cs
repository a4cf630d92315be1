namespace ComplaintMailer.Tests.Pipeline;

/// <summary>Photos and papers reach who works on the complaint: there is no other way to see them.</summary>
public sealed class MailFilesTests
{
    private static string Mail(string id, string text, string name, string disposition = "attachment") =>
        $"""
            Received: from mx.example by mail.zonnebloem.example; Mon, 23 Nov 2026 08:15:00 +0100
            From: Ria Post <ria@gezin.example>
            To: klachten@zonnebloem.example
            Subject: Klacht
            Message-ID: <{id}@gezin.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            {text}
            --b
            Content-Type: image/jpeg; name="{name}"
            Content-Disposition: {disposition}; filename="{name}"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(new byte[40_000], Base64FormattingOptions.InsertLineBreaks)}
            --b--
            """;

    [Theory]
    [InlineData("attachment")]
    [InlineData("inline")]
    public async Task A_photo_goes_along_to_who_handles_the_complaint_and_not_back_to_the_complainant(
        string disposition
    )
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Mail("1", "Bij De Vlinder, kijk zelf.", "foto.jpg", disposition));

        await place.Pass("2026-11-23 09:00");

        var sent = place.Sent();
        var assigned = Assert.Single(sent, m => m.Header("X-ComplaintMailer-Letter") == "case-assigned");
        Assert.Contains("foto.jpg", assigned.Text, StringComparison.Ordinal);
        Assert.Equal(40_000, Assert.Single(assigned.Attachments, a => a.Name == "foto.jpg").Size);
        var answer = Assert.Single(sent, m => m.Header("X-ComplaintMailer-Letter") == "acknowledgement");
        Assert.DoesNotContain(answer.Attachments, a => a.Name == "foto.jpg");
    }

    [Fact]
    public async Task A_program_is_named_but_not_passed_on()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", Mail("1", "Bij De Vlinder, kijk zelf.", "foto.jpg.exe"));

        await place.Pass("2026-11-23 09:00");

        var assigned = Assert.Single(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "case-assigned");
        Assert.Contains("foto.jpg.exe", assigned.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(assigned.Attachments, a => a.Name.EndsWith(".exe", StringComparison.Ordinal));
    }
}
