using GridMap.Data.Stores;

namespace GridMap.Server.Maps;

/// <summary>
/// Keeps the held map the newest one: it loads it at start, again when a revision was recorded by whomever, and at
/// midnight, when what was scheduled takes effect. Where that fails, it tries again: what is shown is better than nothing.
/// </summary>
internal sealed partial class MapWatcher(MapHolder holder, DeploymentClock clock, ILogger<MapWatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan ConfirmEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RefreshAsync(stoppingToken);
                failures = 0;
                await WaitForChangeAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (e is StoreException)
                {
                    StoreIsAway(e.Message);
                }
                else
                {
                    CannotShow(e);
                }

                await Task.Delay(PauseAfter(++failures), clock.Time, stoppingToken);
            }
        }
    }

    private static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, failures - 1)));

    private async Task RefreshAsync(CancellationToken cancellation)
    {
        var before = holder.Current;
        await holder.RefreshAsync(cancellation);
        if (holder.Current is { } map && !ReferenceEquals(map, before))
        {
            TookState(map.State.ToString());
        }
    }

    private async Task WaitForChangeAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var revision = holder.Current?.State.Revision ?? 0;
        var recorded = holder.Store.WaitForRevisionAfterAsync(revision, waiting.Token);
        try
        {
            while (!recorded.IsCompleted)
            {
                await Task.WhenAny(recorded, Task.Delay(UntilNextLook(), clock.Time, waiting.Token));
                if (!recorded.IsCompleted)
                {
                    await RefreshAsync(cancellation);
                }
            }

            await recorded;
        }
        finally
        {
            await waiting.CancelAsync();
        }
    }

    private TimeSpan UntilNextLook()
    {
        var now = clock.Now;
        var midnight = clock.StartOf(clock.DateOf(now).AddDays(1)) - now;
        return midnight < ConfirmEvery ? midnight : ConfirmEvery;
    }

    [LoggerMessage(LogLevel.Information, "The map shows state {State}")]
    private partial void TookState(string state);

    [LoggerMessage(LogLevel.Warning, "The store cannot be asked, reads go on from memory: {Reason}")]
    private partial void StoreIsAway(string reason);

    [LoggerMessage(LogLevel.Error, "The newest state cannot be shown, the one before stays")]
    private partial void CannotShow(Exception reason);
}
