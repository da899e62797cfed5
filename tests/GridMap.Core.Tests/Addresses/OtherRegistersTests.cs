using GridMap.Core.Addresses;

namespace GridMap.Core.Tests.Addresses;

/// <summary>Registers of texts alone, as other cities write them: lanes, courtyards, villages, towers.</summary>
public class OtherRegistersTests
{
    private static readonly AddressIndex Texts = Town.Texts(
        "上海市浦东新区陆家嘴街道东昌路600弄3号502室",
        "上海市浦东新区陆家嘴街道东昌路600弄3号602室",
        "上海市浦东新区陆家嘴街道东昌路600弄13号502室",
        "上海市浦东新区陆家嘴街道东昌路3号",
        "上海市徐汇区湖南路街道陕西南路25号",
        "北京市东城区东四街道东四三条12号",
        "北京市朝阳区建外街道建国路88号院3号楼2单元1502室",
        "北京市海淀区中关村街道中关村大街27号",
        "广东省广州市天河区石牌街道天河路385号太古汇A座12层1203室",
        "山东省寿光市洛城街道东庄村3组12号",
        "重庆市渝中区解放碑街道民权路28号附5号",
        "江苏省苏州市姑苏区平江街道平江路甲8号",
        "浙江省杭州市西湖区文新街道文一西路98号数娱大厦B座",
        "四川省成都市武侯区玉林街道玉林北街四巷7号2栋3单元");

    [Theory]
    [InlineData("东昌路600弄3号502室", 0)]
    [InlineData("浦东东昌路600弄3号502", 0)]
    [InlineData("东昌路六百弄三号五零二室", 0)]
    [InlineData("东昌路600弄13号502室", 2)]
    [InlineData("东昌路3号", 3)]
    [InlineData("陕西南路25号", 4)]
    [InlineData("徐汇区陝西南路25號", 4)]
    [InlineData("东四三条12号", 5)]
    [InlineData("东四3条12号", 5)]
    [InlineData("建国路88号院3号楼2单元1502", 6)]
    [InlineData("建国路88号3号楼2单元1502室", 6)]
    [InlineData("朝阳建国路88号院3-2-1502", 6)]
    [InlineData("中关村大街27号", 7)]
    [InlineData("天河路385号太古汇a座1203室", 8)]
    [InlineData("太古汇A座12楼1203", 8)]
    [InlineData("东庄村3组12号", 9)]
    [InlineData("寿光市东庄村三组12号", 9)]
    [InlineData("民权路28号附5号", 10)]
    [InlineData("民权路28-5号", 10)]
    [InlineData("平江路甲8号", 11)]
    [InlineData("文一西路98号数娱大厦B座", 12)]
    [InlineData("文1西路98号", 12)]
    [InlineData("玉林北街四巷7号2栋3单元", 13)]
    public void A_text_is_found_as_it_is_written_and_otherwise(string question, int expected)
    {
        var hits = Texts.Search(question, 3);
        Assert.NotEmpty(hits);
        Assert.Contains(hits[0].Members, m => m.Id == expected + 1);
    }

    [Theory]
    [InlineData("东昌路600弄3号702室", "502室")]
    [InlineData("东昌路600弄3号702室", "602室")]
    [InlineData("东昌路3号", "600弄")]
    [InlineData("平江路8号", "甲8号")]
    [InlineData("民权路28号附6号", "附5号")]
    public void Another_number_is_never_passed_off_as_the_one_asked(string question, string other) => Assert.DoesNotContain(
        Texts.Search(question, 3), h => h.Score >= 0.9 && h.Text.EndsWith(other, StringComparison.Ordinal));

    [Theory]
    [InlineData("上海市黄浦区东昌路600弄3号502室")]
    [InlineData("北京市海珠区中关村大街27号")]
    [InlineData("南京市平江路甲8号")]
    [InlineData("深圳天河路385号")]
    public void A_name_that_another_place_really_has_is_no_slip(string question) => Assert.Empty(Texts.Search(question, 3));
}
