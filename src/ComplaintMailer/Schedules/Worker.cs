using System.Runtime.CompilerServices;
using ComplaintMailer.Agenda;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Database;
using ComplaintMailer.Dossiers;
using ComplaintMailer.Inbox;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Monitoring;
using ComplaintMailer.Outbox;
using ComplaintMailer.Recognition;
using ComplaintMailer.Reports;
using ComplaintMailer.Reports.Sending;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ComplaintMailer.Schedules;

/// <summary>The parts, put together; and one pass through all of them.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Register register;
    private readonly LetterWriter letters;
    private readonly MailRoom mailRoom;
    private readonly AgendaRunner agenda;
    private readonly OutboxRunner outbox;
    private readonly WorkerLock? hold;
    private readonly IReadOnlySet<string> ours;
    private readonly Ports ports;
    private readonly ILogger log;

    /// <summary>What belongs to no case is kept for half a year: so long a question about it may come.</summary>
    private static readonly Duration LooseKept = Duration.FromDays(183);

    /// <param name="exclusive">True for the worker itself; looking on (<c>status</c>, <c>case list</c>) needs no exclusive hold.</param>
    /// <param name="patience">How long a server may take to answer; null for the usual.</param>
    public Worker(
        Settings settings,
        bool exclusive = true,
        ILoggerFactory? logs = null,
        IMailReader? reader = null,
        ICollection<ReadOnlyMemory<byte>>? rehearsed = null,
        TimeSpan? patience = null
    )
    {
        logs ??= NullLoggerFactory.Instance;
        ports = new Ports(rehearsed, patience);
        log = logs.CreateLogger("Worker");
        if (exclusive && !settings.Data.IsPostgres)
            hold = WorkerLock.Take(settings.Data.Path);
        try
        {
            register = Register.Open(settings.Data);
            Vault = MasterKey.Of(settings, register);
            if (hold is not null)
                register.Write(OutboxClaims.Free);
        }
        catch
        {
            register?.Dispose();
            hold?.Dispose();
            throw;
        }
        Keys = new KeyStore(Vault);
        Store = new CaseStore(Keys);
        var addresses = new ReturnAddresses(Vault);
        var zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];
        var bodies = Regulations.LoadBodies(settings.Templates);
        letters = new LetterWriter(settings.Templates, bodies, zone);
        var maker = new LetterMaker(letters, addresses, Vault);
        reader ??= new MailReader(
            new()
            {
                MailBytes = settings.Limits.MailBytes,
                Parts = settings.Limits.Parts,
                Depth = settings.Limits.Depth,
                HeaderBytes = settings.Limits.HeaderBytes,
            }
        );
        var desk = new Desk(Store, Keys, maker, new CaseWork(Vault, maker));
        Desk = desk;
        var reports = new ReportDesk(new ReportPost(Keys, addresses, maker), Store);
        Alarms = new Alarms(register, desk, logs.CreateLogger("Alarms"));
        var officeLetters = new OfficeLetters(Keys, Alarms);
        var recogniser = new Recogniser(Store, addresses);
        Scribe = new Scribe(register, Store, Keys, maker, reader, logs.CreateLogger("Outbox"));
        Export = new DossierExport(Store, Keys, letters, Scribe, reader);
        var filings = new FilingMaker(WordLists.Load(settings.Templates));
        var quarantine = new Quarantine(Keys, desk, reader, filings);
        var dispatch = new MailDispatch(
            recogniser,
            desk,
            reports,
            new OfficeCommands(quarantine, desk),
            filings,
            new Duplicates(Store, Vault),
            officeLetters
        );
        mailRoom = new MailRoom(register, Keys, Vault, dispatch, desk, reader, logs.CreateLogger("Inbox"));
        agenda = new AgendaRunner(
            register,
            desk,
            new OfficeDuties(quarantine, reports, new Evaluations(desk)),
            new Bundle(Keys, desk, logs.CreateLogger("Outbox")),
            new RuleChanges(desk, Store),
            logs.CreateLogger("Agenda")
        );
        outbox = new OutboxRunner(
            register,
            Keys,
            desk,
            officeLetters,
            Scribe,
            new Gate(settings.Limits),
            logs.CreateLogger("Outbox")
        );
        var definitions = OwnDefinitions.Load(settings.Templates);
        var versions = settings
            .Organisations.Select(o => o.Regulation)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                name => name,
                name => new Lazy<RegulationVersions>(() => Regulations.Versions(settings.Templates, name))
            );
        Offices =
        [
            .. settings.Organisations.Select(o =>
                Office.Of(o, Regulations.Load(settings.Templates, o.Regulation), zone, bodies) with
                {
                    Versions = versions[o.Regulation],
                    Definitions = definitions,
                    Neighbours = new Lazy<Neighbours>(() => new Neighbours(o, settings.Organisations)),
                }
            ),
        ];
        Care = new MailboxCare(register, ports, Alarms);
        Weekly = new WeeklyMail(settings, register, desk);
        foreach (var office in Offices)
            OwnDefinitions.Check(definitions, office.Organisation.Key, office.Settings.Reports.Select(r => r.Kind));
        ours = Gate.Ours(Offices.Select(o => o.Organisation));
    }

    public Vault Vault { get; }
    public KeyStore Keys { get; }
    public CaseStore Store { get; }
    public Desk Desk { get; }
    public DossierExport Export { get; }
    public Scribe Scribe { get; }
    public Register Register => register;
    public Alarms Alarms { get; }
    public WeeklyMail Weekly { get; }
    public MailboxCare Care { get; }
    public IReadOnlyList<Office> Offices { get; }

    public sealed record Pass(
        IReadOnlyList<MailRoom.Handled> In,
        int Duties,
        IReadOnlyList<SentLetter> Out,
        IReadOnlyList<string> Faults,
        bool IsMore
    );

    /// <summary>All that is to be done now, one round after another.</summary>
    public async IAsyncEnumerable<Pass> UntilDone(
        Instant now,
        bool timeTravel,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var isMore = true; isMore; )
        {
            var pass = await Once(now, timeTravel, ct);
            isMore = pass.IsMore;
            yield return pass;
        }
    }

    /// <summary>Takes in a round of mail, handles all that is due, sends the outbox. One organisation's trouble never stops another.</summary>
    public async Task<Pass> Once(Instant now, bool timeTravel, CancellationToken ct)
    {
        var taken = new List<MailRoom.Handled>();
        var sent = new List<SentLetter>();
        var faults = new List<string>();
        var duties = 0;
        var isMore = false;
        foreach (var office in Offices)
        {
            try
            {
                var round = await Poll(office, now, timeTravel, ct);
                taken.AddRange(round.Mails);
                isMore |= round.IsMore;
            }
            catch (MailboxException e)
            {
                faults.Add($"{office.Organisation.Key}: {e.Message}");
            }
            duties += HandleDue(office, now, ct);
            sent.AddRange(await Send(office, now, ct, ct));
        }
        return new(taken, duties, sent, faults, isMore);
    }

    /// <exception cref="MailboxException">The mailbox can't be reached. All is as it was.</exception>
    public async Task<MailRoom.Round> Poll(Office office, Instant now, bool timeTravel, CancellationToken ct)
    {
        var key = office.Organisation.Key;
        try
        {
            var round = await mailRoom.TakeIn(office, ports.Mailbox(office.Settings), now, timeTravel, ct);
            var handled = round.Mails;
            if (handled.Count > 0)
                log.LogInformation(
                    "{Organisation}: {Count} mails in: {Dispositions}",
                    key,
                    handled.Count,
                    Tally(handled.Select(h => h.Disposition))
                );
            if (handled.Count > 0 && !round.IsMore)
                await FileNow(office, ct);
            Alarms.Clear(office, $"mailbox:{key}", now);
            Watch(office, $"unreadable:{key}", handled.Count(h => h.Disposition == MailRoom.NotReadableYet), now);
            Watch(office, $"failing:{key}", handled.Count(h => h.Disposition == "failed"), now);
            return round;
        }
        catch (MailboxException e)
        {
            await ports.Close(office.Settings);
            Alarms.Raise(office, $"mailbox:{key}", e.Message, now);
            throw;
        }
    }

    /// <summary>The next look may be some minutes away, and people may look into the mailbox as well.</summary>
    private async Task FileNow(Office office, CancellationToken ct)
    {
        try
        {
            await ports.Mailbox(office.Settings).FileNow(ct);
        }
        catch (MailboxException)
        {
            // What lies there still is filed at the next look, which meets the same trouble and tells of it.
        }
    }

    /// <summary>Takes mails of a backlog in. What letters follow stay in the dossiers.</summary>
    public async Task<IReadOnlyList<MailRoom.Handled>> Import(
        Office office,
        IReadOnlyList<(string Name, byte[] Raw)> mails,
        Instant now,
        CancellationToken ct
    )
    {
        await using var backlog = new BacklogMailbox(mails);
        return (await mailRoom.TakeIn(office with { IsBacklog = true }, backlog, now, false, ct)).Mails;
    }

    private void Watch(Office office, string alarm, int count, Instant now)
    {
        if (count == 0)
            Alarms.Clear(office, alarm, now);
        else
            Alarms.Raise(office, alarm, $"({count})", now);
    }

    public int HandleDue(Office office, Instant now, CancellationToken ct)
    {
        var duties = agenda.Run(office, now, ct);
        if (duties > 0)
            log.LogInformation("{Organisation}: {Count} duties handled", office.Organisation.Key, duties);
        return duties;
    }

    /// <param name="stop">No new letters are begun.</param>
    /// <param name="abort">What is under way is broken off.</param>
    public async Task<IReadOnlyList<SentLetter>> Send(
        Office office,
        Instant now,
        CancellationToken stop,
        CancellationToken abort
    )
    {
        TellOfFaults(office, now);
        var sent = new List<SentLetter>(await Send());
        // A template is found faulty as a letter is written. Word of it goes out with the others, once: it has a template as well.
        if (TellOfFaults(office, now))
            sent.AddRange(await Send());
        Task<IReadOnlyList<SentLetter>> Send() =>
            outbox.Run(
                office,
                ours,
                ports.Sender(office.Settings),
                SentCopies.Of(office, ports, Alarms),
                now,
                stop,
                abort
            );
        if (sent.Count > 0)
            log.LogInformation(
                "{Organisation}: {Count} letters out: {States}",
                office.Organisation.Key,
                sent.Count,
                Tally(sent.Select(s => s.State))
            );
        return sent;
    }

    /// <returns>Whether there were any.</returns>
    private bool TellOfFaults(Office office, Instant now)
    {
        var faults = letters.TakeFaults(office.Organisation.Key);
        foreach (var fault in faults)
            Alarms.Announce(office, AlarmNames.Template(office, fault), fault, now);
        return faults.Count > 0;
    }

    /// <summary>What keeps the house in order.</summary>
    public void Upkeep(Instant now)
    {
        var loose = register.Write(session =>
        {
            Gate.Forget(session, now);
            return Destruction.OfLoose(session, Codes.Instant(now - LooseKept));
        });
        if (loose > 0)
            log.LogInformation("{Count} mails and letters that belong to no case were destroyed", loose);
        register.Shrink();
    }

    public void Dispose()
    {
        ports.DisposeAsync().AsTask().GetAwaiter().GetResult();
        register.Dispose();
        hold?.Dispose();
        Vault.Dispose();
    }

    private static string Tally(IEnumerable<string> words) =>
        string.Join(
            ", ",
            words
                .GroupBy(w => w, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .Select(g => $"{g.Count()} {g.Key}")
        );
}
