namespace ResetBot.Bot.Turns;

/// <summary>
/// Knows of most new activities that they were never met before, so that nobody need look for a record of them. It may take a new one for one
/// that was met, never the other way round.
/// </summary>
/// <param name="horizon">The latest second of which something was recorded before; what happened later can only have been met since.</param>
internal sealed class MetActivities(long horizon)
{
    /// <summary>How many activities are remembered at least. What is forgotten moves the horizon.</summary>
    public const int Remembered = 50_000;

    // 64 kB for each of two generations: of a hundred new activities about two at most are taken for ones that were met.
    private const int Bits = 1 << 19;
    private const int MarksOfEach = 4;

    private readonly Lock _gate = new();
    private ulong[] _young = new ulong[Bits / 64];
    private ulong[] _old = new ulong[Bits / 64];
    private long _youngLast;
    private long _oldLast;
    private int _count;
    private long _horizon = horizon;

    /// <summary>True when it was certainly never met. From now on it was.</summary>
    /// <param name="second">When it happened, at each delivery alike.</param>
    /// <param name="key">What tells it from others.</param>
    public bool IsNew(long second, string key)
    {
        // The runtime's own hash cannot be foreseen, so that nobody can fill the memory on purpose.
        var hash = (uint)key.GetHashCode(StringComparison.Ordinal) * 0x9E37_79B9_7F4A_7C15;
        hash ^= hash >> 32;
        lock (_gate)
        {
            var isMarkedNow = Mark(_young, hash);
            var isNew = isMarkedNow && !Holds(_old, hash) && second > _horizon;
            _youngLast = Math.Max(_youngLast, second);
            _count += isMarkedNow ? 1 : 0;
            if (_count == Remembered)
            {
                Turn();
            }

            return isNew;
        }
    }

    private static bool Holds(ulong[] generation, ulong hash)
    {
        for (var mark = 0; mark < MarksOfEach; mark++)
        {
            var bit = BitOf(hash, mark);
            if ((generation[bit / 64] & (1UL << (bit % 64))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // True when it was not marked before.
    private static bool Mark(ulong[] generation, ulong hash)
    {
        var isNew = !Holds(generation, hash);
        for (var mark = 0; mark < MarksOfEach; mark++)
        {
            var bit = BitOf(hash, mark);
            generation[bit / 64] |= 1UL << (bit % 64);
        }

        return isNew;
    }

    private static int BitOf(ulong hash, int mark) => (int)((hash >> (15 * mark)) % Bits);

    // The old generation is forgotten: whatever happened when, or before, its last did is looked up from now on.
    private void Turn()
    {
        _horizon = Math.Max(_horizon, _oldLast);
        Array.Clear(_old);
        (_old, _young) = (_young, _old);
        (_oldLast, _youngLast) = (_youngLast, 0);
        _count = 0;
    }
}
