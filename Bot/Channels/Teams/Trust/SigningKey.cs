using Microsoft.IdentityModel.Tokens;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>A key of the Bot Framework's key set.</summary>
/// <param name="Key">The public key; its <c>KeyId</c> is the set's <c>kid</c>.</param>
/// <param name="Endorsements">The channels that this key may speak for.</param>
internal sealed record SigningKey(RsaSecurityKey Key, IReadOnlySet<string> Endorsements);
