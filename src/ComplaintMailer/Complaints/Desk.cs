using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Complaints;

/// <summary>Load, decide, keep: the only place where the three meet. What is kept is kept in the caller's transaction, or not at all.</summary>
internal sealed class Desk(CaseStore store, KeyStore keys, LetterMaker maker, CaseWork work)
{
    /// <summary>Registers a complaint under a new data key.</summary>
    /// <param name="foreseen">What was worked out beforehand, where it was.</param>
    public string Open(
        Session session,
        Office office,
        Filing filing,
        long? mail,
        Answered? answered,
        Instant now,
        Foreseen? foreseen = null
    )
    {
        var filed = office.Around.DateOf(filing.Received);
        office = With(session, office.On(filed));
        var organisation = office.Organisation;
        var number = CaseStore.NextNumber(session, organisation.Key, organisation.CasePrefix, filed.Year);
        if (foreseen?.Holds(filing, number, office.Around.Absences) == true)
        {
            Put(session, office, foreseen.Take().Under(keys.Add(session, foreseen.Key)), now);
            return number;
        }
        using var key = DataKey.New();
        var hold = new Hold(null, key, keys.Add(session, key), "", MailThread.Empty);
        Put(session, office, work.Of(office, hold, [New(filing, number, mail)], answered, now), now);
        return number;
    }

    /// <summary>Begins to work complaints out that are likely to be opened next, in this order.</summary>
    public IReadOnlyList<Foreseen> Foresee(
        Session session,
        Office office,
        IEnumerable<(Filing Filing, long Mail, Answered Answered)> complaints,
        Instant now
    )
    {
        office = With(session, office);
        var organisation = office.Organisation;
        var last = new Dictionary<int, int>();
        var begun = new List<Foreseen>();
        foreach (var (filing, mail, answered) in complaints)
        {
            var filed = office.Around.DateOf(filing.Received);
            var then = office.On(filed);
            if (!last.TryGetValue(filed.Year, out var count))
                count = CaseStore.LastNumber(session, organisation.Key, filed.Year);
            last[filed.Year] = ++count;
            var number = CaseStore.Number(organisation.CasePrefix, filed.Year, count);
            begun.Add(
                new(
                    filing,
                    number,
                    office.Around.Absences,
                    DataKey.New(),
                    key =>
                        work.Of(
                            then,
                            new Hold(null, key, 0, "", MailThread.Empty),
                            [New(filing, number, mail)],
                            answered,
                            now
                        )
                )
            );
        }
        return begun;
    }

    private static CaseInput.NewComplaint New(Filing filing, string number, long? mail) =>
        new(filing with { Number = number }) { Mail = mail };

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
        return Put(session, office, work.Of(office, hold, news, answered, now), now);
    }

    private Case Put(Session session, Office office, Worked worked, Instant now)
    {
        var (decision, change) = worked;
        var after = change.After;
        CaseStore.Keep(session, change);
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
}
