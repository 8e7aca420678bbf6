using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>Everything that a code has to be taken from before it is sent: what the account may, what strangers may, and what it may cost.</summary>
public sealed class SendBudget(AttemptLimiter limiter, StrangerLimiter strangers, CostCap costs)
{
    /// <summary>Takes one send.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="recoveryCase">Which case asks.</param>
    /// <param name="counted">The record that it draws on.</param>
    /// <param name="way">How the code goes.</param>
    /// <param name="destination">Where to; empty when there is nobody to send to.</param>
    /// <param name="blind">What strangers did to the account; null in a case in which something was proved, or the channel knows the person.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<SendPermit> TakeAsync(
        IUnitOfWork work,
        RecoveryCase recoveryCase,
        AccountRecord counted,
        CodeWay way,
        string destination,
        StrangerCounts? blind,
        CancellationToken cancellation)
    {
        var isCostly = way is CodeWay.Text or CodeWay.Call;
        if (blind is null && isCostly && await costs.RefusedUntilAsync(work, recoveryCase.Id, destination, cancellation) is { } until)
        {
            return new SendPermit.Capped(until);
        }

        if (limiter.TakeSend(work, counted, recoveryCase) is { } paused)
        {
            return new SendPermit.Paused(paused);
        }

        if (blind is null)
        {
            return new SendPermit.Granted(IsDecoy: isCostly && !await costs.TakeAsync(work, recoveryCase.Id, destination, cancellation));
        }

        var leaves = strangers.TakeSend(work, blind) && destination.Length > 0;
        return new SendPermit.Granted(IsDecoy: isCostly
            ? !await costs.TakeBlindlyAsync(work, recoveryCase.Id, destination, leaves, cancellation)
            : !leaves);
    }
}
