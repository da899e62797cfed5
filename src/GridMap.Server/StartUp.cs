using System.Globalization;
using GridMap.Core.Resources;
using GridMap.Data.Exchange;
using GridMap.Data.Importing;
using GridMap.Data.Stores;
using GridMap.Data.Zones;
using GridMap.Server.Access;
using GridMap.Server.Maps;

namespace GridMap.Server;

/// <summary>The server cannot start; the message is one line and names the cure.</summary>
internal sealed class StartUpException(string message) : Exception(message);

/// <summary>Reads the settings without which the server does not start.</summary>
internal static class StartUp
{
    /// <summary>The deployment's zone.</summary>
    /// <exception cref="StartUpException">This machine knows no such zone.</exception>
    public static TimeZoneInfo Zone(IConfiguration configuration)
    {
        var id = configuration[DeploymentZone.Setting] ?? DeploymentZone.Default;
        return DeploymentZone.Find(id) ?? throw new StartUpException(
            $"{DeploymentZone.Setting}='{id}' is no time zone that this machine knows; use an IANA id such as "
            + $"{DeploymentZone.Default}, and install tzdata if it is one.");
    }

    /// <summary>From which age on a count of occupancy is not shown as live.</summary>
    /// <exception cref="StartUpException">The setting is no number of minutes above 0.</exception>
    public static TimeSpan OccupancyLiveFor(IConfiguration configuration)
    {
        if (configuration[OccupancyBoard.Setting] is not { Length: > 0 } text)
        {
            return Occupancy.DefaultLiveFor;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and <= 24 * 60
            ? TimeSpan.FromMinutes(minutes)
            : throw new StartUpException(
                $"{OccupancyBoard.Setting}='{text}' must be minutes above 0 and at most 1440, for example 15.");
    }

    /// <summary>Serves the default address where none is configured, and refuses one that is not a loopback one.</summary>
    /// <exception cref="StartUpException">An address can be reached from other machines.</exception>
    public static void UseLoopback(WebApplicationBuilder builder)
    {
        var urls = LoopbackOnly.UrlsOf(builder.Configuration).ToArray();
        if (LoopbackOnly.FindRefusal(urls) is { } refusal)
        {
            throw new StartUpException(refusal);
        }

        if (urls.Length == 0)
        {
            builder.WebHost.UseUrls(LoopbackOnly.DefaultUrl);
        }
    }

    /// <summary>Opens the store of the setting for serving; makes it of the sample where it is absent.</summary>
    /// <exception cref="StartUpException">It cannot be opened.</exception>
    public static async Task<IMapStore> OpenStoreAsync(IConfiguration configuration, TimeProvider time)
    {
        var setting = configuration[MapStores.Variable] is { Length: > 0 } given ? given : MapStores.DefaultSetting;
        try
        {
            await SampleStore.MakeIfAbsentAsync(setting, time);
            return await MapStores.OpenAsync(setting, StoreAccess.Server, time);
        }
        catch (Exception e) when (e is StoreException or ExchangeException or ImportException)
        {
            throw new StartUpException(e.Message);
        }
    }
}
