using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Reset;

/// <summary>Waits, where the policy says so, between the last gate and the page for the new password.</summary>
public sealed class CoolingSteps(CoolingDesk cooling)
{
    public const string Step = "cool";

    /// <summary>Says until when, or goes on; null when the owner of the account objected.</summary>
    public async Task<StepResult?> AskAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        switch (await LookAsync(context, recoveryCase))
        {
            case CaseCooling.None:
                return new StepResult.Next();
            case CaseCooling.Waits waits:
                context.Ask(new CoolingCard(context.Local(waits.Until), recoveryCase.BelongsToBrowser));
                context.WakeAt = waits.Until;
                return new StepResult.Wait();
            case CaseCooling.Over over:
                context.Ask(new CooledCard(context.Local(over.ComeBy)));
                context.WakeAt = over.ComeBy;
                return new StepResult.Wait();
            case CaseCooling.Overruled:
                return Overruled(context);
            default:
                return null;
        }
    }

    private static StepResult.End Overruled(DialogContext context)
    {
        context.SettleOver();
        context.Say("page.overruled");
        return new StepResult.End(DialogResult.Failed);
    }

    /// <summary>Goes on when the person comes back after the time is over; null when the owner of the account objected.</summary>
    public async Task<StepResult?> HearAsync(DialogContext context, RecoveryCase recoveryCase) => await LookAsync(context, recoveryCase) switch
    {
        CaseCooling.None => new StepResult.Next(),
        CaseCooling.Over when Answers.Is(context.Text, "word.choosePassword") => new StepResult.Next(),
        CaseCooling.Over or CaseCooling.Waits => new StepResult.NotUnderstood(),
        CaseCooling.Overruled => Overruled(context),
        _ => null,
    };

    /// <summary>Tells the person that the time is over; null when they did not come in time.</summary>
    public async Task<StepResult?> WakeAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        // One that is over is not looked at any more: its question expires, whatever the directory says.
        if (!recoveryCase.IsOpen(context.Work.Now))
        {
            return null;
        }

        var stands = await LookAsync(context, recoveryCase);
        if (stands is CaseCooling.Over over)
        {
            if (over.ComeBy <= context.Work.Now)
            {
                return null;
            }

            context.SettleOver();
            await cooling.TellOverAsync(context.Work, recoveryCase, over.ComeBy, context.Cancellation);
        }

        return new StepResult.Again();
    }

    private Task<CaseCooling> LookAsync(DialogContext context, RecoveryCase recoveryCase) =>
        cooling.LookAsync(context.Work, recoveryCase, context.Cancellation);
}
