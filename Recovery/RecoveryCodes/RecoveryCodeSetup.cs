using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.RecoveryCodes;

/// <summary>Shows new recovery codes on the secure page, and registers them when the person says that they are kept.</summary>
public sealed class RecoveryCodeSetup(LinkDesk links, PageRegistration registration, IKeyRing keys)
{
    private const string Purpose = "recovery-codes";

    /// <summary>Proposes new codes; the earlier ones hold until the person has these.</summary>
    public Proposal Propose(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        var codes = string.Join(' ', Enumerable.Range(0, RecoveryCodeSet.Many).Select(_ => RecoveryCode.New()));
        recoveryCase.Proposed = new ProposedMethod(MethodKind.RecoveryCodes, "", keys.Protect(Purpose, codes));
        recoveryCase.Challenge = null;
        work.Save(recoveryCase);
        return new Proposal.MadeOnPage();
    }

    /// <summary>The codes that wait to be kept; empty when none do.</summary>
    public IReadOnlyList<string> Codes(RecoveryCase recoveryCase) =>
        recoveryCase.Proposed is { Kind: MethodKind.RecoveryCodes, ProtectedSecret: { } secret } ? keys.Unprotect(Purpose, secret).Split(' ') : [];

    /// <summary>The person has kept what the page with this handle showed.</summary>
    public async Task<ProofOutcome> ConfirmAsync(IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation)
    {
        var looked = await links.LookAsync(work, handle, visitor, cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.RecoveryCodes } open || Codes(open.Case) is not { Count: > 0 } codes)
        {
            return PasswordTries.Otherwise(looked);
        }

        // What is kept from here on are hashes.
        var set = RecoveryCodeSet.Of(codes.Select(code => RecoveryCode.Read(code)!));
        open.Case.Proposed = open.Case.Proposed! with { ProtectedSecret = null, Codes = set };
        return await registration.AdoptAsync(work, open, cancellation);
    }
}
