using System.Diagnostics;
using GridMap.Bench.Ratios;
using GridMap.Core.Addresses;

namespace GridMap.Bench.Addresses;

/// <summary>
/// A million addresses: how long the index takes and how much, how many questions with noise it answers a second on one
/// core, how long the slowest take; and Lucene.Net finding candidates alone, in the same run.
/// </summary>
internal static class AddressRatios
{
    private const int Questions = 6000, SlowQuestions = 200;

    public static IEnumerable<Figure> Run()
    {
        var register = Register.Million();
        var asked = Ask(register);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var index = AddressIndex.Build(register.Items, []);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        yield return One("addresses-build", seconds, 30, "seconds for a million addresses");
        yield return One("addresses-memory", megabytes, 600, "megabytes beside the addresses");

        var times = Time(asked, q => index.Search(q.Text, 5).Count, warm: 1500);
        yield return new Figure("addresses-search", 1 / times.Average(), 2000, Aim.AtLeast, 0, "questions a second, one after another");
        yield return One("addresses-p99", Percentile(times, 0.99) * 1000, 10, $"milliseconds; half take {Percentile(times, 0.5) * 1000:0.00}, the slowest {times.Max() * 1000:0.0}");
        foreach (var kind in asked.Zip(times).GroupBy(static a => a.First.Kind))
        {
            Console.WriteLine($"    {kind.Key,-16}{kind.Average(static a => a.Second) * 1e6,8:0} µs, worst {kind.Max(static a => a.Second) * 1e3,6:0.0} ms");
        }

        var typed = asked.SelectMany(static q => Enumerable.Range(1, Math.Min(q.Text.Length, 12)).Select(n => q with { Text = q.Text[(q.Text.Length - Math.Min(q.Text.Length, 12))..][..n] }))
            .Take(Questions).ToArray();
        var completions = Time(typed, q => index.Complete(q.Text, 10).Count, warm: 500);
        yield return One("addresses-complete-p99", Percentile(completions, 0.99) * 1000, 20, $"milliseconds; half take {Percentile(completions, 0.5) * 1000:0.00}, the slowest {completions.Max() * 1000:0.0}");
        foreach (var figure in CompareWithLucene(register, asked, times.Average(), seconds, megabytes))
        {
            yield return figure;
        }
    }

    private static IEnumerable<Figure> CompareWithLucene(
        Register register, NoisyQuestion[] asked, double ours, double seconds, double megabytes)
    {
        var start = Stopwatch.GetTimestamp();
        using var lucene = new LucenePeer(register.Items);
        var theirs = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var slow = asked.Where(static q => q.Address is not null).Take(SlowQuestions).ToArray();
        var found = 0;
        var times = Time(slow, q => lucene.Find(q.Text, q.Address!.Id) is (var count, var has) && has ? ++found : count, warm: 20);
        yield return new Figure(
            "addresses-lucene", times.Average() / ours, 1, Aim.AtLeast, 0,
            $"times as fast as Lucene.Net finds 50 candidates ({times.Average() * 1000:0.0} ms, the address among them in {(double)found / (slow.Length + 20):P0}); "
            + $"it builds in {theirs:0.0} s against {seconds:0.0}, {lucene.Bytes / 1e6:0} MB against {megabytes:0}");
    }

    private static NoisyQuestion[] Ask(Register register)
    {
        var noise = new Noise(register, 5);
        var kinds = noise.Kinds().ToArray();
        return [.. Enumerable.Range(0, Questions).Select(i => noise.Make(kinds[i % kinds.Length].Make))];
    }

    private static double[] Time(NoisyQuestion[] asked, Func<NoisyQuestion, int> answer, int warm)
    {
        foreach (var question in asked.Take(warm))
        {
            Sink.Take(answer(question));
        }

        return Array.ConvertAll(asked, question =>
        {
            var start = Stopwatch.GetTimestamp();
            Sink.Take(answer(question));
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }

    private static double Percentile(double[] times, double share) => times.Order().ElementAt((int)(share * (times.Length - 1)));

    private static Figure One(string name, double value, double goal, string detail) =>
        new(name, value, goal, Aim.AtMost, 0, detail);
}
