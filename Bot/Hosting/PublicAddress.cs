using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ResetBot.Dialogs.Common;

namespace ResetBot.Bot.Hosting;

/// <summary>The address under which browsers reach this service.</summary>
internal sealed class PublicAddress(IOptions<ResetBotOptions> options, IServer server) : ISecurePageAddresses
{
    /// <summary>Without a slash at its end.</summary>
    public string Base => (options.Value.PublicBaseUrl ?? Listening()).TrimEnd('/');

    public string Of(string handle) => $"{Base}/s/{handle}";

    /// <summary>The page of a link in a notice.</summary>
    public string OfObjection(string handle) => $"{Base}/not-me/{handle}";

    // A wildcard address is no address for a browser: on this machine it is localhost.
    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:3978";
        return address.Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal);
    }
}
