using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Storage;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What people did waits for too long: what they are told of it is true, and nothing goes on waiting behind it.</summary>
public sealed class SlackLateTurns : IAsyncLifetime
{
    private const string Late = "I could not take up in time";
    private const string Who = "users.info";

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 5 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_was_served_all_the_same_is_not_told_that_nothing_was_done()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var message = chat.Message("reset");
        _host.Slack!.Script(Who, "internal_error", "internal_error");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(message)).Status);
        await _host.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(message.ToJsonString(), SlackWire.Json, retry: 1)).Status);
        await chat.SeesEver("step 1 of 2");
        await _host.PassAsync(TimeSpan.FromMinutes(3));
        Assert.DoesNotContain(chat.All, said => said.Text.Contains(Late, StringComparison.Ordinal));
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
        Assert.DoesNotContain(_host.Services.GetRequiredService<IOutbox>().Waiting(), item => item.Kind == "slack-turn");
    }

    [Fact]
    public async Task What_they_were_told_was_not_done_is_not_done_by_a_later_delivery()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var message = chat.Message("reset");
        _host.Slack!.Script(Who, "internal_error", "internal_error");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(message)).Status);
        await _host.PassAsync(TimeSpan.FromMinutes(3));
        await chat.SeesEver(Late);
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(message.ToJsonString(), SlackWire.Json, retry: 2)).Status);
        await _host.QuietAsync();
        await _host.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(message.ToJsonString(), SlackWire.Json, retry: 3)).Status);
        await _host.QuietAsync();
        Assert.Single(chat.All, said => said.Text.Contains(Late, StringComparison.Ordinal));
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task What_could_not_be_done_in_an_hour_is_put_aside_and_nothing_waits_behind_it()
    {
        var chat = _host.SlackChat(_host.Somebody());
        string[] errors = [.. Enumerable.Repeat("internal_error", 30)];
        _host.Slack!.Script(Who, errors);
        _host.Slack.Script("conversations.open", errors);
        await chat.PostAsync(SlackWire.FormOf(SlackWire.Command(chat.User, "C0RANDOM", "reset")), SlackWire.Form);
        for (var minutes = 0; minutes <= 65; minutes += 5)
        {
            await _host.PassAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Single(_host.Log, line => line.Contains("is a dead letter: It could not be done in an hour.", StringComparison.Ordinal));
        _host.Slack.Scripted.Clear();
        var kept = 0;
        _host.Services.GetRequiredService<IOutbox>().Saved += items => kept += items.Count(item => item.Kind == "slack-turn");
        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Equal((0, 1), (kept, _host.Count(chat.Person, "CaseStarted")));
    }
}
