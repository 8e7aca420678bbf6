using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ResetBot.Bot.Hosting;

/// <summary>Reads forwarded headers of configured proxies, and of nobody else: whoever could write them could be anybody anywhere.</summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        // What is wrong with them is said when the service starts.
        var configured = app.Configuration.GetSection($"{ResetBotOptions.Section}:{nameof(ResetBotOptions.TrustedProxies)}").Get<List<string>>() ?? [];
        var trusted = configured.Select(Network).OfType<System.Net.IPNetwork>().ToList();
        if (trusted.Count == 0)
        {
            return;
        }

        // Each hop from the last one on counts as long as it is one of ours; the first that is not is where the browser is.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in trusted)
        {
            forwarded.KnownIPNetworks.Add(proxy);
        }

        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>The network that is named; null when it is none.</summary>
    public static System.Net.IPNetwork? Network(string proxy)
    {
        if (IPAddress.TryParse(proxy, out var address))
        {
            return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return System.Net.IPNetwork.TryParse(proxy, out var network) ? network : null;
    }
}
