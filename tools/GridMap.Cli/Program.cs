using GridMap.Cli;
using GridMap.Cli.Running;

return await CommandLine.RunAsync(args, CliHost.OfProcess());
