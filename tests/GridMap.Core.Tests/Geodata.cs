using System.Runtime.CompilerServices;
using System.Text.Json;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.IO.Esri;

namespace GridMap.Core.Tests;

/// <summary>Real partitions from ../shared/geodata beside the repository; a test fails where the folder is missing.</summary>
internal static class Geodata
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The map of a GeoJSON file or Shapefile, a leaf for each feature.</summary>
    public static PartitionMap Partition(string file, string codeField)
    {
        var features = file.EndsWith(".shp", StringComparison.Ordinal)
            ? (IReadOnlyList<IFeature>)Shapefile.ReadAllFeatures(FindFile(file))
            : [.. JsonSerializer.Deserialize<FeatureCollection>(File.ReadAllText(FindFile(file)), GeoJson)!];
        var partition = new Partition
        {
            Id = 1,
            Code = "governance",
            Name = LocalText.Same("governance"),
            Tiling = Tiling.Complete,
            Levels = [new Level("grid", LocalText.Same("grid"))],
        };
        return PartitionMap.Build(partition, features.Select((feature, i) => new GridVersion(
            new Grid
            {
                Id = i + 2,
                Partition = partition.Code,
                Level = "grid",
                Code = feature.Attributes[codeField].ToString()!,
            },
            OnLattice(feature.Geometry))));
    }

    private static Geometry OnLattice(Geometry shape)
    {
        shape.Apply(new Rounding());
        shape.GeometryChanged();
        return shape;
    }

    private static string FindFile(string file, [CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "geodata", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"'{file}' should be in shared/geodata, beside the repository's folder.");
    }

    private sealed class Rounding : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (lon, lat) = LatticePoint.From(new LonLat(seq.GetX(i), seq.GetY(i))).ToLonLat();
            seq.SetX(i, lon);
            seq.SetY(i, lat);
        }
    }
}
