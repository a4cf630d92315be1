using System.Security.Cryptography;
using ComplaintMailer.Database;

namespace ComplaintMailer.Secrets;

/// <summary>The master key as it lies on disk: 32 bytes in base64, readable by the worker alone.</summary>
internal static class MasterKeyFile
{
    private const int TriesMost = 200;
    private const int PauseMilliseconds = 25;

    public static Vault Open(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault(
                $"{file} does not exist. Put the key back from where you keep it; without it no dossier can be read.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault($"{file} can't be read: {e.Message}", e);
        }
        byte[] key;
        try
        {
            key = Convert.FromBase64String(text);
        }
        catch (FormatException e)
        {
            throw Fault($"{file} holds no key (32 bytes in base64).", e);
        }
        return key.Length == DataKey.KeyBytes
            ? new Vault(key)
            : throw Fault($"{file} holds {key.Length} bytes, not {DataKey.KeyBytes}.", null);
    }

    /// <summary>Makes a key, unless there is one. It is on the disk before anything is sealed with it.</summary>
    public static void Make(string file)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        // Two first runs at once must end up with the same key: one makes it, the other waits.
        using var turn = Turn(file + ".lock");
        if (File.Exists(file))
            return;
        var temporary = file + ".new";
        using (var stream = PrivateFiles.Create(temporary))
        {
            var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(DataKey.KeyBytes));
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key + "\n"));
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, file, overwrite: false);
    }

    private static FileStream Turn(string file)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < TriesMost)
            {
                Thread.Sleep(PauseMilliseconds);
            }
        }
    }

    private static OperatorException Fault(string what, Exception? inner) =>
        new($"MasterKeyFile: {what}", inner!) { ExitCode = 2 };
}
