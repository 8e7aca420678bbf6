using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The Home tab in Slack: how the account stands, and a button for everything that can be begun.</summary>
public sealed class HomeTab(SlackFixture fixture) : IClassFixture<SlackFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task It_shows_how_the_account_stands_and_what_is_registered()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var home = await chat.OpensHome();
        Assert.Contains(chat.Person.UserName, home.Text, StringComparison.Ordinal);
        Assert.Contains("E-mail", home.Text, StringComparison.Ordinal);
        Assert.Contains("Text message", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Person.Mobile, home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Person.Email, home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_that_the_person_chose()
    {
        var chat = _host.SlackChat(_host.Somebody(), "sv-SE");
        Assert.Contains("fortsätter under Meddelanden", (await chat.OpensHome()).Text, StringComparison.Ordinal);
        await chat.Says("language").Sees("English").Says("english").Sees("");
        Assert.Contains("goes on under Messages", (await chat.OpensHome()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset", "step 1 of 2")]
    [InlineData("unlock", "not locked")]
    [InlineData("change", "Change your password")]
    [InlineData("register", "First show that it is you")]
    [InlineData("not me", "Stop recovery")]
    [InlineData("privacy", "What I keep about you")]
    [InlineData("language", "Svenska")]
    [InlineData("help", "What I can do")]
    public async Task Each_button_begins_what_it_says_in_the_conversation(string choice, string seen)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.OpensHome();
        await chat.TapsHome(choice);
        await chat.SeesEver(seen);
    }

    [Fact]
    public async Task It_is_drawn_anew_when_something_happens_to_the_account()
    {
        var chat = _host.SlackChat(_host.Somebody());
        Assert.Contains("Text message", (await chat.OpensHome()).Text, StringComparison.Ordinal);
        await RemovesTextMessagesAsync(chat);
        Assert.DoesNotContain("Text message", chat.Home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_in_Teams_is_seen_there_too()
    {
        var person = _host.Somebody();
        var slack = _host.SlackChat(person);
        Assert.Contains("Text message", (await slack.OpensHome()).Text, StringComparison.Ordinal);
        await RemovesTextMessagesAsync(_host.Chat(person));
        Assert.DoesNotContain("Text message", slack.Home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_looked_has_none_drawn()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await RemovesTextMessagesAsync(chat);
        Assert.Equal("", chat.Home.Text);
    }

    [Fact]
    public async Task Whoever_is_not_served_sees_why_and_can_begin_nothing()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Users[chat.User.Id] = chat.User with { IsGuest = true };
        var home = await chat.OpensHome();
        Assert.Contains("people of this company", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Person.UserName, home.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoryException>(() => chat.TapsHome("reset"));
        await chat.PostAsync(SlackWire.HomeTap(chat.User, " reset"));
        await _host.QuietAsync();
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task Whoever_becomes_somebody_who_is_not_served_sees_it_at_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.OpensHome();
        _host.Slack!.Users[chat.User.Id] = chat.User with { IsGuest = true };
        await chat.PostAsync(SlackWire.Event(chat.User, new JsonObject { ["type"] = "user_change", ["user"] = new JsonObject { ["id"] = chat.User.Id } }));
        await _host.QuietAsync();
        Assert.DoesNotContain(chat.Person.UserName, chat.Home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_shown_to_somebody_of_another_workspace()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var opened = SlackWire.Opened(chat.User, "home");
        opened["authorizations"]![0]!["team_id"] = "T0FOREIGN";
        await chat.PostAsync(opened);
        await _host.QuietAsync();
        Assert.Equal("", chat.Home.Text);
    }

    [Fact]
    public async Task Of_many_openings_at_once_not_each_is_drawn()
    {
        const int Times = 50;
        var chat = _host.SlackChat(_host.Somebody());
        await chat.OpensHome();
        _host.Slack!.Script("views.publish", "429");
        var called = _host.Slack.Calls.Count(call => call.Method == "views.publish");
        for (var time = 0; time < Times; time++)
        {
            await chat.PostAsync(SlackWire.Opened(chat.User, "home"));
        }

        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        Assert.Equal(called + 2, _host.Slack.Calls.Count(call => call.Method == "views.publish"));
    }

    [Fact]
    public async Task A_tap_that_is_delivered_twice_acts_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.OpensHome();
        var tap = SlackWire.HomeTap(chat.User, " reset");
        await chat.PostAsync(tap);
        await chat.PostAsync(tap);
        await chat.SeesEver("step 1 of 2");
        await _host.QuietAsync();
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    public async Task What_Slack_does_not_take_now_is_published_later(string answer)
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script("views.publish", answer);
        await chat.OpensHome();
        Assert.Equal("", chat.Home.Text);
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        Assert.Contains(chat.Person.UserName, chat.Home.Text, StringComparison.Ordinal);
    }

    private async Task RemovesTextMessagesAsync(ChatDriver chat)
    {
        await chat.BeginsToRegisterAsync();
        await chat.Says("remove").Sees("E-mail", "Text message").Says("sms").Sees("is removed");
        await _host.QuietAsync();
    }
}
