using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// One gate before all that the worker sends by itself, to staff too: nothing to machines, nothing to ourselves, and never so
/// much to one address that two programs could be talking to each other.
/// </summary>
internal sealed class Gate(LimitSettings limits)
{
    private static readonly HashSet<string> Machines = new(StringComparer.Ordinal)
    {
        "noreply",
        "no-reply",
        "no_reply",
        "no.reply",
        "donotreply",
        "do-not-reply",
        "do_not_reply",
        "mailer-daemon",
        "mailerdaemon",
        "postmaster",
        "bounce",
        "bounces",
        "nietbeantwoorden",
        "niet-beantwoorden",
        "nietantwoorden",
        "geenreactie",
        "geen-reactie",
        "geenantwoord",
        "listserv",
        "majordomo",
    };

    private const int SlotSeconds = 300;
    private const int SlotsAnHour = 3600 / SlotSeconds;
    private const int SlotsADay = 24 * SlotsAnHour;

    /// <returns>Why a letter may never go to this address, for a person; null: it may.</returns>
    public static string? Refuses(IReadOnlyCollection<string> ours, string? to)
    {
        if (string.IsNullOrWhiteSpace(to))
            return "no mail address is known";
        var at = to.LastIndexOf('@');
        if (at < 1 || at == to.Length - 1 || to.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "this is no mail address";
        var local = to[..at].ToLowerInvariant();
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0)
            local = local[..plus];
        if (Machines.Contains(local) || local.StartsWith("noreply", StringComparison.Ordinal))
            return "nobody reads mail to that address";
        return ours.Contains(local + to[at..].ToLowerInvariant()) ? "this is an address of our own" : null;
    }

    /// <summary>Every address that complaints come in at: mail to them would come back in.</summary>
    public static IReadOnlySet<string> Ours(IEnumerable<Organisation> organisations) =>
        organisations
            .SelectMany(o => o.Aliases.Prepend(o.Address))
            .Select(a => a.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);

    /// <returns>Why this letter is one too many for its address; null: it is not.</returns>
    public string? TooMany(Session session, LetterGate gate, string address, Instant now)
    {
        if (gate == LetterGate.Person)
            return null;
        var most = gate == LetterGate.Staff ? limits.LettersPerPersonPerDay : limits.AnswersPerAddressPerDay;
        return Count(session, address, now, SlotsADay) >= most
            ? "the most letters of a day have gone to that address"
            : null;
    }

    /// <summary>Whether the domain has had its share for this hour. Our own people's may have all.</summary>
    public bool Waits(Session session, LetterGate gate, string domain, Instant now) =>
        gate != LetterGate.Staff && Count(session, domain, now, SlotsAnHour) >= limits.AnswersPerDomainPerHour;

    /// <summary>A letter goes through: it counts from now on.</summary>
    public static void Pass(Session session, LetterGate gate, string address, string domain, Instant now)
    {
        Add(session, address, now);
        if (gate != LetterGate.Staff)
            Add(session, domain, now);
    }

    /// <summary>Forgets what no limit looks back at any more.</summary>
    public static void Forget(Session session, Instant now) =>
        session.Execute("DELETE FROM passage WHERE slot < @before", ("before", Slot(now) - SlotsADay));

    private static long Count(Session session, string name, Instant now, int slots) =>
        session.Scalar<long>(
            "SELECT COALESCE(SUM(letters), 0) FROM passage WHERE name = @name AND slot > @since",
            ("name", name),
            ("since", Slot(now) - slots)
        );

    private static void Add(Session session, string name, Instant now) =>
        session.Execute(
            """
            INSERT INTO passage (name, slot, letters) VALUES (@name, @slot, 1)
            ON CONFLICT (name, slot) DO UPDATE SET letters = passage.letters + 1
            """,
            ("name", name),
            ("slot", Slot(now))
        );

    private static long Slot(Instant at) => at.ToUnixTimeSeconds() / SlotSeconds;
}

/// <summary>Which limits hold for a letter.</summary>
internal enum LetterGate
{
    /// <summary>The worker writes to somebody outside, of its own accord or in answer.</summary>
    Answer,

    /// <summary>To one of the organisation's own people.</summary>
    Staff,

    /// <summary>Somebody of the organisation chose to send it: no count stops that.</summary>
    Person,
}
