using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Secrets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>
/// Writes the letters whose turn it is. A mail is registered without waiting for the letters that follow from it, and nobody waits to
/// write in the database while letters are written.
/// </summary>
internal sealed class Scribe(
    Register register,
    CaseStore store,
    KeyStore keys,
    LetterMaker maker,
    IMailReader reader,
    ILogger log
)
{
    /// <summary>So much of other mails' files is held for the letters that are written together.</summary>
    private const long EnclosedBytesMost = 16L << 20;

    /// <summary>What lies in the place of a letter that is not written.</summary>
    internal sealed record Place(
        long Id,
        string CaseNumber,
        int Number,
        string MessageId,
        Instant MadeAt,
        byte[] Sealed
    );

    /// <summary>A letter with all it is written from.</summary>
    private sealed record Commission(
        Place Place,
        Office Office,
        Case State,
        OrderedLetter Ordered,
        IReadOnlyList<OutgoingPart> Files
    );

    /// <returns>Each by its number in the outbox; null where it can't be written. Fewer than are due, it may be, but some.</returns>
    public IReadOnlyDictionary<long, FreshLetter?> WriteDue(Office office, Instant now)
    {
        var held = new List<DataKey>();
        try
        {
            var commissions = register.Read(session => Commissions(session, office, now, held));
            return SideBySide
                .Of(
                    commissions,
                    t => (t.Place.Id, Letter: t.Commission is { } commission ? Try(commission, t.Key!) : null)
                )
                .ToDictionary(l => l.Id, l => l.Letter);
        }
        finally
        {
            held.ForEach(k => k.Dispose());
        }
    }

    /// <summary>The letter as it would be sent now, for whoever looks into the dossier before it is.</summary>
    public LetterContent Show(Session session, Office office, Dossier dossier, Place place) =>
        Write(
            CommissionOf(session, office, dossier, place, Files(session)),
            dossier.Key,
            (content, _) => content with { Mail = content.Mail.ToArray() }
        );

    private List<(Place Place, Commission? Commission, DataKey? Key)> Commissions(
        Session session,
        Office office,
        Instant now,
        List<DataKey> held
    )
    {
        var commissions = new List<(Place, Commission?, DataKey?)>();
        var bytes = 0L;
        foreach (var ofCase in Due(session, office, now).GroupBy(p => p.CaseNumber))
        {
            var dossier = Try(ofCase.Key, () => store.Load(session, ofCase.Key));
            var files = Files(session);
            if (dossier is not null)
                held.Add(dossier.Key);
            foreach (var place in ofCase)
            {
                var commission = dossier is null
                    ? null
                    : Try(ofCase.Key, () => CommissionOf(session, office, dossier, place, files));
                commissions.Add((place, commission, dossier?.Key));
                bytes += commission?.Files.Sum(f => (long)f.Content.Length) ?? 0;
            }
            if (bytes > EnclosedBytesMost)
                break;
        }
        return commissions;
    }

    private static Commission CommissionOf(
        Session session,
        Office office,
        Dossier dossier,
        Place place,
        Func<IReadOnlyList<long>, IReadOnlyList<OutgoingPart>> files
    )
    {
        var ordered = OrderedLetter.Open(dossier.Key, place.Sealed, place.MessageId);
        var state =
            ordered.Version == dossier.State.Version
                ? dossier.State
                : Decider.Fold(dossier.Events.Take(ordered.Version))!;
        office = office.For(state);
        return new(
            place,
            office with
            {
                Around = office.Around with { Absences = AbsenceStore.Of(session, office.Organisation.Key) },
            },
            state,
            ordered,
            files(ordered.Enclosed)
        );
    }

    /// <summary>What goes along of these mails; several of our people may get the same.</summary>
    private Func<IReadOnlyList<long>, IReadOnlyList<OutgoingPart>> Files(Session session)
    {
        var known = new List<(IReadOnlyList<long> Mails, IReadOnlyList<OutgoingPart> Files)>();
        return mails =>
        {
            var (_, files) = known.Find(k => k.Mails.SequenceEqual(mails));
            if (files is null)
            {
                files = MailFiles.ToPassOn(
                    mails
                        .Select(m => RawMails.OpenToRead(session, keys, m) is { } raw ? reader.Read(raw) : null)
                        .OfType<ReadMail>()
                );
                known.Add((mails, files));
            }
            return files;
        };
    }

    private FreshLetter? Try(Commission commission, DataKey key) =>
        Try(
            $"{commission.Place.CaseNumber}, {commission.Ordered.Order.Kind}",
            () =>
                Write(
                    commission,
                    key,
                    (content, sha256) =>
                        new FreshLetter(
                            content with
                            {
                                Mail = content.Mail.ToArray(),
                            },
                            sha256,
                            content.Seal(key, commission.Place.MessageId)
                        )
                )
        );

    /// <summary>What is wrong with one letter, or one dossier, is no reason for others to wait.</summary>
    private T? Try<T>(string what, Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not OutOfMemoryException && !Trouble.IsOfDatabase(e))
        {
            log.LogError("A letter can't be written ({Letter}): {Trouble}", what, Trouble.Of(e));
            return null;
        }
    }

    private T Write<T>(Commission commission, DataKey key, Func<LetterContent, string, T> use) =>
        maker.Write(
            commission.Office,
            commission.State,
            commission.Place.CaseNumber,
            commission.Place.Number,
            commission.Ordered.Order,
            new(key, 0, commission.Ordered.Thread, commission.Ordered.Answered) { Attachments = commission.Files },
            commission.Place.MadeAt,
            use
        );

    private static List<Place> Due(Session session, Office office, Instant now) =>
        session.Query(
            """
            SELECT l.id, l.case_number, l.number, l.message_id, l.made_at, b.sealed
            FROM delivery d JOIN letter l ON l.id = d.letter_id JOIN letter_body b ON b.letter_id = l.id
            WHERE d.organisation = @organisation AND d.next_at <= @now AND l.sha256 = ''
            ORDER BY d.next_at, d.letter_id
            LIMIT @most
            """,
            r => new Place(
                r.GetInt64(0),
                r.GetString(1),
                r.GetInt32(2),
                r.GetString(3),
                Codes.Instant(r.GetString(4)),
                r.GetBytes(5)
            ),
            ("organisation", office.Organisation.Key),
            ("now", Codes.Instant(now)),
            ("most", OutboxClaims.LotMost)
        );
}

/// <summary>A letter that was written a moment ago, and as it is to be kept.</summary>
internal sealed record FreshLetter(LetterContent Content, string Sha256, byte[] Sealed)
{
    public void Keep(Session session, long id)
    {
        session.Execute("UPDATE letter SET sha256 = @sha256 WHERE id = @id", ("sha256", Sha256), ("id", id));
        session.Execute(
            "UPDATE letter_body SET sealed = @sealed WHERE letter_id = @id",
            ("sealed", Sealed),
            ("id", id)
        );
    }
}
