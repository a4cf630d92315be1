using ComplaintMailer.Reports.Sending;

namespace ComplaintMailer.Tests.Reports.Sending;

public class ReportReplyTests
{
    [Theory]
    [InlineData("akkoord")]
    [InlineData("Akkoord.\n\nGroet, Fatma")]
    [InlineData("Approve!")]
    [InlineData("Prima zo.\nakkoord")]
    public void One_word_on_a_line_approves(string text) => Assert.True(ReportReply.Read(text).Approves);

    [Theory]
    [InlineData("Ik ga niet akkoord.")]
    [InlineData("akkoord met het tweede punt, maar het eerste niet")]
    [InlineData("> akkoord")]
    [InlineData("")]
    public void A_word_in_a_sentence_approves_nothing(string text) => Assert.False(ReportReply.Read(text).Approves);

    [Theory]
    [InlineData("uitkomst: Beide klachten waren deels terecht.")]
    [InlineData("outcome: Beide klachten waren deels terecht.")]
    public void What_rulings_came_down_to_is_taken_in_either_language(string text) =>
        Assert.Equal("Beide klachten waren deels terecht.", ReportReply.Read(text).Fields["uitkomst"]);

    [Fact]
    public void Texts_run_to_the_next_keyword_and_blanks_are_not_taken()
    {
        var reply = ReportReply.Read(
            """
            regeling: Ouders kunnen klagen bij de locatiemanager.
            Binnen zes weken volgt een oordeel.

            Bekendmaking:
            Op de website.
            strekking: ...
            akkoord
            """
        );

        Assert.True(reply.Approves);
        Assert.Equal(
            "Ouders kunnen klagen bij de locatiemanager.\nBinnen zes weken volgt een oordeel.",
            reply.Fields["regeling"]
        );
        Assert.Equal("Op de website.", reply.Fields["bekendmaking"]);
        Assert.DoesNotContain("strekking", reply.Fields.Keys);
    }
}
