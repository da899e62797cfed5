using System.CommandLine;
using GridMap.Bench.Http;
using GridMap.Bench.Postgres;
using GridMap.Bench.Ratios;

var names = new Argument<string[]>("name") { Description = "Suites to run; without any, all.", Arity = ArgumentArity.ZeroOrMore };
var grids = new Option<FileInfo?>("--grids") { Description = "Another tessellation to look points up in: a file that import reads, in longitude and latitude." };
var postgres = new Option<string?>("--postgres") { Description = $"The connection string of a user that may create databases; without it {PostgresServer.Variable}, else a cluster of its own (PostgreSQL 15)." };
var ratios = new Command("ratios", "Prints figures as ratios inside one run; the last lines are name, ratio, goal, reached or short.")
{
    names,
    grids,
    postgres,
};
ratios.SetAction(parsed => Suites.Run(parsed.GetValue(names) ?? [], parsed.GetValue(grids)?.FullName, parsed.GetValue(postgres)));
var url = new Argument<string>("url");
var hello = new Command("hello", "Serves the bare hello that the suite http compares with.") { url };
hello.SetAction(parsed => HelloServer.Run(parsed.GetRequiredValue(url)));
return new RootCommand("Measures GridMap beside its peers.") { ratios, hello }.Parse(args).Invoke();
