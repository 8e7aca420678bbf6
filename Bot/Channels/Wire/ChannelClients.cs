namespace ResetBot.Bot.Channels.Wire;

/// <summary>The HTTP clients with which channels call their far ends.</summary>
internal static class ChannelClients
{
    // No redirects: a token, or the trust in a key, goes to the address that was checked and nowhere else. The addresses hold ids of
    // people's conversations, so that the client's own log lines are off.
    public static IHttpClientBuilder AddChannelClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                Proxy = new OutboundProxy(),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
}
