using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ComplaintMailer.ServerTests.Servers;
using Npgsql;

namespace ComplaintMailer.ServerTests.Postgres;

/// <summary>A PostgreSQL of our own: a temporary folder, a free port on loopback, the user that the package made. Stopped by its process id.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-postgres-").FullName;
    private readonly Process server;
    private readonly int port = FreePort();
    private int databases;

    public PostgresServer()
    {
        var programs = Directory
            .EnumerateDirectories("/usr/lib/postgresql")
            .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var v) ? v : 0)
            .Select(d => Path.Combine(d, "bin"))
            .First(d => File.Exists(Path.Combine(d, "initdb")));
        var data = Path.Combine(folder, "data");
        var isRoot = Environment.UserName == "root";
        // PostgreSQL refuses to run as root.
        string[] user = isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];
        if (isRoot)
            Shell.Run("chown", "postgres:postgres", folder);
        Finish([
            .. user,
            Path.Combine(programs, "initdb"),
            "-D",
            data,
            "-U",
            "postgres",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C",
        ]);
        server = Start([
            .. user,
            Path.Combine(programs, "postgres"),
            "-D",
            data,
            "-p",
            port.ToString(CultureInfo.InvariantCulture),
            "-k",
            folder,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "fsync=off",
        ]);
        Wait();
    }

    /// <summary>A new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"complaints{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        // SIGQUIT: at once; there is nothing to be kept.
        Shell.Try("kill", "-QUIT", server.Id.ToString(CultureInfo.InvariantCulture));
        server.WaitForExit(10_000);
        server.Dispose();
        Shell.Try("rm", "-rf", folder);
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Timeout=30";

    private void Wait()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }

    private static void Finish(string[] line)
    {
        using var process = Start(line);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{line[^1]} ended with {process.ExitCode}");
    }

    private static Process Start(string[] line)
    {
        var start = new ProcessStartInfo(line[0])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/tmp",
        };
        foreach (var word in line.Skip(1))
            start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
