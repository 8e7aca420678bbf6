using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passcodes;

namespace ResetBot.Dialogs.Common;

/// <summary>What every question for a code says to an answer that is not right.</summary>
internal static class CodeAnswers
{
    // Of ten: from here on the person hears how many recovery codes are left.
    private const int FewCodes = 3;

    /// <summary>How many digits a code of this kind has.</summary>
    public static int Digits(MethodKind? kind, ChallengeOptions options) => kind switch
    {
        MethodKind.Authenticator => 6,
        MethodKind.Passcode => PasscodeDesk.Digits,
        _ => options.CodeDigits,
    };

    /// <summary>What is said where nothing can be sent again; null where it can.</summary>
    public static string? NoResend(MethodKind? kind) => kind switch
    {
        MethodKind.Authenticator => "code.appNoResend",
        MethodKind.RecoveryCodes => "code.keptNoResend",
        MethodKind.Passcode => "code.passcodeNoResend",
        _ => null,
    };

    /// <summary>Says how many recovery codes are left, when those are few.</summary>
    public static async Task SayLeftAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        if (record.Find(MethodKind.RecoveryCodes)?.Codes is { Hashes.Count: <= FewCodes } few)
        {
            context.Say("code.keptLeft", few.Hashes.Count);
        }
    }

    /// <summary>There is no code in what was typed.</summary>
    public static StepResult HasNone(DialogContext context, int digits)
    {
        if (!context.Text.Any(char.IsAsciiDigit))
        {
            return new StepResult.NotUnderstood();
        }

        context.Say("code.shape", digits);
        return new StepResult.Wait();
    }

    /// <summary>There is no recovery code in what was typed.</summary>
    public static StepResult HasNoneKept(DialogContext context)
    {
        if (!context.Text.Any(char.IsAsciiDigit) && !context.Text.Contains('-', StringComparison.Ordinal))
        {
            return new StepResult.NotUnderstood();
        }

        context.Say("code.shapeKept");
        return new StepResult.Wait();
    }

    /// <summary>The code is not right, or was not looked at. A method that pauses leads back to the choice of one.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="answer">Any but <see cref="ChallengeAnswer.Right"/>.</param>
    /// <param name="whenRecoveryPaused">What follows when recovery of the account is paused.</param>
    public static StepResult NotRight(DialogContext context, ChallengeAnswer answer, StepResult whenRecoveryPaused)
    {
        switch (answer)
        {
            case ChallengeAnswer.Wrong:
                context.Say("code.wrong");
                return new StepResult.Wait();
            case ChallengeAnswer.TooLate or ChallengeAnswer.NothingAsked:
                context.Say("code.tooLate");
                return new StepResult.Wait();
            case ChallengeAnswer.MethodPaused paused:
                context.Say("code.methodPaused", context.Words.Moment(context.Local(paused.Until)));
                return new StepResult.GoTo("choose");
            case ChallengeAnswer.RecoveryPaused { Until: var until } when until == DateTimeOffset.MaxValue:
                context.Say("refusal.closed");
                return whenRecoveryPaused;
            case ChallengeAnswer.RecoveryPaused paused:
                context.Say("code.recoveryPaused", context.Words.Moment(context.Local(paused.Until)));
                return whenRecoveryPaused;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "no such outcome");
        }
    }
}
