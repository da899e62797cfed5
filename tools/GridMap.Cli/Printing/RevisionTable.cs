using GridMap.Cli.Running;
using GridMap.Core.History;

namespace GridMap.Cli.Printing;

/// <summary>Revisions for people.</summary>
internal static class RevisionTable
{
    /// <summary>Prints them.</summary>
    public static void Print(CliHost host, IReadOnlyList<Revision> revisions)
    {
        var table = new TextTable("revision", "recorded", "effective", "actor", "changes", "document", "note");
        foreach (var revision in revisions)
        {
            table.Add(
                $"{revision.Number}", $"{Clock.InZone(host, revision.RecordedAt):yyyy-MM-dd HH:mm:ss zzz}",
                $"{revision.Effective:yyyy-MM-dd}", revision.Actor, revision.Summary, revision.Document, revision.Note);
        }

        table.Print(host);
    }
}
