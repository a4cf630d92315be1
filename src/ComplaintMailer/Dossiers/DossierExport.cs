using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Commands;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Letters;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Dossiers;

/// <summary>A whole dossier as files: for the external committee, for the complainant who asks for it, or to keep elsewhere.</summary>
internal sealed class DossierExport(
    CaseStore store,
    KeyStore keys,
    LetterWriter letters,
    Scribe scribe,
    IMailReader reader
)
{
    /// <param name="put">Takes each file: a name with forward slashes, and what is in it.</param>
    /// <returns>False when there is no such case, or its file has been destroyed.</returns>
    public bool Write(
        Session session,
        IReadOnlyList<Office> offices,
        string number,
        Action<string, ReadOnlyMemory<byte>> put
    )
    {
        using var dossier = store.Load(session, number);
        if (
            dossier is null
            || offices.FirstOrDefault(o => o.Organisation.Key == dossier.State.Organisation) is not { } office
        )
            return false;
        var sums = new StringBuilder();
        void Put(string name, ReadOnlyMemory<byte> bytes)
        {
            sums.Append(
                CultureInfo.InvariantCulture,
                $"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}  {name}\n"
            );
            put(name, bytes);
        }
        void PutText(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

        office = office.For(dossier.State);
        var organisation = office.Organisation;
        var language = organisation.Language;
        var words = letters.Words(organisation, language);
        var pages = new DossierPages(
            organisation,
            office.Regulation,
            words,
            language,
            office.Around.Zone,
            reader,
            office.Around.Bodies
        );
        var mails = Mails(session, number);
        var proofs = Letters(session, office, dossier);

        PutText("index.html", pages.Index(dossier.State, dossier.Events, proofs, mails));
        foreach (var proof in proofs)
        {
            PutText($"proofs/{proof.Name}.html", pages.Sheet(dossier.State, proof));
            if (!proof.Content.Mail.IsEmpty)
                Put($"letters/{proof.Name}.eml", proof.Content.Mail);
        }
        foreach (var mail in mails)
        {
            Put($"mails/{mail.Name}.eml", mail.Raw);
            foreach (var (i, attachment) in mail.Read.Attachments.Index())
                Put($"mails/{mail.Name}/{FileName(i + 1, attachment.Name)}", attachment.Content);
        }
        PutText("case.json", CaseJson.Of(dossier.State, dossier.Events, office.Around) + "\n");
        PutText("events.jsonl", Lines(dossier.Events));
        put("SHA256SUMS", Encoding.UTF8.GetBytes(sums.ToString()));
        return true;
    }

    private static string Lines(IReadOnlyList<CaseEvent> events)
    {
        var lines = new StringBuilder();
        foreach (var (i, happened) in events.Index())
            lines
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{{\"seq\":{i + 1},\"kind\":{JsonSerializer.Serialize(happened.Kind)},\"event\":"
                )
                .Append(Encoding.UTF8.GetString(CaseEventJson.Write(happened)))
                .Append("}\n");
        return lines.ToString();
    }

    /// <summary>Names come from strangers: no path in them, and none twice.</summary>
    private static string FileName(int number, string name)
    {
        var safe = string.Concat(
            name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '_')
        );
        return string.Create(CultureInfo.InvariantCulture, $"{number:00}-{safe.Trim().TrimEnd('.')}");
    }

    private List<KeptMail> Mails(Session session, string number) =>
        [
            .. session
                .Query(
                    "SELECT id, taken_in_at FROM raw_mail WHERE case_number = @number ORDER BY id",
                    r => (Id: r.GetInt64(0), TakenIn: Codes.Instant(r.GetString(1))),
                    ("number", number)
                )
                .Select(m => (m.Id, m.TakenIn, Raw: RawMails.Open(session, keys, m.Id)))
                .Where(m => m.Raw is not null)
                .Select(m => new KeptMail(m.Id, m.TakenIn, m.Raw!, reader.Read(m.Raw!))),
        ];

    private List<Proof> Letters(Session session, Office office, Dossier dossier)
    {
        var (number, events) = (dossier.State.Number, dossier.Events);
        var rows = session.Query(
            """
            SELECT number, kind, party, message_id, sha256, state, key_id, sealed, id, made_at
            FROM letter LEFT JOIN letter_body ON letter_id = id WHERE case_number = @number ORDER BY number
            """,
            r =>
                (
                    Number: r.GetInt32(0),
                    Kind: r.GetString(1),
                    Party: r.GetString(2),
                    MessageId: r.GetString(3),
                    Sha256: r.GetString(4),
                    State: r.GetString(5),
                    KeyId: r.Number(6),
                    Sealed: r.Bytes(7),
                    Id: r.GetInt64(8),
                    MadeAt: Codes.Instant(r.GetString(9))
                ),
            ("number", number)
        );
        var proofs = new List<Proof>();
        foreach (var row in rows)
        {
            using var key = row.KeyId is { } k && row.Sealed is not null ? keys.Find(session, k) : null;
            if (key is null)
                continue;
            proofs.Add(
                new()
                {
                    Number = row.Number,
                    Kind = row.Kind,
                    Party = row.Party,
                    MessageId = row.MessageId,
                    Sha256 = row.Sha256.Length > 0 ? row.Sha256 : null,
                    // The register's state knows only of sending; what came back is in the dossier.
                    State = events.Any(e => e is CaseEvent.LetterBounced b && b.Letter == row.Number)
                        ? "bounced"
                        : row.State,
                    Content =
                        row.Sha256.Length > 0
                            ? LetterContent.Open(key, row.Sealed!, row.MessageId)
                            : scribe.Show(
                                session,
                                office,
                                dossier,
                                new(row.Id, number, row.Number, row.MessageId, row.MadeAt, row.Sealed!)
                            ),
                    Events = [.. events.Where(e => Proof.IsAbout(e, row.Number, row.Kind))],
                }
            );
        }
        return proofs;
    }
}
