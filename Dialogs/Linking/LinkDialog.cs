using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Linking;

/// <summary>Shows a person who has proved who they are a code, with which they are known in another chat from then on.</summary>
public sealed class LinkDialog(Desks desks, PageCards pages, Refusals refusals, ILinkableChannels channels)
    : OneFactorDialog<LinkState>(desks, pages, refusals, Operation.Link)
{
    public const string DialogName = "link";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<LinkState>> Steps =>
    [
        new("where", LookWhereAsync, (_, _) => Task.FromResult<StepResult>(new StepResult.Next())),
        .. Factor,
        new("code", ShowAsync, HearAsync, RemindAsync),
    ];

    // Nobody is taken through a proof that leads nowhere.
    private async Task<StepResult> LookWhereAsync(DialogContext context, LinkState state)
    {
        return OtherChannel(context) is null ? await GoNowhereAsync(context, state) : new StepResult.Next();
    }

    // It may have been begun elsewhere, and taken here, or the other channel was switched off since: it leads to nothing.
    private async Task<StepResult> GoNowhereAsync(DialogContext context, LinkState state)
    {
        if (await FindCaseAsync(context, state) is { } recoveryCase)
        {
            await CloseAsync(context, recoveryCase, CaseStatus.Cancelled);
        }

        context.Say(channels.Names.Count == 0 ? "link.nowhere" : "link.known");
        return new StepResult.End(DialogResult.Failed);
    }

    private async Task<StepResult> ShowAsync(DialogContext context, LinkState state)
    {
        if (OtherChannel(context) is not { } channel)
        {
            return await GoNowhereAsync(context, state);
        }

        var recoveryCase = await CaseAsync(context, state);
        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        if (await Desks.Linking.OfferAsync(context.Work, recoveryCase, context.Cancellation) is not { } code)
        {
            return await StopAsync(context, recoveryCase, Refusals.Plain(context, "page.overruled", RefusalCodes.NoPolicy));
        }

        state.Until = code.Until;
        context.Ask(new LinkCodeCard(channel, code.Digits, context.Local(code.Until)), sensitive: true);
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearAsync(DialogContext context, LinkState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Completed)
        {
            return HearLinked(context);
        }

        if (context.Event is not null || context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        if (Answers.Is(context.Text, "word.newCode") || Answers.Is(context.Text, "word.link"))
        {
            context.SettleOver();
            return new StepResult.Again();
        }

        // It is typed where somebody is to be known, which is not here.
        if (LinkWord.DigitsIn(context.Text) is not null)
        {
            if (OtherChannel(context) is not { } channel)
            {
                return await GoNowhereAsync(context, state);
            }

            context.Say("link.there", context.Words.Say("at." + channel));
            return new StepResult.Wait();
        }

        return new StepResult.NotUnderstood();
    }

    // Done, and told to this conversation in a moment.
    private static StepResult HearLinked(DialogContext context)
    {
        if (context.Event is not { News: CaseNews.Linked } linked)
        {
            return new StepResult.Wait();
        }

        context.Settle("answered.typed");
        context.Say("link.done", linked.Name ?? "");
        return new StepResult.End(DialogResult.Done);
    }

    // The code stands above, and stays good.
    private static Task RemindAsync(DialogContext context, LinkState state)
    {
        context.Say(state.Until > context.Work.Now ? "link.waiting" : "link.over");
        return Task.CompletedTask;
    }

    private string? OtherChannel(DialogContext context) => channels.Names.FirstOrDefault(channel => channel != context.Conversation.Reference.Channel);
}
