namespace ResetBot.Bot.Channels.Web;

/// <summary>Answers in steps of time: what was found takes as long as what was not.</summary>
internal sealed class Pace(WebOptions options, TimeProvider clock)
{
    /// <summary>When the work on a form began.</summary>
    public long Begin() => clock.GetTimestamp();

    /// <summary>Waits for the next step.</summary>
    public async Task KeepAsync(long began)
    {
        if (options.Pace > TimeSpan.Zero)
        {
            var taken = clock.GetElapsedTime(began);
            var steps = Math.Floor(taken / options.Pace) + 1;
            await Task.Delay((steps * options.Pace) - taken, clock);
        }
    }
}
