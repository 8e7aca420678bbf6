using ResetBot.Cards;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;

namespace ResetBot.Dialogs.Register;

/// <summary>Removes a registered method, in the middle of registering.</summary>
public sealed class RemovalSteps(Desks desks)
{
    public const string Step = "remove";

    /// <summary>Asks which one.</summary>
    public static async Task<StepResult> AskAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        var methods = await RegisteredAsync(context, recoveryCase);
        if (methods.Count == 0)
        {
            context.Say("remove.nothing");
            return new StepResult.GoTo("choose");
        }

        context.Ask(new RemoveMethodCard(methods));
        return new StepResult.Wait();
    }

    /// <summary>Removes what was named, and tells the person on every way, also on that which is removed.</summary>
    public async Task<StepResult> HearAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (Answers.Is(context.Text, "word.keep"))
        {
            return new StepResult.GoTo("choose");
        }

        List<MethodWord> words = [.. (await RegisteredAsync(context, recoveryCase)).Select(named => named.Method)];
        if (Answers.Method(context.Text, words) is not { } chosen)
        {
            return new StepResult.NotUnderstood();
        }

        context.Settle("answered.typed");
        var isGone = await desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is { } account
            && await desks.Registration.RemoveAsync(context.Work, recoveryCase, account, Methods.Kind(chosen), context.Cancellation);
        context.Say(isGone ? "remove.done" : "remove.refused", MethodNames.Of(chosen, context.Words));
        return new StepResult.GoTo("choose");
    }

    private static async Task<IReadOnlyList<(MethodWord Method, string Masked)>> RegisteredAsync(DialogContext context, RecoveryCase recoveryCase) =>
        Methods.Named((await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation)).Methods);
}
