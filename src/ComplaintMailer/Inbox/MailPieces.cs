using System.Security.Cryptography;
using ComplaintMailer.Database;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Inbox;

/// <summary>
/// The very bytes of a mail, sealed piece by piece: of a large one no second copy is made on its way to the register. The caller owns
/// the transaction.
/// </summary>
internal static class MailPieces
{
    /// <summary>Most mails are one. More at once would be memory of the kind that is seldom given back.</summary>
    public const int Bytes = 64 * 1024;

    public static void Keep(
        Session session,
        long mail,
        string digest,
        DataKey key,
        IEnumerable<ReadOnlyMemory<byte>> pieces
    )
    {
        var seq = 0;
        foreach (var piece in pieces)
        {
            session.Execute(
                "INSERT INTO mail_piece (mail_id, seq, sealed) VALUES (@mail, @seq, @sealed)",
                ("mail", mail),
                ("seq", seq),
                ("sealed", key.Seal(piece.Span, Place(digest, seq)))
            );
            seq++;
        }
    }

    /// <exception cref="CryptographicException">Something of it was changed, or is not there.</exception>
    public static byte[] Open(Session session, long mail, string digest, DataKey key, int size)
    {
        var raw = new byte[size];
        var filled = 0;
        Open(
            session,
            mail,
            digest,
            key,
            size,
            piece =>
            {
                piece.CopyTo(raw, filled);
                filled += piece.Length;
            }
        );
        return raw;
    }

    /// <exception cref="CryptographicException">Something of it was changed, or is not there.</exception>
    public static void Open(Session session, long mail, string digest, DataKey key, long size, Action<byte[]> take)
    {
        var filled = 0L;
        session.Query(
            "SELECT seq, sealed FROM mail_piece WHERE mail_id = @mail ORDER BY seq",
            r =>
            {
                var piece = key.Open(r.GetBytes(1), Place(digest, r.GetInt32(0)));
                filled += piece.Length;
                if (filled > size)
                    throw Incomplete(mail);
                take(piece);
                return 0;
            },
            ("mail", mail)
        );
        if (filled != size)
            throw Incomplete(mail);
    }

    private static CryptographicException Incomplete(long mail) => new($"Of mail {mail} a piece is missing.");

    /// <summary>Mails that were kept before there were pieces are one, sealed as the first of one is.</summary>
    private static string Place(string digest, int seq) => seq == 0 ? $"mail {digest}" : $"mail {digest} {seq}";
}
