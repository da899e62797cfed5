namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Work in equal parts, for each processor one or a few. What is small is done by the caller alone: to wake another
/// thread, and to wait for it on a busy machine, would take longer.
/// </summary>
internal static class Parts
{
    private const int Small = 1 << 14;

    /// <summary>How many parts are worth it for so many vertices.</summary>
    public static int Count(int vertices) => vertices < Small ? 1 : Environment.ProcessorCount;

    /// <summary>The same where parts differ in how much there is to do: more, so that who is done early takes another.</summary>
    public static int Count(int vertices, int most) => Count(vertices) is > 1 and var parts ? Math.Min(4 * parts, most) : 1;

    /// <summary>Where a part begins among so many items; of the number of parts: where the last ends.</summary>
    public static int Start(int part, int parts, int items) => (int)((long)items * part / parts);

    /// <summary>Does each part; together where there are several.</summary>
    public static void ForEach(int count, Action<int> work)
    {
        if (count == 1)
        {
            work(0);
        }
        else
        {
            Parallel.For(0, count, work);
        }
    }

    /// <summary>Does different works on so many vertices; together where that is worth it.</summary>
    public static void Do(int vertices, params Action[] works)
    {
        if (Count(vertices) == 1)
        {
            Array.ForEach(works, static work => work());
        }
        else
        {
            Parallel.Invoke(works);
        }
    }
}
