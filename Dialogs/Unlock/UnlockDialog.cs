using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Operations;

namespace ResetBot.Dialogs.Unlock;

/// <summary>Unlocks an account whose password is known: the gates in the chat, and then the directory, which is asked once the turn is saved.</summary>
public sealed class UnlockDialog(Desks desks, Refusals refusals, UnlockOperation unlock) : GatedDialog<UnlockState>(desks, refusals, Operation.Unlock)
{
    public const string DialogName = "unlock";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<UnlockState>> Steps => [.. Gates, new("directory", OrderAsync, HearDirectoryAsync, RemindAsync)];

    private async Task<StepResult> OrderAsync(DialogContext context, UnlockState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (await ObstacleAsync(context, recoveryCase) is { } obstacle)
        {
            return obstacle;
        }

        if (await unlock.OrderAsync(context.Work, recoveryCase, context.Cancellation) is { } until)
        {
            var used = new CaseStart.UnlocksUsed(until) { HelpDesk = await HelpDeskAsync(context, recoveryCase) };
            return await StopAsync(context, recoveryCase, Refusals.Of(context, used));
        }

        context.Say("unlock.working");
        return new StepResult.Wait();
    }

    private static async Task RemindAsync(DialogContext context, UnlockState state)
    {
        if ((await CaseAsync(context, state)).IsOrdered)
        {
            context.Say("page.stillAsking");
            return;
        }

        context.Ask(new AskAgainCard());
    }

    private async Task<StepResult> HearDirectoryAsync(DialogContext context, UnlockState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (context.Event is { } happened && happened.CaseId == recoveryCase.Id)
        {
            return Hear(context, happened, await HelpDeskAsync(context, recoveryCase));
        }

        if (recoveryCase.IsOrdered)
        {
            context.Say("page.stillAsking");
            return new StepResult.Wait();
        }

        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        return Answers.Is(context.Text, "word.again") ? new StepResult.Again() : new StepResult.NotUnderstood();
    }

    private StepResult Hear(DialogContext context, CaseEvent happened, string? helpDesk)
    {
        switch (happened.News)
        {
            case CaseNews.Done:
                context.Show(new UnlockDoneCard());
                return new StepResult.End(DialogResult.Done);
            case CaseNews.NothingToDo:
                context.Show(Refusals.Of(context, new CaseStart.NotLocked { HelpDesk = helpDesk }));
                return new StepResult.End(DialogResult.Failed);
            case CaseNews.Refused:
                context.Show(Refusals.Plain(context, "unlock.impossible", happened.Code, helpDesk));
                return new StepResult.End(DialogResult.Failed);
            case CaseNews.Overruled:
                context.Say("page.overruled");
                return new StepResult.End(DialogResult.Failed);
            case CaseNews.Unavailable:
                context.Ask(new AskAgainCard());
                return new StepResult.Wait();
            default:
                // What was approved, and was seen before the news of it came.
                return new StepResult.Wait();
        }
    }
}
