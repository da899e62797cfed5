using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Grids;

/// <summary>The boxes of leaves, in a tree. Immutable.</summary>
internal sealed class GridBoxes
{
    // Two lattice steps: boxes that touch once they are on the lattice should touch before, too.
    private const double Slack = 2e-9;

    private readonly GridVersion[] versions;
    private readonly BoxTree tree;

    public GridBoxes(GridVersion[] versions)
    {
        this.versions = versions;
        tree = BoxTree.Build(Array.ConvertAll(versions, Of));
    }

    /// <summary>The box of a grid's area; the whole world where it has coordinates that are none.</summary>
    public static LonLatBox Of(GridVersion version)
    {
        var box = version.Shape is { IsEmpty: false } shape ? shape.EnvelopeInternal : new Envelope();
        return box.IsNull ? LonLatBox.Nothing
            : double.IsFinite(box.Area) ? new(box.MinX - Slack, box.MinY - Slack, box.MaxX + Slack, box.MaxY + Slack)
            : new(-180, -90, 180, 90);
    }

    /// <summary>The leaves whose boxes meet a box.</summary>
    public IEnumerable<GridVersion> ListMeeting(LonLatBox box) =>
        tree.ListMeeting(box).Select(found => versions[found]).Where(version => Of(version).Meets(box));
}
