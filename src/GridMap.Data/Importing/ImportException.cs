namespace GridMap.Data.Importing;

/// <summary>An import was asked for in a way that cannot work; the message names the option and the cure.</summary>
public sealed class ImportException(string message) : Exception(message);
