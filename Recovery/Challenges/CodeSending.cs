using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Challenges;

/// <summary>Draws codes and puts them on their way, as far as they may be sent.</summary>
public sealed class CodeSending(SendBudget budget, ICodeMessages messages, CodeJudge judge, ChallengeOptions options)
{
    /// <summary>What a send is taken from.</summary>
    internal SendBudget Budget { get; } = budget;

    /// <summary>Sends a new code, which was permitted; gives the challenge that it answers.</summary>
    internal async Task<Challenge> SendAsync(
        IUnitOfWork work,
        RecoveryCase recoveryCase,
        MethodKind kind,
        string? methodId,
        string destination,
        bool isDecoy,
        CancellationToken cancellation)
    {
        using var code = new OneTimeCode(Draw.Digits(options.CodeDigits));
        var expires = work.Now + options.CodeLifetime;
        await messages.QueueAsync(
            work, new CodeMessage(recoveryCase, kind, destination, code, methodId is null, expires, isDecoy), cancellation);
        return new Challenge(kind, methodId, destination, judge.HashOf(recoveryCase, kind, methodId, destination, code), work.Now, expires);
    }
}
