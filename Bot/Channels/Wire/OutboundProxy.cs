using System.Net;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>The proxy that the environment names, for everything but this machine: what is meant to stay here stays here.</summary>
internal sealed class OutboundProxy : IWebProxy
{
    private readonly IWebProxy _inner = HttpClient.DefaultProxy;

    public ICredentials? Credentials
    {
        get => _inner.Credentials;
        set => _inner.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : _inner.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || _inner.IsBypassed(host);
}
