using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passkeys;

/// <summary>Registers the passkey that a browser made on the secure page: that it could be made there shows that it is the person's.</summary>
public sealed class PasskeySetup(PasskeyCeremony ceremony, IUnitsOfWork units, LinkDesk links, PageRegistration registration)
{
    /// <summary>Takes what the browser made on the page with this handle.</summary>
    public async Task<ProofOutcome> ConfirmAsync(string handle, Visitor visitor, string state, string answer, CancellationToken cancellation)
    {
        var looked = await units.RunAsync(work => links.LookAsync(work, handle, visitor, cancellation), cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.PasskeySetup } open)
        {
            return PasswordTries.Otherwise(looked);
        }

        try
        {
            return await ceremony.LookAtAsync(open, state, answer, cancellation) is { } passkey
                ? await units.RunAsync(work => AdoptAsync(work, handle, visitor, passkey), CancellationToken.None)
                : new ProofOutcome.Wrong();
        }
        catch (DirectoryUnavailableException)
        {
            return new ProofOutcome.Unavailable();
        }
    }

    private async Task<ProofOutcome> AdoptAsync(IUnitOfWork work, string handle, Visitor visitor, Passkey passkey)
    {
        var looked = await links.LookAsync(work, handle, visitor, CancellationToken.None);
        if (looked is not LinkView.OpenHere { Case.Proposed.Kind: MethodKind.Passkey } open)
        {
            return PasswordTries.Otherwise(looked);
        }

        open.Case.Proposed = open.Case.Proposed with { Passkey = passkey };
        return await registration.AdoptAsync(work, open, CancellationToken.None);
    }
}
