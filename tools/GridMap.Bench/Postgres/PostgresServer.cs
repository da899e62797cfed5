using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace GridMap.Bench.Postgres;

/// <summary>A PostgreSQL to measure beside: one that was named, or a cluster of its own in a temporary folder.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>The environment variable that names a server, the same as the tests'.</summary>
    public const string Variable = "GRIDMAP_TEST_POSTGRES";

    private const string Programs = "/usr/lib/postgresql/15/bin";

    private readonly string? folder;

    private PostgresServer(string superuser, string? folder) => (Superuser, this.folder) = (superuser, folder);

    /// <summary>The connection string of a user that may create databases.</summary>
    public string Superuser { get; }

    /// <summary>A named server, or a cluster that lives until it is disposed.</summary>
    /// <param name="superuser">A connection string, or null.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL 15 is not installed, or does not start.</exception>
    public static PostgresServer Open(string? superuser)
    {
        superuser ??= Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(superuser) ? Start() : new PostgresServer(superuser, null);
    }

    /// <summary>Does something with a new database, which is dropped afterwards.</summary>
    public T InDatabase<T>(Func<string, T> work)
    {
        var name = $"gridmap_bench_{Environment.ProcessId}";
        Execute(Superuser, $"create database {name} template template0");
        try
        {
            return work(new NpgsqlConnectionStringBuilder(Superuser) { Database = name, Pooling = false }.ToString());
        }
        finally
        {
            Execute(Superuser, $"drop database {name} with (force)");
        }
    }

    /// <summary>Runs statements on a connection of its own, for as long as they take.</summary>
    public static void Execute(string setting, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(setting) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a program of PostgreSQL's and gives its output.</summary>
    /// <exception cref="InvalidOperationException">It is missing or failed.</exception>
    public static string Run(string program, params string[] arguments) => RunFile(Path.Combine(Programs, program), arguments);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder is not null)
        {
            RunAsOwner("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PostgresServer Start()
    {
        var folder = Directory.CreateTempSubdirectory("gridmap-bench-pg-").FullName;
        var (data, port) = (Path.Combine(folder, "data"), FreePort());
        if (Environment.UserName == "root")
        {
            RunFile("chown", "postgres", folder);
        }

        RunAsOwner("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        RunAsOwner(
            "pg_ctl", "-D", data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "start", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder}' -c fsync=off "
            + "-c synchronous_commit=off -c full_page_writes=off -c shared_buffers=1GB -c max_wal_size=4GB "
            + "-c maintenance_work_mem=512MB -c jit=off");
        return new PostgresServer($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres", folder);
    }

    // PostgreSQL's programs do not run as root.
    private static void RunAsOwner(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        _ = Environment.UserName == "root"
            ? RunFile("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunFile(path, arguments);
    }

    private static string RunFile(string file, params string[] arguments)
    {
        // Output by a file: what a server inherits as its output would never end.
        var log = Path.GetTempFileName();
        try
        {
            var shell = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$LOG\" 2>&1", "sh", file, .. arguments]);
            shell.Environment["LOG"] = log;
            using var process = Process.Start(shell)!;
            process.WaitForExit();
            var output = File.ReadAllText(log);
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {output}");
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
