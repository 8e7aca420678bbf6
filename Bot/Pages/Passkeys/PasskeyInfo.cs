using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using ResetBot.Recovery.Passkeys;

namespace ResetBot.Bot.Pages.Passkeys;

/// <summary>A passkey in the framework's words and in ours. What was attested is not looked at, and not kept.</summary>
internal static class PasskeyInfo
{
    public static UserPasskeyInfo Of(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.CredentialId),
        Base64Url.DecodeFromChars(passkey.PublicKey),
        passkey.CreatedAt,
        passkey.SignCount,
        [.. passkey.Transports],
        isUserVerified: true,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        attestationObject: [],
        clientDataJson: []);

    public static Passkey Read(UserPasskeyInfo info, DateTimeOffset createdAt) => new(
        Base64Url.EncodeToString(info.CredentialId),
        Base64Url.EncodeToString(info.PublicKey),
        info.SignCount,
        info.Transports ?? [],
        info.IsBackupEligible,
        info.IsBackedUp,
        createdAt);
}
