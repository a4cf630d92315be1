using ComplaintMailer.Database;
using ComplaintMailer.Mail.Mailboxes;

namespace ComplaintMailer.Commands;

/// <summary>The mails that a path on the command line names: a file, an mbox, a folder, a Maildir, standard input.</summary>
internal static class MailFiles
{
    /// <summary>In a stable order. A mail within an mbox is named “file#3”.</summary>
    public static IEnumerable<(string Name, byte[] Raw)> Read(string path)
    {
        if (path == "-")
        {
            using var input = new BufferedStream(Console.OpenStandardInput(), 1 << 16);
            var all = new MemoryStream();
            input.CopyTo(all);
            all.Position = 0;
            foreach (var mail in Mails("-", all))
                yield return mail;
            yield break;
        }
        if (File.Exists(path))
        {
            foreach (var mail in InFile(path))
                yield return mail;
            yield break;
        }
        if (!Directory.Exists(path))
            throw new OperatorException($"{path}: there is no such file or folder.") { ExitCode = 2 };
        foreach (var file in Files(path))
        {
            foreach (var mail in InFile(file))
                yield return mail;
        }
    }

    private static IEnumerable<(string Name, byte[] Raw)> InFile(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        foreach (var mail in Mails(file, stream))
            yield return mail;
    }

    private static IEnumerable<(string Name, byte[] Raw)> Mails(string name, Stream stream)
    {
        var start = new byte[600];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (!MboxFile.Begins(start.AsSpan(0, read)))
        {
            var raw = new byte[stream.Length];
            stream.ReadExactly(raw);
            yield return (name, raw);
            yield break;
        }
        var number = 0;
        foreach (var mail in MboxFile.Read(stream))
            yield return ($"{name}#{++number}", mail);
    }

    /// <summary>A Maildir's cur and new; in any other folder what is named as a mail or a mailbox.</summary>
    private static IEnumerable<string> Files(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = true,
        };
        return Directory
            .EnumerateFiles(folder, "*", options)
            .Where(f => IsInMaildir(f) || IsNamedMail(f))
            .Order(StringComparer.Ordinal);
    }

    private static bool IsInMaildir(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Path.GetFileName(folder) is "cur" or "new"
            && Directory.Exists(Path.Combine(Path.GetDirectoryName(folder) ?? "", "tmp"));
    }

    private static bool IsNamedMail(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".eml" or ".mbox" or ".mbx" or ".msg822" or ".mail";
}
