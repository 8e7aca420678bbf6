using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>
/// Sends what units of work saved: at once, in the order of each lane, and again by the sender's rules until it is delivered, refused or
/// worthless. What waits when the process ends is found in the database at the next start.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IOutbox outbox, IEnumerable<IDeliver> deliverers, TimeProvider clock, ILogger<OutboxDispatcher> logger) : IHostedService, IDisposable
{
    /// <summary>Messages of one kind that are delivered at once.</summary>
    internal const int MostAtOnce = 64;

    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);

    private readonly Lanes _lanes = new();
    private readonly Alarms _alarms = new(clock);
    private readonly CancellationTokenSource _stopping = new();
    private readonly WayOut[] _ways = [.. deliverers.Select(deliverer => new WayOut(deliverer, MostAtOnce))];
    private readonly Lock _starting = new();

    // What waited at the start goes up to here.
    private long _known;
    private volatile bool _closing;

    /// <summary>Lanes in which something waits or is being delivered.</summary>
    public int BusyLanes => _lanes.Count;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<OutboxItem> waiting;
        lock (_starting)
        {
            // Other services have started already: what is saved from here on comes after what waited.
            outbox.Saved += Hear;
            waiting = outbox.Waiting();
            _known = waiting.Count > 0 ? waiting[^1].Sequence : 0;
            Post(waiting);
        }

        if (waiting.Count > 0)
        {
            LogFound(logger, waiting.Count);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        outbox.Saved -= Hear;
        _closing = true;
        await FinishAsync(cancellationToken);
        await _stopping.CancelAsync();
        _alarms.Dispose();
    }

    public void Dispose()
    {
        _alarms.Dispose();
        _stopping.Dispose();
        foreach (var way in _ways)
        {
            way.Dispose();
        }
    }

    // What is on its way arrives once if it may finish: cut off, it would be sent again at the next start.
    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(TimeToFinish);
        try
        {
            await Task.WhenAll(_ways.Select(way => way.CloseAsync(time.Token)));
        }
        catch (OperationCanceledException)
        {
            // A far end that does not answer is asked again at the next start.
        }
    }

    private void Hear(IReadOnlyList<OutboxItem> items)
    {
        lock (_starting)
        {
            // What was read at the start may be heard of only now.
            Post(items.Where(item => item.IsCourtesy || item.Sequence > _known));
        }
    }

    private void Post(IEnumerable<OutboxItem> items)
    {
        foreach (var item in items)
        {
            if (item.IsCourtesy && _lanes.IsLong(item.Lane))
            {
                _ = SettleAsync(new OutboxSettlement(item.Sequence, null, null));
            }
            else if (_lanes.Add(item))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Dispatcher.WorkAsync(work.Lane, again: null), (Dispatcher: this, item.Lane), preferLocal: false);
            }
        }
    }

    private async Task WorkAsync(string lane, OutboxItem? again)
    {
        while (!_closing && (again ?? _lanes.Head(lane)) is { } item)
        {
            if (item.DueAt > clock.GetUtcNow())
            {
                _alarms.At(item.DueAt, () => _ = Task.Run(() => WorkAsync(lane, item)));
                return;
            }

            again = await TryAsync(item);
            if (again is null)
            {
                _lanes.Drop(lane);
            }
        }
    }

    /// <summary>The item to try again, or null when it is done with.</summary>
    private async Task<OutboxItem?> TryAsync(OutboxItem item)
    {
        if (item.ExpiresAt <= clock.GetUtcNow())
        {
            LogExpired(logger, item.Kind, item.Id);
            await SettleAsync(new OutboxSettlement(item.Sequence, null, "expired before it could be delivered"));
            return null;
        }

        var delivery = await DeliverAsync(item);
        if (item.IsCourtesy)
        {
            await SettleAsync(new OutboxSettlement(item.Sequence, null, null));
            return null;
        }

        switch (delivery)
        {
            case Delivery.Delivered delivered:
                var done = new OutboxSettlement(item.Sequence, null, null);

                // The next message of the lane need not wait for that.
                _ = SettleAsync(delivered.Remembered is { } sent ? done.Keeping(sent) : done);
                return null;
            case Delivery.Retry when _closing:
                return item;
            case Delivery.Retry retry:
                return await RetryAsync(item, retry);
            case Delivery.Refused refused:
                LogRefused(logger, item.Kind, item.Id, refused.Why);
                await SettleAsync(new OutboxSettlement(item.Sequence, null, refused.Why));
                return null;
            case Delivery.Gone gone:
                LogRefused(logger, item.Kind, item.Id, gone.Why);
                await SettleAsync(new OutboxSettlement(item.Sequence, null, gone.Why));
                return null;
            default:
                throw new InvalidOperationException("unknown delivery");
        }
    }

    private async Task<OutboxItem?> RetryAsync(OutboxItem item, Delivery.Retry retry)
    {
        if (RetrySchedule.Next(item.Attempts + 1) is not { } pause)
        {
            LogRefused(logger, item.Kind, item.Id, retry.Why);
            await SettleAsync(new OutboxSettlement(item.Sequence, null, retry.Why));
            return null;
        }

        // A far end says when it may be asked at the earliest; somebody who always says "in a second" is not asked ever so often.
        var due = clock.GetUtcNow() + (retry.After > pause ? retry.After.Value : pause);
        LogRetry(logger, item.Kind, item.Id, item.Attempts + 1, due, retry.Why);
        var again = item with { DueAt = due, Attempts = item.Attempts + 1, Lane = retry.LetsOthersPass ? Lanes.Aside(item.Lane) : item.Lane };
        await SettleAsync(new OutboxSettlement(item.Sequence, due, retry.Why) { Lane = again.Lane == item.Lane ? null : again.Lane });
        if (again.Lane == item.Lane)
        {
            return again;
        }

        Post([again]);
        return null;
    }

    private async Task<Delivery> DeliverAsync(OutboxItem item)
    {
        if (WayOut.Of(item.Kind, _ways) is not { } way)
        {
            return new Delivery.Refused($"nobody delivers {item.Kind}");
        }

        try
        {
            return await way.DeliverAsync(item, outbox, _stopping.Token);
        }
        catch (Exception fault)
        {
            LogFault(logger, fault, item.Kind, item.Id);
            return new Delivery.Retry(null, "an unexpected fault");
        }
    }

    // A message whose end could not be noted is delivered again: it may arrive twice, but is not lost.
    private async Task SettleAsync(OutboxSettlement settlement)
    {
        try
        {
            await outbox.SettleAsync(settlement);
        }
        catch (Exception fault)
        {
            LogNotSettled(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages waited in the outbox")]
    private static partial void LogFound(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Kind} {Id} is tried again at {Due} after attempt {Attempt}: {Why}")]
    private static partial void LogRetry(ILogger logger, string kind, string id, int attempt, DateTimeOffset due, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Kind} {Id} was worth nothing any more before it could be delivered")]
    private static partial void LogExpired(ILogger logger, string kind, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Kind} {Id} is a dead letter: {Why}")]
    private static partial void LogRefused(ILogger logger, string kind, string id, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering {Kind} {Id} failed unexpectedly")]
    private static partial void LogFault(ILogger logger, Exception fault, string kind, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of a message could not be saved; it may be delivered twice")]
    private static partial void LogNotSettled(ILogger logger, Exception fault);
}
