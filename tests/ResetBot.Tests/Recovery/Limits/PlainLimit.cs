namespace ResetBot.Tests.Recovery.Limits;

/// <summary>
/// A limit by its plain words: no more than so many in any window of time, and where there is a pause after the last one, none in it. Time that a
/// clock has shown since counts, also when the clock was set back afterwards.
/// </summary>
internal sealed class PlainLimit(int most, TimeSpan window, TimeSpan pause = default)
{
    private readonly List<(DateTimeOffset At, DateTimeOffset Latest)> _passed = [];
    private (DateTimeOffset At, DateTimeOffset Latest)? _paused;

    /// <summary>Whether everything that passed until now was within the limit.</summary>
    public bool Held { get; private set; } = true;

    /// <summary>How many passed at all.</summary>
    public int Count { get; private set; }

    /// <summary>The clock shows this now.</summary>
    public void See(DateTimeOffset now)
    {
        for (var index = 0; index < _passed.Count; index++)
        {
            _passed[index] = (_passed[index].At, Later(_passed[index].Latest, now));
        }

        _paused = _paused is var (at, latest) ? (at, Later(latest, now)) : null;
    }

    /// <summary>One more passes.</summary>
    public void Pass(DateTimeOffset now)
    {
        Count++;
        Held &= _paused is not var (at, latest) || latest - at >= pause;
        _paused = null;
        Held &= _passed.Count < most || _passed[^most].Latest - _passed[^most].At >= window;
        _passed.Add((now, now));
        if (pause > TimeSpan.Zero && _passed.Count >= most && _passed[^most].Latest - _passed[^most].At < window)
        {
            _paused = (now, now);
            _passed.Clear();
        }
    }

    /// <summary>The one that passed then did not happen after all.</summary>
    public void TakeBack(DateTimeOffset at) => _passed.RemoveAt(_passed.FindLastIndex(one => one.At == at));

    /// <summary>What passed is forgotten; a pause is not.</summary>
    public void Forget() => _passed.Clear();

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
