using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Dialogs.Register;

/// <summary>Names and removes the colleagues who vouch for a person, in the middle of registering.</summary>
public sealed class ColleagueSteps(Desks desks)
{
    public const string Step = "colleagues";

    /// <summary>Shows who was named, and asks for another one.</summary>
    public async Task<StepResult> AskAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        var account = await desks.Accounts.PresentAsync(recoveryCase, context.Cancellation);
        await desks.Vouching.DropLeaversAsync(context.Work, account, context.Cancellation);
        if (desks.Policies.Rule(account, Operation.Register) is not PolicyRuling.Permits { Policy: var policy })
        {
            return new StepResult.GoTo("choose");
        }

        var named = await NamedAsync(context, recoveryCase);
        context.Ask(new ColleaguesCard([.. named.Select(colleague => Line(context, colleague))], policy.ColleaguesRequired, policy.ColleaguesNamed));
        return new StepResult.Wait();
    }

    /// <summary>Hears whom to ask, or whom to remove.</summary>
    public async Task<StepResult> HearAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (context.Page is not null || context.Event is not null)
        {
            return new StepResult.Wait();
        }

        if (Answers.Is(context.Text, "word.done") || Answers.Is(context.Text, "word.other"))
        {
            return new StepResult.GoTo("choose");
        }

        var named = await NamedAsync(context, recoveryCase);
        var account = await desks.Accounts.PresentAsync(recoveryCase, context.Cancellation);
        if (Answers.Index(context.Text, [.. named.Select(colleague => colleague.Name)], "word.remove") is { } index)
        {
            context.Settle("answered.typed");
            var isGone = await desks.Colleagues.RemoveAsync(context.Work, recoveryCase, account, named[index].Id, context.Cancellation);
            context.Say(isGone ? "colleagues.removed" : "colleagues.notNow", named[index].Name);
            return new StepResult.Again();
        }

        // A name has a letter; a number that is none of these is a slip.
        if (!context.Text.Any(char.IsLetter))
        {
            return new StepResult.NotUnderstood();
        }

        return Explain(context, await desks.Colleagues.NameAsync(context.Work, recoveryCase, account, context.Text, context.Cancellation));
    }

    private static StepResult Explain(DialogContext context, ColleagueNaming naming)
    {
        switch (naming)
        {
            case ColleagueNaming.Invited invited:
                context.Settle("answered.typed");
                context.Say("colleagues.invited", invited.Name);
                return new StepResult.Again();
            case ColleagueNaming.NotFound:
                context.Say("colleagues.notFound");
                break;
            case ColleagueNaming.SeveralFound:
                context.Say("colleagues.several");
                break;
            case ColleagueNaming.Oneself:
                context.Say("colleagues.oneself");
                break;
            case ColleagueNaming.Report report:
                context.Say("colleagues.report", report.Name);
                break;
            case ColleagueNaming.NamedBefore before:
                context.Say("colleagues.before", before.Name);
                break;
            case ColleagueNaming.EnoughNamed enough:
                context.Say("colleagues.enough", enough.Most);
                break;
            case ColleagueNaming.TooOften paused:
                context.Say("colleagues.tooOften", context.Words.Moment(context.Local(paused.Until)));
                break;
            case ColleagueNaming.NotNow:
                context.Say("colleagues.notNow");
                return new StepResult.GoTo("choose");
            default:
                throw new ArgumentOutOfRangeException(nameof(naming), naming.GetType().Name, "no such outcome");
        }

        return new StepResult.Wait();
    }

    private static ColleagueLine Line(DialogContext context, NamedColleague colleague) => new(
        colleague.Name,
        colleague.CountsFrom is not null,
        colleague.CountsFrom is { } from && from > context.Work.Now ? context.Local(from) : null);

    private static async Task<IReadOnlyList<NamedColleague>> NamedAsync(DialogContext context, RecoveryCase recoveryCase) =>
        (await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation)).Find(MethodKind.ColleagueVouching)?.Colleagues?.All ?? [];
}
