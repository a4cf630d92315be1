using System.CommandLine;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Dossiers;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Commands;

/// <summary><c>case export</c>, <c>audit verify</c>, <c>retention</c> and <c>forget</c>.</summary>
internal static class DossierCommands
{
    public static void Add(RootCommand root, Option<string> config)
    {
        var number = new Argument<string>("number") { Description = "Such as WIJ-2026-0042." };
        var to = new Option<string?>("--out")
        {
            Description = "A .zip file, or a new folder; default: the number with .zip behind it.",
        };
        var purpose = new Option<string?>("--purpose")
        {
            Description = "What it is for, such as “external committee”; noted in the dossier.",
        };
        var export = new Command(
            "export",
            "Writes the whole dossier, to read and to print: the case, what happened when, every mail and letter, and the proof of each letter."
        )
        {
            number,
            to,
            purpose,
        };
        export.SetAction(r => Export(r.GetValue(config)!, r.GetValue(number)!, r.GetValue(to), r.GetValue(purpose)));
        root.Subcommands.First(c => c.Name == "case").Subcommands.Add(export);

        var verify = new Command("verify", "Checks that every dossier is as it was written.");
        verify.SetAction(r => Verify(r.GetValue(config)!));
        root.Subcommands.Add(new Command("audit", "Looks after the dossiers.") { verify });

        var dry = new Option<bool>("--dry-run") { Description = "Only shows what would be destroyed." };
        var retention = new Command("retention", "Destroys the files whose time has come.") { dry };
        retention.SetAction((r, ct) => Task.FromResult(Retention(r.GetValue(config)!, r.GetValue(dry), ct)));
        root.Subcommands.Add(retention);

        var yes = new Option<bool>("--yes") { Description = "Really do it." };
        var forget = new Command("forget", "Destroys the file of one case, for good.") { number, yes };
        forget.SetAction(r => Forget(r.GetValue(config)!, r.GetValue(number)!, r.GetValue(yes)));
        root.Subcommands.Add(forget);
    }

    private static int Export(string config, string number, string? to, string? purpose)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: false);
        var upper = number.ToUpperInvariant();
        var target = Path.GetFullPath(to ?? upper + ".zip");
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        // Noted first: what is given out says so of itself.
        var known = worker.Register.Write(session =>
            worker.Offices.Any(office =>
                CaseStore.Exists(session, office.Organisation.Key, upper)
                && worker.Desk.Tell(
                    session,
                    office,
                    upper,
                    new Core.Cases.CaseInput.WasExported(purpose ?? "-"),
                    null,
                    now
                )
                    is not null
            )
        );
        if (!known)
            throw new OperatorException($"There is no case {number}, or its file has been destroyed.");
        using var file = new ExportFile(target);
        worker.Register.Read(session => worker.Export.Write(session, worker.Offices, upper, file.Put));
        Console.WriteLine($"{file.Count} files in {target}. They are not encrypted: look after them.");
        return 0;
    }

    private static int Verify(string config)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: false);
        var (cases, events, findings) = worker.Register.Read(session => DossierAudit.Verify(session, worker.Vault));
        foreach (var finding in findings)
            Console.WriteLine($"✗ {finding.Number}: {finding.What}");
        Console.WriteLine(
            findings.Count == 0
                ? $"✓ {cases} cases, {events} events: all as they were written"
                : $"{findings.Count} of {cases} cases are not as they were written. Compare with a backup, and find out who could write in the database."
        );
        return findings.Count == 0 ? 0 : 1;
    }

    private static int Retention(string config, bool dry, CancellationToken ct)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: !dry);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var before = Purged(worker);
        if (dry)
        {
            var due = worker.Register.Read(session =>
                session.Query(
                    """
                    SELECT case_number, key, due_at FROM duty WHERE kind = 'retention' AND due_at <= @now
                    ORDER BY due_at, case_number
                    """,
                    r => (Number: r.GetString(0), Key: r.GetString(1), At: Codes.Instant(r.GetString(2))),
                    ("now", Codes.Instant(now))
                )
            );
            foreach (var (number, key, at) in due.Where(d => d.Key.Contains("destroy", StringComparison.Ordinal)))
                Console.WriteLine($"{number, -16} since {at.InUtc().Date:uuuu-MM-dd}");
            Console.WriteLine(
                $"{due.Count(d => d.Key.Contains("destroy", StringComparison.Ordinal))} files would be destroyed"
            );
            return 0;
        }
        foreach (var office in worker.Offices)
            worker.HandleDue(office, now, ct);
        worker.Upkeep(now);
        Console.WriteLine($"{Purged(worker) - before} files destroyed");
        return 0;
    }

    private static int Forget(string config, string number, bool yes)
    {
        using var worker = new Worker(SettingsReader.Load(config), exclusive: true);
        var upper = number.ToUpperInvariant();
        using (var dossier = worker.Register.Read(session => worker.Store.Load(session, upper)))
        {
            if (dossier is null)
                throw new OperatorException($"There is no case {number}, or its file has been destroyed already.");
            if (!yes)
            {
                Console.WriteLine(
                    $"{upper} is {(dossier.State.IsOpen ? "still open" : "closed")} and holds {dossier.Events.Count} events. Nothing brings it back. Say --yes to destroy it."
                );
                return 1;
            }
        }
        worker.Register.Write(session => Destruction.Of(session, upper));
        worker.Register.Shrink();
        Console.WriteLine(
            $"✓ The file of {upper} is destroyed. Its key is gone from this database; in backups it lives until they do, so let old backups go. Mails still lie in the mailbox and its folder Processed."
        );
        return 0;
    }

    private static long Purged(Worker worker) =>
        worker.Register.Read(session => session.Scalar<long>("SELECT COUNT(*) FROM complaint WHERE key_id IS NULL"));
}
