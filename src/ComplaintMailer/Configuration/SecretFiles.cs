using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Configuration;

/// <summary>
/// Whether the files that the configuration names for secrets can be used. They are read anew at each use; this tells beforehand,
/// with the other faults, what would fail at the first connection.
/// </summary>
internal static class SecretFiles
{
    /// <param name="Organisation">Its place among them.</param>
    /// <param name="Part">“Mailbox” or “Sender”.</param>
    /// <param name="Text">Key, what is wrong, and what to do.</param>
    public sealed record Fault(int Organisation, string Part, string Text);

    /// <summary>What lies there comes and goes with services: a file that is not there yet may well be there when it is needed.</summary>
    private static readonly string[] OfRunTime = ["/run/", "/var/run/"];

    /// <param name="folder">Relative paths are meant from here.</param>
    public static IReadOnlyList<Fault> Faults(Settings settings, string folder)
    {
        var faults = new List<Fault>();
        for (var i = 0; i < settings.Organisations.Count; i++)
        {
            var o = settings.Organisations[i];
            var looking = new Looking(i, "Mailbox", folder, faults);
            if (Is(o.Mailbox.Kind, "Imap"))
                looking.Server(o.Mailbox.Auth, o.Mailbox.PasswordFile, o.Mailbox.OAuth2, o.Mailbox.TrustedCertificates);
            looking = looking with { Part = "Sender" };
            if (Is(o.Sender.Kind, "Smtp"))
                looking.Server(
                    o.Sender.Auth,
                    o.Sender.PasswordFile,
                    o.Sender.OAuth2,
                    o.Sender.TrustedCertificates,
                    logsIn: o.Sender.User is { Length: > 0 }
                );
            if (o.Sender.Dkim is { } dkim)
                looking.Signature(dkim);
        }
        return faults;
    }

    private sealed record Looking(int Organisation, string Part, string Folder, List<Fault> Faults)
    {
        public void Server(
            string auth,
            string? passwordFile,
            OAuth2Settings? oauth,
            string? certificates,
            bool logsIn = true
        )
        {
            if (certificates is not null)
                Read("TrustedCertificates", certificates, "Put the certificates there, in PEM form.", Certificates);
            if (!logsIn)
                return;
            if (!Is(auth, "OAuth2"))
            {
                Read("PasswordFile", passwordFile, "Write the password into it.");
                return;
            }
            Read("OAuth2:RefreshTokenFile", oauth?.RefreshTokenFile, "Write the refresh token into it.");
            if (oauth?.CertificateFile is { } certificate && oauth.RefreshTokenFile is null)
                Read("OAuth2:CertificateFile", certificate, "Put the certificate and its key there.", _ => null);
            else
                Read("OAuth2:ClientSecretFile", oauth?.ClientSecretFile, "Write the secret into it.");
        }

        public void Signature(DkimSettings dkim)
        {
            const string Remedy = "Make one with “openssl genrsa 2048”.";
            if (!DkimSigner.IsName(dkim.Domain) && dkim.Domain.Length > 0)
                Add("Dkim:Domain", $"“{dkim.Domain}” can't be a name in DNS. Write it as wijkz.nl.");
            if (!DkimSigner.IsName(dkim.Selector) && dkim.Selector.Length > 0)
                Add("Dkim:Selector", $"“{dkim.Selector}” can't be a name in DNS. Write it as mail2026.");
            Read("Dkim:KeyFile", dkim.KeyFile, Remedy, Key);

            static string? Key(byte[] text)
            {
                try
                {
                    using var signer = DkimSigner.Of("a", "a", System.Text.Encoding.UTF8.GetString(text));
                    return null;
                }
                catch (ArgumentException e)
                {
                    return e.Message.Split(" (Parameter")[0];
                }
            }
        }

        private static string? Certificates(byte[] text)
        {
            var certificates = new X509Certificate2Collection();
            try
            {
                certificates.ImportFromPem(System.Text.Encoding.UTF8.GetString(text));
            }
            catch (CryptographicException e)
            {
                return e.Message;
            }
            var any = certificates.Count > 0;
            foreach (var certificate in certificates)
                certificate.Dispose();
            return any ? null : "It holds no certificate in PEM form.";
        }

        /// <param name="judge">What is wrong with what it holds; not given: it must hold something.</param>
        private void Read(string key, string? written, string remedy, Func<byte[], string?>? judge = null)
        {
            // That nothing is written there has been told.
            if (string.IsNullOrWhiteSpace(written))
                return;
            var file = Path.GetFullPath(written, Folder);
            try
            {
                var held = File.ReadAllBytes(file);
                if (judge is null && Array.TrueForAll(held, b => b is (byte)'\r' or (byte)'\n'))
                    Add(key, $"{file} is empty. {remedy}");
                else if (judge?.Invoke(held) is { } wrong)
                    Add(key, $"{file}: {wrong} {remedy}");
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                if (!IsOfRunTime(file))
                    Add(key, $"there is no {file}. {remedy}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Add(key, $"{file} can't be read: {e.Message} See whom it belongs to (chown, chmod).");
            }
        }

        private void Add(string key, string what) =>
            Faults.Add(new(Organisation, Part, $"Organisations:{Organisation}:{Part}:{key}: {what}"));
    }

    private static bool IsOfRunTime(string file) =>
        OfRunTime.Any(f => file.StartsWith(f, StringComparison.Ordinal))
        || (
            Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } credentials
            && file.StartsWith(credentials.TrimEnd('/') + "/", StringComparison.Ordinal)
        );

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
