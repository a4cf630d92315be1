namespace ComplaintMailer.Database;

/// <summary>Files for the worker's own eyes: 0600 in folders of 0700.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnFile | UnixFileMode.UserExecute);
    }

    public static void Restrict(string file)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file))
            File.SetUnixFileMode(file, OwnFile);
    }

    /// <summary>A new file that nobody else could read for even a moment.</summary>
    public static FileStream Create(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        return new FileStream(file, options);
    }
}
