using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Prove;

/// <summary>Which registered methods can be chosen for the next gate, and why the others cannot.</summary>
internal static class UsableMethods
{
    public static async Task<(List<RegisteredMethod> Usable, List<string> Excluded)> OfAsync(
        Desks desks, DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        var account = await desks.Directory.GetAsync(recoveryCase.Account, context.Cancellation)
            ?? throw new DirectoryUnavailableException("the account is gone");
        List<RegisteredMethod> usable = [];
        List<string> excluded = [];
        foreach (var (method, standing) in desks.Judge.Judge(record, account, recoveryCase.Used, context.Work.Now))
        {
            var atHand = !(state.LostPhone && method.Kind is MethodKind.Sms or MethodKind.Authenticator)
                && !(state.SendsPaused && method.Kind is MethodKind.Email or MethodKind.Sms);
            if (standing is MethodStanding.Counts && atHand)
            {
                usable.Add(method);
            }
            else if (standing is not MethodStanding.Counts and not MethodStanding.GroupUsed)
            {
                excluded.Add(Methods.Explain(context, method, standing));
            }
        }

        return (usable, excluded);
    }
}
