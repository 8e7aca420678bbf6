using System.Text.Json.Serialization;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// Counts events in a window of time, in 60 slices: never fewer than there were, and in constant space. An event is forgotten when its whole
/// slice has left the window. A clock that is set back does not forget anything.
/// </summary>
[JsonConverter(typeof(SlidingCountJson))]
public sealed class SlidingCount
{
    private const int Slices = 60;

    public SlidingCount() => Counted = [];

    internal SlidingCount(List<Slice> counted) => Counted = counted;

    /// <summary>Starts of slices in Unix seconds and their counts, oldest first.</summary>
    internal List<Slice> Counted { get; }

    /// <summary>Nothing is counted, or what was is forgotten.</summary>
    public bool IsEmpty => Counted.Count == 0;

    public int In(TimeSpan window, DateTimeOffset now)
    {
        Forget(window, now);
        return Counted.Sum(slice => slice.Count);
    }

    public void Add(TimeSpan window, DateTimeOffset now)
    {
        Forget(window, now);
        var start = Start(window, now);
        if (Counted.Count > 0 && Counted[^1].Start >= start)
        {
            Counted[^1] = Counted[^1] with { Count = Counted[^1].Count + 1 };
            return;
        }

        Counted.Add(new Slice(start, 1));
    }

    /// <summary>
    /// Takes back an event that was added then: it did not happen. Another one in its place would be forgotten at another moment than its own, and
    /// one that is forgotten already is not taken back twice.
    /// </summary>
    public void TakeBack(TimeSpan window, DateTimeOffset addedAt)
    {
        var index = Counted.FindIndex(slice => slice.Start == Start(window, addedAt));
        if (index < 0)
        {
            return;
        }

        Counted[index] = Counted[index] with { Count = Counted[index].Count - 1 };
        if (Counted[index].Count == 0)
        {
            Counted.RemoveAt(index);
        }
    }

    /// <summary>When so many of them are forgotten that only <paramref name="left"/> are counted.</summary>
    public DateTimeOffset Until(int left, TimeSpan window)
    {
        var counted = Counted.Sum(slice => slice.Count);
        foreach (var slice in Counted)
        {
            counted -= slice.Count;
            if (counted <= left)
            {
                return DateTimeOffset.FromUnixTimeSeconds(ForgottenAt(slice, window));
            }
        }

        throw new ArgumentOutOfRangeException(nameof(left), left, "fewer than none");
    }

    /// <summary>When there is room for one more of so many in a window; null when there is now.</summary>
    public DateTimeOffset? FullUntil(int most, TimeSpan window, DateTimeOffset now) => In(window, now) >= most ? Until(most - 1, window) : null;

    public void Clear() => Counted.Clear();

    /// <summary>A pause takes the place of what was counted until now. What a clock counted that was ahead of this one is not over with it.</summary>
    public void ClearUntil(DateTimeOffset now) => Counted.RemoveAll(slice => slice.Start <= now.ToUnixTimeSeconds());

    private void Forget(TimeSpan window, DateTimeOffset now) =>
        Counted.RemoveAll(slice => ForgottenAt(slice, window) <= now.ToUnixTimeSeconds());

    private static long ForgottenAt(Slice slice, TimeSpan window) => slice.Start + Width(window) + (long)window.TotalSeconds;

    private static long Start(TimeSpan window, DateTimeOffset now) => now.ToUnixTimeSeconds() / Width(window) * Width(window);

    private static long Width(TimeSpan window) => Math.Max(1, (long)window.TotalSeconds / Slices);

    internal sealed record Slice(long Start, int Count);
}
