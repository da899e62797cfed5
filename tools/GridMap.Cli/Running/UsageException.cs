namespace GridMap.Cli.Running;

/// <summary>The command line asks for something that cannot be; the message names the option and the cure.</summary>
internal sealed class UsageException(string message) : Exception(message);
