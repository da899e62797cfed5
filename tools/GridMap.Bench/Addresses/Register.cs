using System.Globalization;
using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Spatial;
using GridMap.Data.Exchange;

namespace GridMap.Bench.Addresses;

/// <summary>A register of addresses, from a file or made.</summary>
/// <param name="Name">Its name in the figures.</param>
/// <param name="Items">The addresses with their parts.</param>
/// <param name="IsHan">Whether it is Chinese.</param>
internal sealed record Register(string Name, IReadOnlyList<Address> Items, bool IsHan)
{
    /// <summary>The parts of an address in the order in which people write them.</summary>
    public static readonly string[] Order =
        ["province", "city", "district", "street", "community", "road", "number", "compound", "building", "unit", "room"];

    /// <summary>
    /// Reads a CSV file with <c>lon</c> and <c>lat</c>: with the columns of the sample, or with those of OpenStreetMap
    /// (<c>street housenumber postcode suburb</c>).
    /// </summary>
    /// <param name="path">The file.</param>
    public static Register Read(string path)
    {
        using var source = SourceFile.Open(new SourceOptions(path) { TableOnly = true });
        var items = new List<Address>();
        foreach (var row in source.ReadRows())
        {
            var parts = row.Names.Contains("housenumber") ? OfOsm(row) : OfSample(row);
            items.Add(Make(
                items.Count + 1, parts, TextOf(parts), Number(row, "lon"), Number(row, "lat")));
        }

        return new Register(Path.GetFileName(Path.GetDirectoryName(path))!, items, items[0].Text.Any(static c => c > '\u3400'));
    }

    /// <summary>
    /// A city of about a million addresses: 12 districts, 144 streets, 1,152 communities, some 25,000 roads (names recur
    /// between districts) and 14,000 compounds with buildings and units.
    /// </summary>
    public static Register Million(int count = 1_000_000)
    {
        var random = new Random(21);
        var items = new List<Address>(count);
        var names = new NameMaker(random);
        for (var community = 0; items.Count < count; community = (community + 1) % 1152)
        {
            var (district, street) = (community % 12, community % 144);
            var parts = new Dictionary<string, string>
            {
                ["province"] = "海东省",
                ["city"] = "临江市",
                ["district"] = names.Fixed("district", district) + "区",
                ["street"] = names.Fixed("street", street) + "街道",
                ["community"] = names.Fixed("community", community) + "社区",
                ["road"] = names.Road(),
            };
            AddRoad(items, parts, names, random, (118 + (district * 0.05), 36 + (street * 0.002)));
        }

        return new Register("million", items, true);
    }

    private static void AddRoad(
        List<Address> items, Dictionary<string, string> parts, NameMaker names, Random random, (double Lon, double Lat) at)
    {
        var compounds = random.Next(2);
        for (var door = 1; door <= 12; door++)
        {
            var here = new Dictionary<string, string>(parts) { ["number"] = $"{door}号" };
            Add(here);
            for (var c = 0; door == 5 && c < compounds; c++)
            {
                here["compound"] = names.Compound();
                for (var building = 1; building <= 8; building++)
                {
                    here["building"] = $"{building}号楼";
                    here.Remove("unit");
                    Add(here);
                    for (var unit = 1; unit <= 4; unit++)
                    {
                        here["unit"] = $"{unit}单元";
                        Add(here);
                    }
                }
            }
        }

        void Add(Dictionary<string, string> made) => items.Add(Make(
            items.Count + 1, [.. Order.Where(made.ContainsKey).Select(p => KeyValuePair.Create(p, made[p]))],
            string.Concat(Order.Where(p => p != "community" && made.ContainsKey(p)).Select(p => made[p])),
            at.Lon + (random.NextDouble() * 0.05), at.Lat + (random.NextDouble() * 0.02)));
    }

    private static Address Make(
        int id, List<KeyValuePair<string, string>> parts, string text, double lon, double lat) => new()
        {
            Id = id,
            SourceKey = new SourceKey("bench", id.ToString(CultureInfo.InvariantCulture)),
            Text = text,
            Parts = AttributeSet.Of(parts),
            Point = new LonLat(lon, lat),
        };

    private static List<KeyValuePair<string, string>> OfSample(SourceRow row) =>
        [.. Order.Select(p => (p, Value: row.Find(p))).Where(static p => p.Value is not null)
            .Select(static p => KeyValuePair.Create(p.p, p.Value!))];

    private static List<KeyValuePair<string, string>> OfOsm(SourceRow row) =>
        [.. new[] { ("road", "street"), ("number", "housenumber"), ("postcode", "postcode"), ("locality", "suburb") }
            .Select(p => (p.Item1, Value: row.Find(p.Item2))).Where(static p => p.Value is not null)
            .Select(static p => KeyValuePair.Create(p.Item1, p.Value!))];

    private static string TextOf(List<KeyValuePair<string, string>> parts)
    {
        var by = parts.ToDictionary();
        return by.ContainsKey("postcode") || !by.Values.Any(static v => v.Any(static c => c > '\u3400'))
            ? $"{by.GetValueOrDefault("road")} {by.GetValueOrDefault("number")}, {by.GetValueOrDefault("postcode")} {by.GetValueOrDefault("locality")}".Trim(' ', ',')
            : string.Concat(Order.Where(p => p != "community" && by.ContainsKey(p)).Select(p => by[p]));
    }

    private static double Number(SourceRow row, string field) => double.Parse(row.Find(field)!, CultureInfo.InvariantCulture);

    private sealed class NameMaker(Random random)
    {
        private const string Characters =
            "安宝北春翠德东丰福光广海和恒红华辉嘉建江金锦景康兰乐丽林龙梅明南宁平青清庆秋泉荣瑞山盛石顺松泰天桐万文西溪祥新星兴秀旭雅阳永玉园远月云泽长正志中竹紫";

        private static readonly string[] Roads = ["路", "路", "路", "街", "街", "巷", "大街", "大道", "东路", "西路", "胡同"];
        private static readonly string[] Compounds = ["小区", "花园", "家园", "苑", "新村", "公寓", "名城", "里"];
        private readonly Dictionary<(string, int), string> made = [];

        public string Fixed(string kind, int number)
        {
            if (!made.TryGetValue((kind, number), out var name))
            {
                do
                {
                    name = Core(2);
                }
                while (made.Any(m => m.Key.Item1 == kind && m.Value == name));
                made[(kind, number)] = name;
            }

            return name;
        }

        public string Road() => Core(random.Next(4) == 0 ? 3 : 2) + Roads[random.Next(Roads.Length)];

        public string Compound() => Core(random.Next(3) == 0 ? 3 : 2) + Compounds[random.Next(Compounds.Length)];

        private string Core(int length) =>
            string.Concat(Enumerable.Range(0, length).Select(_ => Characters[random.Next(Characters.Length)]));
    }
}
