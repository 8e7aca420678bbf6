using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passkeys;

/// <summary>Proves a person by their passkey, used on the secure page.</summary>
public sealed class PasskeyProof(PasskeyCeremony ceremony, IUnitsOfWork units, LinkDesk links, ChallengeDesk challenges)
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
                links.End(work, open.Link, open.Case, LinkState.Done, PageResult.Done);
                return new ProofOutcome.Right();
            case ChallengeAnswer.Wrong:
                return new ProofOutcome.Wrong();
            case var answer:
                links.End(work, open.Link, open.Case, LinkState.Void, PageResult.Refused);
                return answer is ChallengeAnswer.MethodPaused or ChallengeAnswer.RecoveryPaused ? new ProofOutcome.Paused() : new ProofOutcome.Gone();
        }
    }
}
