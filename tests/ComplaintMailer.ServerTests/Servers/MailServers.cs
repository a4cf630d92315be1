using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintMailer.Mail.Imap;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Smtp;

namespace ComplaintMailer.ServerTests.Servers;

/// <summary>
/// A Postfix and a Dovecot of our own, on loopback and free ports, all of it in one temporary folder. Each test makes
/// mailboxes of its own. Stopped by process id; nothing of them is left behind.
/// </summary>
public sealed class MailServers : IDisposable
{
    public const string Domain = "wijkz.example";
    public const string Password = "geheim wachtwoord";
    private int people;
    private int staged;
    private int open;
    private const int PeopleMost = 500;

    public MailServers()
    {
        Folder = Directory.CreateTempSubdirectory("complaintmailer-servers-").FullName;
        (Imap, Imaps, Lmtp, Auth) = (Free(), Free(), Free(), Free());
        (Submission, Submissions) = (Free(), Free());
        Certificate = MakeCertificate(DateTimeOffset.UtcNow.AddDays(30));
        Shell.Run("chmod", "755", Folder);
        File.WriteAllLines(
            In("users"),
            Enumerable
                .Range(1, PeopleMost)
                .SelectMany(i =>
                    new[]
                    {
                        User($"p{i}@{Domain}", Password),
                        User($"small{i}@{Domain}", Password, "20K"),
                        User($"plain{i}@{Domain}", Password),
                    }
                )
        );
        WriteCertificate(Certificate);
        WriteDovecot();
        WritePostfix();
        StartDovecot();
        StartPostfix();
    }

    public string Folder { get; }
    public int Imap { get; }
    public int Imaps { get; }
    public int Lmtp { get; }
    public int Auth { get; }
    public int Submission { get; }
    public int Submissions { get; }
    public X509Certificate2 Certificate { get; private set; }
    public X509Certificate2Collection Trusted => [Certificate];

