using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;

namespace GridMap.Core.Locating;

/// <summary>How sure an answer is.</summary>
public enum Certainty
{
    /// <summary>
    /// One leaf: no other is within the accuracy circle (or within 1 m where none was given), none overlaps here.
    /// </summary>
    Sure,

    /// <summary>A second grid touches the accuracy circle, or two overlap here: somebody should look.</summary>
    Check,

    /// <summary>No grid holds the point.</summary>
    Unknown,
}

/// <summary>The grids of a point, in each partition asked.</summary>
/// <param name="State">The state that was asked.</param>
/// <param name="Point">The point as rounded to the lattice.</param>
/// <param name="Results">One for each partition, the default one first, then by code.</param>
public sealed record LocateAnswer(MapState State, LonLat Point, IReadOnlyList<PartitionAnswer> Results)
{
    /// <summary>The nearest address; null unless asked for, or where there is none within <see cref="AddressMetres"/>.</summary>
    public NearAddress? Address { get; init; }

    /// <summary>An address farther away, in metres, says nothing about a point.</summary>
    public const double AddressMetres = 500;
}

/// <summary>The grid of a point in one partition.</summary>
public sealed record PartitionAnswer
{
    /// <summary>The partition.</summary>
    public required Partition Partition { get; init; }

    /// <summary>The leaf that holds the point, or null when the point is outside all.</summary>
    public Grid? Grid { get; init; }

    /// <summary>From the root to the leaf, both included; empty when outside.</summary>
    public IReadOnlyList<Grid> Path { get; init; } = [];

    /// <summary>Whether a leaf holds the point.</summary>
    public bool Inside => Grid is not null;

    /// <summary>How sure that is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The nearest part of the leaf's border; null when outside.</summary>
    public BorderAnswer? Border { get; init; }

    /// <summary>
    /// Every leaf that the accuracy circle touches, with its share of the circle's area, the largest first. Shares sum
    /// to at most 1. Without an accuracy: the leaf alone with share 1, or none.
    /// </summary>
    public IReadOnlyList<GridShare> Grids { get; init; } = [];

    /// <summary>
    /// Whether <see cref="Grid"/> was assigned to the address by somebody; it then outranks the position, whose own leaf is
    /// <see cref="ByPosition"/>.
    /// </summary>
    public bool IsAssigned { get; init; }

    /// <summary>Where a grid is assigned: the leaf that holds the position, or null outside all. Else null.</summary>
    public Grid? ByPosition { get; init; }

    /// <summary>When outside: the nearest leaf; null when inside, or when the partition is empty.</summary>
    public NearestGrid? Nearest { get; init; }

    /// <summary>
    /// Who answers for the path, first to be called first, in the order of <see cref="DutyRoster"/>; empty unless asked
    /// for.
    /// </summary>
    public IReadOnlyList<DutyAnswer> Duties { get; init; } = [];

    /// <summary>The stations that serve a grid of the path, the leaf's first, then by distance; empty unless asked for.</summary>
    public IReadOnlyList<StationAnswer> Stations { get; init; } = [];
}

/// <summary>The grid of a point in one partition, in short.</summary>
/// <param name="Path">From the root to the leaf; empty outside.</param>
/// <param name="BorderMetres">Metres to the leaf's border; null where there is none.</param>
/// <param name="Certainty">How sure that is.</param>
public readonly record struct PointPlace(IReadOnlyList<Grid> Path, double? BorderMetres, Certainty Certainty);

/// <summary>The nearest part of a leaf's border.</summary>
/// <param name="DistanceMetres">Metres on the ellipsoid.</param>
/// <param name="Neighbour">The leaf across, or null where nothing is across.</param>
public sealed record BorderAnswer(double DistanceMetres, Grid? Neighbour);

/// <summary>A leaf and its share of the accuracy circle, 0 to 1.</summary>
public sealed record GridShare(Grid Grid, double Share);

/// <summary>The leaf nearest to a point outside all, with the distance in metres on the ellipsoid.</summary>
public sealed record NearestGrid(Grid Grid, double DistanceMetres);
