using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>
/// Runs the turn of an activity once, however often it is delivered, and however often its unit of work is tried; meanwhile it shows that the
/// bot is at work.
/// </summary>
internal sealed partial class OnceOnly(IUnitsOfWork units, MetActivities met, TypingSign typing, ILogger<OnceOnly> logger)
{
    /// <summary>What the turn is answered, or what it was answered before.</summary>
    public Task<TurnReceipt> RunAsync(Activity activity, Func<IUnitOfWork, Task<TurnReceipt>> turn, CancellationToken cancellation)
    {
        var mayBeSeen = !IsNew(activity) && activity.IsRepeatedLate;
        return typing.WhileAsync(activity, () => units.RunAsync(
            async work =>
            {
                if (mayBeSeen && await FindAsync(work, activity, cancellation) is { } seen)
                {
                    return seen;
                }

                // What has a record of its own cannot be recorded twice: the second try finds it.
                mayBeSeen = true;
                return await turn(work);
            },
            cancellation));
    }

    /// <summary>What an activity was answered; null when that was not recorded.</summary>
    public async Task<TurnReceipt?> FindAsync(IUnitOfWork work, Activity activity, CancellationToken cancellation)
    {
        var seen = await SeenActivities.FindAsync(work, activity, cancellation);
        if (seen is not null)
        {
            LogRepeated(logger, activity.Kind);
        }

        return seen;
    }

    /// <summary>What an activity is answered that was handled before.</summary>
    public async Task<TurnReceipt> RepeatAsync(IUnitOfWork work, Activity activity, CancellationToken cancellation)
    {
        LogRepeated(logger, activity.Kind);
        return await SeenActivities.FindAsync(work, activity, cancellation) ?? TurnReceipt.Nothing;
    }

    private bool IsNew(Activity activity) => activity.DoneAt is { } at && SeenActivities.KeyOf(activity) is { } key && met.IsNew(at.ToUnixTimeSeconds(), key);

    [LoggerMessage(Level = LogLevel.Information, Message = "A second delivery of a {Kind} changed nothing")]
    private static partial void LogRepeated(ILogger logger, ActivityKind kind);
}
