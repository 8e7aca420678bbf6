using System.Security.Cryptography;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passkeys;

/// <summary>
/// Invites the browser on an open secure page to make or use a passkey, and looks at what it answers. An answer is worth something for the page
/// that it was asked on only.
/// </summary>
public sealed class PasskeyCeremony(IPasskeys passkeys, IUnitsOfWork units, CaseAccounts accounts, KeyedHash hash, IKeyRing keys)
{
    /// <summary>What the page shows to the browser; the state in it is encrypted.</summary>
    /// <exception cref="DirectoryUnavailableException">Whose account it is cannot be told now.</exception>
    public async Task<PasskeyInvitation> InviteAsync(LinkView.OpenHere open, CancellationToken cancellation)
    {
        var owner = await OwnerAsync(open, cancellation);

        // Naming the keys of an account would tell that it has some, so that a browser in which nothing was proved is asked for any.
        var invitation = open.Link.Purpose == LinkPurpose.PasskeySetup
            ? await passkeys.InviteAsync(owner)
            : await passkeys.AskAsync(open.Case.IsBlind ? null : owner);
        return invitation with { State = keys.Protect(Purpose(open.Link), invitation.State) };
    }

    /// <summary>The passkey that was made or used on the page; null when what came is not right.</summary>
    internal async Task<Passkey?> LookAtAsync(LinkView.OpenHere open, string state, string answer, CancellationToken cancellation)
    {
        if (Read(open.Link, state) is not { } plain)
        {
            return null;
        }

        var owner = await OwnerAsync(open, cancellation);
        return open.Link.Purpose == LinkPurpose.PasskeySetup
            ? await passkeys.MadeAsync(owner, plain, answer)
            : await passkeys.UsedAsync(owner, plain, answer);
    }

    private Task<PasskeyOwner> OwnerAsync(LinkView.OpenHere open, CancellationToken cancellation) => units.RunAsync(
        async work =>
        {
            var account = await accounts.OfAsync(open.Case, cancellation);
            var record = await AccountRecord.OfAsync(work, open.Case.Account, cancellation);
            var handle = hash.Of(open.Case.Account.ToString(), "passkey-owner|")[..40];
            return new PasskeyOwner(handle, account?.UserName ?? "", account?.DisplayName ?? "", record.Find(MethodKind.Passkey)?.Passkey);
        },
        cancellation);

    private string? Read(SecureLink link, string state)
    {
        try
        {
            return keys.Unprotect(Purpose(link), state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Purpose(SecureLink link) => "passkey|" + link.Key;
}
