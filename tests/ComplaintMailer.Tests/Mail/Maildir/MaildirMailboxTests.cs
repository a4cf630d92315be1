using System.Text;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;

namespace ComplaintMailer.Tests.Mail.Maildir;

public sealed class MaildirMailboxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Mails_nobody_has_seen_and_mails_somebody_has_read_are_both_listed_in_order_of_arrival()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        Put("new", "1700000002.b.host", "second");
        Put("cur", "1700000001.a.host:2,S", "first");
        Put("cur", "1700000003.c.host:2,RS", "third");
        Put("new", ".nfs0001", "not a mail");

        var items = await All(mailbox);

        Assert.Equal(["1700000001.a.host", "1700000002.b.host", "1700000003.c.host"], items.Select(i => i.Id));
        Assert.Equal("first", await Text(items[0]));
        Assert.Equal(5, items[0].Size);
        Assert.All(items, i => Assert.Null(i.Mark));
    }

    [Fact]
    public async Task Handled_mail_lies_in_Processed_marked_seen_and_keeps_the_marks_a_person_gave_it()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        Put("new", "1.a.host", "one");
        Put("cur", "2.b.host:2,F", "two");
        Put("new", "3.c.host", "three");
        var items = await All(mailbox);

        await mailbox.File(items[0], MailboxFolder.Processed, default);
        await mailbox.File(items[1], MailboxFolder.Processed, default);
        await mailbox.File(items[2], MailboxFolder.Quarantine, default);
        await mailbox.File(items[2], MailboxFolder.Quarantine, default);

        Assert.Equal("one", File.ReadAllText(folder.In(".Processed", "cur", "1.a.host:2,S")));
        Assert.Equal("two", File.ReadAllText(folder.In(".Processed", "cur", "2.b.host:2,FS")));
        Assert.Equal("three", File.ReadAllText(folder.In(".Quarantine", "cur", "3.c.host:2,S")));
        Assert.True(File.Exists(folder.In(".Processed", "maildirfolder")));
        Assert.Empty(await All(mailbox));
    }

    [Fact]
    public async Task A_mail_with_the_name_of_an_earlier_one_does_not_overwrite_it()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        foreach (var text in new[] { "earlier", "later" })
        {
            Put("new", "mail.eml", text);
            await mailbox.File((await All(mailbox)).Single(), MailboxFolder.Processed, default);
        }

        var kept = Directory.GetFiles(folder.In(".Processed", "cur")).Select(File.ReadAllText);

        Assert.Equal(["earlier", "later"], kept.Order());
    }

    [Fact]
    public async Task A_reader_may_mark_a_mail_between_listing_reading_and_filing()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        Put("new", "1.a.host", "one");
        var item = (await All(mailbox)).Single();
        File.Move(folder.In("new", "1.a.host"), folder.In("cur", "1.a.host:2,S"));
        Assert.Equal("one", await Text(item));
        File.Move(folder.In("cur", "1.a.host:2,S"), folder.In("cur", "1.a.host:2,RS"));

        await mailbox.File(item, MailboxFolder.Processed, default);

        Assert.True(File.Exists(folder.In(".Processed", "cur", "1.a.host:2,RS")));
    }

    [Fact]
    public async Task A_mail_that_vanishes_is_said_to_be_gone_and_the_rest_goes_on()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        Put("new", "1.a.host", "one");
        Put("new", "2.b.host", "");
        var items = await All(mailbox);
        File.Delete(folder.In("new", "1.a.host"));

        var gone = await Assert.ThrowsAsync<MailUnreadableException>(() => items[0].Open(default));

        Assert.True(gone.IsGone);
        await mailbox.File(items[0], MailboxFolder.Processed, default);
        Assert.Equal("", await Text(items[1]));
    }

    [Fact]
    public async Task A_Maildir_that_goes_away_is_a_trouble_that_names_it()
    {
        await using var mailbox = new MaildirMailbox(folder.In("box"));
        Directory.Delete(folder.In("box"), recursive: true);

        var trouble = await Assert.ThrowsAsync<MailboxException>(() => All(mailbox));

        Assert.Contains(folder.In("box"), trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_thousand_mails_are_listed()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        for (var i = 0; i < 20_000; i++)
            File.Create(folder.In("new", $"{1_700_000_000 + i}.x.host")).Dispose();

        var count = (await All(mailbox)).Count;

        Assert.Equal(20_000, count);
    }

    [Fact]
    public async Task A_new_mail_ends_the_wait()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        await mailbox.WaitForMail(TimeSpan.FromMinutes(5), default);
        var wait = mailbox.WaitForMail(TimeSpan.FromMinutes(5), default);
        Put("tmp", "1.a.host", "one");
        Assert.False(wait.IsCompleted);

        File.Move(folder.In("tmp", "1.a.host"), folder.In("new", "1.a.host"));

        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_mail_that_comes_while_others_are_handled_is_not_slept_over()
    {
        await using var mailbox = new MaildirMailbox(folder.Path);
        await mailbox.WaitForMail(TimeSpan.FromMinutes(5), default);
        await foreach (var _ in mailbox.List(null, default)) { }
        Put("new", "1.a.host", "one");

        await mailbox.WaitForMail(TimeSpan.FromMinutes(5), default).WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task<List<MailboxItem>> All(MaildirMailbox mailbox)
    {
        var items = new List<MailboxItem>();
        await foreach (var item in mailbox.List(null, default))
            items.Add(item);
        return items;
    }

    private static async Task<string> Text(MailboxItem item) =>
        Encoding.UTF8.GetString((await item.Open(default)).Span);

    private void Put(string where, string name, string text) => File.WriteAllText(folder.In(where, name), text);
}
