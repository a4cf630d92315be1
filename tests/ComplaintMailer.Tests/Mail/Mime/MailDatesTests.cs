using System.Globalization;

namespace ComplaintMailer.Tests.Mail.Mime;

public class MailDatesTests
{
    [Theory]
    // RFC 5322, with and without what is optional.
    [InlineData("Mon, 23 Nov 2026 10:02:11 +0100", "2026-11-23 10:02:11 +01:00")]
    [InlineData("23 Nov 2026 10:02 +0100", "2026-11-23 10:02:00 +01:00")]
    [InlineData("Mon,23 Nov 2026 10:02:11 +0100 (CET)", "2026-11-23 10:02:11 +01:00")]
    [InlineData("Mon (Monday), 23 (day) Nov 2026 10:02:11 -0500", "2026-11-23 10:02:11 -05:00")]
    [InlineData("Mon, 23 Nov 2026 10:02:60 +0000", "2026-11-23 10:02:59 +00:00")]
    // RFC 850 and RFC 822: two-digit years, named zones.
    [InlineData("Monday, 23-Nov-26 10:02:11 GMT", "2026-11-23 10:02:11 +00:00")]
    [InlineData("Mon, 23 Nov 26 10:02:11 EST", "2026-11-23 10:02:11 -05:00")]
    [InlineData("23 Nov 98 10:02:11 UT", "1998-11-23 10:02:11 +00:00")]
    [InlineData("23 Nov 126 10:02:11 +0100", "2026-11-23 10:02:11 +01:00")]
    // asctime and date(1).
    [InlineData("Mon Nov 23 10:02:11 2026", "2026-11-23 10:02:11 +00:00")]
    [InlineData("Mon Nov  3 10:02:11 CET 2026", "2026-11-03 10:02:11 +01:00")]
    [InlineData("ma nov 23 10:02:11 CET 2026", "2026-11-23 10:02:11 +01:00")]
    // The zone is missing, glued on, or written otherwise.
    [InlineData("Mon, 23 Nov 2026 10:02:11", "2026-11-23 10:02:11 +00:00")]
    [InlineData("Mon, 23 Nov 2026 10:02:11+0100", "2026-11-23 10:02:11 +01:00")]
    [InlineData("Mon, 23 Nov 2026 10:02:11 +01:00", "2026-11-23 10:02:11 +01:00")]
    [InlineData("Mon, 23 Nov 2026 10:02:11 GMT+1", "2026-11-23 10:02:11 +01:00")]
    [InlineData("Mon, 23 Nov 2026 10:02:11 +9900", "2026-11-23 10:02:11 +00:00")]
    [InlineData("Mon, 23 Nov 2026 10:02:11 Europe/Amsterdam", "2026-11-23 10:02:11 +00:00")]
    // ISO and numbers only.
    [InlineData("2026-11-23T10:02:11+01:00", "2026-11-23 10:02:11 +01:00")]
    [InlineData("2026-11-23T10:02:11.123Z", "2026-11-23 10:02:11 +00:00")]
    [InlineData("2026-11-23 10:02:11 +0100", "2026-11-23 10:02:11 +01:00")]
    [InlineData("23-11-2026 10:02", "2026-11-23 10:02:00 +00:00")]
    [InlineData("23.11.2026 10:02:11", "2026-11-23 10:02:11 +00:00")]
    [InlineData("11/23/2026 10:02:11 PM", "2026-11-23 22:02:11 +00:00")]
    [InlineData("11/23/2026 12:02:11 AM", "2026-11-23 00:02:11 +00:00")]
    [InlineData("Mon, 23 Nov 2026 10.02.11 +0100", "2026-11-23 10:02:11 +01:00")]
    // Dutch.
    [InlineData("maandag 23 november 2026 10:02:11", "2026-11-23 10:02:11 +00:00")]
    [InlineData("maandag 2 maart 2026 10:02 CET", "2026-03-02 10:02:00 +01:00")]
    [InlineData("ma, 2 mrt 2026 10:02:11 +0100", "2026-03-02 10:02:11 +01:00")]
    [InlineData("zo, 31 mei 2026 10:02:11 +0200", "2026-05-31 10:02:11 +02:00")]
    [InlineData("vr, 2 okt. 2026 10:02:11 +0200", "2026-10-02 10:02:11 +02:00")]
    // German.
    [InlineData("Mo, 23 Dez 2026 10:02:11 +0100", "2026-12-23 10:02:11 +01:00")]
    [InlineData("Montag, 2. März 2026 10:02:11 MEZ", "2026-03-02 10:02:11 +01:00")]
    [InlineData("Mi, 6 Mai 2026 10:02:11 MESZ", "2026-05-06 10:02:11 +02:00")]
    [InlineData("Di, 3 Mrz 2026 10:02:11 +0100", "2026-03-03 10:02:11 +01:00")]
    // French.
    [InlineData("mardi 2 juin 2026 10:02:11 +0200", "2026-06-02 10:02:11 +02:00")]
    [InlineData("mar., 7 juil. 2026 10:02:11 +0200", "2026-07-07 10:02:11 +02:00")]
    [InlineData("sam. 1 août 2026 10:02:11 +0200", "2026-08-01 10:02:11 +02:00")]
    public void A_date_is_read_however_it_is_written(string written, string expected)
    {
        var mail = Mails.ReadRaw(
            System.Text.Encoding.UTF8.GetBytes($"From: a@b.example\r\nDate: {written}\r\n\r\nDag\r\n")
        );

        Assert.Equal(expected, mail.Date?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gisteren")]
    [InlineData("Mon, 31 Feb 2026 10:02:11 +0100")]
    [InlineData("Mon, 0 Feb 2026 10:02:11 +0100")]
    [InlineData("Mon, 23 Nov 99999999999 10:02:11 +0100")]
    [InlineData("=?utf-8?Q?maandag?=")]
    public void What_is_no_date_gives_none(string written) => Assert.Null(Mails.WithField($"Date: {written}").Date);

    [Fact]
    public void A_time_that_can_t_be_leaves_the_day()
    {
        var date = Mails.WithField("Date: Mon, 23 Nov 2026 25:99:11 +0100").Date;

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(1)), date);
    }

    [Theory]
    [InlineData("from mx by imap id 1; Mon, 23 Nov 2026 10:02:11 +0100")]
    [InlineData("from mx (cipher A; bits 256) by imap; Mon, 23 Nov 2026 10:02:11 +0100 (CET)")]
    [InlineData("from mx by imap; Mon, 23 Nov 2026 10:02:11 +0100 (a comment; with more)")]
    [InlineData("from mx\n\tby imap;\n\tMon, 23 Nov 2026 10:02:11 +0100")]
    public void The_server_s_own_date_is_found_behind_the_semicolon(string received)
    {
        var mail = Mails.Read(
            $"Received: {received}\nReceived: from x by y; Sun, 22 Nov 2026 01:00:00 +0100\nFrom: a@b.example\n\nDag\n"
        );

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 2, 11, TimeSpan.FromHours(1)), mail.Received);
    }
}
