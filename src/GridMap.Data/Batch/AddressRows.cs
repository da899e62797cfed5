using System.Text;
using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Locating;

namespace GridMap.Data.Batch;

/// <summary>Answers rows with addresses, as <c>/locate</c> answers one address with its likeliest candidate.</summary>
/// <param name="map">The map that answers.</param>
/// <param name="partition">The partition that is asked.</param>
/// <param name="accuracyMetres">How far off the places may be; 0: not known.</param>
/// <param name="at">The instant asked for.</param>
/// <param name="column">The column of addresses.</param>
public sealed class AddressRows(
    CityMap map, PartitionMap partition, double accuracyMetres, DateTimeOffset at, string column) : IRowAnswerer
{
    /// <summary>Where the next one has at least that share of the first one's score, nobody can say which is meant.</summary>
    public const double AmbiguousShare = 0.9;

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = [column];

    /// <inheritdoc/>
    public RowAnswer Answer(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var text = Encoding.UTF8.GetString(first).Trim();
        if (AddressIndex.FindFault(text) is { } fault)
        {
            return RowAnswer.Bad($"{column}: {fault}");
        }

        var candidates = map.Locate(new AddressQuery
        {
            Text = text,
            Partition = partition.Partition.Code,
            AccuracyMetres = accuracyMetres,
            At = at,
        }).Candidates;
        return candidates.Count == 0 ? new(RowStatus.NotFound) : Answer(candidates);
    }

    private static RowAnswer Answer(IReadOnlyList<AddressCandidate> candidates)
    {
        var (hit, result) = (candidates[0].Hit, candidates[0].Results[0]);
        var next = candidates.Count > 1 ? candidates[1].Hit.Score : double.NaN;
        return new(next >= AmbiguousShare * hit.Score ? RowStatus.Ambiguous : RowAnswer.StatusOf(result.Certainty))
        {
            Path = result.Path,
            BorderMetres = result.Border?.DistanceMetres ?? double.NaN,
            Address = hit.Text,
            Score = hit.Score,
            ScoreNext = next,
        };
    }
}
