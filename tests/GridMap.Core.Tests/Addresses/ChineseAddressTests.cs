using GridMap.Core.Addresses;

namespace GridMap.Core.Tests.Addresses;

/// <summary>How Chinese addresses are asked for; each known trap is a case of its own.</summary>
public class ChineseAddressTests
{
    private static readonly AddressIndex City = Town.Index(
        "province city district street community road number compound building unit room",
        """
        江北省 临江市 云山区 青松街道 东湖社区 陕西南路 1号 - - - -
        江北省 临江市 云山区 青松街道 东湖社区 陕西南路 15号 - - - -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 1号 - - - -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 11号 - - - -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 3号 - - - -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 31号 幸福小区 - - -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 31号 幸福小区 3号楼 - -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 31号 幸福小区 3号楼 1单元 -
        江北省 临江市 云山区 青松街道 东湖社区 中山路 31号 幸福小区 3号楼 1单元 302室
        江北省 临江市 云山区 青松街道 东湖社区 中山路 31号 幸福小区 3号楼 1单元 402室
        江北省 临江市 云山区 青松街道 东湖社区 中山路 31号 幸福小区 13号楼 - -
        119.05,36.02 江北省 临江市 云山区 白桥街道 西园社区 学院路 8号 阳光花园 - - -
        119.05,36.02 江北省 临江市 云山区 白桥街道 西园社区 学院路 8号 阳光花园 2号楼 - -
        119.09,36.05 江北省 临江市 云山区 白桥街道 南塘社区 河滨路 20号 阳光花园 - - -
        119.09,36.05 江北省 临江市 云山区 白桥街道 南塘社区 河滨路 20号 阳光花园 2号楼 - -
        119.2,36.01 江北省 临江市 云山区 白桥街道 南塘社区 纬十二路 5号 - - - -
        119.3,36.01 江北省 临江市 云山区 白桥街道 南塘社区 - 7号 - - - -
        119.21,36.01 江北省 临江市 云山区 白桥街道 南塘社区 人民东路 5号 - - - -
        119.24,36.01 江北省 临江市 云山区 白桥街道 南塘社区 人民西路 5号 - - - -
        119.25,36.01 江北省 临江市 云山区 白桥街道 南塘社区 解放巷（原建设巷） 6号 - - - -
        """);

    private const string Unit = "江北省临江市云山区青松街道东湖社区中山路31号幸福小区3号楼1单元 unit sure";
    private const string Building = "江北省临江市云山区青松街道东湖社区中山路31号幸福小区3号楼 building sure";
    private const string Door = "江北省临江市云山区青松街道东湖社区中山路1号 building sure";

    [Theory]
    [InlineData("江北省临江市云山区青松街道东湖社区中山路31号幸福小区3号楼1单元")]
    [InlineData("中山路31号幸福小区3号楼1单元")]
    [InlineData("幸福小区3号楼1单元")]
    [InlineData("幸福小区三号楼一单元")]
    [InlineData("幸福小区３号楼１单元")]
    [InlineData("幸福小區3號樓1單元")]
    [InlineData("幸福小区3栋1单元")]
    [InlineData("幸福小区 3幢 1单元")]
    [InlineData("幸福小区3#楼1单元")]
    [InlineData("3号楼1单元，幸福小区，云山区")]
    [InlineData("云山区云山区幸福小区幸福小区3号楼1单元")]
    [InlineData("云山青松幸福小区3号楼1单元（张先生，放门口）")]
    [InlineData("幸福小区3-1")]
    public void A_unit_is_found_however_it_is_written(string question) => Assert.Equal(Unit, City.First(question));

    [Theory]
    [InlineData("幸福小区北门3号楼旁边")]
    [InlineData("我在中山路幸福小区的3号楼楼下")]
    [InlineData("辛福小区3号楼")]
    [InlineData("中山路31号3号楼")]
    public void A_building_is_found_as_it_is_spoken_of(string question) => Assert.StartsWith(Building[..^4], City.First(question));

    [Theory]
    [InlineData("幸福小区3号楼1单元302室", "302室 unit sure")]
    [InlineData("幸福小区3-1-302", "302室 unit sure")]
    [InlineData("幸福小区3号楼1单元302", "302室 unit sure")]
    [InlineData("幸福小区3号楼1单元502室", "1单元 unit")]
    public void Room_302_is_not_402_and_an_unknown_room_is_its_unit(string question, string ending) =>
        Assert.Contains(ending, City.First(question));

    [Fact]
    public void What_was_not_understood_is_said() =>
        Assert.Equal(["502室"], City.Search("幸福小区3号楼1单元502室", 1)[0].Unmatched);

