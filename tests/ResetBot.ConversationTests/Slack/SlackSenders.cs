using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Whoever is not an employee in the company's own workspace gets nothing done, and is told so.</summary>
public sealed class SlackSenders(SlackFixture fixture) : IClassFixture<SlackFixture>
{
    private readonly ChatHost _host = fixture.Host;

    public static TheoryData<string, string> Strangers => new()
    {
        { "a guest", "I help people of this company only" },
        { "a guest of one channel", "I help people of this company only" },
        { "somebody of a shared channel", "I help people of this company only" },
        { "an unconfirmed address", "I am not told who you are" },
        { "no address", "I am not told who you are" },
        { "an address of nobody", "I find no account for you" },
        { "a short name", "I find no account for you" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_stranger_is_refused_and_told(string who, string told)
    {
        var person = _host.Somebody();
        var chat = _host.SlackChat(person);
        Become(chat.User, who);
        await chat.Says("reset").Sees(told).SeesNo("step 1");
        Assert.Equal(0, _host.Count(person, "CaseStarted"));
    }

    [Fact]
    public async Task Who_becomes_a_guest_in_the_middle_goes_no_further()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        chat.User.IsGuest = true;
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("I help people of this company only");
        Assert.Equal(0, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task Who_left_begins_nothing_and_is_written_to_no_more()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        chat.User.IsDeleted = true;
        await chat.Says("reset").SeesNo();
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task With_whom_Slack_opens_no_conversation_is_not_waited_for()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script("conversations.open", "cannot_dm_bot");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(SlackWire.HomeTap(chat.User, " reset"))).Status);
        await _host.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(_host.Slack.Calls, call => call.Method == "conversations.open" && call.Arguments["users"]?.ToString() == chat.User.Id);
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task Who_becomes_a_guest_gets_no_question_again_by_an_edited_message_or_an_opened_tab()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        chat.User.IsGuest = true;
        await chat.SendAsync(SlackWire.Opened(chat.User, "messages"));
        await chat.SeesNo();
        var file = chat.Message("");
        file["event"]!["subtype"] = "file_share";
        await chat.SendAsync(file);
        await chat.SeesNo();
        var newcomer = _host.SlackChat(_host.Somebody());
        newcomer.User.IsGuest = true;
        await newcomer.SendAsync(SlackWire.Opened(newcomer.User, "messages"));
        await newcomer.SeesNo();
    }

    [Fact]
    public async Task A_conversation_whose_person_became_another_one_begins_anew()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var before = chat.Person;
        var now = _host.Somebody();
        chat.User.Email = now.UserName;
        await chat.Says(() => _host.Outbox.CodeAsync(before.Email)).SeesNo("That is right");
        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Equal((1, 0), (_host.Count(before, "CaseStarted"), _host.Count(before, "GatePassed")));
        Assert.Equal(1, _host.Count(now, "CaseStarted"));
    }

    [Fact]
    public async Task A_tap_where_others_are_does_nothing_but_say_where_to_go()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var tap = chat.Tap(chat.ButtonFor("email"));
        tap["container"]!["channel_id"] = "C0SHARED";
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(tap)).Status);
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
        var shown = Assert.Single(_host.Slack!.Calls, call => (string?)call.Arguments["channel"] == "C0SHARED");
        Assert.Equal("chat.postEphemeral", shown.Method);
    }

    [Fact]
    public async Task An_outsider_who_says_they_are_of_here_is_looked_up_and_refused()
    {
        var chat = _host.SlackChat(_host.Somebody());
        chat.User.Team = "T0PARTNER";
        var tap = SlackWire.Tap(chat.User, " reset", null);
        tap["team"] = new JsonObject { ["id"] = SlackStandIn.Team };
        await chat.SendAsync(tap);
        await chat.Sees("I help people of this company only");
        tap = SlackWire.Tap(chat.User, " reset", null);
        tap["team"] = null;
        tap["enterprise"] = new JsonObject { ["id"] = "E0PARTNER" };
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.SendAsync(tap)).Status);
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task Bots_are_never_answered_and_never_looked_up()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var asked = _host.Slack!.Calls.Count;
        var message = chat.Message("reset");
        message["event"]!["bot_id"] = "B0OTHER";
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(message)).Status);
        message = chat.Message("reset");
        message["event"]!["subtype"] = "bot_message";
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(message)).Status);
        await chat.SeesNo();
        Assert.Equal(asked, _host.Slack.Calls.Count);
    }

    [Fact]
    public async Task A_foreign_workspace_is_forbidden()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var message = chat.Message("reset");
        message["authorizations"]![0]!["team_id"] = "T0FOREIGN";
        var (status, body) = await chat.SendAsync(message);
        Assert.Equal((HttpStatusCode.Forbidden, "WorkspaceNotAllowed"), (status, (string?)body!["error"]!["code"]));
        await chat.SeesNo();
    }

    [Fact]
    public async Task In_a_channel_only_the_person_sees_where_to_go_and_the_bot_writes_to_them()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var mention = SlackWire.Mention(chat.User, "C0GENERAL", "I forgot my password");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(mention)).Status);
        await chat.Sees("Hello Person");
        var shown = Assert.Single(_host.Slack!.Calls, call => (string?)call.Arguments["channel"] == "C0GENERAL");
        Assert.Equal(("chat.postEphemeral", chat.User.Id), (shown.Method, (string?)shown.Arguments["user"]));
        Assert.DoesNotContain(_host.Slack.Calls, call => call.Method == "chat.postMessage" && (string?)call.Arguments["channel"] == "C0GENERAL");
    }

    [Fact]
    public async Task A_slash_command_anywhere_goes_on_in_the_persons_own_conversation()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var form = SlackWire.FormOf(SlackWire.Command(chat.User, "C0RANDOM", "reset"));
        var (status, body) = await chat.PostAsync(form, SlackWire.Form);
        Assert.Equal((HttpStatusCode.OK, "ephemeral"), (status, (string?)body!["response_type"]));
        await chat.Sees("step 1 of 2");
        Assert.DoesNotContain(_host.Slack!.Calls, call => (string?)call.Arguments["channel"] == "C0RANDOM");
    }

    [Fact]
    public async Task Edited_messages_and_files_are_answered_and_change_nothing()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var edited = SlackWire.Event(chat.User, new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["channel"] = chat.User.Direct,
            ["channel_type"] = "im",
            ["hidden"] = true,
            ["message"] = new JsonObject { ["type"] = "message", ["user"] = chat.User.Id, ["text"] = "email" },
            ["previous_message"] = new JsonObject { ["type"] = "message", ["user"] = chat.User.Id, ["text"] = "status" },
        });
        await chat.SendAsync(edited);
        await chat.Sees("I can only read words").Sees("step 1 of 2");
        var file = chat.Message("");
        file["event"]!["subtype"] = "file_share";
        await chat.SendAsync(file);
        await chat.Sees("I can only read words").Sees("step 1 of 2");
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
    }

    private static void Become(SlackUser user, string who)
    {
        switch (who)
        {
            case "a guest":
                user.IsGuest = true;
                break;
            case "a guest of one channel":
                user.IsSingleChannelGuest = true;
                break;
            case "somebody of a shared channel":
                user.Team = "T0PARTNER";
                break;
            case "an unconfirmed address":
                user.IsEmailConfirmed = false;
                break;
            case "no address":
                user.Email = null;
                break;
            case "an address of nobody":
                user.Email = "nobody@contoso.example";
                break;
            case "a short name":
                user.Email = user.Email!.Split('@')[0];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(who), who, "no such stranger");
        }
    }
}
