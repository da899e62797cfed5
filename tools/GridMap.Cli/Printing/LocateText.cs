using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Locating;
using GridMap.Data.Answers;

namespace GridMap.Cli.Printing;

/// <summary>A locate answer for people.</summary>
internal static class LocateText
{
    /// <summary>Prints it; roles and kinds go by their names in <paramref name="terms"/>.</summary>
    public static void Print(CliHost host, LocateAnswer answer, IReadOnlyList<Term> terms)
    {
        host.Out.WriteLine($"{answer.Point.Lon:0.#########} {answer.Point.Lat:0.#########} in state {answer.State}");
        if (answer.Results.Count == 0)
        {
            host.Out.WriteLine("The store has no partition. Import one: gridmap import grids --help");
        }

        Print(host, answer.Results, terms);
    }

    /// <summary>Prints the candidates of an address, each with its grids.</summary>
    public static void Print(CliHost host, AddressAnswer answer, IReadOnlyList<Term> terms)
    {
        host.Out.WriteLine($"{answer.Query} in state {answer.State}");
        if (answer.Candidates.Count == 0)
        {
            host.Out.WriteLine("not found: no address, name or code of this map fits");
        }

        foreach (var (hit, results) in answer.Candidates)
        {
            host.Out.WriteLine();
            host.Out.WriteLine($"{hit.Text}  score {hit.Score:0.00}, {AddressAnswers.WordOf(hit.Precision)}"
                + $"{(hit.Interpolated ? $", interpolated within {hit.AccuracyMetres:0} m" : "")}, "
                + $"{hit.Point.Lon:0.#########} {hit.Point.Lat:0.#########}");
            if (hit.Unmatched.Count > 0)
            {
                host.Out.WriteLine($"not matched: {string.Join(" ", hit.Unmatched)}");
            }

            Print(host, results, terms);
        }
    }

    private static void Print(CliHost host, IReadOnlyList<PartitionAnswer> results, IReadOnlyList<Term> terms)
    {
        foreach (var result in results)
        {
            host.Out.WriteLine();
            host.Out.WriteLine($"{result.Partition.Code}  {result.Partition.Name}");
            foreach (var (label, text) in Lines(result, terms))
            {
                host.Out.WriteLine($"  {label,-9} {text}");
            }
        }
    }

    private static IEnumerable<(string Label, string Text)> Lines(PartitionAnswer result, IReadOnlyList<Term> terms)
    {
        yield return ("grid", result.Grid is { } leaf ? Named(leaf) : "none: the point is outside");
        if (result.IsAssigned)
        {
            yield return ("assigned", result.ByPosition is { } own ? $"yes; its position is in {Named(own)}" : "yes; its position is in no grid");
        }

        yield return ("certainty", Certain(result));
        if (result.Path.Count > 1)
        {
            yield return ("path", string.Join(" > ", result.Path.Select(static g => g.Name ?? g.Code)));
        }

        if (result.Border is { } border)
        {
            var across = border.Neighbour is { } neighbour ? Named(neighbour) : "no grid";
            yield return ("border", $"{border.DistanceMetres:0.00} m, across it {across}");
        }

        if (result.Nearest is { } nearest)
        {
            yield return ("nearest", $"{Named(nearest.Grid)}, {nearest.DistanceMetres:0.00} m away");
        }

        foreach (var share in result.Grids.Skip(result.Grids.Count > 1 ? 0 : 1))
        {
            yield return ("touches", $"{share.Share,7:P1} {Named(share.Grid)}");
        }

        foreach (var duty in result.Duties)
        {
            yield return ("duty", Text(duty, terms));
        }

        foreach (var station in result.Stations)
        {
            yield return ("station", $"{Name(terms, Vocabulary.Kind, station.Station.Kind)} "
                + $"{station.Station.Name ?? station.Station.Key}, {station.DistanceMetres:0} m, serves {station.Grid.Code}");
        }
    }

    private static string Certain(PartitionAnswer result) => result.Certainty switch
    {
        Certainty.Sure => "sure",
        Certainty.Check => "check: another grid is as near as the point is accurate, or overlaps here",
        _ => "unknown",
    };

    private static string Text(DutyAnswer duty, IReadOnlyList<Term> terms)
    {
        var holder = duty.Duty.Holder switch
        {
            DutyHolder.OfPerson => $"{duty.Person?.Name} {duty.Person?.Phones}".Trim(),
            DutyHolder.OfOrganisation office => $"{office.Name} {office.Phone}".Trim(),
            _ => "unfilled",
        };
        var onCall = duty.OnCall switch { true => "on call", false => "not on call", null => "hours not understood" };
        var deputy = duty.Duty.IsDeputy ? " (deputy)" : "";
        var chain = duty.Duty.Chain == DutyChain.Emergency ? ", emergency chain" : "";
        return $"{Name(terms, Vocabulary.Role, duty.Duty.Role)}{deputy} {holder}, {onCall}{chain}, for {duty.Grid.Code}";
    }

    private static string Name(IReadOnlyList<Term> terms, Vocabulary vocabulary, string code) =>
        terms.FirstOrDefault(t => t.Vocabulary == vocabulary && t.Code == code)?.Name.ToString() ?? code;

    private static string Named(Grid grid) => $"{grid.Code} {grid.Name}".TrimEnd();
}
