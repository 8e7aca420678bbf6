using System.Net;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What comes over a connection and is nothing, or nobody's here, does nothing; what comes after it does.</summary>
public sealed class SocketModeRefusals : SocketModeScene
{
    [Theory]
    [InlineData("this is not JSON")]
    [InlineData("[1]")]
    [InlineData("""{"type":"events_api","payload":{}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback"}}""")]
    [InlineData("""{"type":"slash_commands","envelope_id":"e1","payload":{"command":"/resetbot","text":7}}""")]
    [InlineData("""{"type":"interactive","envelope_id":"e1","payload":{"type":"block_actions"}}""")]
    [InlineData("""{"type":"poem","envelope_id":"e1","payload":{}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback","event_id":"\ud800"}}""")]
    public async Task What_cannot_be_read_does_nothing_and_the_connection_goes_on(string text)
    {
        var chat = Host.SlackChat(Host.Somebody());
        foreach (var line in Sockets.Lines)
        {
            await line.SendAsync(text);
        }

        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Contains(Host.Log, said => said.Contains("could not be read", StringComparison.Ordinal));
        Assert.Equal(2, Sockets.Opened);
    }

    [Fact]
    public async Task What_is_too_long_or_too_deep_is_passed_over()
    {
        var chat = Host.SlackChat(Host.Somebody());
        foreach (var line in Sockets.Lines)
        {
            await line.SendAsync("{\"type\":\"events_api\",\"envelope_id\":\"e1\",\"payload\":\"" + new string('a', 2 * 1024 * 1024) + "\"}");
            await line.SendAsync(string.Concat(Enumerable.Repeat("{\"payload\":", 500)) + "1" + new string('}', 500));
        }

        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Equal(2, Sockets.Opened);
    }

    [Fact]
    public async Task Nobody_of_another_workspace_is_served()
    {
        var chat = Host.SlackChat(Host.Somebody());
        var foreign = chat.Message("reset");
        foreign["authorizations"]![0]!["team_id"] = "T0ELSEWHERE";
        await chat.PostAsync(foreign);
        await chat.SeesNo();
        Assert.Contains(Host.Log, line => line.Contains("T0ELSEWHERE", StringComparison.Ordinal));
        Assert.Equal(0, Host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task Requests_are_not_taken_beside_it()
    {
        var chat = Host.SlackChat(Host.Somebody());
        var (status, _) = await chat.PostAsync(chat.Message("reset").ToJsonString(), SlackWire.Json);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
    }
}
