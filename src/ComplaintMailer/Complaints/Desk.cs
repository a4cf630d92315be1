using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Agenda;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>Load, decide, keep: the only place where the three meet. What is kept is kept in the caller's transaction, or not at all.</summary>
internal sealed class Desk(CaseStore store, KeyStore keys, Vault vault, LetterMaker maker)
{
    /// <summary>Letters by which somebody gets the complaint to work on: what came with its mails goes along.</summary>
    private static readonly HashSet<string> BringTheCase = ["case-assigned", "triage", "escalation"];

    /// <summary>Registers a complaint under a new data key.</summary>
    public string Open(Session session, Office office, Filing filing, long? mail, Answered? answered, Instant now)
    {
        var organisation = office.Organisation;
        var filed = office.Around.DateOf(filing.Received);
        var year = filed.Year;
        office = office.On(filed);
        var number = CaseStore.NextNumber(session, organisation.Key, organisation.CasePrefix, year);
        using var key = DataKey.New();
        var fresh = new Hold(null, key, keys.Add(session, key), "", MailThread.Empty);
        var input = new CaseInput.NewComplaint(filing with { Number = number }) { Mail = mail };
        Keep(session, office, fresh, [input], answered, now);
        return number;
    }

    /// <returns>The case as it is now; null when there is none, or its file has been destroyed.</returns>
    public Case? Tell(
        Session session,
        Office office,
        string number,
        CaseInput input,
        Answered? answered,
        Instant now
    ) => Tell(session, office, number, [input], answered, now);

    /// <summary>Several things at once, as if they were told one after the other.</summary>
    public Case? Tell(Session session, Office office, string number, IReadOnlyList<CaseInput> news, Instant now) =>
        Tell(session, office, number, news, null, now);

    private Case? Tell(
        Session session,
        Office office,
        string number,
        IReadOnlyList<CaseInput> news,
        Answered? answered,
        Instant now
    )
    {
        using var dossier = store.Load(session, number);
        if (dossier is null)
            return null;
        var hold = new Hold(dossier.State, dossier.Key, dossier.KeyId, dossier.Head, dossier.Thread);
        return Keep(session, office, hold, news, answered, now);
    }

    /// <summary>Puts a letter of the organisation itself, about no case, in the outbox.</summary>
    /// <returns>Its Message-ID.</returns>
    public string Notify(Session session, Office office, LetterOrder order, Instant now)
    {
        var key = office.Organisation.Key;
        using var dataKey = DataKey.New();
        var paper = new LetterPaper(dataKey, keys.Add(session, dataKey), MailThread.Empty, null);
        var letter = maker.Make(office, null, key, CaseStore.Next(session, $"letter {key}"), order, paper, now);
        (letter with { IsKept = office.IsBacklog }).Insert(session);
        return letter.MessageId;
    }

    /// <summary>The same, to one of its people.</summary>
    /// <param name="byItself">Nobody asked for it; else it answers a mail.</param>
    public string Notify(
        Session session,
        Office office,
        Person person,
        string kind,
        IReadOnlyDictionary<string, object?> facts,
        bool byItself,
        Instant now
    ) =>
        Notify(
            session,
            office,
            new()
            {
                Kind = kind,
                To = Recipient.Of(person, office.Organisation),
                Facts = facts,
                ByItself = byItself,
            },
            now
        );

    private sealed record Hold(Case? State, DataKey Key, long KeyId, string Head, MailThread Thread);

    private Case Keep(
        Session session,
        Office office,
        Hold hold,
        IReadOnlyList<CaseInput> news,
        Answered? answered,
        Instant now
    )
    {
        office = With(session, office.For(hold.State));
        var decision = Decide(hold.State, news, office, now);
        // A mail is told by itself: only where no mail is behind it do several come together.
        var input = news[0];
        var after = decision.Events.Aggregate(hold.State, Decider.Evolve)!;
        var writer = Writer(input);
        var thread = writer == "complainant" ? hold.Thread.With(answered?.MessageId) : hold.Thread;
        var (events, head) = Chain(hold, after.Number, decision.Events);
        var paper = new LetterPaper(hold.Key, hold.KeyId, thread, null)
        {
            ByPerson = input is CaseInput.StaffWrote { Proven: true },
            MayWait = input is CaseInput.DutyFell,
        };
        var ids = decision.Events.OfType<CaseEvent.LetterOrdered>().Select(e => e.Letter).ToList();
        // A certificate of destruction outlives the file it speaks of, so it is no letter of that file.
        var letters = decision
            .Letters.Index()
            .Where(l => !decision.DestroysFile || l.Item.Kind != "destruction-done")
            .Select(l =>
            {
                var answers = l.Item.Answers is not null && l.Item.To.Party == writer ? answered : null;
                // What is never sent, or waits for others, has no turn in which it would be written.
                if (office.IsBacklog || decision.DestroysFile || paper.Waits(l.Item))
                    return maker.Make(
                        office,
                        after,
                        after.Number,
                        ids[l.Index],
                        l.Item,
                        paper with
                        {
                            Answered = answers,
                        },
                        now
                    ) with
                    {
                        IsKept = office.IsBacklog,
                    };
                var ordered = new OrderedLetter
                {
                    Order = l.Item,
                    Version = after.Version,
                    Answered = answers,
                    Thread = thread,
                    Enclosed = Enclosed(after, decision.Events, input, l.Item),
                };
                return maker.Order(office, after, ids[l.Index], ordered, paper, now);
            })
            .ToList();
        CaseStore.Keep(
            session,
            new()
            {
                Before = hold.State,
                After = after,
                KeyId = hold.KeyId,
                Events = events,
                Letters = letters,
                Duties = CaseAgenda.Of(after, office.Around),
                Head = head,
                SealedThread = ReferenceEquals(thread, hold.Thread)
                    ? null
                    : hold.Key.Seal(thread.Write(), CaseStore.ThreadPlace(after.Number)),
            }
        );
        foreach (var absence in decision.Absences)
            AbsenceStore.Put(session, office.Organisation.Key, absence, now);
        foreach (var other in decision.Elsewhere)
            Pass(session, office, other, now);
        if (decision.DestroysFile)
        {
            Destruction.Of(session, after.Number);
            foreach (var order in decision.Letters.Where(l => l.Kind == "destruction-done"))
                Notify(session, office, order, now);
        }
        return after;
    }

