using GridMap.Core.Addresses;

namespace GridMap.Bench.Addresses;

/// <summary>A question made from an address of a register.</summary>
/// <param name="Kind">What was done to it.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Address">The address that was meant; null: nothing here is meant.</param>
/// <param name="Expect">What counts as right.</param>
internal sealed record NoisyQuestion(string Kind, string Text, Address? Address, Expectation Expect);

/// <summary>What counts as right.</summary>
internal enum Expectation
{
    /// <summary>That address.</summary>
    Address,

    /// <summary>The road of that address, or a place on it between neighbours; marked so.</summary>
    Road,

    /// <summary>That address, or one that has all the same parts that were asked for.</summary>
    SameParts,

    /// <summary>No answer.</summary>
    Nothing,
}

/// <summary>Makes questions as people write them from the addresses of a register, each with the answer to expect. Seeded.</summary>
internal sealed class Noise(Register register, int seed)
{
    private const string Numerals = "零一二三四五六七八九";
    private static readonly string[] Names = ["province", "city", "district", "street", "community", "road", "compound", "locality"];

    private static readonly (char Plain, char Other)[] Traditional =
        [('号', '號'), ('楼', '樓'), ('单', '單'), ('东', '東'), ('华', '華'), ('园', '園'), ('区', '區'), ('兴', '興'), ('云', '雲'), ('广', '廣'), ('丰', '豐')];

    private readonly Random random = new(seed);
    private readonly string letters = Letters(register);

    /// <summary>The kinds of noise that suit the register.</summary>
    public IEnumerable<(string Kind, Func<Address, NoisyQuestion?> Make)> Kinds() => register.IsHan ? HanKinds() : SpacedKinds();

    /// <summary>A question of a kind of an address drawn by chance; one that suits.</summary>
    public NoisyQuestion Make(Func<Address, NoisyQuestion?> make)
    {
        while (true)
        {
            // A register may hold a house number without a street.
            if (register.Items[random.Next(register.Items.Count)] is var address && (Has(address, "road") || register.IsHan)
                && make(address) is { } question)
            {
                return question;
            }
        }
    }

    private IEnumerable<(string, Func<Address, NoisyQuestion?>)> HanKinds() =>
    [
        ("clean", a => Ask("clean", a, a.Text)),
        ("with-community", a => Ask("with-community", a, Write(Parts(a)))),
        ("drop-city", a => Ask("drop-city", a, Write(Without(a, "province", "city", "community")))),
        ("drop-areas", a => Ask("drop-areas", a, Write(Without(a, "province", "city", "district", "street", "community")), Expectation.SameParts)),
        ("drop-road", a => Has(a, "building") ? Ask("drop-road", a, Write(Without(a, "province", "city", "district", "community", "road", "number")), Expectation.SameParts) : null),
        ("drop-compound", a => Has(a, "building") ? Ask("drop-compound", a, Write(Without(a, "province", "city", "compound")), Expectation.SameParts) : null),
        ("drop-words", a => Ask("drop-words", a, DropWords(a), Expectation.SameParts)),
        ("swap", a => Ask("swap", a, Swap(a))),
        ("repeat", a => Ask("repeat", a, Write(Without(a, "province", "city")).Insert(0, a.Parts.Find("district") + a.Parts.Find("road")))),
        ("slip-1", a => Ask("slip-1", a, Slip(a, 1))),
        ("slip-1-short", a => Ask("slip-1-short", a, Slip(a, 1, "province", "city", "community"))),
        ("slip-2", a => Ask("slip-2", a, Slip(a, 2))),
        ("slip-2-short", a => Ask("slip-2-short", a, Slip(a, 2, "province", "city"))),
        ("numerals", a => Ask("numerals", a, InNumerals(a.Text))),
        ("full-width", a => Ask("full-width", a, string.Concat(a.Text.Select(static c => c is >= '!' and <= '~' ? (char)(c - '!' + '！') : c)))),
        ("traditional", a => Ask("traditional", a, Traditional.Aggregate(a.Text, static (t, p) => t.Replace(p.Plain, p.Other)))),
        ("separators", a => Ask("separators", a, string.Join(Pick(" ", "，", ", ", "-", "、", " / "), Parts(a).Select(static p => p.Value)))),
        ("remark", a => Ask("remark", a, Remark(a.Text))),
        ("spoken", a => Has(a, "building") ? Ask("spoken", a, Spoken(a), Expectation.SameParts) : null),
        ("room", a => Has(a, "unit") ? Ask("room", a, a.Text + random.Next(1, 20) + $"0{random.Next(1, 5)}室") : null),
        ("shop", a => Has(a, "building") ? null : Ask("shop", a, a.Text + Pick("兰州拉面馆", "上海小吃店", "北京烤鸭店", "东北饺子馆", "便民超市"))),
        ("number-off", NumberOff),
        ("wrong-district", a => Ask("wrong-district", a, WrongDistrict(a), Expectation.Nothing)),
        ("elsewhere", a => Ask("elsewhere", a, Elsewhere(), Expectation.Nothing)),
    ];

