namespace GridMap.Cli.Generating;

/// <summary>Invented names, each given once.</summary>
internal sealed class Names
{
    private const string First = "春秋文景明永和安福德广丰金玉翠碧云星月晨东南西北新华兴康宁瑞嘉锦恒泰凤鸣松竹梅兰桂枫柳槐";
    private const string Second = "泉河湖溪苑园庭林山岭岗台桥亭阳光辉华馨雅秀逸芳苇荷莲杉桐榆杏樱棠源渠沙石泽润昌盛隆";
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志建国文海红梅春晓宇浩然子轩雨欣佳琪思远";

    private readonly SplitMix random;
    private readonly Queue<string> stems;
    private readonly HashSet<string> people = [];

    public Names(SplitMix random)
    {
        this.random = random;
        var all = First.SelectMany(a => Second.Where(b => b != a).Select(b => $"{a}{b}"));
        stems = new Queue<string>(random.Shuffled(all.Distinct()));
    }

    /// <summary>Two characters that no other name starts with.</summary>
    public string Stem() => stems.Dequeue();

    /// <summary>A name of three characters; nobody else has it.</summary>
    public string Person()
    {
        while (true)
        {
            var name = $"{Pick(Surnames)}{Pick(Given)}{Pick(Given)}";
            if (people.Add(name))
            {
                return name;
            }
        }
    }

    private char Pick(string from) => from[random.Below(from.Length)];
}
