using GridMap.Core;
using GridMap.Core.Addresses;

namespace GridMap.Bench.Addresses;

/// <summary>How well questions with noise are answered: by kind of noise, and how honest scores are.</summary>
internal static class Matching
{
    private static readonly string[] InsideParts = ["number", "compound", "building", "unit", "room"];

    /// <summary>Prints both tables for a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="seed">The seed of the noise.</param>
    /// <param name="each">How many questions of each kind.</param>
    /// <param name="show">How many wrong answers of each kind are shown.</param>
    /// <param name="textOnly">Whether the index gets the texts without their parts.</param>
    public static void Run(Register register, int seed, int each, int show, bool textOnly)
    {
        var index = AddressIndex.Build(
            textOnly ? [.. register.Items.Select(static a => a with { Parts = AttributeSet.Empty })] : register.Items, []);
        var noise = new Noise(register, seed);
        var byId = register.Items.ToDictionary(static a => a.Id);
        var all = new List<Outcome>();
        Console.WriteLine($"== {register.Name}: {register.Items.Count} addresses, seed {seed}, {each} questions of each kind");
        Console.WriteLine($"{"kind",-16}{"answered",9}{"precision",10}{"recall",8}{"top-1",8}{"top-3",8}{"score",7}");
        foreach (var (kind, make) in noise.Kinds())
        {
            var outcomes = Enumerable.Range(0, each).Select(_ => Ask(index, byId, noise.Make(make))).ToList();
            Print(kind, outcomes);
            foreach (var wrong in outcomes.Where(static o => !o.Right).Take(show))
            {
                Console.WriteLine($"    {wrong.Question.Text}  →  {wrong.Answer ?? "(none)"} {wrong.Score:0.00}; meant {wrong.Question.Address?.Text ?? "nothing"}");
            }

            all.AddRange(outcomes);
        }

        PrintCalibration(all);
    }

    private static Outcome Ask(AddressIndex index, Dictionary<long, Address> byId, NoisyQuestion question)
    {
        var hits = index.Search(question.Text, 3)
            .Select(h => h.Address is { } a ? h with { Address = byId[a.Id] } : h).ToList();
        var right = question.Expect == Expectation.Nothing ? hits.Count == 0 : hits.Count > 0 && IsRight(question, hits[0]);
        var third = question.Expect == Expectation.Nothing ? right : hits.Any(h => IsRight(question, h));
        return new(question, hits.Count > 0 ? hits[0].Text + " " + hits[0].Precision : null, hits.Count > 0 ? hits[0].Score : 0, right, third);
    }

    private static bool IsRight(NoisyQuestion question, AddressHit hit) => question.Expect switch
    {
        Expectation.Road => hit.Precision == AddressPrecision.Road && hit.Text.Contains(question.Address!.Parts["road"]),
        Expectation.SameParts => hit.Address is { } a && Inside(question.Address!).SequenceEqual(Inside(a))
            && SameAsked(question, a),
        _ => hit.Address?.Text == question.Address!.Text,
    };

    private static IEnumerable<string?> Inside(Address a) =>
        InsideParts.Select(a.Parts.Find);

    // Where the question leaves an area or the road out, another address that has all it says is as right.
    private static bool SameAsked(NoisyQuestion question, Address answer) => answer.Text == question.Address!.Text
        || (question.Kind is "street-only" or "slip-1-street" or "drop-areas" && answer.Parts.Find("road") == question.Address.Parts.Find("road"));

    private static void Print(string kind, List<Outcome> outcomes)
    {
        var expectsNone = outcomes[0].Question.Expect == Expectation.Nothing;
        var answered = outcomes.Count(static o => o.Answer is not null);
        var right = outcomes.Count(static o => o.Right);
        var precision = expectsNone ? double.NaN : answered == 0 ? 0 : (double)outcomes.Count(static o => o.Right && o.Answer is not null) / answered;
        Console.WriteLine(
            $"{kind,-16}{(double)answered / outcomes.Count,9:P1}{precision,10:P1}{(double)right / outcomes.Count,8:P1}"
            + $"{(double)right / outcomes.Count,8:P1}{(double)outcomes.Count(static o => o.RightInThree) / outcomes.Count,8:P1}"
            + $"{outcomes.Average(static o => o.Score),7:0.00}");
    }

    private static void PrintCalibration(List<Outcome> all)
    {
        Console.WriteLine($"{"score",-16}{"answers",9}{"right",9}");
        double[] bounds = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];
        for (var i = 0; i + 1 < bounds.Length; i++)
        {
            var bin = all.FindAll(o => o.Answer is not null && o.Score >= bounds[i] && o.Score < bounds[i + 1]);
            if (bin.Count > 0)
            {
                Console.WriteLine($"{bounds[i],4:0.00} – {Math.Min(1, bounds[i + 1]),-9:0.00}{bin.Count,9}{(double)bin.Count(static o => o.Right) / bin.Count,9:P1}");
            }
        }

        var sure = all.FindAll(static o => o.Score >= 0.9 && o.Answer is not null);
        Console.WriteLine($"with 0.9 or more: {sure.Count} of {all.Count}, {(double)sure.Count(static o => o.Right) / Math.Max(1, sure.Count):P2} right (goal 98 %)");
    }

    private sealed record Outcome(NoisyQuestion Question, string? Answer, double Score, bool Right, bool RightInThree);
}
