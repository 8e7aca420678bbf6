using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Linking;

namespace ResetBot.Dialogs.Privacy;

/// <summary>Erases what may be erased of a person, once they have proved who they are and seen what it means.</summary>
public sealed class EraseDialog(
    Desks desks, PageCards pages, Refusals refusals, IConversationsOfPeople conversations, IEnumerable<IChannelRecords> records, ChatLinks links)
    : OneFactorDialog<CaseState>(desks, pages, refusals, Operation.Privacy)
{
    public const string DialogName = "erase";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<CaseState>> Steps => [.. Factor, new("confirm", AskAsync, HearAsync)];

    private static async Task<StepResult> AskAsync(DialogContext context, CaseState state)
    {
        var account = (await CaseAsync(context, state)).Account;
        var record = await AccountRecord.OfAsync(context.Work, account, context.Cancellation);
        context.Ask(new EraseCard(Methods.Named(record.Methods)));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearAsync(DialogContext context, CaseState state)
    {
        if (context.Page is not null || context.Event is not null)
        {
            return new StepResult.Wait();
        }

        var recoveryCase = await CaseAsync(context, state);
        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        var answer = Answers.Either(context.Text, "word.eraseYes", "word.eraseNo");
        if (answer == false)
        {
            context.SettleOver();
            await CloseAsync(context, recoveryCase, CaseStatus.Cancelled);
            context.Say("erase.kept");
            return new StepResult.End(DialogResult.Failed);
        }

        if (answer is null)
        {
            return new StepResult.NotUnderstood();
        }

        return await EraseAsync(context, recoveryCase);
    }

    private async Task<StepResult> EraseAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is not { } account
            || await Desks.Privacy.EraseAsync(context.Work, recoveryCase, account, context.Cancellation) is not { } erased)
        {
            context.SettleOver();
            return await StopAsync(context, recoveryCase, Refusals.Plain(context, "page.overruled", RefusalCodes.NoPolicy));
        }

        context.Settle("answered.typed");
        await CloseAsync(context, recoveryCase, CaseStatus.Completed);
        var person = context.Conversation.Reference.ObjectId ?? account.KnownAs;
        await ForgetChannelsAsync(context, person);
        await links.EndAllAsync(context.Work, account, context.Actor, context.Cancellation);
        context.Show(new ErasedCard(Methods.Named(erased)));
        return new StepResult.End(DialogResult.Done);
    }

    // They are deleted with what else is outlived, unless the person comes back to one before.
    private async Task ForgetChannelsAsync(DialogContext context, string person)
    {
        foreach (var channel in records)
        {
            await channel.ForgetAsync(context.Work, person, context.Cancellation);
        }

        foreach (var key in conversations.Of(person).Append(context.Conversation.Key).Distinct())
        {
            var found = key == context.Conversation.Key ? context.Conversation : await context.Work.FindAsync<Conversation>(key, context.Cancellation);
            if (found is null || (found != context.Conversation && found.Stack.Count > 0))
            {
                continue;
            }

            found.LeftBehindAt = context.Work.Now;
            context.Work.Save(found);
        }
    }
}
