using GridMap.Cli.Generating.Files;

namespace GridMap.Cli.Generating;

/// <summary>Makes a fictional district, and writes it as files that the import commands read.</summary>
public static class DistrictGenerator
{
    /// <summary>What <c>--like</c> takes.</summary>
    public static IReadOnlyCollection<string> Presets => [.. DistrictPreset.All.Keys];

    /// <summary>
    /// Writes a district into a folder, which is made when it is not there; files of the same names are replaced, others
    /// are left. The same seed and preset give the same bytes on every machine.
    /// </summary>
    /// <param name="seed">Any number.</param>
    /// <param name="like">One of <see cref="Presets"/>.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The names of the files, in ordinal order.</returns>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(int seed, string like, string folder)
    {
        if (!DistrictPreset.All.TryGetValue(like, out var preset))
        {
            throw new ArgumentException($"'{like}' is no preset; there is: {string.Join(", ", Presets)}.", nameof(like));
        }

        var target = Directory.CreateDirectory(folder).FullName;
        var district = District.Build(preset, seed);
        VocabularyFile.Write(target);
        GridFiles.Write(district, target);
        ReferenceFiles.Write(district, target);
        PeopleFiles.Write(district, target);
        ParkingFile.Write(district, target);
        PlaceFiles.Write(district, target);
        StationFiles.Write(district, target);
        DutyFile.Write(district, target);
        EmergencyFile.Write(district, target);
        PendingFile.Write(district, target);
        ImportFile.Write(preset, target);
        return FileNames;
    }

    /// <summary>What <see cref="Write"/> writes.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "addresses.csv", "barriers.geojson", "beats.geojson", "canteens.geojson", "charging_sheds.geojson",
        "compounds.geojson", "divisions.geojson", "duties.csv", "dwellings.csv", "emergencies.csv",
        "enforcement_stations.geojson", "grid_stations.geojson", "grids-pending.geojson", "grids.geojson", "import.json",
        "landmarks.geojson", "outline.geojson", "parking.geojson", "pocket_parks.geojson", "police_stations.geojson",
        "recycling_machines.geojson", "service_centres.geojson", "shared_spaces.geojson", "toilets.geojson",
        "vocabulary.json", "workrooms.geojson",
    ];
}
