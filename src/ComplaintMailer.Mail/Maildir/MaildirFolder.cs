namespace ComplaintMailer.Mail.Maildir;

/// <summary>The three folders of a Maildir.</summary>
internal static class MaildirFolder
{
    public static void Make(string path)
    {
        foreach (var folder in new[] { "tmp", "new", "cur" })
        {
            var full = Path.Combine(path, folder);
            if (Directory.Exists(full))
                continue;
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(full);
            else
                Directory.CreateDirectory(
                    full,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
        }
    }

    /// <summary>The name without the marks that readers put behind a colon.</summary>
    public static string Unique(string fileName)
    {
        var colon = fileName.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? fileName : fileName[..colon];
    }
}
