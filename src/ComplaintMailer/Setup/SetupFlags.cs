namespace ComplaintMailer.Setup;

/// <summary>Every question of <c>setup</c> as a flag.</summary>
internal static class SetupFlags
{
    public static readonly (string Flag, string What)[] All =
    [
        ("--name", "Name of the organisation."),
        ("--regulation", "Its regulation: mik-piw, mik-piw-2021, xtra, fluks, partou, or the path of a pack."),
        ("--prefix", "Letters in front of case numbers, such as WIJ."),
        ("--address", "Where complaints are mailed to, such as klachten@wijkz.nl."),
        ("--language", "Language of letters to people whose own is not known: nl or en."),
        ("--phone", "A number to call, for in letters."),
        ("--mailbox", "The IMAP server (host, host:port or imaps://host:port), or the path of a Maildir."),
        (
            "--sender",
            "The SMTP server (host, host:port or smtps://host:port), /usr/sbin/sendmail, or the path of a Maildir."
        ),
        ("--user", "Name to log in with at the mail servers; the address when not given."),
        ("--password-file", "File that holds the password (or, for Microsoft 365, the client secret)."),
        ("--tenant", "Microsoft 365: the tenant's id. With --client, an application logs in and no password."),
        ("--client", "Microsoft 365: the application's id."),
        ("--certificates", "A PEM file of certificates to trust, where the mail servers have one of the house."),
        ("--coordinator", "Who looks after complaints that belong nowhere: \"Name <address>\"."),
        ("--director", "The director: \"Name <address>\"."),
        ("--quality", "Quality officer: \"Name <address>\"."),
        ("--admin", "Who is told of technical trouble: \"Name <address>\"."),
        ("--locations", "A table (CSV) with columns name, service, manager, email."),
        ("--location", "Name of the only location, where there is no table."),
        ("--service", "What that location does: childcare, social-work, youth-care or support."),
        ("--postgres", "Keeps the register in PostgreSQL: \"Host=…;Database=…;Username=…;Passfile=…\"."),
        ("--data", "Folder of the register and its key."),
        ("--logs", "Folder of the logs."),
    ];
}
