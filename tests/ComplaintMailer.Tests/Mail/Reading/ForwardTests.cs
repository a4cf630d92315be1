namespace ComplaintMailer.Tests.Mail.Reading;

public sealed class ForwardTests
{
    [Theory]
    [InlineData("forward-outlook-nl", "piet.pietersen@home.example", "Geachte heer, mevrouw,")]
    [InlineData("forward-outlook-no-comment", "piet.pietersen@home.example", "De zaalhuur is zonder bericht verhoogd.")]
    [InlineData("forward-gmail-nl", "anja@wijkz.example", "Uw kind was vandaag onhandelbaar.")]
    [InlineData("forward-apple-nl", "plaatsing@wijkz.example", "Wij zeggen het contract op.")]
    [InlineData("forward-thunderbird-nl", "planning@wijkz.example", "Er is maandag geen opvang.")]
    [InlineData("forward-german", "rekening@wijkz.example", "Sie müssen nachzahlen.")]
    [InlineData("forward-attached", "piet.pietersen@home.example", "De verwarming doet het al weken niet.")]
    [InlineData("forward-attached-no-comment", "piet.pietersen@home.example", "De verwarming doet het al weken niet.")]
    [InlineData("forward-reply-chain", "piet.pietersen@home.example", "Ik wacht nog steeds.")]
    [InlineData("forward-twice-outlook-nl", "olga@ouder.example", "Mijn zoon is gepest.")]
    [InlineData("forward-attached-twice", "olga@ouder.example", "Mijn zoon is gepest.")]
    public void Who_wrote_what_is_passed_on_is_read(string mail, string sender, string begin)
    {
        var read = CorpusTests.Read(mail);

        Assert.True(read.IsForward);
        Assert.Equal(sender, read.ForwardedFrom?.Address);
        Assert.StartsWith(begin, read.Forwarded?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forward-outlook-nl", 2026, 11, 19)]
    [InlineData("forward-gmail-nl", 2026, 11, 18)]
    [InlineData("forward-apple-nl", 2026, 11, 16)]
    [InlineData("forward-thunderbird-nl", 2026, 11, 16)]
    [InlineData("forward-german", 2026, 11, 16)]
    public void The_day_it_was_written_is_read(string mail, int year, int month, int day) =>
        Assert.Equal(new DateTime(year, month, day), CorpusTests.Read(mail).Forwarded?.Date?.Date);

    [Theory]
    [InlineData("reply-outlook-nl")]
    [InlineData("reply-gmail-nl")]
    [InlineData("own-letter-head")]
    public void An_answer_or_a_letter_passes_nothing_on(string mail)
    {
        var read = CorpusTests.Read(mail);

        Assert.False(read.IsForward);
        Assert.Null(read.Forwarded);
    }
}
