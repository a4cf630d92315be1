using ComplaintMailer.Agenda;

namespace ComplaintMailer.Tests.Agenda;

public class DutyWordsTests
{
    [Theory]
    [InlineData("final:75%:2026-12-01", "final: 75 % of the time has passed")]
    [InlineData("final:-5wd:2026-12-01", "final: 5 working days left")]
    [InlineData("contact:overdue:2026-12-01", "contact: the time is over")]
    [InlineData("progress:silence:2026-12-01", "the complainant has not heard from us for long")]
    [InlineData("signal:liability:2026-12-01", "the signal liability is to be judged")]
    [InlineData("measure:2-before:2026-12-01", "measure 2 is due in a week")]
    [InlineData("measure:1-over:2026-12-01", "measure 1 is overdue")]
    [InlineData("retention:list:2026-12-01", "comes on the list of files to be destroyed")]
    [InlineData("something-new", "something-new")]
    public void What_is_due_is_told_in_words(string key, string words) => Assert.Equal(words, DutyWords.Of(key));
}
