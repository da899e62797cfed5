namespace GridMap.Data.Stores;

/// <summary>Wakes those in this process that wait for a revision, before they would look again. Thread-safe.</summary>
internal sealed class RevisionSignal
{
    private TaskCompletionSource<long> next = New();
    private long last;

    /// <summary>A revision was committed.</summary>
    public void Set(long revision)
    {
        if (revision > Interlocked.Read(ref last))
        {
            Interlocked.Exchange(ref last, revision);
            Interlocked.Exchange(ref next, New()).TrySetResult(revision);
        }
    }

    /// <summary>Completes when a later revision was set, or after the interval, whichever comes first.</summary>
    public async Task WaitAsync(long revision, TimeSpan interval, CancellationToken cancellation)
    {
        var signal = Volatile.Read(ref next).Task;
        if (Interlocked.Read(ref last) <= revision)
        {
            await Task.WhenAny(signal, Task.Delay(interval, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource<long> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
