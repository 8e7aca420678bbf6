using ResetBot.Cards;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Prove;

/// <summary>Ways around the method that is asked for: another one, or those that need no phone.</summary>
internal static class Detours
{
    private static readonly MethodWord[] All = Enum.GetValues<MethodWord>();

    /// <summary>Goes back to the choice when a method cannot be asked for now, and says why.</summary>
    public static StepResult NotAsked(DialogContext context, ProveState state, ChallengeIssue issue)
    {
        switch (issue)
        {
            case ChallengeIssue.DoesNotCount:
                state.Kind = null;
                break;
            case ChallengeIssue.SendsPaused paused:
                context.Say("code.sendsPaused", context.Words.Moment(context.Local(paused.Until)));
                state.SendsPaused = true;
                break;
            case ChallengeIssue.AskedTooOften paused when state.Kind == MethodKind.PushApproval:
                context.Say("push.tooOften", context.Words.Moment(context.Local(paused.Until)));
                state.NobodyToAsk.Add(MethodKind.PushApproval);
                break;
            case ChallengeIssue.AskedTooOften paused:
                context.Say("approval.tooOften", context.Words.Moment(context.Local(paused.Until)));
                state.OthersAsked = true;
                break;
            case ChallengeIssue.CapReached reached:
                CostWords.Refuse(context, reached.Until);
                break;
            case ChallengeIssue.MethodPaused paused:
                context.Say("code.methodPaused", context.Words.Moment(context.Local(paused.Until)));
                break;
            default:
                throw new InvalidOperationException("unknown outcome");
        }

        return new StepResult.GoTo("choose");
    }

    /// <summary>What the person wants who lost their phone, or asks for another method; null when that is not what they said.</summary>
    public static StepResult? Find(DialogContext context, ProveState state, List<(MethodKind Kind, string Masked)> usable) =>
        Answers.Is(context.Text, "word.lostPhone") ? LosePhone(context, state) : ToOther(context, state, usable);

    /// <summary>The person has no phone at hand.</summary>
    public static StepResult LosePhone(DialogContext context, ProveState state)
    {
        context.Say("lost.advice");
        state.LostPhone = true;
        state.Kind = null;
        return new StepResult.GoTo("choose");
    }

    /// <summary>What the person wants who asks for another method, or names one; null when that is not what they said.</summary>
    public static StepResult? ToOther(DialogContext context, ProveState state, List<(MethodKind Kind, string Masked)> usable)
    {
        if (Answers.Is(context.Text, "word.other"))
        {
            if (usable.Count > 1)
            {
                return new StepResult.GoTo("choose");
            }

            context.Say("refusal.noMethodLeft");
            return new StepResult.Wait();
        }

        // A name only: a number would be taken for a code.
        if (context.Text.Any(char.IsAsciiDigit) || Answers.Method(context.Text, All) is not { } named)
        {
            return null;
        }

        if (state.Kind is { } asked && Methods.Word(asked) == named)
        {
            context.Say(FactorTable.Published.Of(asked).IsWaitedFor ? "approval.waiting" : "code.already");
            return new StepResult.Wait();
        }

        if (Methods.Among(usable, named) is not { } other)
        {
            return new StepResult.NotUnderstood();
        }

        state.Kind = other;
        return new StepResult.Again();
    }
}
