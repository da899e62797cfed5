using GridMap.Data.Importing;

namespace GridMap.Cli.Commands.Importing;

/// <summary>Reads an <c>import.json</c>.</summary>
internal static class RequestList
{
    /// <summary>The requests in order, with their files as paths that open from here.</summary>
    public static IReadOnlyList<ImportRequest> Read(string path) => throw new NotImplementedException(path);
}
