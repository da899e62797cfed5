using GridMap.Core.Grids;

namespace GridMap.Core.Resources;

/// <summary>A station that serves a grid of the path.</summary>
/// <param name="Station">The resource.</param>
/// <param name="Grid">The grid of the path that it serves, the one nearest to the leaf where it serves several.</param>
/// <param name="DistanceMetres">From the point, metres on the ellipsoid, to its gate or its shape.</param>
public sealed record StationAnswer(Resource Station, Grid Grid, double DistanceMetres);
