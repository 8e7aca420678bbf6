using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;

namespace ResetBot.Recovery.Policy;

/// <summary>Says what a licence tier covers.</summary>
public static class Licences
{
    public static bool Covers(LicenceTier tier, Account account, Operation operation) => tier switch
    {
        LicenceTier.Free => account is { IsAdministrator: true, Origin: AccountOrigin.CloudOnly } && operation != Operation.Unlock,
        LicenceTier.Basic => account.Origin == AccountOrigin.CloudOnly,
        LicenceTier.Premium => true,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "no such tier"),
    };
}
