using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace GridMap.Bench.Postgres;

/// <summary>Asks a database with pgbench: prepared statements, two clients, each on a thread.</summary>
internal static partial class PgBench
{
    private const int Seconds = 2;

    /// <summary>How many ask at once.</summary>
    public const int Clients = 2;

    /// <summary>Statements a second.</summary>
    /// <param name="setting">The database.</param>
    /// <param name="script">A script of pgbench's with one statement.</param>
    public static double Measure(string setting, string script)
    {
        var connection = new NpgsqlConnectionStringBuilder(setting);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, script);
            var output = PostgresServer.Run(
                "pgbench", "-n", "-M", "prepared", "-c", $"{Clients}", "-j", $"{Clients}", "-T", $"{Seconds}",
                "--random-seed=7", "-f", file, "-h", connection.Host!, "-p", $"{connection.Port}",
                "-U", connection.Username!, connection.Database!);
            return double.Parse(Speed().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Speed();
}
