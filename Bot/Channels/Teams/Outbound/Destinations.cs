using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// Says which connectors may be called. Whoever has the bot's token can speak as the bot, so that it goes over https only, and only to the
/// cloud's own hosts or to an address that a verified token named. In demo mode there is no token, and nothing leaves the machine.
/// </summary>
internal sealed class Destinations(IOptions<TeamsOptions> teams, IOptions<DemoOptions> demo, ProvenServiceUrls proven)
{
    /// <summary>
    /// For the reference of a conversation. Its service URL counts as proven: a reference is made and stored only from an activity that came
    /// with a verified token. Without one it is the cloud's own connector.
    /// </summary>
    public Destination OfReference(string? serviceUrl) => Judge(serviceUrl, _ => true);

    /// <summary>For an address from anywhere else, such as the answer of another connector.</summary>
    public Destination OfAddress(string? serviceUrl) => Judge(serviceUrl, proven.IsProven);

    private Destination Judge(string? serviceUrl, Func<string, bool> isProven)
    {
        var cloud = CloudAddresses.Of(teams.Value.Cloud);
        if ((serviceUrl ?? cloud.ServiceUrl?.ToString()) is not { } address)
        {
            return new Destination.Refused("No service URL is known.");
        }

        var service = Teams.ServiceUrl.Of(address);
        if (service.Connector is not { } connector)
        {
            return new Destination.Refused("The service URL is not a plain web address.");
        }

        if (demo.Value.Enabled is true)
        {
            return service.IsLoopback
                ? new Destination.Local(connector)
                : new Destination.Refused("Demo mode calls no connector elsewhere.");
        }

        if (!teams.Value.IsConfigured)
        {
            return new Destination.Refused("There is no app id to send with.");
        }

        return service.IsPublic && ((connector.IsDefaultPort && cloud.Hosts.Contains(connector.Host)) || isProven(address))
            ? new Destination.Trusted(connector)
            : new Destination.Refused("The service URL is not proven.");
    }
}
