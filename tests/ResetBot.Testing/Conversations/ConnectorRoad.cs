using System.Collections.Concurrent;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>The road to the connector: what is meant for Teams reaches its stand-in, what is meant for anywhere else arrives nowhere, and both are noted.</summary>
internal sealed class ConnectorRoad(ConnectorStandIn connector)
{
    private readonly ConcurrentQueue<Uri> _asked = new();

    public IReadOnlyCollection<Uri> Asked => _asked;

    public DelegatingHandler Handler() => new Turnpike(connector, _asked);

    private sealed class Turnpike(ConnectorStandIn connector, ConcurrentQueue<Uri> asked) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.AbsoluteUri;
            asked.Enqueue(request.RequestUri);
            if (!address.StartsWith(BotServiceStandIn.ServiceUrl, StringComparison.Ordinal))
            {
                throw new HttpRequestException($"The road leads to no {address}.");
            }

            request.RequestUri = new Uri(connector.Address, address[BotServiceStandIn.ServiceUrl.Length..]);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
