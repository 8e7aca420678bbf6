using System.Security.Cryptography;

namespace ResetBot.Bot.Outbox;

/// <summary>
/// When a message that could not be delivered is tried again: after 2 s, 4 s, 8 s … up to 5 minutes, each time 20 % more or less so that
/// many senders do not come back together, and for a day at most.
/// </summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    // 2 s doubled seven times is still below five minutes; from then on there is one try in five minutes until the day is over.
    private const int LastAttempt = 8 + 286;

    /// <summary>The wait after the given failed attempt (the first one is 1), or null when it is time to give up.</summary>
    /// <param name="attempt">How many attempts have failed.</param>
    /// <param name="age">How long ago the message was first tried, where it is known.</param>
    public static TimeSpan? Next(int attempt, TimeSpan age = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempt);
        if (attempt > LastAttempt || age >= GiveUpAfter)
        {
            return null;
        }

        return Pause(attempt);
    }

    /// <summary>The wait after the given failed attempt of something that is never given up.</summary>
    /// <param name="attempt">How many attempts have failed, one or more.</param>
    public static TimeSpan Pause(int attempt)
    {
        var plain = attempt > 8 ? Longest : First * (1 << (attempt - 1));
        var jittered = plain * RandomNumberGenerator.GetInt32(800, 1201) / 1000;
        return jittered < Longest ? jittered : Longest;
    }
}
