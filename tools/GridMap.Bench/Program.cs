using System.CommandLine;
using GridMap.Bench.Addresses;
using GridMap.Bench.Http;
using GridMap.Bench.Micro;
using GridMap.Bench.Postgres;
using GridMap.Bench.Ratios;

var names = new Argument<string[]>("name") { Description = "Suites to run; without any, all but province, which takes minutes and 12 GB.", Arity = ArgumentArity.ZeroOrMore };
var grids = new Option<FileInfo?>("--grids") { Description = "Another tessellation to look points up in: a file that import reads, in longitude and latitude." };
var postgres = new Option<string?>("--postgres") { Description = $"The connection string of a user that may create databases; without it {PostgresServer.Variable}, else a cluster of its own (PostgreSQL 15)." };
var size = new Option<int>("--size") { Description = "How many grids the suite province goes up to.", DefaultValueFactory = static _ => ProvinceRatios.Whole };
var markdown = new Option<FileInfo?>("--markdown") { Description = "Also writes the figures as a table into this file." };
var ratios = new Command("ratios", "Prints figures as ratios inside one run; the last lines are name, ratio, goal, reached or short.")
{
    names,
    grids,
    postgres,
    size,
    markdown,
};
ratios.SetAction(parsed => Suites.Run(parsed.GetValue(names) ?? [], parsed.GetValue(grids)?.FullName, parsed.GetValue(postgres), parsed.GetValue(size), parsed.GetValue(markdown)?.FullName));
var url = new Argument<string>("url");
var hello = new Command("hello", "Serves the bare hello that the suite http compares with.") { url };
hello.SetAction(parsed => HelloServer.Run(parsed.GetRequiredValue(url)));
var database = new Argument<string>("database");
var peer = new Command("postgis-endpoint", "Serves the endpoint that asks PostGIS, for the suite http.") { url, database };
peer.SetAction(parsed => PostGisServer.Run(parsed.GetRequiredValue(url), parsed.GetRequiredValue(database)));
var register = new Option<FileInfo?>("--addresses") { Description = "A register: CSV with lon, lat and the columns of the sample's or of OpenStreetMap's addresses; without it the sample and, where it is, Neukölln." };
var seed = new Option<int>("--seed") { Description = "The seed of the noise.", DefaultValueFactory = static _ => 2 };
var each = new Option<int>("--each") { Description = "How many questions of each kind.", DefaultValueFactory = static _ => 1000 };
var show = new Option<int>("--show") { Description = "How many wrong answers of each kind are shown." };
var textOnly = new Option<bool>("--text-only") { Description = "Give the index the texts without their parts." };
var matching = new Command("matching", "Asks for addresses with noise in them: precision and recall by kind, and the calibration of scores.")
{
    register, seed, each, show, textOnly,
};
matching.SetAction(parsed =>
{
    foreach (var path in parsed.GetValue(register) is { } file ? [file.FullName] : AddressSets.Files())
    {
        Matching.Run(Register.Read(path), parsed.GetValue(seed), parsed.GetValue(each), parsed.GetValue(show), parsed.GetValue(textOnly));
    }
});
var micro = new Command("micro", "Times the small steps of an answer with BenchmarkDotNet.");
micro.SetAction(static _ => MicroBenchmarks.Run());
return new RootCommand("Measures GridMap beside its peers.") { ratios, micro, matching, hello, peer }.Parse(args).Invoke();
