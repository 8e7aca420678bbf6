using Microsoft.Extensions.DependencyInjection;
using ResetBot.Storage;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What people did waits for too long: what they are told of it is true, and nothing goes on waiting behind it.</summary>
public sealed class SlackLateTurns : IAsyncLifetime
{
    private const string Who = "users.info";

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 5 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

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
