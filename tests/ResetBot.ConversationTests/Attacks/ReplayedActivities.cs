using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody repeats what Teams has sent.</summary>
public sealed class ReplayedActivities(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Every_activity_that_is_delivered_twice_acts_once()
    {
        var chat = _host.Chat(_host.Somebody());
        await TwiceAsync(chat, () => chat.Message("reset"), "step 1 of 2");
        await TwiceAsync(chat, () => chat.Tap(chat.ButtonFor("email")), "Type the code");
        var code = await _host.Outbox.CodeAsync(chat.Person.Email);
        await TwiceAsync(chat, () => chat.Message(code), "Text message");
        code = await _host.Outbox.CodeAsync(chat.Person.Mobile);
        await TwiceAsync(chat, () => chat.Message(code), "Choose your new password");
        Assert.Equal(0, _host.Count(chat.Person, "CodeWrong"));
        Assert.Equal(2, _host.Count(chat.Person, "CodeSent"));
        Assert.Equal(1, _host.Count(chat.Person, "LinkIssued"));
    }

    [Fact]
    public async Task One_delivery_repeated_by_all_at_once_is_one_turn()
    {
        var chat = _host.Chat(_host.Somebody());
        var activity = chat.Message("reset");
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => chat.PostAsync(activity.DeepClone().AsObject())));
        await chat.Sees("step 1 of 2").SeesNo();
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task What_was_recorded_with_its_token_changes_nothing_and_is_refused_once_the_token_has_run_out()
    {
        await using var service = new BotServiceStandIn();
        await service.StartAsync();
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { BotService = service });
        var chat = host.Chat(host.Somebody());
        await chat.PassesEmailAsync(host.Outbox);
        var token = "Bearer " + BotServiceStandIn.Token(host.Clock.GetUtcNow());
        var recorded = chat.Message(await host.Outbox.CodeAsync(chat.Person.Mobile));
        Assert.Equal(HttpStatusCode.Accepted, (await chat.PostAsync(recorded.ToJsonString(), token)).Status);
        await chat.Sees("Choose your new password").SeesNo();
        var before = StoredRows.Digest(host.DataDirectory);
        await host.RestartAsync();
        foreach (var (after, expected) in new[] { (1, HttpStatusCode.Accepted), (58, HttpStatusCode.Accepted), (6, HttpStatusCode.Unauthorized) })
        {
            host.Clock.Advance(TimeSpan.FromMinutes(after));
            Assert.Equal(expected, (await chat.PostAsync(recorded.ToJsonString(), token)).Status);
            await chat.SeesNo();
            Assert.Equal(before, StoredRows.Digest(host.DataDirectory));
        }
    }

    [Fact]
    public async Task The_words_of_somebody_else_in_another_conversation_are_no_answer_there()
    {
        var victim = _host.Chat(_host.Somebody());
        await victim.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var recorded = victim.Message(await _host.Outbox.CodeAsync(victim.Person.Email));
        var other = _host.Chat(_host.Somebody());
        await other.SendAsync(recorded.DeepClone().AsObject().Set("conversation.id", other.Conversation));
        await victim.SeesNo();
        Assert.Equal(0, _host.Count(victim.Person, "GatePassed"));
        await victim.SendAsync(recorded);
        await victim.Sees("That is right");
    }

    private static async Task TwiceAsync(ChatDriver chat, Func<JsonObject> activity, string seen)
    {
        var delivered = activity();
        var (_, first) = await chat.SendAsync(delivered);
        await chat.Sees(seen).SeesNo();
        var (_, second) = await chat.SendAsync(delivered);
        await chat.SeesNo();
        Assert.Equal(first?.ToJsonString(), second?.ToJsonString());
    }
}
