using System.Text;
using ComplaintMailer.Inbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Mail.Reading;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Inbox;

public class LargeMailTests
{
    [Fact]
    public async Task A_mail_too_large_to_be_held_is_kept_byte_for_byte_and_understood_as_any_other()
    {
        using var place = new Workplace();
        var mail = MailSkeletonTests.Mail(("film.mp4", 20 << 20), ("foto.jpg", 40_000));
        place.Arrives("zonnebloem", mail);

        var pass = await place.Pass("2026-11-23 09:00");

        Assert.Equal("complaint", Assert.Single(pass.In).Disposition);
        var complaint = Assert.Single(place.Cases());
        Assert.Equal("ria@gezin.example", complaint.Complainant.Email);
        Assert.Contains("En dit staat achter de bestanden.", complaint.Description);
        Assert.Single(Directory.EnumerateFiles(place.Maildir("zonnebloem", ".Processed/cur")));
        using (var worker = new Worker(place.Settings))
            Assert.True(
                Encoding
                    .ASCII.GetBytes(mail)
                    .AsSpan()
                    .SequenceEqual(worker.Register.Read(s => RawMails.Open(s, worker.Keys, 1)))
            );
        // Both are named; the one for which there is room goes along.
        var assigned = Assert.Single(place.Sent(), m => m.Header("X-ComplaintMailer-Letter") == "case-assigned");
        Assert.Contains("film.mp4", assigned.Text, StringComparison.Ordinal);
        Assert.Equal(40_000, Assert.Single(assigned.Attachments, a => a.Name == "foto.jpg").Size);
        Assert.DoesNotContain(assigned.Attachments, a => a.Name == "film.mp4");
    }

    [Fact]
    public async Task The_same_large_mail_once_more_is_the_same_mail()
    {
        using var place = new Workplace();
        var mail = MailSkeletonTests.Mail(("film.mp4", 13 << 20));
        place.Arrives("zonnebloem", mail);
        place.Arrives("zonnebloem", mail);

        var pass = await place.Pass("2026-11-23 09:00");

        Assert.Equal(["complaint", "duplicate"], pass.In.Select(h => h.Disposition));
        Assert.Single(place.Cases());
    }
}
