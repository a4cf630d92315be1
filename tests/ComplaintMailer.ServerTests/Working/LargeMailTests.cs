using System.Globalization;
using ComplaintMailer.Inbox;
using ComplaintMailer.Schedules;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.ServerTests.Working;

/// <summary>A mail too large to be held comes from the server in parts.</summary>
[Collection(WithMailServers.Name)]
public sealed class LargeMailTests(MailServers servers)
{
    [Fact]
    public async Task A_mail_of_a_hundred_megabytes_is_kept_byte_for_byte_between_others_in_little_memory()
    {
        using var place = new RealWorkplace(servers);
        var sanne = servers.AddPerson();
        var large = WithFilm(RealWorkplace.Complaint(sanne, "Klacht over Centrum", "film"), 74 << 20);
        servers.Put(
            place.Address,
            [RealWorkplace.Complaint(sanne, "Ervoor", "voor"), large, RealWorkplace.Complaint(sanne, "Erna", "na")]
        );

        var resident = await Once(place);

        Assert.Equal(3, place.Cases().Count);
        Assert.Equal(3, servers.Count(place.Address, "Processed"));
        using (var worker = new Worker(place.Settings))
        {
            var kept = worker.Register.Read(s =>
                RawMails.Open(s, worker.Keys, s.Scalar<long>("SELECT id FROM raw_mail ORDER BY size DESC LIMIT 1"))
            );
            Assert.True(System.Text.Encoding.ASCII.GetBytes(large).AsSpan().SequenceEqual(kept));
        }
        Assert.InRange(resident, 0, 200);
    }

    /// <summary>One pass of the program itself; gives what it needed of memory at its highest, in megabytes.</summary>
    private static async Task<long> Once(RealWorkplace place)
    {
        using var program = TheProgram.Start("run", "--once", "--config", place.Config);
        var highest = 0L;
        while (!program.HasExited)
        {
            string[] told;
            try
            {
                told = await File.ReadAllLinesAsync($"/proc/{program.Id}/status");
            }
            catch (IOException)
            {
                // It ended in between.
                break;
            }
            if (told.FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
                highest = Math.Max(
                    highest,
                    long.Parse(line.AsSpan(6, line.Length - 8).Trim(), CultureInfo.InvariantCulture)
                );
            await Task.Delay(20);
        }
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return highest / 1024;
    }

    private static string WithFilm(string mail, int bytes) =>
        mail.Replace(
                "Content-Type: text/plain; charset=utf-8\r\n",
                "Content-Type: multipart/mixed; boundary=b\r\n",
                StringComparison.Ordinal
            )
            .Replace("\r\n\r\nGoedemorgen", "\r\n\r\n--b\r\n\r\nGoedemorgen", StringComparison.Ordinal)
        + "--b\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(new byte[bytes], Base64FormattingOptions.InsertLineBreaks)
        + "\r\n--b--\r\n";
}
