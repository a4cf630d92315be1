using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ComplaintMailer.Database;

/// <summary>Chooses the SQLite that is used: the system's, kept up to date by its distribution, where it is newer than ours.</summary>
internal static class SqliteLibrary
{
    private static readonly Lock Once = new();
    private static bool chosen;

    public static void Choose()
    {
        lock (Once)
        {
            if (chosen)
                return;
            chosen = true;
            var provider = Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
            var newer = OperatingSystem.IsLinux() ? Newer(provider) : 0;
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? newer : 0);
            Batteries_V2.Init();
            // Nobody asks how much memory it holds, and counting takes a lock around each piece. Where it has begun already it says so,
            // and counts on.
            _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        }
    }

    /// <summary>The system's library when it is newer than the one that came along, else 0.</summary>
    private static nint Newer(Assembly provider)
    {
        if (!NativeLibrary.TryLoad("libsqlite3.so.0", out var system))
            return 0;
        if (!NativeLibrary.TryLoad("e_sqlite3", provider, null, out var bundled))
            return system;
        if (Version(system) > Version(bundled))
            return system;
        NativeLibrary.Free(system);
        return 0;
    }

    private static int Version(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(function)()
            : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
