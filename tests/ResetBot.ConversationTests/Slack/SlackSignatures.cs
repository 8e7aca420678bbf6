using System.Globalization;
using System.Net;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Whoever cannot sign as Slack does is not let in, and nothing that arrives bent does anything.</summary>
public sealed class SlackSignatures(SlackFixture fixture) : IClassFixture<SlackFixture>
{
    private static readonly HttpClient Client = new();

    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("another secret")]
    [InlineData("no signature")]
    [InlineData("no time")]
    [InlineData("six minutes ago")]
    [InlineData("in six minutes")]
    [InlineData("another time")]
    [InlineData("another body")]
    public async Task A_request_that_Slack_did_not_sign_is_unauthorized_and_changes_nothing(string bent)
    {
        var chat = _host.SlackChat(_host.Somebody());
        var body = chat.Message("reset").ToJsonString();
        var now = _host.Clock.GetUtcNow();
        using var request = bent switch
        {
            "another secret" => SlackWire.Request(_host.Address, body, SlackWire.Json, now, "ffffffffffffffffffffffffffffffff"),
            "six minutes ago" => SlackWire.Request(_host.Address, body, SlackWire.Json, now - TimeSpan.FromMinutes(6)),
            "in six minutes" => SlackWire.Request(_host.Address, body, SlackWire.Json, now + TimeSpan.FromMinutes(6)),
            "another body" => SlackWire.Request(_host.Address, body.Replace("reset", "unlock", StringComparison.Ordinal), SlackWire.Json, now),
            _ => SlackWire.Request(_host.Address, body, SlackWire.Json, now),
        };
        switch (bent)
        {
            case "no signature":
                request.Headers.Remove("X-Slack-Signature");
                break;
            case "no time":
                request.Headers.Remove("X-Slack-Request-Timestamp");
                break;
            case "another time":
                request.Headers.Remove("X-Slack-Request-Timestamp");
                request.Headers.Add("X-Slack-Request-Timestamp", (now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture));
                break;
            case "another body":
                request.Content = new StringContent(body, null, "application/json");
                break;
            default:
                break;
        }

        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await _host.QuietAsync();
        await chat.SeesNo();
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Theory]
    [InlineData("", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("[]", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("null", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":5}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"url_verification\"}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"url_verification\",\"challenge\":\"a\\nb\"}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"event_callback\"}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"../T1\",\"event\":{\"type\":\"message\"}}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0RESETBOT\",\"event\":\"message\"}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0RESETBOT\",\"event\":{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1/../x\",\"user\":\"U1\"}}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0RESETBOT\",\"event\":{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\"}}", SlackWire.Json, HttpStatusCode.BadRequest)]
    [InlineData("", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("a=b", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("payload=", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("payload=%7B%7D", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("payload=%7B%22type%22%3A%22block_actions%22%7D", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("command=%2Fresetbot", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("command=%2Fresetbot&team_id=T1&user_id=U1", SlackWire.Form, HttpStatusCode.BadRequest)]
    [InlineData("ssl_check=1", SlackWire.Form, HttpStatusCode.OK)]
    [InlineData("reset", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_arrives_bent_is_refused_clearly(string body, string media, HttpStatusCode expected)
    {
        using var request = SlackWire.Request(_host.Address, body, media, _host.Clock.GetUtcNow());
        var before = _host.Slack!.Calls.Count;
        using var answer = await Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(before, _host.Slack.Calls.Count);
    }

    [Fact]
    public async Task Slack_gets_its_challenge_back()
    {
        using var request = SlackWire.Request(_host.Address, """{"type":"url_verification","challenge":"3eZbrw1aB"}""", SlackWire.Json, _host.Clock.GetUtcNow());
        using var answer = await Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "3eZbrw1aB"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_body_beyond_the_ceiling_is_too_large()
    {
        using var request = SlackWire.Request(_host.Address, new string(' ', 2_000_000), SlackWire.Json, _host.Clock.GetUtcNow());
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_signing_secret_nobody_is_let_in()
    {
        await using var host = await ChatHost.StartAsync();
        using var request = SlackWire.Request(host.Address, "{}", SlackWire.Json, host.Clock.GetUtcNow());
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