    private IEnumerable<(string, Func<Address, NoisyQuestion?>)> SpacedKinds() =>
    [
        ("clean", a => Ask("clean", a, a.Text)),
        ("town", a => Has(a, "postcode") ? Ask("town", a, $"{Street(a)}, {a.Parts.Find("postcode")} Berlin") : null),
        ("street-only", a => Ask("street-only", a, Street(a), Expectation.SameParts)),
        ("number-first", a => Ask("number-first", a, $"{a.Parts.Find("number")} {a.Parts.Find("road")}, {a.Parts.Find("postcode")}")),
        ("lower", a => Ask("lower", a, a.Text.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal))),
        ("no-marks", a => Ask("no-marks", a, a.Text.Replace("ß", "ss", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal))),
        ("short", a => Ask("short", a, a.Text.Replace("straße", "str.", StringComparison.Ordinal).Replace("Straße", "Str.", StringComparison.Ordinal))),
        ("slip-1", a => Ask("slip-1", a, SlipStreet(a, 1))),
        ("slip-2", a => Ask("slip-2", a, SlipStreet(a, 2))),
        ("slip-1-street", a => Ask("slip-1-street", a, SlipStreet(a, 1, false), Expectation.SameParts)),
        ("remark", a => Ask("remark", a, a.Text + Pick(" hinterhaus", " 3. OG links", " (bei Müller)", ", bitte klingeln"))),
        ("number-off", NumberOff),
        ("wrong-town", a => Ask("wrong-town", a, $"{Street(a)}, {Pick("20095 Hamburg", "80331 München", "50667 Köln")}", Expectation.Nothing)),
        ("elsewhere", a => Ask("elsewhere", a, Pick("Schlossallee", "Herrengasse", "Bahnhofsplatz", "Rue de Rivoli") + $" {random.Next(1, 90)}, 9999 Nirgendwo", Expectation.Nothing)),
    ];

    private static NoisyQuestion Ask(string kind, Address address, string text, Expectation expect = Expectation.Address) =>
        new(kind, text, expect == Expectation.Nothing ? null : address, expect);

    private static string Letters(Register register) => string.Concat(register.Items.Take(20_000)
        .SelectMany(static a => a.Parts.Where(static p => p.Key is "road" or "compound" or "community").SelectMany(static p => p.Value))
        .Where(static c => char.IsLetter(c)).Select(char.ToLowerInvariant).Distinct());

    private static List<KeyValuePair<string, string>> Parts(Address address) =>
        [.. Register.Order.Where(address.Parts.ContainsKey).Select(p => KeyValuePair.Create(p, address.Parts[p]))];

    private static List<KeyValuePair<string, string>> Without(Address address, params string[] dropped) =>
        [.. Parts(address).Where(p => !dropped.Contains(p.Key))];

    private static string Write(IEnumerable<KeyValuePair<string, string>> parts) => string.Concat(parts.Select(static p => p.Value));

    private static bool Has(Address address, string part) => address.Parts.ContainsKey(part);

    private static string Street(Address a) => $"{a.Parts.Find("road")} {a.Parts.Find("number")}";

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private static string DropWords(Address a)
    {
        string[] words = ["省", "市", "区", "街道", "社区"];
        return Write(Without(a, "community").Select(p => words.FirstOrDefault(p.Value.EndsWith) is { } word && p.Value.Length - word.Length > 1
            && p.Key is not ("road" or "compound")
            ? KeyValuePair.Create(p.Key, p.Value[..^word.Length]) : p));
    }

    private string Swap(Address a)
    {
        var inside = Without(a, "province", "city", "district", "street", "community", "road", "number");
        var road = Parts(a).Where(static p => p.Key is "road" or "number");
        var areas = Parts(a).Where(static p => p.Key is "province" or "city" or "district" or "street");
        return random.Next(2) == 0 ? Write(inside.Concat(areas).Concat(road)) : Write(road.Concat(inside).Concat(areas));
    }

    private string Slip(Address a, int slips, params string[] dropped)
    {
        var parts = Without(a, dropped).Where(static p => p.Key != "community").ToList();
        for (var i = 0; i < slips; i++)
        {
            var named = parts.FindAll(static p => Names.Contains(p.Key));
            var chosen = named[random.Next(named.Count)].Key;
            var at = parts.FindIndex(p => p.Key == chosen);
            parts[at] = KeyValuePair.Create(parts[at].Key, SlipIn(parts[at].Value));
        }

        return Write(parts);
    }

    private string SlipStreet(Address a, int slips, bool whole = true)
    {
        var street = a.Parts.Find("road")!;
        for (var i = 0; i < slips; i++)
        {
            street = SlipIn(street);
        }

        var number = $"{street} {a.Parts.Find("number")}";
        return whole ? $"{number}, {a.Parts.Find("postcode")} {a.Parts.Find("locality")}".Trim(' ', ',') : number;
    }

    private string SlipIn(string name)
    {
        var at = random.Next(name.Length);
        var other = letters[random.Next(letters.Length)];
        return (name.Length > 2 ? random.Next(4) : 0) switch
        {
            0 => name[..at] + other + name[(at + 1)..],
            1 => name.Remove(at, 1),
            2 => name.Insert(at, other.ToString()),
            _ when at + 1 < name.Length => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            _ => name[..at] + other,
        };
    }

    private static string InNumerals(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, "[0-9]+", static m => int.Parse(m.Value) switch
        {
            < 10 and var n => Numerals[n].ToString(),
            < 20 and var n => "十" + (n % 10 == 0 ? "" : Numerals[n % 10]),
            < 100 and var n => Numerals[n / 10] + "十" + (n % 10 == 0 ? "" : Numerals[n % 10].ToString()),
            _ => string.Concat(m.Value.Select(static c => Numerals[c - '0'])),
        });

    private string Remark(string text) => random.Next(4) switch
    {
        0 => text + Pick("（北门）", "(靠近地铁口)", "（放快递柜）", "（张先生收）"),
        1 => Pick("我在", "地址是", "请到") + text,
        2 => text + Pick("旁边", "对面", "北门", "附近"),
        _ => text + Pick("，电话联系", " 谢谢", "，到了打电话"),
    };

    private string Spoken(Address a) =>
        $"{a.Parts.Find("compound")}{Pick("北门", "南门", "东门", "")}{Pick("", "的")}{a.Parts.Find("building")}{a.Parts.Find("unit")}{Pick("旁边", "楼下", "附近", "门口")}";

    private NoisyQuestion? NumberOff(Address a)
    {
        if (Has(a, "building") || a.Parts.Find("number") is not { } number || number.Trim('号').Any(static c => !char.IsAsciiDigit(c)))
        {
            return null;
        }

        var far = (random.Next(400, 900) * 2).ToString();
        var text = register.IsHan
            ? Write(Without(a, "community", "compound")).Replace(number, far + "号", StringComparison.Ordinal)
            : $"{a.Parts.Find("road")} {far}, {a.Parts.Find("postcode")} {a.Parts.Find("locality")}".Trim(' ', ',');
        return Ask("number-off", a, text, Expectation.Road);
    }

    private string WrongDistrict(Address a) =>
        Write(Without(a, "community").Select(p => p.Key == "district" ? KeyValuePair.Create(p.Key, Pick("朝阳区", "天河区", "南山区", "武侯区")) : p));

    private string Elsewhere() =>
        Pick("北京市朝阳区建国路", "上海市静安区南京西路", "广州市天河区体育东路", "成都武侯区人民南路") + $"{random.Next(1, 200)}号";
}
