using System.Security.Cryptography;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Secrets;
using NodaTime;

namespace ComplaintMailer.Outbox;

/// <summary>Makes letters. Needs no database.</summary>
internal sealed class LetterMaker(LetterWriter letters, ReturnAddresses addresses, Vault vault)
{
    private static readonly MailWriter Writer = new();

    /// <summary>The letter's place in the outbox, with the order for it: it is written when its turn to go out comes.</summary>
    public LetterRow Order(Office office, Case state, int id, OrderedLetter ordered, LetterPaper paper, Instant now)
    {
        var row = Row(office, state, state.Number, id, ordered.Order, paper, now);
        return row with { Sealed = ordered.Seal(paper.Key, row.MessageId) };
    }

    /// <summary>The letter itself, put in its place in the outbox.</summary>
    /// <param name="state">The case; null for a letter of the organisation itself.</param>
    /// <param name="number">The case's number, or what stands in its place: <c>wijkz</c>.</param>
    public LetterRow Make(
        Office office,
        Case? state,
        string number,
        int id,
        LetterOrder order,
        LetterPaper paper,
        Instant now
    )
    {
        var row = Row(office, state, number, id, order, paper, now);
        return Write(
            office,
            state,
            number,
            id,
            order,
            paper,
            now,
            (content, sha256) =>
                row with
                {
                    Sha256 = sha256,
                    Sealed = content.Seal(paper.Key, row.MessageId),
                    Waits = content.Gist is not null,
                }
        );
    }

    /// <summary>From what must be written to the very bytes that are sent.</summary>
    /// <param name="use">Gets the content, in memory that is only borrowed, and its SHA-256.</param>
    public T Write<T>(
        Office office,
        Case? state,
        string number,
        int id,
        LetterOrder order,
        LetterPaper paper,
        Instant now,
        Func<LetterContent, string, T> use
    )
    {
        var organisation = office.Organisation;
        var replyTo = paper.ReplyTo ?? addresses.Reply(organisation, number, order.To.Party);
        var letter =
            paper.Body
            ?? letters.Write(order, state, organisation, office.Regulation, replyTo, now, office.Around.Absences);
        var (inReplyTo, references) = Thread(office, state, id, order, paper);
        using var mail = string.IsNullOrWhiteSpace(order.To.Address)
            ? null
            : Writer.Fill(
                new()
                {
                    From = new(organisation.Name, organisation.Address),
                    To = [new MailAddress(order.To.Name, order.To.Address)],
                    ReplyTo = new(organisation.Name, replyTo),
                    Subject = letter.Subject,
                    MessageId = ReturnAddresses.MessageId(organisation, number, id, order.Kind),
                    Date = now.InZone(office.Around.Zone).ToDateTimeOffset(),
                    InReplyTo = inReplyTo,
                    References = references,
                    Headers =
                    [
                        .. state is null
                            ? Array.Empty<KeyValuePair<string, string>>()
                            : [new("X-ComplaintMailer-Case", state.Number)],
                        new("X-ComplaintMailer-Letter", order.Kind),
                        new("Auto-Submitted", order.ByItself ? "auto-generated" : "auto-replied"),
                        new("X-Auto-Response-Suppress", "All"),
                    ],
                    Text = letter.Text,
                    Html = letter.Page is null ? letter.Html : null,
                    Page = letter.Page?.Memory,
                    Related = letter.Related,
                    Attachments = [.. letter.Attachments, .. paper.Attachments],
                    Language = letter.Language,
                }
            );
        var bytes = mail?.Memory ?? default;
        // A body that was given belongs to whoever gave it.
        if (paper.Body is null)
            letter.Page?.Dispose();
        var content = new LetterContent(addresses.Bounce(organisation, number, id), order.To.Address, bytes)
        {
            Gist =
                state is not null && paper.Waits(order)
                    ? Bundle.Gist(number, organisation.Location(state.Location)?.Name, letter)
                    : null,
        };
        return use(content, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
    }

    private LetterRow Row(
        Office office,
        Case? state,
        string number,
        int id,
        LetterOrder order,
        LetterPaper paper,
        Instant now
    ) =>
        new()
        {
            Organisation = office.Organisation.Key,
            CaseNumber = state?.Number,
            Number = id,
            Kind = order.Kind,
            Party = order.To.Party,
            MessageId = ReturnAddresses.MessageId(office.Organisation, number, id, order.Kind),
            MadeAt = Codes.Instant(now),
            Gate =
                order.To.Party.StartsWith("staff:", StringComparison.Ordinal) ? LetterGate.Staff
                : paper.ByPerson ? LetterGate.Person
                : LetterGate.Answer,
            AddressDigest = order.To.Address is { } to ? Digests.Address(vault, to) : null,
            DomainDigest = order.To.Address is { } address ? Digests.Domain(vault, address) : null,
            KeyId = paper.KeyId,
        };

    /// <summary>An answer stands under the mail it answers; any other letter under the party's last one.</summary>
    private (string? InReplyTo, IReadOnlyList<string> References) Thread(
        Office office,
        Case? state,
        int id,
        LetterOrder order,
        LetterPaper paper
    )
    {
        if (state is null)
            return (null, paper.References);
        var organisation = office.Organisation;
        var token = addresses.Reference(organisation, state.Number, order.To.Party) is { } reference
            ? new[] { reference }
            : [];
        if (paper.Answered is { MessageId: { } answered } mail)
            return (answered, [.. mail.References.Where(r => r != answered).TakeLast(20), answered, .. token]);

        var earlier = state
            .Letters.Where(l => l.Id < id && l.Party == order.To.Party)
            .Select(l => ReturnAddresses.MessageId(organisation, state.Number, l.Id, l.Kind))
            .ToList();
        var theirs = order.To.Party.StartsWith("complainant", StringComparison.Ordinal) ? paper.Thread.Ids : [];
        var chain = theirs.Take(1).Concat(earlier.TakeLast(8)).Concat(theirs.Skip(1).TakeLast(1)).ToList();
        return (chain.LastOrDefault(), [.. chain, .. token]);
    }
}

/// <summary>What a letter is written on: the key it is sealed with, the mails it stands among, what goes along.</summary>
internal sealed record LetterPaper(DataKey Key, long KeyId, MailThread Thread, Answered? Answered)
{
    public IReadOnlyList<OutgoingPart> Attachments { get; init; } = [];

    /// <summary>Already written, such as a report; null: written from its template.</summary>
    public WrittenLetter? Body { get; init; }

    /// <summary>Where an answer leads, when not to the case or the organisation.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>For a letter about no case.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The agenda asks for it: it may be one of several for the same person.</summary>
    public bool MayWait { get; init; }

    /// <summary>Somebody of the organisation chose to send it.</summary>
    public bool ByPerson { get; init; }

    /// <summary>Whether the letter waits for others to the same person.</summary>
    public bool Waits(LetterOrder order) => MayWait && Bundle.Takes(order);
}

/// <summary>Keyed digests of addresses: enough to count and recognise, useless to read.</summary>
internal static class Digests
{
    public static string Address(Vault vault, string address) =>
        vault.Digest("address", address.Trim().ToLowerInvariant())[..32];

    public static string Domain(Vault vault, string address) =>
        vault.Digest("domain", ReturnAddresses.DomainOf(address.Trim()))[..32];
}
