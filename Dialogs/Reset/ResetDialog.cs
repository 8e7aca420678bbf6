using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Reset;

/// <summary>Resets a forgotten password: the gates in the chat, the new password on the secure page.</summary>
public sealed class ResetDialog(Desks desks, PageCards pages, Refusals refusals) : CaseDialog<ResetState>(desks)
{
    public const string DialogName = "reset";

    private const string NameStep = "name";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ResetState>> Steps =>
    [
        new(NameStep, AskNameAsync, HearNameAsync),
        new("prove", AskProofAsync, HearProofAsync),
        new("page", AskPageAsync, HearPageAsync, RemindPageAsync),
    ];

    /// <summary>Whether the pending question is which account is meant.</summary>
    public static bool AsksName(DialogContext context) => context.Conversation.Stack is [.., { Dialog: DialogName, Step: NameStep }];

    // A channel that knows who somebody is does not ask; nor is asked again what was begun elsewhere.
    private static Task<StepResult> AskNameAsync(DialogContext context, ResetState state)
    {
        if (context.KnowsPerson || state.CaseId.Length > 0)
        {
            return Task.FromResult<StepResult>(new StepResult.Next());
        }

        context.Ask(new NameAccountCard());
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private async Task<StepResult> HearNameAsync(DialogContext context, ResetState state)
    {
        if (TypedName.Normal(context.Text).Length is 0 or > TypedName.Longest)
        {
            context.Say("name.shape");
            return new StepResult.Wait();
        }

        if (await StartAsync(context, state, Operation.Reset, context.Text) is { } obstacle)
        {
            context.Show(refusals.Of(context, obstacle));
            return new StepResult.End(DialogResult.Failed);
        }

        context.Settle("answered.typed");
        return new StepResult.Next();
    }

    private async Task<StepResult> AskProofAsync(DialogContext context, ResetState state)
    {
        if (state.CaseId.Length == 0 && await StartAsync(context, state, Operation.Reset) is { } obstacle)
        {
            context.Show(refusals.Of(context, obstacle));
            return new StepResult.End(DialogResult.Failed);
        }

        return new StepResult.Begin(ProveDialog.DialogName, new ProveState { CaseId = state.CaseId });
    }

    private async Task<StepResult> HearProofAsync(DialogContext context, ResetState state)
    {
        if (context.Result == DialogResult.Done)
        {
            return new StepResult.Next();
        }

        var recoveryCase = await CaseAsync(context, state);
        if (!recoveryCase.IsOpen(context.Work.Now))
        {
            await CloseAsync(context, recoveryCase, CaseStatus.Expired);
            return new StepResult.End(DialogResult.Failed);
        }

        await CloseAsync(context, recoveryCase, CaseStatus.Cancelled);
        context.Show(refusals.Plain(context, "refusal.noMethodLeft", RefusalCodes.NotEnoughMethods));
        return new StepResult.End(DialogResult.Failed);
    }

    private async Task<StepResult> AskPageAsync(DialogContext context, ResetState state)
    {
        await pages.AskAsync(context, await CaseAsync(context, state), LinkPurpose.NewPassword);
        return new StepResult.Wait();
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

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.Settle("answered.closed");
            context.Show(refusals.Plain(context, "page.impossible", RefusalCodes.NoPermission));
            return new StepResult.End(DialogResult.Failed);
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }
}
