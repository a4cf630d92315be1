using ComplaintMailer.Agenda;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail.Mailboxes;
using ComplaintMailer.Mail.Maildir;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Sending;
using ComplaintMailer.Outbox;
using ComplaintMailer.Recognition;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ComplaintMailer.Schedules;

/// <summary>The parts, put together; and one pass through all of them.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Register register;
    private readonly MailRoom mailRoom;
    private readonly AgendaRunner agenda;
    private readonly OutboxRunner outbox;

    private readonly WorkerLock? hold;
    private readonly IReadOnlySet<string> ours;

    /// <param name="exclusive">True for the worker itself; looking on (<c>status</c>, <c>case list</c>) needs no exclusive hold.</param>
    public Worker(Settings settings, bool exclusive = true, ILoggerFactory? logs = null)
    {
        logs ??= NullLoggerFactory.Instance;
        var isNew = !settings.Data.IsPostgres && !File.Exists(settings.Data.Path);
        if (isNew && !File.Exists(settings.MasterKeyFile))
            MasterKeyFile.Make(settings.MasterKeyFile);
        Vault = MasterKeyFile.Open(settings.MasterKeyFile);
        if (exclusive && !settings.Data.IsPostgres)
            hold = WorkerLock.Take(settings.Data.Path);
        try
        {
            register = Register.Open(settings.Data);
            if (hold is not null)
                register.Write(OutboxRunner.FreeClaims);
        }
        catch
        {
            hold?.Dispose();
            throw;
        }
        Keys = new KeyStore(Vault);
        Store = new CaseStore(Keys);
        var addresses = new ReturnAddresses(Vault);
        var zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];
        var letters = new LetterWriter(settings.Templates, Regulations.LoadBodies(settings.Templates), zone);
        var desk = new Desk(Store, Keys, Vault, new LetterMaker(letters, addresses, Vault));
        var recogniser = new Recogniser(Store, addresses);
        mailRoom = new MailRoom(register, Keys, Vault, recogniser, desk, new MailReader(), logs.CreateLogger("Inbox"));
        agenda = new AgendaRunner(register, desk, logs.CreateLogger("Agenda"));
        outbox = new OutboxRunner(register, Keys, desk, new Gate(settings.Limits), logs.CreateLogger("Outbox"));
        Offices =
        [
            .. settings.Organisations.Select(o =>
                Office.Of(o, Regulations.Load(settings.Templates, o.Regulation), zone)
            ),
        ];
        ours = Gate.Ours(Offices.Select(o => o.Organisation));
    }

    public Vault Vault { get; }
    public KeyStore Keys { get; }
    public CaseStore Store { get; }
    public Register Register => register;
    public IReadOnlyList<Office> Offices { get; }

    public sealed record Pass(
        IReadOnlyList<MailRoom.Handled> In,
        int Duties,
        IReadOnlyList<OutboxRunner.Sent> Out,
        IReadOnlyList<string> Faults
    );

    /// <summary>Takes in all mail, handles all that is due, sends the outbox. One organisation's trouble never stops another.</summary>
    public async Task<Pass> Once(Instant now, bool timeTravel, CancellationToken ct)
    {
        var taken = new List<MailRoom.Handled>();
        var sent = new List<OutboxRunner.Sent>();
        var faults = new List<string>();
        var duties = 0;
        foreach (var office in Offices)
        {
            try
            {
                await using var mailbox = OpenMailbox(office.Settings.Mailbox);
                taken.AddRange(await mailRoom.TakeIn(office, mailbox, now, timeTravel, ct));
            }
            catch (MailboxException e)
            {
                faults.Add($"{office.Organisation.Key}: {e.Message}");
            }
            duties += agenda.Run(office, now, ct);
            await using var sender = OpenSender(office.Settings.Sender);
            sent.AddRange(await outbox.Run(office, ours, sender, now, ct));
        }
        return new(taken, duties, sent, faults);
    }

    public void Dispose()
    {
        register.Dispose();
        hold?.Dispose();
        Vault.Dispose();
    }

    private static MaildirMailbox OpenMailbox(MailboxSettings settings) =>
        settings.Kind.Equals("Maildir", StringComparison.OrdinalIgnoreCase)
            ? new MaildirMailbox(settings.Path!)
            : throw new OperatorException($"Mailbox:Kind {settings.Kind} can't be used yet. Use Maildir.")
            {
                ExitCode = 2,
            };

    private static IMailSender OpenSender(SenderSettings settings) =>
        settings.Kind.Equals("Maildir", StringComparison.OrdinalIgnoreCase)
            ? new MaildirSender(settings.Path!)
            : throw new OperatorException($"Sender:Kind {settings.Kind} can't be used yet. Use Maildir.")
            {
                ExitCode = 2,
            };
}
