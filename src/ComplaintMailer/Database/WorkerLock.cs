namespace ComplaintMailer.Database;

/// <summary>One worker on one SQLite file. The system lets go of the lock when the process ends, however it ends.</summary>
internal sealed class WorkerLock : IDisposable
{
    private readonly FileStream file;

    private WorkerLock(FileStream file) => this.file = file;

    public static WorkerLock Take(string database)
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(database))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"Data:Path: {database} can't be made: {e.Message} Name a folder that the worker may write in.",
                e
            )
            {
                ExitCode = 2,
            };
        }
        var path = database + ".lock";
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new OperatorException(
                $"Data:Path: another worker runs on {database}. Stop that one first; to run several, use PostgreSQL (Data:Provider).",
                e
            );
        }
        PrivateFiles.Restrict(path);
        return new(held);
    }

    /// <summary>Whether a worker is at work on this file now.</summary>
    public static bool IsHeld(string database)
    {
        var path = database + ".lock";
        if (!File.Exists(path))
            return false;
        try
        {
            using var look = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => file.Dispose();
}
