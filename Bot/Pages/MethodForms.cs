using ResetBot.Cards.Words;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages;

/// <summary>Takes the forms of open pages on which methods are set up and used.</summary>
internal sealed class MethodForms(
    AuthenticatorSetup setup, PasskeySetup made, PasskeyProof used, RecoveryCodeSetup codes, PageViews views, IUnitsOfWork units)
{
    // An answer with the certificates of an authenticator has a few kilobytes.
    private const int LongestAnswer = 64 * 1024;

    public async Task<IResult> TakeAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var name = open.Link.Purpose switch
        {
            LinkPurpose.AuthenticatorSetup => "page.app",
            LinkPurpose.PasskeySetup => "page.passkey",
            LinkPurpose.UsePasskey => "page.usePasskey",
            LinkPurpose.RecoveryCodes => "page.codes",
            _ => throw new ArgumentOutOfRangeException(nameof(open), open.Link.Purpose, "no such page"),
        };
        var outcome = open.Link.Purpose switch
        {
            LinkPurpose.AuthenticatorSetup => await ConfirmAsync(handle, visitor, form),
            LinkPurpose.RecoveryCodes => await KeepAsync(handle, visitor),
            _ => await PasskeyAsync(context, handle, visitor, open, form),
        };
        var words = WordBook.For(open.Case.Language);
        return outcome switch
        {
            ProofOutcome.Wrong => await views.OpenAsync(context, open, words.Say(name + ".wrong"), null),
            ProofOutcome.Unavailable => await views.OpenAsync(context, open, words.Say("page.unavailable.here"), null),
            ProofOutcome.Paused => PageViews.Message(words, name, StatusCodes.Status403Forbidden, "warning", text: words.Say("page.app.paused")),
            _ => SecurePage.Again(context),
        };
    }

    private async Task<ProofOutcome> ConfirmAsync(string handle, Visitor visitor, IFormCollection form)
    {
        using var code = new OneTimeCode(new string([.. form["code"].ToString().Where(char.IsAsciiDigit).Take(8)]));
        return await units.RunAsync(work => setup.ConfirmAsync(work, handle, visitor, code, CancellationToken.None), CancellationToken.None);
    }

    private Task<ProofOutcome> KeepAsync(string handle, Visitor visitor) =>
        units.RunAsync(work => codes.ConfirmAsync(work, handle, visitor, CancellationToken.None), CancellationToken.None);

    private async Task<ProofOutcome> PasskeyAsync(
        HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var (state, answer) = (form["state"].ToString(), form["credential"].ToString());
        if (answer.Length is 0 or > LongestAnswer || state.Length > LongestAnswer)
        {
            return new ProofOutcome.Wrong();
        }

        return open.Link.Purpose == LinkPurpose.PasskeySetup
            ? await made.ConfirmAsync(handle, visitor, state, answer, context.RequestAborted)
            : await used.CheckAsync(handle, visitor, state, answer, context.RequestAborted);
    }
}
