using GridMap.Data.Stores;
using GridMap.Server.Answering;
using GridMap.Server.Describing;
using GridMap.Server.Dispatch;
using GridMap.Server.Maps;
using GridMap.Server.Operations;
using GridMap.Server.Pages;
using GridMap.Server.Problems;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.FileProviders;

namespace GridMap.Server;

/// <summary>Puts the server together.</summary>
internal static class ServerApp
{
    /// <summary>Adds what the routes need.</summary>
    public static void AddServices(WebApplicationBuilder builder, IMapStore store, TimeProvider time)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = Requests.RequestValues.LargestBody;
        });
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, AnswerMemory>();
        builder.Logging.AddFilter(RequestLog.Silenced, LogLevel.Warning);
        builder.Logging.AddFilter(RequestLog.Off, LogLevel.None);

        builder.Services.AddSingleton(store);
        var clock = new DeploymentClock(time);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(new OccupancyBoard(clock, StartUp.OccupancyLiveFor(builder.Configuration)));
        builder.Services.AddSingleton(BatchSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<MapHolder>();
        builder.Services.AddSingleton<StateCache>();
        builder.Services.AddSingleton<StateChoice>();
        builder.Services.AddSingleton<MapPage>();
        builder.Services.AddHostedService<MapWatcher>();
        builder.Services.AddHostedService<OccupancyWatcher>();
        builder.Services.AddDescription();
    }

    /// <summary>Lines up what a request passes.</summary>
    public static void Use(WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseProblems();
        if (Directory.Exists(MapPage.Folder))
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(MapPage.Folder) });
        }

        Routes.Map(app);
    }
}
