using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passkeys;

/// <summary>Proves a person by their passkey, used on the secure page.</summary>
public sealed class PasskeyProof(PasskeyCeremony ceremony, IUnitsOfWork units, LinkDesk links, ChallengeDesk challenges, IPageEvents events)
{
    /// <summary>Takes what the browser answered on the page with this handle.</summary>
    public async Task<ProofOutcome> CheckAsync(string handle, Visitor visitor, string state, string answer, CancellationToken cancellation)
    {
        var looked = await units.RunAsync(work => links.LookAsync(work, handle, visitor, cancellation), cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.UsePasskey } open)
        {
            return PasswordTries.Otherwise(looked);
        }

        try
        {
            var used = await ceremony.LookAtAsync(open, state, answer, cancellation);
            return await units.RunAsync(work => AnswerAsync(work, handle, visitor, used), CancellationToken.None);
        }
        catch (DirectoryUnavailableException)
        {
            return new ProofOutcome.Unavailable();
        }
    }

    private async Task<ProofOutcome> AnswerAsync(IUnitOfWork work, string handle, Visitor visitor, Passkey? used)
    {
        var looked = await links.LookAsync(work, handle, visitor, CancellationToken.None);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.UsePasskey } open)
        {
            return PasswordTries.Otherwise(looked);
        }

        switch (await challenges.AnswerAsync(work, open.Case, used, CancellationToken.None))
        {
            case ChallengeAnswer.Right:
                return Close(work, open, LinkState.Done, PageResult.Done, new ProofOutcome.Right());
            case ChallengeAnswer.Wrong:
                return new ProofOutcome.Wrong();
            case ChallengeAnswer.MethodPaused or ChallengeAnswer.RecoveryPaused:
                return Close(work, open, LinkState.Void, PageResult.Refused, new ProofOutcome.Paused());
            default:
                return Close(work, open, LinkState.Void, PageResult.Refused, new ProofOutcome.Gone());
        }
    }

    private ProofOutcome Close(IUnitOfWork work, LinkView.OpenHere open, LinkState state, PageResult result, ProofOutcome outcome)
    {
        open.Link.State = state;
        work.Save(open.Link);
        events.Tell(work, open.Case, new PageEvent(open.Link.Key, open.Link.Purpose, result));
        return outcome;
    }
}