    [Fact]
    public void A_road_named_after_a_province_is_a_road() =>
        Assert.Equal("江北省临江市云山区青松街道东湖社区陕西南路1号 building sure", City.Ask("陕西南路1号"));

    [Theory]
    [InlineData("中山路1号")]
    [InlineData("中山路一号")]
    [InlineData("中山路1")]
    public void Number_1_is_not_11(string question) => Assert.Equal(Door, City.Ask(question));

    [Fact]
    public void Building_3_is_not_number_3()
    {
        Assert.EndsWith("中山路3号 building sure", City.First("中山路3号"));
        Assert.DoesNotContain("3号楼", City.Ask("幸福小区3号").Split('\n')[0]);
        Assert.DoesNotContain("13号楼", City.Ask("幸福小区3号楼"));
    }

    [Theory]
    [InlineData("中山路1号兰州拉面馆")]
    [InlineData("中山路1号上海小吃店")]
    [InlineData("白桥超市中山路1号")]
    public void An_area_in_a_shops_name_is_no_contradiction(string question) =>
        Assert.StartsWith(Door[..^5], City.First(question));

    [Fact]
    public void Two_compounds_of_one_name_are_both_shown_with_half_the_score()
    {
        var hits = City.Search("阳光花园2号楼", 5);
        Assert.Equal(["学院路8号阳光花园2号楼", "河滨路20号阳光花园2号楼"], hits.Select(static h => h.Text[17..]).Order(StringComparer.Ordinal));
        Assert.All(hits, static h => Assert.InRange(h.Score, 0.2, 0.5));
    }

    [Fact]
    public void The_street_tells_two_compounds_of_one_name_apart() =>
        Assert.Equal("江北省临江市云山区白桥街道西园社区学院路8号阳光花园2号楼 building sure", City.First("学院路阳光花园2号楼"));

    [Theory]
    [InlineData("北京市朝阳区中山路1号")]
    [InlineData("临江市天河区中山路1号")]
    [InlineData("江北省临江市天河区中山路31号幸福小区3号楼1单元")]
    [InlineData("上海静安区陕西南路15号")]
    [InlineData("建国门外大街1号")]
    [InlineData("不存在的小区9号楼")]
    public void What_is_elsewhere_is_not_found(string question) => Assert.Equal("none", City.Ask(question));

    [Theory]
    [InlineData("人民东路5号", "人民东路5号 building sure")]
    [InlineData("纬12路5号", "纬十二路5号 building sure")]
    [InlineData("南塘社区7号", "南塘社区7号 building sure")]
    [InlineData("建设巷6号", "解放巷（原建设巷）6号 building sure")]
    public void Names_keep_their_quarters_numerals_and_old_forms(string question, string ending) =>
        Assert.EndsWith(ending, City.First(question));

    [Theory]
    [InlineData("中山路7号", "中山路7号 road likely interpolated")]
    [InlineData("中山路400号", "中山路 road likely")]
    [InlineData("中山路2号", "中山路 road likely")]
    [InlineData("中山路", "中山路 road sure")]
    public void A_number_that_is_not_there_is_answered_from_its_side_of_the_road_or_by_the_road(string question, string ending) =>
        Assert.EndsWith(ending, City.First(question));

    [Fact]
    public void An_interpolated_number_stands_between_its_neighbours_in_their_ratio()
    {
        // Numbers 3 and 11 stand at 119.004 and 119.003.
        var hit = City.Search("中山路7号", 1)[0];
        Assert.Equal(119.0035, hit.Point.Lon, 6);
        Assert.True(hit.AccuracyMetres >= 10);
    }

    [Theory]
    [InlineData("东湖社区", "东湖社区 community sure")]
    [InlineData("幸福小区", "中山路31号幸福小区 compound sure")]
    [InlineData("幸福小区99号楼", "幸福小区 compound likely")]
    public void Less_than_an_address_is_answered_by_what_it_names(string question, string ending) =>
        Assert.EndsWith(ending, City.First(question));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("，。！？")]
    [InlineData("中山路\u0000 1号")]
    public void What_cannot_be_an_address_is_refused(string question)
    {
        Assert.NotNull(AddressIndex.FindFault(question));
        Assert.Throws<ArgumentException>(() => City.Search(question, 1));
    }

    [Fact]
    public void Too_long_a_text_is_refused_with_the_limit() =>
        Assert.Equal("It has 10000 characters; an address has at most 200.", AddressIndex.FindFault(new string('路', 10_000)));

    [Fact]
    public void Digits_alone_name_no_address() => Assert.Equal("none", City.Ask("12345"));
}
