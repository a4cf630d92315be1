using System.Text;
using ComplaintMailer.Database;

namespace ComplaintMailer.Setup;

/// <summary>
/// Files that <c>setup</c> writes: for whoever wrote them and for their group, which in <c>/etc/complaintmailer</c> is the service's.
/// </summary>
internal static class OwnFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    public static void Write(string file, string text)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using (var stream = PrivateFiles.Create(file))
            stream.Write(Encoding.UTF8.GetBytes(text));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Mode);
    }
}
