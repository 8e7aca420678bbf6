using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Common;

/// <summary>A dialog about a case: it keeps the case alive while the person answers, and ends it when the dialog ends early.</summary>
/// <typeparam name="TState">What the dialog keeps.</typeparam>
public abstract class CaseDialog<TState>(Desks desks) : WaterfallDialog<TState>
    where TState : CaseState, new()
{
    protected Desks Desks { get; } = desks;

    public override async Task<bool> MayEndAsync(DialogContext context, DialogFrame frame) =>
        await context.Work.FindAsync<RecoveryCase>(Read(frame).CaseId, context.Cancellation) is not { } recoveryCase
        || (!recoveryCase.IsOrdered && !await LinkDesk.IsWorkingAsync(context.Work, recoveryCase, context.Cancellation));

    public override async Task EndAsync(DialogContext context, DialogFrame frame, EndReason reason)
    {
        if (await context.Work.FindAsync<RecoveryCase>(Read(frame).CaseId, context.Cancellation) is { } recoveryCase)
        {
            await CloseAsync(context, recoveryCase, reason == EndReason.Expired ? CaseStatus.Expired : CaseStatus.Cancelled);
        }
    }

    protected override async Task TouchAsync(DialogContext context, TState state)
    {
        // Opening a page, or asking for more time there, is something that the person did; its end is not.
        var isOwn = context.Event is null && context.Page is null or { Result: PageResult.Opened };
        if (isOwn && await FindCaseAsync(context, state) is { } recoveryCase && recoveryCase.IsOpen(context.Work.Now))
        {
            Desks.Cases.Touch(context.Work, recoveryCase);
        }
    }

    /// <summary>
    /// Begins the case that this dialog is about, unless it has one; what the step wants when something stands in the way, which it says.
    /// </summary>
    /// <param name="context">The turn.</param>
    /// <param name="state">Gets the case.</param>
    /// <param name="operation">What the case is for.</param>
    /// <param name="refusals">Says what stands in the way.</param>
    /// <param name="name">The account, as typed; not looked at where the channel knows who the person is.</param>
    protected async Task<StepResult?> StartAsync(DialogContext context, TState state, Operation operation, Refusals refusals, string name = "")
    {
        if (state.CaseId.Length > 0)
        {
            return null;
        }

        var start = await Desks.Cases.StartAsync(context.Work, CaseRequests.Of(context, operation, name), context.Cancellation);
        if (start is not CaseStart.Started started)
        {
            context.Show(refusals.Of(context, start));
            return new StepResult.End(DialogResult.Failed);
        }

        state.CaseId = started.Case.Id;
        return null;
    }

    protected static Task<RecoveryCase?> FindCaseAsync(DialogContext context, TState state) =>
        context.Work.FindAsync<RecoveryCase>(state.CaseId, context.Cancellation);

    /// <summary>The case, which exists as long as the dialog does.</summary>
    protected static async Task<RecoveryCase> CaseAsync(DialogContext context, TState state) =>
        await FindCaseAsync(context, state) ?? throw new InvalidOperationException("The dialog's case is gone.");

    /// <summary>
    /// What a step wants whose case is over, which it says; null when the case goes on. A case can be over while its question still waits:
    /// another turn ended it, or nothing was proved in it for too long.
    /// </summary>
    protected static StepResult? Over(DialogContext context, RecoveryCase recoveryCase)
    {
        if (recoveryCase.IsOpen(context.Work.Now))
        {
            return null;
        }

        context.Settle("answered.expired");
        context.Say(recoveryCase.IsBlind ? "expired.tooLong" : "expired.told");
        return new StepResult.End(DialogResult.Failed);
    }

    /// <summary>What a step wants whose page was overruled by newer policies, which it says; null when it was not.</summary>
    protected static StepResult? Overruled(DialogContext context)
    {
        if (context.Page?.Result != PageResult.Overruled)
        {
            return null;
        }

        context.SettleOver();
        context.Say("page.overruled");
        return new StepResult.End(DialogResult.Failed);
    }

    /// <summary>The help desk that the policy of the account names; null when it names none, or nothing of the account may be told.</summary>
    protected async Task<string?> HelpDeskAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        try
        {
            return recoveryCase.IsBlind || recoveryCase.IsDecoy
                ? null
                : Desks.Policies.HelpDeskOf(await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation));
        }
        catch (DirectoryUnavailableException)
        {
            return null;
        }
    }

    /// <summary>After a success: asks the person to look through their methods, when it is time for it.</summary>
    protected async Task RemindToConfirmAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (context.KnowsPerson
            && await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is { } account
            && Reconfirmation.IsDue(
                await AccountRecord.OfAsync(context.Work, account.Id, context.Cancellation), Desks.Policies.InForce.Of(account), context.Work.Now))
        {
            context.Say("confirm.due");
        }
    }

    /// <summary>The page is still waited for.</summary>
    protected static Task RemindPageAsync(DialogContext context, TState state)
    {
        context.Say("page.waiting");
        return Task.CompletedTask;
    }

    /// <summary>Ends the case, says why it does not go on, and ends the dialog.</summary>
    protected async Task<StepResult> StopAsync(DialogContext context, RecoveryCase recoveryCase, RefusalCard why)
    {
        await CloseAsync(context, recoveryCase, CaseStatus.Cancelled);
        context.Show(why);
        return new StepResult.End(DialogResult.Failed);
    }

    /// <summary>Ends the case and makes its link worthless.</summary>
    protected async Task CloseAsync(DialogContext context, RecoveryCase recoveryCase, CaseStatus how)
    {
        await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
        await Desks.Cases.EndAsync(context.Work, recoveryCase, how, context.Cancellation);
    }
}
