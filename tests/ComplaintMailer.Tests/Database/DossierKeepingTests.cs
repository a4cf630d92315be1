using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Complaints;
using ComplaintMailer.Database;
using ComplaintMailer.Dossiers;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Database;

/// <summary>Dossiers as they are kept: proven whole, copied, exported, and destroyed when their time has come.</summary>
public class DossierKeepingTests
{
    private const string Complaint = """
        From: Ahmed <ahmed@gezin.example>
        To: klachten@zonnebloem.example
        Subject: Mijn zoon is weer te laat opgehaald
        Message-ID: <1@gezin.example>

        Mijn zoon is bij De Vlinder voor de derde keer te laat uit school gehaald.
        """;

    [Fact]
    public async Task A_dossier_that_nobody_touched_is_proven_whole()
    {
        using var place = await OneCase();
        using var worker = new Worker(place.Settings);

        var (cases, events, findings) = worker.Register.Read(s => DossierAudit.Verify(s, worker.Vault));

        Assert.Empty(findings);
        Assert.Equal(1, cases);
        Assert.True(events > 5);
    }

    [Theory]
    [InlineData("UPDATE event SET at = '2026-11-20T08:00:00.0000000Z' WHERE seq = 2")]
    [InlineData("UPDATE event SET kind = 'TermMet' WHERE seq = 3")]
    [InlineData("UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 1) WHERE seq = 2")]
    [InlineData("DELETE FROM event WHERE seq = 2")]
    [InlineData("DELETE FROM event WHERE seq = (SELECT MAX(seq) FROM event)")]
    [InlineData("DELETE FROM event WHERE seq = (SELECT MAX(seq) FROM event); UPDATE complaint SET events = events - 1")]
    public async Task Whoever_changes_a_dossier_in_the_database_is_found_out(string tampering)
    {
        using var place = await OneCase();
        using var worker = new Worker(place.Settings);
        worker.Register.Read(s =>
        {
            using var command = s.Connection.CreateCommand();
            command.CommandText = tampering;
            return command.ExecuteNonQuery();
        });

        var (_, _, findings) = worker.Register.Read(s => DossierAudit.Verify(s, worker.Vault));

        Assert.Equal("ZON-2026-0001", Assert.Single(findings).Number);
    }

    [Fact]
    public async Task A_forgotten_case_leaves_nothing_of_the_person_in_the_database_and_its_figures_stay()
    {
        using var place = await OneCase();
        using (var worker = new Worker(place.Settings))
        {
            worker.Register.Write(s => Destruction.Of(s, "ZON-2026-0001"));
            worker.Register.Shrink();

            Assert.Empty(worker.Register.Read(s => DossierAudit.Verify(s, worker.Vault)).Findings);
            Assert.Null(worker.Register.Read(s => worker.Store.Load(s, "ZON-2026-0001")));
            Assert.Equal(
                1,
                worker.Register.Read(s => s.Scalar<long>("SELECT COUNT(*) FROM case_fact WHERE case_number IS NULL"))
            );
            Assert.Equal(0, worker.Register.Read(s => s.Scalar<long>("SELECT COUNT(*) FROM data_key")));
            Assert.Equal(
                0,
                worker.Register.Read(s => s.Scalar<long>("SELECT COUNT(DISTINCT mail_id) FROM mail_piece"))
            );
        }

        // An answer that comes after that is a complaint like any other, and not lost with what was destroyed.
        place.Arrives(
            "zonnebloem",
            Complaint
                .Replace("<1@", "<2@", StringComparison.Ordinal)
                .Replace("Subject: ", "Subject: [ZON-2026-0001] ", StringComparison.Ordinal)
        );
        var pass = await place.Pass("2027-11-23 09:00");
        Assert.Equal("ZON-2027-0001", Assert.Single(pass.In).CaseNumber);
    }

    [Fact]
    public async Task Mail_that_belongs_to_no_case_is_destroyed_after_half_a_year()
    {
        using var place = new Workplace();
        place.Arrives("zonnebloem", "Auto-Submitted: auto-replied\n" + Complaint);
        await place.Pass("2026-11-23 09:00");
        using var worker = new Worker(place.Settings);
        long Kept() => worker.Register.Read(s => s.Scalar<long>("SELECT COUNT(DISTINCT mail_id) FROM mail_piece"));

        worker.Upkeep(NodaTime.Instant.FromUtc(2027, 4, 1, 3, 0));
        Assert.Equal(1, Kept());
        worker.Upkeep(NodaTime.Instant.FromUtc(2027, 7, 1, 3, 0));
        Assert.Equal(0, Kept());
    }

