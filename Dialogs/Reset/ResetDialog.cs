using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Reset;

/// <summary>Resets a forgotten password: the gates in the chat, the new password on the secure page.</summary>
public sealed class ResetDialog(Desks desks, PageCards pages, Refusals refusals) : GatedDialog<ResetState>(desks, refusals, Operation.Reset)
{
    public const string DialogName = "reset";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ResetState>> Steps => [.. Gates, new("page", AskPageAsync, HearPageAsync, RemindPageAsync)];

    private async Task<StepResult> AskPageAsync(DialogContext context, ResetState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (await TooYoungAsync(context, recoveryCase) is { } obstacle)
        {
            await CloseAsync(context, recoveryCase, CaseStatus.Cancelled);
            context.Show(Refusals.Of(context, obstacle));
            return new StepResult.End(DialogResult.Failed);
        }

        await pages.AskAsync(context, recoveryCase, LinkPurpose.NewPassword);
        return new StepResult.Wait();
    }

    // Whom no channel knew could not be told before the gates. A directory that is silent now says so on the page.
    private async Task<CaseStart?> TooYoungAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        try
        {
            return recoveryCase.Stranger is not null && await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is { } account
                && PasswordAge.TooYoungUntil(
                    account, await Desks.Directory.PasswordRulesAsync(account.Id, context.Cancellation), context.Work.Now) is { } until
                ? new CaseStart.TooYoung(until) { HelpDesk = await HelpDeskAsync(context, recoveryCase) }
                : null;
        }
        catch (DirectoryUnavailableException)
        {
            return null;
        }
    }

    private static Task RemindPageAsync(DialogContext context, ResetState state)
    {
        context.Say("page.waiting");
        return Task.CompletedTask;
    }

    private async Task<StepResult> HearPageAsync(DialogContext context, ResetState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Completed)
        {
            context.Settle("answered.typed");
            context.Show(new ResetDoneCard());
            return new StepResult.End(DialogResult.Done);
        }

        if (Overruled(context) is { } overruled)
        {
            return overruled;
        }

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.Settle("answered.closed");
            context.Show(Refusals.Plain(context, "page.impossible", RefusalCodes.NoPermission, await HelpDeskAsync(context, recoveryCase)));
            return new StepResult.End(DialogResult.Failed);
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }
}
