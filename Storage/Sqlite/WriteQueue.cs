namespace ResetBot.Storage.Sqlite;

/// <summary>
/// Units on their way to the writer's thread. What can wait travels with what cannot, and costs a commit of its own only when nothing
/// else comes for a while.
/// </summary>
/// <param name="most">How many units that cannot wait may be in it.</param>
internal sealed class WriteQueue(int most)
{
    // Shorter than anybody notices, and longer than the pause between two commits under load.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    // So long nothing must come before there is time for something else.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private readonly Queue<PendingUnit> _units = new();
    private readonly object _gate = new();
    private int _urgent;
    private bool _closed;
    private bool _idle;
    private bool _wasIdle;

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
            if (_idle)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Waits for units; false when it is closed and empty.</summary>
    /// <param name="into">Takes them.</param>
    /// <param name="count">How many it takes at most.</param>
    /// <param name="isIdleWork">Whether to come back with none when none comes for a while.</param>
    public bool Take(List<PendingUnit> into, int count, bool isIdleWork)
    {
        lock (_gate)
        {
            if (!Await(isIdleWork))
            {
                return true;
            }

            _wasIdle = false;
            while (into.Count < count && _units.TryDequeue(out var unit))
            {
                _urgent -= unit.CanWait ? 0 : 1;
                into.Add(unit);
            }

            return into.Count > 0;
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

    // False when nothing came for a while. Once idle, the next piece of idle work follows at once.
    private bool Await(bool isIdleWork)
    {
        _idle = true;
        while (_units.Count == 0 && !_closed)
        {
            if (!isIdleWork)
            {
                Monitor.Wait(_gate);
            }
            else if (_wasIdle || !Monitor.Wait(_gate, Quiet))
            {
                _wasIdle = true;
                _idle = false;
                return false;
            }
        }

        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (_urgent == 0 && !_closed && until - Environment.TickCount64 is > 0 and var left)
        {
            Monitor.Wait(_gate, (int)left);
        }

        _idle = false;
        return true;
    }
}
