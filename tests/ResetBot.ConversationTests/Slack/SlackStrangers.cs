using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Who is not a person of this company is not served whatever address they have; who comes to be one, or has an id of another kind, is.</summary>
public sealed class SlackStrangers : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 4, Arguments = ["Slack:PersonKept=00:05:00"] });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("a bot")]
    [InlineData("a workflow")]
    [InlineData("a stranger")]
    [InlineData("somebody else")]
    public async Task Whom_Slack_calls_something_else_is_refused(string who)
    {
        var chat = _host.SlackChat(_host.Somebody());
        var user = chat.User;
        (user.IsBot, user.IsWorkflowBot, user.IsStranger) = (who == "a bot", who == "a workflow", who == "a stranger");
        user.ToldAs = who == "somebody else" ? "U0ANOTHER" : null;
        await chat.Says("reset").Sees("I help people of this company only").SeesNo("step 1");
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task Slackbot_is_nobody_of_the_company_even_with_an_address_of_it()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var slackbot = new SlackUser("USLACKBOT", "Slackbot") { Email = chat.Person.UserName };
        _host.Slack!.Users[slackbot.Id] = slackbot;
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(SlackWire.Message(slackbot, "reset"))).Status);
        var said = Assert.Single(_host.Slack.Calls, call => call.Method == "chat.postMessage" && (string?)call.Arguments["channel"] == slackbot.Direct);
        Assert.Contains("I help people of this company only", said.Arguments.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task Who_joins_the_workspace_is_known_at_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        chat.User.IsGuest = true;
        await chat.Says("reset").Sees("I help people of this company only");
        chat.User.IsGuest = false;
        await chat.Says("reset").Sees("I help people of this company only");
        var joined = SlackWire.Event(chat.User, new JsonObject { ["type"] = "team_join", ["user"] = chat.User.ToJson(withAddress: true) });
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(joined)).Status);
        await chat.SeesNo();
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task In_an_organisation_somebody_whose_id_begins_with_W_is_served_as_anybody_else()
    {
        await using var host = await SlackInstallSteps.StartAsync();
        await host.InstalledAsync(Whole);
        var chat = host.SlackChat(host.Somebody(), at: Whole with { PeopleBegin = 'W' });
        Assert.StartsWith("W", chat.User.Id, StringComparison.Ordinal);
        await chat.Says("reset").Sees("step 1 of 2").Taps("email").Sees("Type the code");
        await chat.Says(() => host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
        Assert.Contains(chat.Person.UserName, (await chat.OpensHome()).Text, StringComparison.Ordinal);
        Assert.Equal(1, host.Count(chat.Person, "CaseStarted"));
    }

    // https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload, https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
    [Theory]
    [InlineData("view_closed")]
    [InlineData("block_suggestion")]
    public async Task What_happens_beside_questions_is_acknowledged_and_does_nothing(string type)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var called = _host.Slack!.Calls.Count;
        var happened = SlackWire.Submission(chat.User, "V1", "link", "12345678");
        (happened["type"], happened["is_cleared"]) = (type, false);
        (happened["action_id"], happened["block_id"], happened["value"]) = ("choose-0", "b", "email");
        var (status, body) = await chat.PostAsync(SlackWire.FormOf(happened), SlackWire.Form);
        Assert.Equal((HttpStatusCode.OK, null), (status, body));
        await _host.QuietAsync();
        Assert.Equal(called, _host.Slack.Calls.Count);
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task A_command_that_is_played_again_acts_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var form = SlackWire.FormOf(SlackWire.Command(chat.User, "C0GENERAL", "reset"));
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(form, SlackWire.Form)).Status);
        await chat.SeesEver("step 1 of 2");
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(form, SlackWire.Form)).Status);
        }

        await _host.QuietAsync();
        Assert.Single(chat.All, message => message.Text.Contains("step 1 of 2", StringComparison.Ordinal));
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }
}
