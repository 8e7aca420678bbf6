using Microsoft.Extensions.Http.Resilience;
using Polly;
using ResetBot.Bot.Hosting;
using ResetBot.Recovery.Passwords.Breached;

namespace ResetBot.Bot.BreachedPasswords;

/// <summary>How the host takes a source of breached passwords into use.</summary>
internal static class BreachedPasswordServices
{
    // A range has some 40 KB, padding included.
    private const long MostBytes = 1024 * 1024;

    public static IServiceCollection AddBreachedPasswords(this IServiceCollection services)
    {
        services.AddChecked<BreachedPasswordOptions>(BreachedPasswordOptions.Section, BreachedPasswordOptionsValidator.Faults);
        services.AddSingleton<IBreachedPasswords>(provider => Source(provider, provider.GetRequiredService<BreachedPasswordOptions>()));
        services.AddSingleton<BreachedPasswordCheck>();

        // Nothing of a request is logged or traced: its address ends in the beginning of the hash of somebody's password.
        services.AddHttpClient(RangeApi.ClientName, Set)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
            })
            .AddResilienceHandler(RangeApi.ClientName, Keep);
        return services;
    }

    private static IBreachedPasswords Source(IServiceProvider provider, BreachedPasswordOptions options) => options.Source switch
    {
        BreachSource.None => new NoBreachedPasswords(),
        BreachSource.Folder => new RangeFolder(options.Path, provider.GetRequiredService<ILogger<RangeFolder>>()),
        BreachSource.File => new SortedHashFile(options.Path, provider.GetRequiredService<ILogger<SortedHashFile>>()),
        BreachSource.Api => ActivatorUtilities.CreateInstance<RangeApi>(provider),
        _ => throw new InvalidOperationException($"no such source: {options.Source}"),
    };

    private static void Set(IServiceProvider provider, HttpClient client)
    {
        var options = provider.GetRequiredService<BreachedPasswordOptions>();
        var address = options.Address.AbsoluteUri;
        client.BaseAddress = new Uri(address.EndsWith('/') ? address : address + '/');
        client.Timeout = options.Timeout * 3; // Each try has its own; this one ends an answer that begins and then stops.
        client.MaxResponseContentBufferSize = MostBytes;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("ResetBot");
        client.DefaultRequestHeaders.Add("Add-Padding", "true");
    }

    // Somebody waits in front of a page: one more try, and none while the far end is known to be down.
    private static void Keep(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<BreachedPasswordOptions>();
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline
            .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero, ShouldRetryAfterHeader = false })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { MinimumThroughput = 10, BreakDuration = TimeSpan.FromSeconds(15) })
            .AddTimeout(options.Timeout);
    }
}
