namespace GridMap.Core.Addresses.Texts;

/// <summary>
/// The words that names of each level end with, and those that people put beside addresses, as data. They are the language's,
/// not a city's: nothing here knows the names of a register.
/// </summary>
internal static class NameWords
{
    /// <summary>The levels of areas: an address has at most one name of each.</summary>
    public const int AreaLevels = (int)NameLevel.Postcode + 1;

    private static readonly string[][] Suffixes = new string[(int)NameLevel.Place + 1][];

    private static readonly HashSet<string> NotAreas =
        ["小区", "社区", "园区", "校区", "厂区", "矿区", "景区", "片区", "街区", "城市", "超市", "菜市", "夜市", "门市", "上市", "新区路"];

    static NameWords()
    {
        Array.Fill(Suffixes, []);
        Set(NameLevel.Province, "省 市 自治区 壮族自治区 回族自治区 维吾尔自治区 特别行政区");
        Set(NameLevel.City, "市 地区 自治州 州 盟");
        Set(NameLevel.District, "区 县 市 旗 自治县 新区 开发区 自治旗 林区");
        Set(NameLevel.Street, "街道 街道办事处 街道办 镇 乡 民族乡 地区 苏木 办事处 镇人民政府");
        Set(NameLevel.Community, "社区 社区居委会 居委会 居民委员会 社区居民委员会 村 村委会 村民委员会 行政村 自然村");
        Set(NameLevel.Road, "大街 大道 街 路 道 巷 胡同 弄 里 公路 快速路 条 径 环路 马路 支路");
        Set(NameLevel.Compound,
            "小区 花园 家园 苑 公寓 新村 名城 府 里 园 城 庭 居 轩 广场 大厦 山庄 别墅 公馆 雅苑 花苑 新苑 嘉园 佳苑 宿舍 家属院 大院 院 坊 邨 湾 郡 "
            + "庄园 豪庭 华庭 雅居 新城 国际 中心 大楼");
        Set(NameLevel.Building, "楼");
    }

    /// <summary>What street names of spaced scripts end with, and what stands for it.</summary>
    public static readonly Dictionary<string, string> StreetTypes = Pairs(
        "str strasse;strasse;st street;street;rd road;road;ave avenue;av avenue;avenue;ln lane;lane;dr drive;drive;blvd boulevard;"
        + "boulevard;pl platz;platz;weg;allee;damm;ufer;ring;gasse;steig;chaussee;chausse chaussee;straat;laan;plein;gracht;kade;"
        + "vej;gade;gate;vei;vag;vagen;gatan;katu;tie;utca;ut;ulice;namesti;court;ct court;square;sq square;terrace;way;close;"
        + "crescent;row;hof;markt;pfad;promenade;brucke;zeile;park");

    /// <summary>What street names of spaced scripts begin with, and what stands for it.</summary>
    public static readonly Dictionary<string, string> StreetHeads = Pairs(
        "rue;r rue;avenue;av avenue;boulevard;bd boulevard;bvd boulevard;place;pl place;quai;chemin;ch chemin;allee;impasse;via;"
        + "viale;piazza;corso;vicolo;largo;calle;c calle;avenida;avda avenida;plaza;paseo;rua;travessa;ulica;ul ulica;aleja;al aleja;"
        + "ulitsa;prospekt;bulvar");

    /// <summary>Words beside an address that say nothing about which one it is.</summary>
    public static readonly string[] Remarks =
    [
        .. ("旁边 附近 对面 斜对面 对过 门口 大门 正门 侧门 后门 北门 南门 东门 西门 东侧 西侧 南侧 北侧 后面 前面 里面 楼下 楼上 路口 交叉口 交汇处 交口 "
            + "往东 往西 往南 往北 以东 以西 以南 以北 米处 院内 院里 小院 隔壁 底商 商铺 门市 门面 快递 驿站 代收 送到 放到 麻烦 谢谢 电话 联系 收件 请放 "
            + "那边 这边 那里 这里 一带 靠近 进去 左转 右转 左手 右手 中国 中华人民共和国 我在 我家 住在 地址 位于 就是 这个 那个 还有 门牌 牌号 处 旁 内 外 的 "
            + "在 边 呢 啊 吧 哦 嗯 是 了 收 放 请 家").Split(' '),
    ];

    /// <summary>Words of spaced scripts beside an address.</summary>
    public static readonly HashSet<string> RemarkWords =
    [
        .. ("hinterhaus vorderhaus seitenflugel quergebaude hh vh sf eg og dg ug whg wohnung links rechts mitte rear front near next to "
            + "opposite in at the by behind im an der die das am bei neben gegenuber floor deutschland germany france italy china "
            + "ecke corner entrance eingang stock etage treppe aufgang hof bitte klingeln please c o").Split(' '),
    ];

    /// <summary>What names of shops and institutions end with: an area's name before it is part of that name.</summary>
    public static readonly string[] PlaceEndings =
    [
        .. ("店 超市 饭店 酒店 宾馆 餐厅 饭馆 面馆 拉面 小吃 火锅 烧烤 烤鸭 烤鱼 医院 诊所 药店 药房 学校 小学 中学 大学 学院 幼儿园 公司 集团 银行 中心 "
            + "商场 商城 市场 菜场 便利店 网吧 酒吧 茶馆 茶楼 理发 美容 美发 洗衣 修理 维修 汽修 加油站 车站 派出所 公安局 法院 政府 馆 厂 铺 行 部 所 站 局 "
            + "会所 影院 书店 花店 水果 烟酒 五金 建材 家具 服装 眼镜 手机 旅社 招待所 公厕 卫生间 卫生院 卫生站 工作站 服务站 服务中心 居委").Split(' '),
    ];

    /// <summary>The suffixes of a level, the longest first; folded.</summary>
    public static IReadOnlyList<string> SuffixesOf(NameLevel level) => Suffixes[(int)level];

    /// <summary>The longest suffix of a level that a folded name ends with and that leaves a core; "" for none.</summary>
    public static string SuffixOf(NameLevel level, string key, int leastCore = 2)
    {
        foreach (var suffix in Suffixes[(int)level])
        {
            if (key.Length - suffix.Length >= leastCore && key.EndsWith(suffix, StringComparison.Ordinal))
            {
                return suffix;
            }
        }

        return "";
    }

    /// <summary>Whether 市 or 区 at the end of a text is a word of its own and no area's suffix: 超市, 小区.</summary>
    public static bool IsNoArea(ReadOnlySpan<char> text) =>
        text.Length >= 2 && NotAreas.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[^2..]);

    private static void Set(NameLevel level, string words) =>
        Suffixes[(int)level] = [.. words.Split(' ').Distinct().OrderByDescending(static w => w.Length)];

    private static Dictionary<string, string> Pairs(string text) => text.Split(';')
        .Select(static p => p.Split(' '))
        .DistinctBy(static p => p[0])
        .ToDictionary(static p => p[0], static p => p[^1]);
}
