using GridMap.Data.Zones;
using GridMap.Server;

var builder = WebApplication.CreateBuilder(args);
try
{
    var time = new ZonedTime(TimeProvider.System, StartUp.Zone(builder.Configuration));
    StartUp.UseLoopback(builder);
    await using var store = await StartUp.OpenStoreAsync(builder.Configuration, time);
    ServerApp.AddServices(builder, store, time);
    await using var app = builder.Build();
    ServerApp.Use(app);
    await app.RunAsync();
    return 0;
}
catch (StartUpException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

/// <summary>The server's entry point; public so that tests can host it.</summary>
public partial class Program;