    [Fact]
    public async Task A_backup_is_whole_private_and_can_be_put_back()
    {
        using var place = await OneCase();
        var file = Path.Combine(place.Folder, "copies", "backup.db");
        using (var worker = new Worker(place.Settings))
            Backup.Make(worker.Register, place.Settings.Data, file);
        place.Arrives("zonnebloem", Complaint.Replace("<1@", "<2@", StringComparison.Ordinal));
        await place.Pass("2026-11-23 10:00");
        Assert.Equal(2, place.Cases().Count);

        var aside = Backup.Restore(place.Settings.Data, file);

        Assert.Single(place.Cases());
        Assert.NotNull(aside);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var again = new Worker(place.Settings);
        Assert.Empty(again.Register.Read(s => DossierAudit.Verify(s, again.Vault)).Findings);
        Assert.Throws<OperatorException>(() => Backup.Make(again.Register, place.Settings.Data, file));
    }

    [Fact]
    public async Task What_is_no_backup_is_not_put_in_the_place_of_the_register()
    {
        using var place = await OneCase();
        var file = Path.Combine(place.Folder, "backup.db");
        File.WriteAllText(file, "this is no database, however long one looks at it");

        Assert.Throws<OperatorException>(() => Backup.Restore(place.Settings.Data, file));
        Assert.Single(place.Cases());
    }

    [Fact]
    public async Task An_exported_dossier_can_be_read_printed_and_checked()
    {
        using var place = await OneCase();
        using var worker = new Worker(place.Settings, exclusive: false);
        var file = Path.Combine(place.Folder, "export.zip");

        using (var export = new ExportFile(file))
            Assert.True(worker.Register.Read(s => worker.Export.Write(s, worker.Offices, "ZON-2026-0001", export.Put)));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var files = Unzipped(file);
        Assert.Equal(
            Complaint.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(files.Single(f => f.Key.StartsWith("mails/", StringComparison.Ordinal)).Value)
        );
        Assert.Contains("case.json", files.Keys);
        Assert.Contains("events.jsonl", files.Keys);

        var index = Encoding.UTF8.GetString(files["index.html"]);
        Assert.Contains("Klacht geregistreerd", index, StringComparison.Ordinal);
        Assert.Contains("href=\"proofs/0001-acknowledgement.html\"", index, StringComparison.Ordinal);
        Assert.Contains("href=\"letters/0001-acknowledgement.eml\"", index, StringComparison.Ordinal);

        // The sheet names the very bytes that lie beside it, and claims no more than is known.
        var sheet = Encoding.UTF8.GetString(files["proofs/0001-acknowledgement.html"]);
        Assert.Contains(
            Convert.ToHexStringLower(SHA256.HashData(files["letters/0001-acknowledgement.eml"])),
            sheet,
            StringComparison.Ordinal
        );
        Assert.Contains("geaccepteerd door", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("bezorgd", sheet, StringComparison.OrdinalIgnoreCase);
        foreach (var line in Encoding.UTF8.GetString(files["SHA256SUMS"]).TrimEnd().Split('\n'))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(files[line[66..]])));
    }

    private static Dictionary<string, byte[]> Unzipped(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.ToDictionary(
            e => e.FullName,
            e =>
            {
                using var entry = e.Open();
                using var bytes = new MemoryStream();
                entry.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    [Fact]
    public async Task A_register_refuses_any_key_but_its_own()
    {
        using var place = await OneCase();
        File.Move(place.Settings.MasterKeyFile, place.Settings.MasterKeyFile + ".kept");

        var lost = Assert.Throws<OperatorException>(() => new Worker(place.Settings));
        Assert.Contains("does not exist", lost.Message, StringComparison.Ordinal);

        ComplaintMailer.Secrets.MasterKeyFile.Make(place.Settings.MasterKeyFile);
        var other = Assert.Throws<OperatorException>(() => new Worker(place.Settings));
        Assert.Contains("is not the key", other.Message, StringComparison.Ordinal);
        Assert.Equal(2, other.ExitCode);
    }

    private static async Task<Workplace> OneCase()
    {
        var place = new Workplace();
        place.Arrives("zonnebloem", Complaint);
        await place.Pass("2026-11-23 09:00");
        return place;
    }
}
