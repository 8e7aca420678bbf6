using Microsoft.Extensions.Time.Testing;

namespace ResetBot.Testing;

/// <summary>A clock that moves when a story says so, and tells when somebody begins to wait.</summary>
public sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly List<(Predicate<TimeSpan> Due, TaskCompletionSource Begun)> _watches = [];
    private readonly Lock _gate = new();

    /// <summary>Completes when somebody begins to wait for such a time. Ask before it can happen.</summary>
    public Task WaitingAsync(Predicate<TimeSpan> due)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _watches.Add((due, begun));
        }

        return begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            foreach (var (_, begun) in _watches.Where(watch => watch.Due(dueTime)))
            {
                begun.TrySetResult();
            }

            _watches.RemoveAll(watch => watch.Begun.Task.IsCompleted);
        }

        return timer;
    }
}