    /// <summary>The mails whose photos and papers go along: who works by mail alone has no other way to see them.</summary>
    private static IReadOnlyList<long> Enclosed(
        Case after,
        IReadOnlyList<CaseEvent> events,
        CaseInput input,
        LetterOrder order
    )
    {
        // The ruling of a committee that came as a file is for both sides.
        var isRuling =
            order.Kind == "binding-consent"
            || (order.Kind == "contribution" && events.OfType<CaseEvent.ExternallyRuled>().Any());
        if (
            !(isRuling || order.To.Party.StartsWith("staff:", StringComparison.Ordinal))
            || after.Files.All(f => !f.Verified)
        )
            return [];
        var mails =
            isRuling || order.Kind == "contribution"
                ? events
                    .OfType<CaseEvent.MailAdded>()
                    .Where(m => m is { Verified: true, Attachments.Count: > 0 })
                    .Select(m => m.Mail)
            : BringTheCase.Contains(order.Kind) && input is not CaseInput.DutyFell
                ? after.Files.Where(f => f.Verified).Select(f => f.Mail)
            : [];
        return [.. mails.Distinct()];
    }

    private static Decision Decide(Case? state, IReadOnlyList<CaseInput> news, Office office, Instant now)
    {
        var all = Decide(state, news[0], office, now);
        foreach (var input in news.Skip(1))
        {
            var more = Decide(all.Events.Aggregate(state, Decider.Evolve), input, office, now);
            all = new([.. all.Events, .. more.Events], [.. all.Letters, .. more.Letters])
            {
                Absences = [.. all.Absences, .. more.Absences],
                Elsewhere = [.. all.Elsewhere, .. more.Elsewhere],
            };
        }
        return all;
    }

    private static Decision Decide(Case? state, CaseInput input, Office office, Instant now)
    {
        var decision = Decider.Decide(state, input, office.Around, now);
        if (!office.IsBacklog)
            return decision;
        var after = decision.Events.Aggregate(state, Decider.Evolve)!;
        var letters = decision.Events.OfType<CaseEvent.LetterOrdered>().Select(e => e.Letter).ToList();
        var ending = Decider.Decide(after, new CaseInput.CameFromBacklog(letters, state is null), office.Around, now);
        // Who was away then is not away now.
        return decision with { Events = [.. decision.Events, .. ending.Events], Absences = [] };
    }

    private void Pass(Session session, Office office, Elsewhere other, Instant now)
    {
        if (other.Number is { } number)
            Tell(session, office, number, other.Input, null, now);
        else if (other.Input is CaseInput.NewComplaint fresh)
            Open(session, office, fresh.Filing, null, null, now);
    }

    /// <summary>Who is away is kept in the register, for all cases alike.</summary>
    private static Office With(Session session, Office office) =>
        office with
        {
            Around = office.Around with { Absences = AbsenceStore.Of(session, office.Organisation.Key) },
        };

    private (List<EventRow> Rows, string Head) Chain(Hold hold, string number, IReadOnlyList<CaseEvent> events)
    {
        var rows = new List<EventRow>(events.Count);
        var head = hold.Head;
        var seq = hold.State?.Version ?? 0;
        foreach (var happened in events)
        {
            seq++;
            var piece = hold.Key.Seal(CaseEventJson.Write(happened), CaseStore.EventPlace(number, seq));
            var row = new EventRow(seq, Codes.Instant(happened.At), happened.Kind, piece, "");
            head = CaseStore.Hash(vault, head, number, row);
            rows.Add(row with { Hash = head });
        }
        return (rows, head);
    }

    /// <summary>Whose mail this is, where a mail is behind it: only that party's letter answers that mail.</summary>
    private static string? Writer(CaseInput input) =>
        input switch
        {
            CaseInput.NewComplaint or CaseInput.ComplainantWrote => "complainant",
            CaseInput.StaffWrote staff => $"staff:{staff.Person}",
            CaseInput.ConcernedWrote => "concerned",
            _ => null,
        };
}
