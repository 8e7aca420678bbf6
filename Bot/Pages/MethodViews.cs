using ResetBot.Bot.Notifications;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Pages;

/// <summary>Draws the open pages on which methods are set up and used.</summary>
internal sealed class MethodViews(IDirectory directory, AuthenticatorSetup setup, PasskeyCeremony passkeys, RecoveryCodeSetup codes, ChallengeOptions challenges)
{
    /// <summary>What the page says below its title.</summary>
    public async Task<IResult> OpenAsync(LinkView.OpenHere open, PageModel model, int status, CancellationToken cancellation) => open.Link.Purpose switch
    {
        LinkPurpose.AuthenticatorSetup => await AuthenticatorAsync(open, model, status, cancellation),
        LinkPurpose.PasskeySetup or LinkPurpose.UsePasskey => await PasskeyAsync(open, model, status, cancellation),
        LinkPurpose.RecoveryCodes => Codes(open, model, status),
        _ => throw new ArgumentOutOfRangeException(nameof(open), open.Link.Purpose, "no such page"),
    };

    private IResult Codes(LinkView.OpenHere open, PageModel model, int status) => codes.Codes(open.Case) is { Count: > 0 } shown
        ? PageViews.Page<RecoveryCodesPage>(new() { ["Model"] = model, ["Codes"] = shown }, status)
        : PageViews.Message(model.Words, "page.gone", StatusCodes.Status410Gone, tone: "warning");

    private async Task<IResult> AuthenticatorAsync(LinkView.OpenHere open, PageModel model, int status, CancellationToken cancellation)
    {
        if (setup.Secret(open.Case) is not { } secret)
        {
            return PageViews.Message(model.Words, "page.gone", StatusCodes.Status410Gone, tone: "warning");
        }

        var invitation = new AuthenticatorInvitation(challenges.AuthenticatorIssuer, await NameAsync(open.Case.Account, cancellation), secret);
        return PageViews.Page<AuthenticatorPage>(new() { ["Model"] = model, ["Invitation"] = invitation }, status);
    }

    private async Task<IResult> PasskeyAsync(LinkView.OpenHere open, PageModel model, int status, CancellationToken cancellation)
    {
        try
        {
            var invitation = await passkeys.InviteAsync(open, cancellation);
            var isNew = open.Link.Purpose == LinkPurpose.PasskeySetup;
            var about = isNew ? null : await AboutAsync(open, model.Words, cancellation);
            return PageViews.Page<PasskeyPage>(new() { ["Model"] = model, ["Invitation"] = invitation, ["IsNew"] = isNew, ["About"] = about }, status);
        }
        catch (DirectoryUnavailableException)
        {
            return PageViews.Message(
                model.Words, "page.working", StatusCodes.Status503ServiceUnavailable, refreshSeconds: 10, text: model.Words.Say("page.unavailable.here"));
        }
    }

    // Whoever was sent the link by somebody else reads here what it would open. Where nobody is known the account is not named.
    private async Task<string> AboutAsync(LinkView.OpenHere open, WordBook words, CancellationToken cancellation)
    {
        var (purpose, place) = (words.Say(Purposes.Of(open.Case.Operation)), words.Say("place." + open.Case.Conversation.Split('/')[0]));
        return open.Case.BelongsToBrowser
            ? words.Say("page.usePasskey.aboutHere", place, purpose)
            : words.Say("page.usePasskey.about", place, purpose, Mask.Address(await NameAsync(open.Case.Account, cancellation)));
    }

    // Apps list their codes by it, and it proves nothing: while the directory is silent the id does as well.
    private async Task<string> NameAsync(AccountId account, CancellationToken cancellation)
    {
        try
        {
            return (await directory.GetAsync(account, cancellation))?.UserName ?? account.Value;
        }
        catch (DirectoryUnavailableException)
        {
            return account.Value;
        }
    }
}
