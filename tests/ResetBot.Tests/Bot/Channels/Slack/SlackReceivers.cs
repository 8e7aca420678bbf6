using System.Net;
using System.Text;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Processes;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack;

/// <summary>What the stories send as Slack, to an app behind Bolt's own HTTP receiver: it lets in and understands what is signed, and nothing else.</summary>
public sealed class SlackReceivers : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Client = new();
    private static readonly SlackUser User = SlackUser.Of(Person.Alex);

    private ChildProcess _bolt = null!;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        await Lab.RequireAsync("slack");
        _bolt = ChildProcess.Start("node", [Path.Combine(Lab.Folder, "slack", "receiver.js"), SlackStandIn.SigningSecret], Lab.Folder);
        var said = await _bolt.SaysAsync("listening: ", Limit);
        _address = new Uri("http://127.0.0.1:" + said["listening: ".Length..]);
    }

    public ValueTask DisposeAsync() => _bolt.DisposeAsync();

    public static TheoryData<string, string, string, string> Requests => new()
    {
        { SlackWire.Message(User, "hello").ToJsonString(), SlackWire.Json, "message: hello (0 )", "" },
        { SlackWire.Message(User, "lösenord").ToJsonString(), SlackWire.Json, "message: lösenord (0 )", "" },
        { SlackWire.Opened(User, "home").ToJsonString(), SlackWire.Json, "opened: home", "" },
        { SlackWire.FormOf(SlackWire.Tap(User, "a-prompt reset", null)), SlackWire.Form, "action: a-prompt reset", "" },
        { SlackWire.FormOf(SlackWire.HomeTap(User, " reset")), SlackWire.Form, "action:  reset", "" },
        { SlackWire.FormOf(SlackWire.Command(User, "C0GENERAL", "reset")), SlackWire.Form, "command: reset", "ephemeral" },
        { SlackWire.FormOf(SlackWire.Shortcut(User, "reset", "1.2.3")), SlackWire.Form, "shortcut: reset", "" },
        { SlackWire.FormOf(SlackWire.Submission(User, "V1", "link", "12345678")), SlackWire.Form, "view: 12345678", "clear" },
        { """{"type":"url_verification","challenge":"3eZbrw1aB"}""", SlackWire.Json, "listening", "3eZbrw1aB" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Bolt_lets_in_and_understands_what_is_signed(string body, string media, string heard, string answered)
    {
        using var request = SlackWire.Request(_address, body, media, TimeProvider.System.GetUtcNow());
        var time = long.Parse(request.Headers.GetValues(SlackSignature.TimeHeader).Single(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(SlackSignature.Of(SlackStandIn.SigningSecret, time, Encoding.UTF8.GetBytes(body)), request.Headers.GetValues(SlackSignature.Header).Single());
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(answered, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await _bolt.SaysAsync(heard, Limit);
    }

    [Fact]
    public async Task Bolt_understands_that_an_event_comes_again()
    {
        using var request = SlackWire.Request(_address, SlackWire.Message(User, "again").ToJsonString(), SlackWire.Json, TimeProvider.System.GetUtcNow(), retry: 2);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _bolt.SaysAsync("message: again (2 http_timeout)", Limit);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("stale")]
    [InlineData("bent")]
    [InlineData("unsigned")]
    public async Task Bolt_refuses_what_is_not(string wrong)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = SlackWire.Message(User, wrong).ToJsonString();
        using var request = SlackWire.Request(
            _address, body, SlackWire.Json, wrong == "stale" ? now - TimeSpan.FromMinutes(6) : now, wrong == "forged" ? "another secret" : SlackStandIn.SigningSecret);
        if (wrong == "bent")
        {
            request.Content = new StringContent(body + " ", Encoding.UTF8, SlackWire.Json);
        }

        if (wrong == "unsigned")
        {
            request.Headers.Remove(SlackSignature.Header);
        }

        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("message: " + wrong, _bolt.Said, StringComparison.Ordinal);
    }
}
