using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Trust;

public sealed class ClaimAttacks : IAsyncLifetime
{
    private readonly BotServiceStandIn _service = new();
    private TeamsParts _parts = null!;

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        _parts = TeamsParts.Configured(_service);
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task An_expired_token_is_refused_after_five_minutes_of_grace()
    {
        var token = Token();
        _parts.Time.Advance(TimeSpan.FromMinutes(64));
        Assert.IsType<TokenVerdict.Genuine>(await CheckAsync(token));

        _parts.Time.Advance(TimeSpan.FromMinutes(1));
        await RefusesAsync(token);
    }

    [Fact]
    public async Task A_token_that_is_not_yet_valid_is_refused_until_five_minutes_before()
    {
        var token = Token().With("nbf", _parts.Time.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds());
        await RefusesAsync(token);

        _parts.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<TokenVerdict.Genuine>(await CheckAsync(token));
    }

    [Fact]
    public async Task A_token_that_never_expires_is_refused() => await RefusesAsync(Token().With("exp", null));

    [Fact]
    public async Task A_token_for_another_bot_is_refused() => await RefusesAsync(Token().With("aud", "11111111-2222-3333-4444-555555555555"));

    [Theory]
    [InlineData("api://" + BotServiceStandIn.AppId)]
    [InlineData("https://api.botframework.com")]
    [InlineData("")]
    public async Task Another_spelling_of_the_audience_is_refused(string audience) => await RefusesAsync(Token().With("aud", audience));

    [Fact]
    public async Task A_token_for_us_and_somebody_else_is_refused() =>
        await RefusesAsync(Token().With("aud", new JsonArray(BotServiceStandIn.AppId, "somebody-else")));

    [Fact]
    public async Task A_token_for_nobody_is_refused() => await RefusesAsync(Token().With("aud", null));

    [Theory]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")]
    [InlineData("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0")]
    [InlineData("https://login.microsoftonline.com/69e9b82d-4842-4902-8d1e-abc5b98a55e8/v2.0")]
    [InlineData("https://login.microsoftonline.com/" + TeamsWire.TenantId + "/v2.0")]
    public async Task Tokens_of_the_emulator_and_of_skills_are_refused(string issuer)
    {
        await RefusesAsync(Token().With("iss", issuer).With("ver", "2.0").With("azp", BotServiceStandIn.AppId));
        await RefusesAsync(Token().With("iss", issuer).With("ver", "1.0").With("appid", "another-bot"));
    }

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("HTTPS://API.BOTFRAMEWORK.COM")]
    [InlineData("")]
    public async Task Another_issuer_is_refused(string issuer) => await RefusesAsync(Token().With("iss", issuer));

    [Fact]
    public async Task A_token_without_a_service_url_is_refused()
    {
        await RefusesAsync(Token().With("serviceurl", null));
        await RefusesAsync(Token().With("serviceurl", ""));
        await RefusesAsync(Token().With("serviceurl", null).With("serviceUrl", BotServiceStandIn.ServiceUrl));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    public async Task A_token_does_not_speak_for_another_service_url(string serviceUrl)
    {
        var genuine = Assert.IsType<TokenVerdict.Genuine>(await CheckAsync(Token()));

        Assert.False(genuine.Token.SpeaksFor("msteams", serviceUrl));
    }

    [Fact]
    public async Task Service_urls_are_compared_without_regard_to_case()
    {
        var genuine = Assert.IsType<TokenVerdict.Genuine>(await CheckAsync(Token()));

        Assert.True(genuine.Token.SpeaksFor("msteams", BotServiceStandIn.ServiceUrl.ToUpperInvariant()));
    }

    [Fact]
    public async Task A_key_endorsed_for_other_channels_does_not_speak_for_teams()
    {
        var key = _service.Publish("web", "webchat", "directline");

        var genuine = Assert.IsType<TokenVerdict.Genuine>(await CheckAsync(Token().WithHeader("kid", "web").SignedWith(key)));

        Assert.False(genuine.Token.SpeaksFor("msteams", BotServiceStandIn.ServiceUrl));
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_no_channel()
    {
        var key = _service.Publish("bare");

        var genuine = Assert.IsType<TokenVerdict.Genuine>(await CheckAsync(Token().WithHeader("kid", "bare").SignedWith(key)));

        Assert.False(genuine.Token.SpeaksFor("msteams", BotServiceStandIn.ServiceUrl));
    }

    private TokenShape Token() => BotServiceStandIn.Token(_parts.Time.GetUtcNow());

    private Task<TokenVerdict> CheckAsync(TokenShape token) => CheckAsync("Bearer " + token);

    private Task<TokenVerdict> CheckAsync(StringValues header) =>
        _parts.Get<ChannelTokenValidator>().CheckAsync(header, TestContext.Current.CancellationToken);

    private Task RefusesAsync(TokenShape token) => RefusesAsync("Bearer " + token);

    private async Task RefusesAsync(StringValues header) => Assert.IsType<TokenVerdict.Refused>(await CheckAsync(header));
}
