using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class DemoModeGuards : IAsyncLifetime
{
    private TeamsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TeamsHost.DemoAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_activity_of_this_machine_comes_in_without_a_token()
    {
        const string playground = "00000000-0000-0000-0000-0000000000001";
        using var answer = await _host.PostLocalAsync(TeamsWire.Message("reset").Set("channelData.tenant.id", playground).Set("conversation.tenantId", playground));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var activity = await _host.Pipeline.NextAsync();
        Assert.Equal((ActivityKind.Message, "reset", playground), (activity.Kind, activity.Text, activity.From.TenantId));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("X-Original-Host", "localhost")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("Via", "1.1 tunnel")]
    [InlineData("Host", "demo.example.com")]
    [InlineData("Host", "localhost.example.com")]
    [InlineData("Host", "192.0.2.1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_request_that_came_from_elsewhere_is_forbidden(string header, string value)
    {
        await _host.PostLocalAsync(TeamsWire.Message("reset"), (header, value)).IsErrorAsync(HttpStatusCode.Forbidden, "LoopbackOnly");

        Assert.Equal(0, _host.Pipeline.Runs);
    }

    [Theory]
    [InlineData("Host", "localhost:3978")]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("Host", "127.8.9.10:3978")]
    [InlineData("Host", "[::1]:3978")]
    [InlineData("Origin", "http://localhost:56150")]
    public async Task Every_name_of_this_machine_will_do(string header, string value)
    {
        using var answer = await _host.PostLocalAsync(TeamsWire.Message("reset"), (header, value));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://localhost@evil.example/")]
    public async Task A_service_url_elsewhere_is_forbidden(string serviceUrl) =>
        await _host.PostAsync(TeamsWire.Message("reset").With("serviceUrl", serviceUrl).ToJsonString(), null)
            .IsErrorAsync(HttpStatusCode.Forbidden, "LoopbackOnly");

    [Fact]
    public async Task Only_teams_is_served() =>
        await _host.PostLocalAsync(TeamsWire.Message("reset").With("channelId", "emulator")).IsErrorAsync(HttpStatusCode.Forbidden, "ChannelNotAllowed");

    [Fact]
    public async Task A_token_that_nobody_can_check_is_not_ignored() =>
        await _host.PostLocalAsync(TeamsWire.Message("reset"), ("Authorization", "Bearer x")).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");

    [Fact]
    public async Task Without_demo_mode_this_machine_is_as_strange_as_any()
    {
        await using var service = new BotServiceStandIn();
        await service.StartAsync();
        await using var real = await TeamsHost.ConfiguredAsync(service);

        await real.PostLocalAsync(TeamsWire.Message("reset")).IsErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Fact]
    public async Task Demo_mode_does_not_start_in_production()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TeamsHost.StartAsync(Environments.Production, new() { ["Demo:Enabled"] = "true" }));

        Assert.Contains("Production", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_mode_does_not_start_beside_an_app_id()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TeamsHost.StartAsync(Environments.Development, TeamsParts.ConfiguredSettings(null)));

        Assert.Contains("Teams:AppId", fault.Message, StringComparison.Ordinal);
        Assert.Contains(BotServiceStandIn.AppId, fault.Message, StringComparison.Ordinal);
    }
}
