using System.Runtime.InteropServices;

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

    /// <summary>A subfolder in the Maildir++ manner: .Processed beside new/ and cur/, known by the file in it.</summary>
    public static void MakeSub(string path)
    {
        Make(path);
        var mark = Path.Combine(path, "maildirfolder");
        if (!File.Exists(mark))
            File.WriteAllBytes(mark, []);
    }

    /// <summary>The name without the marks that readers put behind a colon.</summary>
    public static string Unique(string fileName)
    {
        var colon = fileName.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? fileName : fileName[..colon];
    }

    /// <summary>The marks readers have put behind the colon, or none.</summary>
    public static string Marks(string fileName)
    {
        var at = fileName.IndexOf(":2,", StringComparison.Ordinal);
        return at < 0 ? "" : fileName[(at + 3)..];
    }

    /// <summary>
    /// Makes the names in a folder durable. A file that was flushed is safe, its name is not until its folder is flushed
    /// too: without this a power cut could take a letter that we have said was delivered.
    /// </summary>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var handle = Native.Open(folder, Native.ReadOnly | Native.CloseOnExec);
        if (handle < 0)
            return;
        try
        {
            // Some file systems can't flush a folder; there is nothing better to do on those.
            _ = Native.FSync(handle);
        }
        finally
        {
            _ = Native.Close(handle);
        }
    }

    private static class Native
    {
        public const int ReadOnly = 0;
        public const int CloseOnExec = 0x80000;

        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int FSync(int handle);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int handle);
    }
}
