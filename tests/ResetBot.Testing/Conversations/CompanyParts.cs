using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Demo;
using ResetBot.Bot.Hosting;
using ResetBot.Directories;
using ResetBot.Directories.Demo;
using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>A host as a company configures it, with people to serve: the demonstration's, and couriers that keep what they are given.</summary>
internal static class CompanyParts
{
    /// <summary>The client secret of its registration.</summary>
    public const string ClientSecret = "Cl1ent~secret.of.this-company-4711";

    public static string[] Arguments(BotServiceStandIn service) =>
    [
        "--environment=Production",
        "--ResetBot:PublicBaseUrl=https://resetbot.example.org",
        "--Teams:AppId=" + BotServiceStandIn.AppId,
        "--Teams:TenantId=" + TeamsWire.TenantId,
        "--Teams:ClientSecret=" + ClientSecret,
        "--Teams:MetadataAddress=" + service.MetadataAddress,
    ];

    public static void Add(IServiceCollection services, ConnectorRoad road, string dataDirectory, int people)
    {
        services.RemoveAll<IDirectory>();
        services.AddDemoDirectory(options =>
        {
            options.File = Path.Combine(dataDirectory, ResetBotHost.DemoFile);
            options.ExtraPeople = people;
        });
        services.RemoveAll<IDemoCompany>();
        services.AddDemoCouriers();
        services.AddHostedService<DemoRegistrations>();
        services.Replace(ServiceDescriptor.Singleton<IConnectorTokens, BotToken>());
        services.AddHttpClient(ConnectorCalls.Client).AddHttpMessageHandler(road.Handler);
    }

    public static async Task<IReadOnlyList<SentMail>> SentAsync(IServiceProvider services) =>
    [
        .. (await services.GetRequiredService<DemoOutbox>().ListAsync(CancellationToken.None))
            .Select(message => new SentMail(message.Id, message.Via, message.To, message.Subject, message.Text, message.SentAt)),
    ];
}
