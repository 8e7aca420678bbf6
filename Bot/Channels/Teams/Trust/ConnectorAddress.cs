using System.Net;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>
/// Tells whether an address can be that of a connector on the internet. A token names it, but whoever gets one to be signed must not be able to send
/// the bot, and its token, to a machine of the company's own network.
/// </summary>
internal static class ConnectorAddress
{
    // RFC 6761, RFC 6762 §3, RFC 8375, and ICANN's reservation of 2024: names that are never on the internet.
    private static readonly string[] LocalNames = ["localhost", "local", "internal", "home.arpa", "lan", "intranet", "corp", "test"];

    /// <summary>True for https, a name of the public kind, and nothing that hides where it goes.</summary>
    public static bool IsPublic(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && IsPublicName(address.IdnHost.TrimEnd('.'));

    // Connectors have names: an address in figures, in whatever spelling, is somewhere else.
    private static bool IsPublicName(string name) =>
        name.Contains('.', StringComparison.Ordinal)
        && !IPAddress.TryParse(name.Trim('[', ']'), out _)
        && !LoopbackOnly.IsLoopbackHost(name)
        && !LocalNames.Any(local => name.EndsWith("." + local, StringComparison.OrdinalIgnoreCase));
}
