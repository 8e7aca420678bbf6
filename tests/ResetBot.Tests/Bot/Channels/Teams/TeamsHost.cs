using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ResetBot.Bot.Channels.Teams;
using ResetBot.Bot.Turns;
using ResetBot.Testing;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams;

/// <summary>The Teams endpoint alone, on a real port of this machine, with a fake pipeline behind it.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private TeamsHost(WebApplication app)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>What the host has logged so far.</summary>
    public IReadOnlyCollection<string> Log => _app.Services.GetRequiredService<LogLines>().All;

    public FakePipeline Pipeline => (FakePipeline)_app.Services.GetRequiredService<ITurnPipeline>();

    public WatchedTime Time => (WatchedTime)_app.Services.GetRequiredService<TimeProvider>();

    public static Task<TeamsHost> DemoAsync() => StartAsync(Environments.Development, []);

    public static Task<TeamsHost> ConfiguredAsync(BotServiceStandIn service) =>
        StartAsync(Environments.Production, TeamsParts.ConfiguredSettings(service.MetadataAddress));

    public static async Task<TeamsHost> StartAsync(string environment, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var log = new LogLines();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(log);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new WatchedTime(new DateTimeOffset(2026, 8, 21, 10, 0, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton<ITurnPipeline, FakePipeline>();
        builder.Services.AddTeams();
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsHost(app);
    }

    public Task StopAsync(CancellationToken cancellation) => _app.StopAsync(cancellation);

    /// <summary>An activity as the Agents Playground sends it: without a token, its connector on this machine.</summary>
    public Task<HttpResponseMessage> PostLocalAsync(JsonObject activity, params (string Name, string Value)[] headers) =>
        PostAsync(activity.With("serviceUrl", "http://localhost:56150/_connector").ToJsonString(), null, headers);

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, TokenShape token) => PostAsync(activity.ToJsonString(), "Bearer " + token);

    public async Task<HttpResponseMessage> PostAsync(string body, string? authorization, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        return await PostAsync(content, authorization, headers);
    }

    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string? authorization, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsChannel.Path) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
