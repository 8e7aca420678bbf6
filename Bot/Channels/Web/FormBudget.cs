using System.Threading.RateLimiting;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Bounds what one network address can have this page do, whatever it sends.</summary>
internal sealed class FormBudget(WebOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.FormsPerAddressPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>Takes one form from the budget; how long to wait instead when there is none left.</summary>
    public TimeSpan? Take(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired ? null : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter.Dispose();
}
