using ComplaintMailer.Configuration;
using ComplaintMailer.Database;

namespace ComplaintMailer.Secrets;

/// <summary>The master key that goes with a register. A register knows its key by a digest, so that a wrong one is refused before it seals anything.</summary>
internal static class MasterKey
{
    public static Vault Of(Settings settings, Register register)
    {
        // Only a register that holds nothing yet may get a new key: any other has one, and it must be found again.
        if (!File.Exists(settings.MasterKeyFile) && register.Read(Known) is null)
            MasterKeyFile.Make(settings.MasterKeyFile);
        var vault = MasterKeyFile.Open(settings.MasterKeyFile);
        var digest = vault.Digest("master key", "");
        var known = register.Read(Known);
        if (known is null)
        {
            register.Write(session =>
                session.Execute(
                    "INSERT INTO master_key (only_one, digest) VALUES (1, @digest) ON CONFLICT (only_one) DO NOTHING",
                    ("digest", digest)
                )
            );
            known = register.Read(Known);
        }
        if (known == digest)
            return vault;
        vault.Dispose();
        throw new OperatorException(
            $"MasterKeyFile: {settings.MasterKeyFile} is not the key that this database was made with. Put that one back from where you keep it."
        )
        {
            ExitCode = 2,
        };
    }

    private static string? Known(Session session) => session.Scalar<string>("SELECT digest FROM master_key");
}
