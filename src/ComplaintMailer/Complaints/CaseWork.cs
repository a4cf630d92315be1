using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Agenda;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
using ComplaintMailer.Reports.Facts;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>
/// All the work on a case between loading and keeping it: decide, seal, order letters, see what comes due. Needs no database, so that it can
/// be done while others write.
/// </summary>
internal sealed class CaseWork(Vault vault, LetterMaker maker)
{
    /// <summary>Letters by which somebody gets the complaint to work on: what came with its mails goes along.</summary>
    private static readonly HashSet<string> BringTheCase = ["case-assigned", "triage", "escalation"];

    /// <param name="office">With who is away.</param>
    /// <param name="news">Several only where no mail is behind them: a mail is told by itself.</param>
    public Worked Of(Office office, Hold hold, IReadOnlyList<CaseInput> news, Answered? answered, Instant now)
    {
        var decision = Decide(hold.State, news, office, now);
        var input = news[0];
        var after = decision.Events.Aggregate(hold.State, Decider.Evolve)!;
        var thread = Writer(input) == "complainant" ? hold.Thread.With(answered?.MessageId) : hold.Thread;
        var (events, head) = Chain(hold, after.Number, decision.Events);
        return new(
            decision,
            new()
            {
                Before = hold.State,
                After = after,
                KeyId = hold.KeyId,
                Events = events,
                Letters = Letters(office, hold, after, decision, input, thread, answered, now),
                Duties = CaseAgenda.Of(after, office.Around),
                Facts = FactStore.Of(after, office.Around),
                Head = head,
                SealedThread = ReferenceEquals(thread, hold.Thread)
                    ? null
                    : hold.Key.Seal(thread.Write(), CaseStore.ThreadPlace(after.Number)),
            }
        );
    }

    private List<LetterRow> Letters(
        Office office,
        Hold hold,
        Case after,
        Decision decision,
        CaseInput input,
        MailThread thread,
        Answered? answered,
        Instant now
    )
    {
        var writer = Writer(input);
        var paper = new LetterPaper(hold.Key, hold.KeyId, thread, null)
        {
            ByPerson = input is CaseInput.StaffWrote { Proven: true },
            MayWait = input is CaseInput.DutyFell,
        };
        var ids = decision.Events.OfType<CaseEvent.LetterOrdered>().Select(e => e.Letter).ToList();
        var rows = new List<LetterRow>(decision.Letters.Count);
        foreach (var (i, order) in decision.Letters.Index())
        {
            // A certificate of destruction outlives the file it speaks of, so it is no letter of that file.
            if (decision.DestroysFile && order.Kind == "destruction-done")
                continue;
            var answers = order.Answers is not null && order.To.Party == writer ? answered : null;
            // What is never sent, or waits for others, has no turn in which it would be written.
            if (office.IsBacklog || decision.DestroysFile || paper.Waits(order))
            {
                var row = maker.Make(
                    office,
                    after,
                    after.Number,
                    ids[i],
                    order,
                    paper with
                    {
                        Answered = answers,
                    },
                    now
                );
                rows.Add(row with { IsKept = office.IsBacklog });
                continue;
            }
            var ordered = new OrderedLetter
            {
                Order = order,
                Version = after.Version,
                Answered = answers,
                Thread = thread,
                Enclosed = Enclosed(after, decision.Events, input, order),
            };
            rows.Add(maker.Order(office, after, ids[i], ordered, paper, now));
        }
        return rows;
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

/// <summary>A case as it is before something is told of it, with the key to its dossier.</summary>
internal sealed record Hold(Case? State, DataKey Key, long KeyId, string Head, MailThread Thread);

/// <summary>What came of it: the decision, and all of it that is to be written.</summary>
internal sealed record Worked(Decision Decision, CaseChange Change)
{
    /// <summary>The same once the register has a number for the key that all of it is sealed with.</summary>
    public Worked Under(long key) =>
        this with
        {
            Change = Change with { KeyId = key, Letters = [.. Change.Letters.Select(l => l with { KeyId = key })] },
        };
}
