using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Shows the secret of an authenticator app on the secure page, and takes the first code from it there.</summary>
public sealed class AuthenticatorSetup(LinkDesk links, ChallengeDesk challenges, PageRegistration registration, IKeyRing keys)
{
    /// <summary>The secret that the app has to learn, in Base32; null when none is being set up.</summary>
    public string? Secret(RecoveryCase recoveryCase) =>
        recoveryCase.Proposed?.ProtectedSecret is { } secret ? keys.Unprotect(ChallengeDesk.SecretPurpose, secret) : null;

    /// <summary>Takes the code that was typed in this browser on the page with this handle.</summary>
    public async Task<ProofOutcome> ConfirmAsync(
        IUnitOfWork work, string handle, Visitor visitor, OneTimeCode code, CancellationToken cancellation)
    {
        switch (await links.LookAsync(work, handle, visitor, cancellation))
        {
            case LinkView.OpenHere { Link.Purpose: LinkPurpose.AuthenticatorSetup, Case.Proposed.Kind: MethodKind.Authenticator } open:
                var record = await AccountRecord.OfAsync(work, open.Case.Account, cancellation);
                return await challenges.AnswerAsync(work, open.Case, code, cancellation) switch
                {
                    ChallengeAnswer.Right => await registration.AdoptAsync(work, open, cancellation),
                    ChallengeAnswer.Wrong => new ProofOutcome.Wrong(),
                    ChallengeAnswer.MethodPaused or ChallengeAnswer.RecoveryPaused => Pause(work, open),
                    _ => new ProofOutcome.Gone(),
                };
            case LinkView.Done:
                return new ProofOutcome.Right();
            default:
                return new ProofOutcome.Gone();
        }
    }

    private ProofOutcome.Paused Pause(IUnitOfWork work, LinkView.OpenHere open)
    {
        links.End(work, open.Link, open.Case, LinkState.Void, PageResult.Refused);
        return new ProofOutcome.Paused();
    }
}
