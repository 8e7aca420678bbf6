using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Pages;

/// <summary>Draws the open pages on which methods are set up and used.</summary>
internal sealed class MethodViews(PageSubject subject, AuthenticatorSetup setup, PasskeyCeremony passkeys, RecoveryCodeSetup codes, ChallengeOptions challenges)
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

        var invitation = new AuthenticatorInvitation(challenges.AuthenticatorIssuer, await subject.NameAsync(open.Case.Account, cancellation), secret);
        return PageViews.Page<AuthenticatorPage>(new() { ["Model"] = model, ["Invitation"] = invitation }, status);
    }

    private async Task<IResult> PasskeyAsync(LinkView.OpenHere open, PageModel model, int status, CancellationToken cancellation)
    {
        try
        {
            var invitation = await passkeys.InviteAsync(open, cancellation);
            var isNew = open.Link.Purpose == LinkPurpose.PasskeySetup;
            var about = isNew ? null : await subject.AboutAsync(open, model.Words, cancellation);
            return PageViews.Page<PasskeyPage>(new() { ["Model"] = model, ["Invitation"] = invitation, ["IsNew"] = isNew, ["About"] = about }, status);
        }
        catch (DirectoryUnavailableException)
        {
            return PageViews.Message(
                model.Words, "page.working", StatusCodes.Status503ServiceUnavailable, refreshSeconds: 10, text: model.Words.Say("page.unavailable.here"));
        }
    }
}
