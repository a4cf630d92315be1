using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplaintMailer.Commands;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Database;
using ComplaintMailer.Inbox;
using ComplaintMailer.Outbox;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Complaints;

/// <summary>A whole dossier as files: for the external committee, for the complainant who asks for it, or to keep elsewhere.</summary>
internal static class DossierExport
{
    /// <returns>The number of files written; null when there is no such case.</returns>
    public static int? Write(
        Session session,
        CaseStore store,
        KeyStore keys,
        string number,
        string folder,
        IReadOnlyList<Office> offices
    )
    {
        using var dossier = store.Load(session, number);
        if (dossier is null)
            return null;
        PrivateFiles.MakeFolder(folder);
        var around = offices.FirstOrDefault(o => o.Organisation.Key == dossier.State.Organisation)?.Around;
        var written = 0;
        void Put(string name, ReadOnlySpan<byte> bytes)
        {
            using var file = PrivateFiles.Create(Path.Combine(folder, name));
            file.Write(bytes);
            written++;
        }

        Put("case.json", Encoding.UTF8.GetBytes(CaseJson.Of(dossier.State, dossier.Events, around) + "\n"));
        var lines = new StringBuilder();
        for (var i = 0; i < dossier.Events.Count; i++)
        {
            var happened = dossier.Events[i];
            lines
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{{\"seq\":{i + 1},\"kind\":{JsonSerializer.Serialize(happened.Kind)},\"event\":"
                )
                .Append(Encoding.UTF8.GetString(CaseEventJson.Write(happened)))
                .Append("}\n");
        }
        Put("events.jsonl", Encoding.UTF8.GetBytes(lines.ToString()));
        foreach (var id in Mails(session, number))
        {
            if (RawMails.Open(session, keys, id) is { } raw)
                Put(string.Create(CultureInfo.InvariantCulture, $"mail-{id:000000}.eml"), raw);
        }
        foreach (var (letter, kind, messageId, keyId, piece) in Letters(session, number))
        {
            using var key = keyId is { } k && piece is not null ? keys.Find(session, k) : null;
            if (key is null)
                continue;
            var mail = LetterContent.Open(key, piece!, messageId).Mail;
            if (!mail.IsEmpty)
                Put(string.Create(CultureInfo.InvariantCulture, $"letter-{letter:0000}-{kind}.eml"), mail.Span);
        }
        return written;
    }

    private static List<long> Mails(Session session, string number) =>
        session.Query(
            "SELECT id FROM raw_mail WHERE case_number = @number ORDER BY id",
            r => r.GetInt64(0),
            ("number", number)
        );

    private static List<(int, string, string, long?, byte[]?)> Letters(Session session, string number) =>
        session.Query(
            "SELECT number, kind, message_id, key_id, sealed FROM letter WHERE case_number = @number ORDER BY number",
            r => (r.GetInt32(0), r.GetString(1), r.GetString(2), r.Number(3), r.Bytes(4)),
            ("number", number)
        );
}
