using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Common;

/// <summary>Sends a person to the secure page, and reads what comes back from it.</summary>
public sealed class PageCards(Desks desks, ISecurePageAddresses addresses)
{
    /// <summary>Issues a link for the case and asks the person to open it. An older link is void.</summary>
    public async Task AskAsync(DialogContext context, RecoveryCase recoveryCase, LinkPurpose purpose, bool canChooseOther = false)
    {
        var link = await desks.Links.IssueAsync(context.Work, recoveryCase, purpose, context.Cancellation);
        var minutes = (int)desks.PageOptions.TimeToOpen.TotalMinutes;
        context.Ask(new OpenPageCard(Word(purpose), addresses.Of(link.Handle), link.Number, minutes, canChooseOther), sensitive: true);
        context.KeepUntil = recoveryCase.ExpiresAt;
    }

    /// <summary>
    /// What every page step does alike: waits while the page is open, and issues a new link when one was spoiled or asked for. Null when the
    /// step itself has to say what the turn means.
    /// </summary>
    public static async Task<StepResult?> HearAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (context.Page is { } page && page.LinkKey != recoveryCase.LinkKey)
        {
            return new StepResult.Wait();
        }

        switch (context.Page?.Result)
        {
            case PageResult.Opened:
                context.KeepUntil = recoveryCase.ExpiresAt;
                return new StepResult.Wait();
            case PageResult.WrongNumber:
                context.SettleOver();
                context.Say("page.wrongNumber");
                return new StepResult.Again();
            case PageResult.Unavailable:
                context.Say("page.unavailable");
                return new StepResult.Wait();
            case PageResult.Uncertain:
                context.KeepUntil = recoveryCase.ExpiresAt;
                context.Say("page.uncertain");
                return new StepResult.Wait();
            case null when IsNewLink(context.Text) && await LinkDesk.IsWorkingAsync(context.Work, recoveryCase, context.Cancellation):
                context.Say("page.stillAsking");
                return new StepResult.Wait();
            case null when IsNewLink(context.Text):
                context.SettleOver();
                context.Say("page.newLink");
                return new StepResult.Again();
            default:
                return null;
        }
    }

    private static bool IsNewLink(string text) => Answers.Is(text, "word.newLink") || Answers.Is(text, "word.resend");

    private static PageWord Word(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.CurrentPassword => PageWord.CurrentPassword,
        LinkPurpose.AuthenticatorSetup => PageWord.Authenticator,
        LinkPurpose.NewPassword => PageWord.NewPassword,
        LinkPurpose.ChangePassword => PageWord.ChangePassword,
        LinkPurpose.PasskeySetup => PageWord.NewPasskey,
        LinkPurpose.UsePasskey => PageWord.UsePasskey,
        LinkPurpose.RecoveryCodes => PageWord.RecoveryCodes,
        LinkPurpose.SecurityQuestionSetup => PageWord.ChooseQuestions,
        LinkPurpose.AnswerQuestions => PageWord.AnswerQuestions,
        LinkPurpose.Export => PageWord.Export,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "no such page"),
    };
}
