using GridMap.Cli.Running;
using GridMap.Core.Resources;

namespace GridMap.Cli.Printing;

/// <summary>The nearest resources for people.</summary>
internal static class NearestTable
{
    /// <summary>Prints them.</summary>
    public static void Print(CliHost host, IReadOnlyList<NearestHit> hits)
    {
        var table = new TextTable("metres", "name", "capacity", "id");
        foreach (var hit in hits)
        {
            table.Add($"{hit.DistanceMetres:0.00}", hit.Resource.Name, $"{hit.Resource.Capacity}", hit.Resource.Key);
        }

        table.Print(host);
    }
}
