using GridMap.Bench.Data;
using GridMap.Bench.Postgres;

namespace GridMap.Bench.Ratios;

/// <summary>What is asked in memory, beside the same questions to PostGIS: two threads against two clients of pgbench.</summary>
internal static class PostGisRatios
{
    // A round is two seconds of pgbench and one of ours.
    private const int RoundCount = 3;

    public static IEnumerable<Figure> Run(string? superuser)
    {
        using var server = PostgresServer.Open(superuser);
        Figure[] figures =
        [
            server.InDatabase(database => PostGisNearest.Run(database, PlaceSets.Points(), "points", 25)),
            server.InDatabase(database => PostGisNearest.Run(database, PlaceSets.Mixed(), "mixed", 10)),
            .. GridSets.Real().Prepend(GridSets.Synthetic())
                .Select(grids => server.InDatabase(database => PostGisLookup.Run(database, grids))),
        ];
        return figures;
    }

    /// <summary>The figure of ours against PostGIS, measured in turn.</summary>
    /// <param name="name">The figure's name.</param>
    /// <param name="goal">What it should be at least.</param>
    /// <param name="ours">Does its work and answers how many operations that was.</param>
    /// <param name="database">The database.</param>
    /// <param name="script">The script that pgbench runs there.</param>
    public static Figure Compare(string name, double goal, Func<long> ours, string database, string script)
    {
        var speeds = Enumerable.Range(0, RoundCount + 1)
            .Select(_ => (Ours: Measure(ours), Theirs: PgBench.Measure(database, script)))
            .Skip(1).ToArray();
        var (mine, theirs) = (speeds.Select(static s => s.Ours).ToArray(), speeds.Select(static s => s.Theirs).ToArray());
        return Rounds.Compare(
            name, mine, theirs, goal, Aim.AtLeast,
            $"{Rounds.Median(mine):0} on {PgBench.Clients} threads against {Rounds.Median(theirs):0} a second on {PgBench.Clients} clients");
    }

    /// <summary>Asks all questions on as many threads as pgbench has clients; how many that were.</summary>
    public static long OnThreads<T>(T[] questions, Func<T, int> ask)
    {
        var each = questions.Length / PgBench.Clients;
        Parallel.For(0, PgBench.Clients, new ParallelOptions { MaxDegreeOfParallelism = PgBench.Clients }, thread =>
        {
            long sum = 0;
            foreach (var question in questions.AsSpan(thread * each, each))
            {
                sum += ask(question);
            }

            Sink.Take(sum);
        });
        return each * PgBench.Clients;
    }

    private static double Measure(Func<long> work)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var operations = work();
        return operations / System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