    public string In(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>
    /// A person with a mailbox that nobody else uses. All people there will ever be are known to the servers from the
    /// start: they look at most once a second whether somebody came in.
    /// </summary>
    public string AddPerson() => $"p{Interlocked.Increment(ref people)}@{Domain}";

    /// <summary>Somebody whose mailbox holds next to nothing.</summary>
    public string AddPersonWithSmallMailbox() => $"small{Interlocked.Increment(ref people)}@{Domain}";

    /// <summary>Somebody for whom an address with a plus and a token in it does not exist.</summary>
    public string AddPersonWithoutPlus() => $"plain{Interlocked.Increment(ref people)}@{Domain}";

    public void SetPassword(string address, string password)
    {
        File.WriteAllLines(
            In("users"),
            File.ReadAllLines(In("users"))
                .Select(l => l.StartsWith(address + ":", StringComparison.Ordinal) ? User(address, password) : l)
        );
        // The server looks at the file's time, in whole seconds, to see that it changed.
        File.SetLastWriteTimeUtc(In("users"), DateTime.UtcNow.AddSeconds(10 + Interlocked.Increment(ref people)));
        var until = Stopwatch.StartNew();
        while (
            !Shell.Try("doveadm", "-c", In("dovecot.conf"), "auth", "test", address, password)
            && until.Elapsed < TimeSpan.FromSeconds(10)
        )
            Thread.Sleep(100);
    }

    public ServerOptions ImapServer(ServerSecurity security = ServerSecurity.Tls) =>
        new("localhost", security == ServerSecurity.Tls ? Imaps : Imap, security) { TrustedIssuers = Trusted };

    public ServerOptions SmtpServer(ServerSecurity security = ServerSecurity.StartTls) =>
        new("localhost", security == ServerSecurity.Tls ? Submissions : Submission, security)
        {
            TrustedIssuers = Trusted,
        };

    public static ServerLogin Login(string address) => new ServerLogin.Password(address, Password);

    public ImapMailboxOptions MailboxOf(string address) => new(ImapServer(), Login(address));

    public SmtpSenderOptions SenderOf(string address) => new(SmtpServer(), Login(address));

    public void StartDovecot()
    {
        Shell.Run("dovecot", "-c", In("dovecot.conf"));
        WaitFor(Imap);
    }

    public void StopDovecot()
    {
        if (!Shell.Try("test", "-e", In("dovecot", "run", "master.pid")))
            return;
        var pid = Shell.Run("cat", In("dovecot", "run", "master.pid")).Trim();
        Shell.Run("kill", pid);
        var until = Stopwatch.StartNew();
        while (Directory.Exists($"/proc/{pid}") && until.Elapsed < TimeSpan.FromSeconds(10))
            Thread.Sleep(10);
    }

    public void StartPostfix()
    {
        Shell.Run("postfix", "-c", In("postfix", "conf"), "start");
        WaitFor(Submission);
    }

    /// <summary>So that it takes up a new certificate.</summary>
    public void ReloadPostfix()
    {
        StopPostfix();
        StartPostfix();
    }

    public void StopPostfix() => Shell.Try("postfix", "-c", In("postfix", "conf"), "stop");

    /// <summary>Postfix turns mail for somebody away for now, as many servers do with senders they don't know yet.</summary>
    public void Greylist(string address) =>
        Refuse(
            File.ReadAllText(In("postfix", "conf", "refused")) + $"{address} 450 4.2.0 greylisted, come back later\n"
        );

    public void Forgive(string address) =>
        Refuse(
            string.Concat(
                File.ReadLines(In("postfix", "conf", "refused"))
                    .Where(l => !l.StartsWith(address + " ", StringComparison.Ordinal))
                    .Select(l => l + "\n")
            )
        );

    private void Refuse(string table)
    {
        File.WriteAllText(In("postfix", "conf", "refused"), table);
        // Whoever answers has read it when he was started.
        ReloadPostfix();
    }

    /// <summary>The numbers of all mails in somebody's inbox begin anew, as after a restored backup.</summary>
    public void Renumber(string address)
    {
        Shell.Run(
            "find",
            In("mail", address, "Maildir"),
            "-maxdepth",
            "1",
            "-name",
            "dovecot*",
            "-not",
            "-name",
            "dovecot-uidvalidity*",
            "-delete"
        );
        // UIDVALIDITY follows the clock, in seconds.
        Thread.Sleep(1100);
    }

    /// <summary>Dovecot's own tool: what lies in a mailbox, said by somebody else than us.</summary>
    public string Doveadm(params string[] arguments) => Shell.Run("doveadm", ["-c", In("dovecot.conf"), .. arguments]);

    /// <summary>How many mails a folder holds.</summary>
    public int Count(string address, string folder) =>
        int.Parse(
            Doveadm("-f", "flow", "mailbox", "status", "-u", address, "messages", folder).Split("messages=")[1],
            CultureInfo.InvariantCulture
        );

    /// <summary>Puts mails into a mailbox's file folder, without any server in between.</summary>
    public void Put(string address, IEnumerable<string> mails)
    {
        var maildir = In("mail", address, "Maildir");
        var staging = Directory.CreateDirectory(In($"staging{Interlocked.Increment(ref staged)}")).FullName;
        var count = 0;
        foreach (var mail in mails)
            File.WriteAllText(
                Path.Combine(staging, $"1700000000.M{++count:000000}P{Environment.TickCount64}.test"),
                mail.ReplaceLineEndings("\r\n")
            );
        // They appear under the server's eyes at once, and are its own by then.
        Shell.Run("mkdir", "-p", $"{maildir}/tmp", $"{maildir}/new", $"{maildir}/cur");
        Shell.Run("chown", "-R", "dovecot:dovecot", staging);
        // Not what lies in them: the server may be at work there.
        Shell.Run(
            "chown",
            "dovecot:dovecot",
            In("mail", address),
            maildir,
            $"{maildir}/tmp",
            $"{maildir}/new",
            $"{maildir}/cur"
        );
        Shell.Run("find", staging, "-type", "f", "-exec", "mv", "-t", $"{maildir}/new", "{}", "+");
    }

    public void WriteCertificate(X509Certificate2 certificate)
    {
        Certificate = certificate;
        File.WriteAllText(In("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(In("key.pem"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    public static X509Certificate2 MakeCertificate(DateTimeOffset until, string host = "localhost")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(until.AddDays(-60), until);
    }

    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        StopPostfix();
        StopDovecot();
        Shell.Try("rm", "-rf", Folder);
    }

    private static string User(string address, string password, string? quota = null) =>
        $"{address}:{{PLAIN}}{password}::::::{(quota is null ? "" : $"userdb_quota_rule=*:storage={quota}")}";

    /// <summary>A further port that takes mail from anybody, for programs that can't log in.</summary>
    public int OpenSubmission()
    {
        if (open != 0)
            return open;
        open = Free();
        File.AppendAllText(
            In("postfix", "conf", "master.cf"),
            $"127.0.0.1:{open} inet n - n - - smtpd -o mynetworks=127.0.0.0/8 -o smtpd_recipient_restrictions=permit_mynetworks,reject -o smtpd_relay_restrictions=permit_mynetworks,reject\n"
        );
        Shell.Run("postfix", "-c", In("postfix", "conf"), "reload");
        WaitFor(open);
        return open;
    }

    private static void WaitFor(int port)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (until.Elapsed < TimeSpan.FromSeconds(20))
            {
                Thread.Sleep(20);
            }
        }
    }

