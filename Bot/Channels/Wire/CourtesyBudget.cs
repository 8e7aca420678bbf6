using System.Threading.RateLimiting;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>
/// How many messages that nobody misses may go to a far end. It takes so many requests from a bot in all, and answers come first.
/// </summary>
/// <param name="most">How many within <paramref name="window"/>, when they come steadily; 0 sends none.</param>
/// <param name="window">The time that <paramref name="most"/> is for.</param>
/// <param name="atOnce">How many more than that after a pause.</param>
internal sealed class CourtesyBudget(int most, TimeSpan window, int atOnce) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(farEnd =>
        RateLimitPartition.GetTokenBucketLimiter(farEnd, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = window / most,
        }));

    /// <summary>Takes one from the budget of a far end (a tenant, a workspace); false when none is left.</summary>
    public bool TryTake(string farEnd)
    {
        if (most == 0)
        {
            return false;
        }

        using var lease = _limiter.AttemptAcquire(farEnd);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
