using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Registration;

/// <summary>Registers what was set up on a secure page, whichever method it is, and ends the page.</summary>
public sealed class PageRegistration(CaseAccounts accounts, LinkDesk links, RegistrationDesk registration)
{
    /// <summary>Adopts the proposed method of the case, which was confirmed on this page.</summary>
    internal async Task<ProofOutcome> AdoptAsync(IUnitOfWork work, LinkView.OpenHere open, CancellationToken cancellation)
    {
        if (await accounts.OfAsync(open.Case, cancellation) is not { } account
            || await registration.AdoptAsync(work, open.Case, account, cancellation) is null)
        {
            return new ProofOutcome.Gone();
        }

        links.End(work, open.Link, open.Case, LinkState.Done, PageResult.Done);
        return new ProofOutcome.Right();
    }
}
