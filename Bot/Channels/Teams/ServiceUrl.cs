using System.Collections.Concurrent;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams;

/// <summary>What there is to know of the address of a connector. A company has a handful of them, and one comes with every activity: each is taken apart once.</summary>
internal sealed class ServiceUrl
{
    private const int MostKnown = 256;
    private static readonly ConcurrentDictionary<string, ServiceUrl> Known = new();

    private ServiceUrl(string address)
    {
        IsWebAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        IsLoopback = uri is not null && LoopbackOnly.IsLoopbackUrl(uri);
        IsPublic = uri is not null && ConnectorAddress.IsPublic(uri);
        Connector = Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var connector) && connector is { Query: "", UserInfo: "" }
            ? new Uri(connector, ".")
            : null;
    }

    /// <summary>Absolute, and http or https.</summary>
    public bool IsWebAddress { get; }

    /// <summary>A web address on this machine.</summary>
    public bool IsLoopback { get; }

    /// <summary>A web address on the internet, by its looks.</summary>
    public bool IsPublic { get; }

    /// <summary>What the connector's paths are appended to; null when the address is none, or hides something.</summary>
    public Uri? Connector { get; }

    /// <summary>How many addresses are remembered.</summary>
    public static int Remembered => Known.Count;

    public static ServiceUrl Of(string address)
    {
        if (Known.TryGetValue(address, out var known))
        {
            return known;
        }

        if (Known.Count >= MostKnown)
        {
            Known.Clear();
        }

        return Known[address] = new ServiceUrl(address);
    }
}
