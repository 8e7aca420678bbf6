using ResetBot.Bot.Operations.Accounts;
using ResetBot.Bot.Operations.Policies;

namespace ResetBot.Bot.Operations.Control;

/// <summary>Does what is asked from outside of any chat.</summary>
internal sealed class ControlCommands(PolicyCommands policies, AccountCommands accounts)
{
    public Task<ControlAnswer> RunAsync(ControlRequest request, CancellationToken cancellation) =>
        request.Verb.StartsWith("account ", StringComparison.Ordinal) ? accounts.RunAsync(request, cancellation) : policies.RunAsync(request, cancellation);
}
