using ComplaintMailer.Database;

namespace ComplaintMailer.Secrets;

/// <summary>Data keys in the register, wrapped. The caller owns the transaction.</summary>
internal sealed class KeyStore(Vault vault)
{
    public long Add(Session session, DataKey key) =>
        session.Scalar<long>(
            "INSERT INTO data_key (wrapped) VALUES (@wrapped) RETURNING id",
            ("wrapped", vault.Wrap(key))
        );

    /// <summary>Null when the key has been destroyed.</summary>
    public DataKey? Find(Session session, long id) =>
        session
            .Query("SELECT wrapped FROM data_key WHERE id = @id", row => row.GetBytes(0), ("id", id))
            .Select(vault.Unwrap)
            .FirstOrDefault();

    public static void Destroy(Session session, long id)
    {
        // Overwritten before it is deleted, for databases that leave deleted rows lying about.
        session.Execute("UPDATE data_key SET wrapped = @nothing WHERE id = @id", ("nothing", new byte[60]), ("id", id));
        session.Execute("DELETE FROM data_key WHERE id = @id", ("id", id));
    }
}