    private void WriteDovecot()
    {
        Directory.CreateDirectory(In("mail"));
        Directory.CreateDirectory(In("dovecot"));
        Shell.Run("chown", "dovecot:dovecot", In("mail"));
        File.WriteAllText(
            In("dovecot.conf"),
            $$"""
            base_dir = {{Folder}}/dovecot/run
            state_dir = {{Folder}}/dovecot/state
            instance_name = {{Path.GetFileName(Folder)}}
            log_path = {{Folder}}/dovecot.log
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <{{Folder}}/cert.pem
            ssl_key = <{{Folder}}/key.pem
            disable_plaintext_auth = no
            auth_mechanisms = plain login scram-sha-256
            auth_failure_delay = 0
            mail_location = maildir:~/Maildir
            mail_max_userip_connections = 100
            first_valid_uid = 1
            recipient_delimiter = +
            lmtp_save_to_detail_mailbox = no
            mail_fsync = optimized
            default_internal_user = dovecot
            default_login_user = dovenull
            mail_plugins = quota
            plugin {
              quota = maildir:User quota
              quota_grace = 0
            }
            protocol imap {
              mail_plugins = quota imap_quota
            }
            namespace inbox {
              inbox = yes
              mailbox Verstuurd {
                special_use = \Sent
                auto = create
              }
            }
            passdb {
              driver = passwd-file
              args = username_format=%u {{Folder}}/users
            }
            userdb {
              driver = passwd-file
              args = username_format=%u {{Folder}}/users
              override_fields = uid=dovecot gid=dovecot home={{Folder}}/mail/%u
            }
            service imap-login {
              inet_listener imap {
                port = {{Imap}}
              }
              inet_listener imaps {
                port = {{Imaps}}
                ssl = yes
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = {{Lmtp}}
              }
            }
            service auth {
              inet_listener {
                address = 127.0.0.1
                port = {{Auth}}
              }
            }
            # Each refused login would make the next one of the same address wait.
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              unix_listener stats-writer {
                mode = 0666
              }
            }
            """
        );
    }

    private void WritePostfix()
    {
        foreach (var folder in new[] { "spool", "data", "conf" })
            Directory.CreateDirectory(In("postfix", folder));
        Shell.Run("chown", "postfix", In("postfix", "data"));
        File.WriteAllText(
            In("postfix", "conf", "main.cf"),
            $$"""
            compatibility_level = 3.6
            queue_directory = {{Folder}}/postfix/spool
            data_directory = {{Folder}}/postfix/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = {{Folder}}/postfix/maillog
            maillog_file_prefixes = {{Folder}}
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks_style = host
            mynetworks =
            myhostname = mx.example
            mydestination =
            relayhost =
            alias_maps =
            local_recipient_maps =
            virtual_mailbox_domains = {{Domain}} gezin.example
            virtual_mailbox_maps = static:x
            virtual_transport = lmtp:inet:127.0.0.1:{{Lmtp}}
            recipient_delimiter = +
            smtpd_tls_cert_file = {{Folder}}/cert.pem
            smtpd_tls_key_file = {{Folder}}/key.pem
            smtpd_tls_security_level = may
            smtpd_sasl_auth_enable = yes
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = inet:127.0.0.1:{{Auth}}
            smtpd_relay_restrictions = permit_sasl_authenticated, reject
            smtpd_recipient_restrictions = check_recipient_access texthash:{{Folder}}/postfix/conf/refused, check_recipient_access regexp:{{Folder}}/postfix/conf/without-plus, permit_sasl_authenticated, reject
            smtpd_client_connection_rate_limit = 0
            smtpd_client_message_rate_limit = 0
            minimal_backoff_time = 2s
            maximal_backoff_time = 4s
            queue_run_delay = 2s
            smtputf8_enable = yes
            message_size_limit = 1000000
            smtpd_reject_unlisted_recipient = no

            """
        );
        File.WriteAllText(
            In("postfix", "conf", "refused"),
            $"""
            nobody@{Domain} 550 5.1.1 no such person here
            full@{Domain} 552 5.2.2 the mailbox is full
            later@{Domain} 450 4.2.0 greylisted, come back later

            """
        );
        File.WriteAllText(In("postfix", "conf", "without-plus"), "/^plain[0-9]+\\+/ 550 5.1.1 no such person here\n");
        File.WriteAllText(
            In("postfix", "conf", "master.cf"),
            $"""
            127.0.0.1:{Submission} inet n - n - - smtpd
            127.0.0.1:{Submissions} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            relay unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            lmtp unix - - n - - lmtp
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            tlsmgr unix - - n 1000? 1 tlsmgr
            postlog unix-dgram n - n - 1 postlogd

            """
        );
    }
}
