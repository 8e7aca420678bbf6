using System.Globalization;

namespace ResetBot.Benchmarks;

/// <summary>What this process has allocated and collected, at a moment.</summary>
internal sealed record Memory(long Allocated, int Young, int Old, TimeSpan Paused, TimeSpan Busy)
{
    public static Memory Now => new(
        GC.GetTotalAllocatedBytes(), GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalPauseDuration(), Environment.CpuUsage.TotalTime);

    public string Since(int turns)
    {
        var now = Now;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"a turn: {(now.Allocated - Allocated) / 1024.0 / turns:N1} kB allocated, {(now.Busy - Busy).TotalMicroseconds / turns:N0} \u00b5s of processor; {now.Young - Young} collections, {now.Old - Old} of them full, {(now.Paused - Paused).TotalMilliseconds:N0} ms paused in all");
    }
}
