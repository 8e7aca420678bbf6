namespace ResetBot.Storage.Sqlite;

/// <summary>
/// Units on their way to the writer's thread. What can wait travels with what cannot, and costs a commit of its own only when nothing
/// else comes for a while. Delivered messages wait until they are many.
/// </summary>
/// <param name="most">How many units that cannot wait may be in it.</param>
internal sealed class WriteQueue(int most)
{
    private const int ManyDelivered = 64;

    // So many share a commit gladly: those who are about to come are let go first, as often as this, while the processor has others to run.
    private const int Company = 6;
    private const int Courtesies = 4;

    // Shorter than anybody notices, and longer than the pause between two commits under load.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    // What a crash meanwhile leaves undone is done again: a message that was delivered is delivered twice.
    private static readonly TimeSpan LongestKept = TimeSpan.FromMilliseconds(50);

    private readonly Queue<PendingUnit> _units = new();
    private readonly object _gate = new();
    private DeliveredMessages _delivered = new();
    private long _deliveredSince;
    private int _urgent;
    private bool _closed;
    private bool _idle;

    /// <summary>How many units that cannot wait are in it.</summary>
    public int Waiting => Volatile.Read(ref _urgent);

    /// <exception cref="StorageBusyException">It is full.</exception>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Add(PendingUnit unit)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (!unit.CanWait)
            {
                if (_urgent >= most)
                {
                    throw new StorageBusyException($"{_urgent} units of work wait to be saved.");
                }

                _urgent++;
            }

            _units.Enqueue(unit);
            Wake();
        }
    }

    /// <summary>Has a message erased that was delivered; done when it is.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public Task Erase(OutboxSettlement delivered)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_delivered.Count == 0)
            {
                _deliveredSince = Environment.TickCount64;
                Wake();
            }

            _delivered.Add(delivered);
            return _delivered.Erased;
        }
    }

    /// <summary>Waits for units, at most <paramref name="count"/> of them, or for messages to erase; false when it is closed and empty.</summary>
    public bool Take(List<PendingUnit> into, int count, out DeliveredMessages? delivered)
    {
        lock (_gate)
        {
            Await();
        }

        for (var courtesy = 0; courtesy < Courtesies && Waiting < Company; courtesy++)
        {
            Thread.Yield();
        }

        lock (_gate)
        {
            delivered = TakeDelivered();
            while (into.Count < count && _units.TryDequeue(out var unit))
            {
                _urgent -= unit.CanWait ? 0 : 1;
                into.Add(unit);
            }

            return into.Count > 0 || delivered is not null;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Wake()
    {
        if (_idle)
        {
            Monitor.Pulse(_gate);
        }
    }

    private DeliveredMessages? TakeDelivered()
    {
        var isTime = _delivered.Count >= ManyDelivered || _urgent == 0 || _closed
            || Environment.TickCount64 - _deliveredSince >= LongestKept.TotalMilliseconds;
        if (_delivered.Count == 0 || !isTime)
        {
            return null;
        }

        var delivered = _delivered;
        _delivered = new DeliveredMessages();
        return delivered;
    }

    private void Await()
    {
        _idle = true;
        while (_units.Count == 0 && _delivered.Count == 0 && !_closed)
        {
            Monitor.Wait(_gate);
        }

        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (_urgent == 0 && !_closed && until - Environment.TickCount64 is > 0 and var left)
        {
            Monitor.Wait(_gate, (int)left);
        }

        _idle = false;
    }
}
