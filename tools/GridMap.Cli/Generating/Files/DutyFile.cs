using GridMap.Core.Grids;

namespace GridMap.Cli.Generating.Files;

/// <summary>Who answers: roles from the district down to single buildings, in both chains.</summary>
internal sealed class DutyFile : IDisposable
{
    private const string Night = "Mo-Su 18:00-08:00";
    private const string OfficeHours = "Mo-Fr 08:30-17:30";

    private readonly District district;
    private readonly SplitMix random;
    private readonly CsvFile file;
    private int people;
    private int rows;

    private DutyFile(District district, string folder)
    {
        this.district = district;
        random = district.Random.Fork("duties");
        file = new CsvFile(
            Path.Combine(folder, "duties.csv"), "id", "role", "person_id", "person", "phones", "organisation",
            "organisation_phone", "scope", "order", "deputy", "on_call", "chain", "public");
    }

    private sealed record Person(string Id, string Name, string Phones);

    public static void Write(District district, string folder)
    {
        using var duties = new DutyFile(district, folder);
        duties.AddGridHeads();
        duties.AddDedicatedHeads();
        duties.AddCommunityDuties();
        duties.AddEmergencyChain();
        duties.AddPolice();
        duties.AddHousingDuties();
    }

    public void Dispose() => file.Dispose();

    /// <summary>Every ninth head holds two grids; one post is unfilled; one full-time worker for two grids.</summary>
    private void AddGridHeads()
    {
        var vacant = random.Pick(Bases(random.Pick(district.Layout.Communities.ToList())));
        foreach (var community in district.Layout.Communities)
        {
            var left = Bases(community).Where(l => l != vacant).ToList();
            while (left.Count > 0)
            {
                var held = left.Take(random.Chance(1.0 / 9) ? random.Between(2, 3) : 1).ToList();
                left.RemoveRange(0, held.Count);
                AddPerson("grid_head", NewPerson(), Grids(held), visible: "holder+phone");
            }

            foreach (var served in Bases(community).Chunk(2))
            {
                AddPerson("grid_worker", NewPerson(), Grids(served), order: 2, visible: "holder");
            }

            foreach (var served in Bases(community).Chunk(4))
            {
                AddPerson("party_branch_secretary", NewPerson(), Grids(served), order: 3, visible: "holder");
            }
        }

        Add("grid_head", null, null, null, $"grid:{vacant.Code}", 1);
    }

    /// <summary>Institutions answer for their own grids; some of them by a person.</summary>
    private void AddDedicatedHeads()
    {
        foreach (var leaf in district.Leaves.Where(l => l.Category == GridCategory.Dedicated))
        {
            if (random.Chance(0.3))
            {
                AddPerson("grid_head", NewPerson(), $"grid:{leaf.Code}", visible: "holder");
            }
            else
            {
                Add("grid_head", null, $"{leaf.Name.Replace("专属网格", "")}保卫科", Desk(), $"grid:{leaf.Code}", 1, visible: "holder+phone");
            }
        }
    }

    /// <summary>The instructor by day, a roster by night, a deputy for the weekend.</summary>
    private void AddCommunityDuties()
    {
        foreach (var community in district.Layout.Communities)
        {
            var scope = $"grid:{community.Code}";
            var instructor = NewPerson();
            AddPerson("grid_instructor", instructor, scope, order: 4, visible: "holder+phone");
            AddPerson("grid_instructor", NewPerson(), scope, order: 5, deputy: true, onCall: "Sa-Su 08:00-18:00");
            Add("night_duty", null, $"{community.Name}居委会值班室", Desk(), scope, 1, onCall: Night, visible: "holder+phone");
        }

        foreach (var street in district.Layout.Streets)
        {
            AddPerson("service_specialist", NewPerson(), $"grid:{street.Code}", order: 6, onCall: OfficeHours, visible: "holder+phone");
        }
    }

    /// <summary>It skips the community: grid, street, district.</summary>
    private void AddEmergencyChain()
    {
        foreach (var community in district.Layout.Communities)
        {
            foreach (var served in community.Leaves.Chunk(8))
            {
                AddPerson("emergency_responder", NewPerson(), Grids(served), chain: "emergency");
            }
        }

        foreach (var street in district.Layout.Streets)
        {
            Add("emergency_command", null, $"{street.Name}应急指挥室", Desk(), $"grid:{street.Code}", 2, chain: "emergency", visible: "holder+phone");
            AddPerson("emergency_command", NewPerson(), $"grid:{street.Code}", order: 3, deputy: true, onCall: Night, chain: "emergency");
        }

        Add(
            "emergency_command", null, $"{district.Preset.District}应急管理局值班室", Desk(), $"grid:{district.Preset.Code}", 4,
            chain: "emergency", visible: "holder+phone");
    }

    private void AddPolice()
    {
        foreach (var beat in district.Beats.OrderBy(b => b.Code, StringComparer.Ordinal))
        {
            AddPerson("community_police", NewPerson(), $"grid:police/{beat.Code}", visible: "holder+phone");
        }

        foreach (var station in district.Beats.Select(b => b.Station).Distinct())
        {
            Add("community_police", null, $"{station.Name}值班室", Desk(), $"grid:police/{station.Code}", 2, onCall: Night, visible: "holder+phone");
        }
    }

    private void AddHousingDuties()
    {
        foreach (var firm in district.Housing.Compounds.Where(c => c.PropertyFirm is not null).GroupBy(c => c.PropertyFirm))
        {
            var scope = string.Join(";", firm.Select(c => $"compound:{c.Id}"));
            Add("property_manager", null, firm.Key, Desk(), scope, 7, visible: "holder+phone");
        }

        foreach (var building in random.Shuffled(district.Housing.Dwellings.Where(d => d.Compound is not null)).Take(180))
        {
            AddPerson("building_head", NewPerson(), $"dwelling:{building.Id}", order: 8);
        }
    }

    private static List<Leaf> Bases(Community community) => [.. community.Leaves.Where(l => l.Category == GridCategory.Base)];

    private static string Grids(IEnumerable<Leaf> leaves) => string.Join(";", leaves.Select(l => $"grid:{l.Code}"));

    private Person NewPerson() => new($"M{++people:D4}", district.Names.Person(), Phones.Personal(people));

    private string Desk() => Phones.Landline(5000 + rows);

    private void AddPerson(
        string role, Person person, string scope, int order = 1, bool deputy = false, string? onCall = null,
        string chain = "everyday", string? visible = null) =>
        Add(role, person, null, null, scope, order, deputy, onCall, chain, visible);

    private void Add(
        string role, Person? person, string? organisation, string? phone, string scope, int order, bool deputy = false,
        string? onCall = null, string chain = "everyday", string? visible = null) =>
        file.Add(
            $"Y{++rows:D4}", role, person?.Id, person?.Name, person?.Phones, organisation, phone, scope, $"{order}",
            deputy ? "true" : "false", onCall, chain, visible);
}
