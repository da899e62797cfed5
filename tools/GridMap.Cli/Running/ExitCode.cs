namespace GridMap.Cli.Running;

/// <summary>What the process ends with; scripts rely on these.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and the answer is no: errors were found, or an import was refused.</summary>
    public const int Findings = 1;

    /// <summary>Not done: wrong usage, or something outside failed.</summary>
    public const int Failed = 2;

    /// <summary>Ended by Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
