namespace GridMap.Core.Addresses.Texts;

/// <summary>What a number of an address numbers, from the road inwards.</summary>
internal enum Slot : byte
{
    /// <summary>A lane off a road 弄, or a group of a village 组.</summary>
    Lane,

    /// <summary>A door plate 号.</summary>
    Door,

    /// <summary>A plate under a door plate 附1号.</summary>
    Sub,

    /// <summary>A building 栋.</summary>
    Building,

    /// <summary>A unit 单元.</summary>
    Unit,

    /// <summary>A floor 层.</summary>
    Floor,

    /// <summary>A room 室.</summary>
    Room,

    /// <summary>No word says what it numbers.</summary>
    Bare,

    /// <summary>It numbers nothing of an address: a gate, a distance.</summary>
    Other,
}

/// <summary>The words that say what a number numbers, as data.</summary>
internal static class Markers
{
    /// <summary>How many slots an address has.</summary>
    public const int SlotCount = (int)Slot.Bare;

    private const int Longest = 5;

    private static readonly Dictionary<string, Slot> After = Read(
        (Slot.Lane, "弄 支弄 号弄 巷 组 队 村民组"),
        (Slot.Door, "号 号院 号大院 院 号院内"),
        (Slot.Building, "号楼 栋 幢 座 号栋 号幢 号座 排 #楼 # #号楼 #栋 #幢 号楼栋 橦 栋楼 幢楼"),
        (Slot.Unit, "单元 门 梯 号单元 单元门"),
        (Slot.Floor, "层 楼 f 楼层 og dg stock etage floor fl ét"),
        (Slot.Room, "室 房 户 号房 号室 铺 号铺 号商铺 房间 号户"),
        (Slot.Other, "号门 米 公里 号线 期 路 街 区 年 月 日 点 岁 楼梯 个 元"));

    private static readonly Dictionary<string, Slot> Before = Read(
        (Slot.Sub, "附 附号 之"),
        (Slot.Door, "no nr number num n° № no. nr. numero"),
        (Slot.Building, "building bldg block blk tower haus"),
        (Slot.Unit, "unit"),
        (Slot.Floor, "floor fl"),
        (Slot.Room, "room rm apt apartment flat suite wohnung whg"));

    /// <summary>The word after a number, the longest that fits, with its length; <see cref="Slot.Bare"/> and 0 for none.</summary>
    public static (Slot Slot, int Length) FindAfter(ReadOnlySpan<char> text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
        {
            if (After.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Slice(at, length), out var slot))
            {
                return (slot, length);
            }
        }

        return (Slot.Bare, 0);
    }

    /// <summary>Whether a word that follows numbers begins here.</summary>
    public static bool StartsAt(ReadOnlySpan<char> text, int at) =>
        at < text.Length && FindAfter(text, at) is { Length: > 0, Slot: not Slot.Other };

    /// <summary>What a word before a number says, or null.</summary>
    public static Slot? FindBefore(ReadOnlySpan<char> word) =>
        Before.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var slot) ? slot : null;

    private static Dictionary<string, Slot> Read(params (Slot Slot, string Words)[] groups) => groups
        .SelectMany(static g => g.Words.Split(' ').Select(w => (w, g.Slot)))
        .ToDictionary(static p => p.w, static p => p.Slot);
}
