using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The code with which a chat is linked is typed into a window, and stands in no conversation.</summary>
public sealed class LinkingInWindows : LinkScene
{
    [Theory]
    [InlineData("link")]
    [InlineData("koppla")]
    public async Task A_shortcut_opens_a_window_for_the_code_and_the_window_says_that_it_was_right(string command)
    {
        var (slack, teams) = Unknown();
        var window = await OpensAsync(slack, command);
        var code = await CodeAsync(teams);
        var answer = await TypesAsync(slack, window, $"{code[..4]} {code[4..]}");
        Assert.Equal("update", (string?)answer["response_action"]);
        SlackBlocksOf(answer, "From now on I know you here as " + teams.Person.UserName);
        await teams.Sees("Done: " + NameOf(slack));
        await slack.Says("status").Sees("Your account", teams.Person.UserName);
        Assert.Equal(1, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task A_command_opens_it_too_wherever_it_is_typed()
    {
        var (slack, teams) = Unknown();
        var trigger = Host.Slack!.Triggers.Issue();
        var answer = await slack.PostAsync(SlackWire.FormOf(SlackWire.Command(slack.User, "C0ANYWHERE", "link", trigger)), SlackWire.Form);
        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.Body));
        await slack.SeesNo();
        var window = (string)Assert.Single(Opened()).Answer!["view"]!["id"]!;
        Assert.Equal("update", (string?)(await TypesAsync(slack, window, await CodeAsync(teams)))["response_action"]);
    }

    [Theory]
    [InlineData("1234", "That is no code of 8 digits")]
    [InlineData("marmalade-7", "That is no code of 8 digits")]
    [InlineData("12345678", "I do not know this code")]
    public async Task What_is_no_code_is_said_below_the_field_and_the_window_stays(string typed, string said)
    {
        var (slack, _) = Unknown();
        var answer = await TypesAsync(slack, await OpensAsync(slack, "link"), typed);
        Assert.Equal("errors", (string?)answer["response_action"]);
        Assert.Contains(said, (string?)answer["errors"]!["input"], StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", Host.StoredBytes() + string.Join('\n', Host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_as_in_the_conversation_and_then_none_is_heard()
    {
        var (slack, teams) = Unknown();
        var window = await OpensAsync(slack, "link");
        var code = await CodeAsync(teams);
        var wrong = code == "00000000" ? "11111111" : "00000000";
        for (var tries = 0; tries < 5; tries++)
        {
            await TypesAsync(slack, window, wrong);
        }

        var answer = await TypesAsync(slack, window, code);
        Assert.Contains("too many wrong codes", (string?)answer["errors"]!["input"], StringComparison.Ordinal);
        Assert.Equal(0, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task After_a_wrong_code_the_right_one_counts_in_the_same_window()
    {
        var (slack, teams) = Unknown();
        var window = await OpensAsync(slack, "link");
        var code = await CodeAsync(teams);
        Assert.Equal("errors", (string?)(await TypesAsync(slack, window, code == "00000000" ? "11111111" : "00000000"))["response_action"]);
        Assert.Equal("update", (string?)(await TypesAsync(slack, window, code))["response_action"]);
        Assert.Equal(1, Host.Count(teams.Person, "ChatLinked"));
    }

    [Fact]
    public async Task What_was_typed_is_done_once_however_often_it_comes()
    {
        var (slack, teams) = Unknown();
        var typed = SlackWire.FormOf(SlackWire.Submission(slack.User, await OpensAsync(slack, "link"), "link", "12345678"));
        for (var times = 0; times < 7; times++)
        {
            Assert.Equal("errors", (string?)(await slack.PostAsync(typed, SlackWire.Form)).Body!["response_action"]);
        }

        await slack.Says("link " + await CodeAsync(teams)).Sees("From now on I know you here as");
    }

    [Fact]
    public async Task Who_was_linked_meanwhile_answers_nothing_by_a_code_that_they_type_into_an_old_window()
    {
        var (slack, teams) = Unknown();
        var window = await OpensAsync(slack, "link");
        await slack.Says("link " + await CodeAsync(teams)).Sees("From now on I know you here as");
        await slack.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var answer = await TypesAsync(slack, window, "12345678");
        Assert.Equal("update", (string?)answer["response_action"]);
        SlackBlocksOf(answer, "I know already who you are here");
        await slack.SeesNo();
        Assert.Equal(0, Host.Count(teams.Person, "CodeWrong"));
    }

    [Fact]
    public async Task Who_is_known_already_gets_no_window_for_a_code_and_is_told()
    {
        var slack = Host.SlackChat(Host.Somebody());
        await slack.PostAsync(SlackWire.FormOf(SlackWire.Shortcut(slack.User, "link", Host.Slack!.Triggers.Issue())), SlackWire.Form);
        await slack.Sees("I know already who you are here");
        Assert.DoesNotContain(Opened(), call => call.Arguments["view"]!["submit"] is not null);
    }

    [Fact]
    public async Task Who_types_into_a_window_of_another_person_links_themselves_and_nobody_else()
    {
        var (slack, teams) = Unknown();
        var (other, _) = Unknown();
        var window = await OpensAsync(slack, "link");
        Assert.Equal("update", (string?)(await TypesAsync(other, window, await CodeAsync(teams)))["response_action"]);
        await slack.Says("status").Sees("I find no account for you");
        await teams.SeesEver("Done: " + NameOf(other));
    }

    [Fact]
    public async Task Where_no_window_can_be_opened_it_is_told_in_the_conversation()
    {
        var (slack, _) = Unknown();
        Host.Slack!.Script("views.open", "expired_trigger_id", "expired_trigger_id");
        await slack.PostAsync(SlackWire.FormOf(SlackWire.Shortcut(slack.User, "link", Host.Slack.Triggers.Issue())), SlackWire.Form);
        await slack.Sees("I find no account for you", "type “link”");
    }

    [Theory]
    [InlineData("link", null)]
    [InlineData("another", "12345678")]
    public async Task What_comes_from_no_window_of_ours_does_nothing(string name, string? typed)
    {
        var (slack, _) = Unknown();
        var (status, body) = await slack.PostAsync(SlackWire.FormOf(SlackWire.Submission(slack.User, "V1", name, typed)), SlackWire.Form);
        Assert.Equal(typed is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK, status);
        Assert.Null(body?["response_action"]);
        await slack.SeesNo();
    }

    private static void SlackBlocksOf(JsonObject answer, string said)
    {
        Assert.Equal("modal", (string?)answer["view"]!["type"]);
        Assert.Contains(said, answer["view"]!["blocks"]!.ToJsonString().Replace("\\u0040", "@", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private IEnumerable<SlackCall> Opened() => Host.Slack!.Calls.Where(call => call.Method == "views.open");

    private async Task<string> OpensAsync(SlackChatDriver slack, string command)
    {
        await slack.PostAsync(SlackWire.FormOf(SlackWire.Shortcut(slack.User, command, Host.Slack!.Triggers.Issue())), SlackWire.Form);
        await slack.SeesNo();
        var opened = Assert.Single(Opened());
        Assert.True(opened.IsRight);
        Assert.Equal("link", (string?)opened.Arguments["view"]!["callback_id"]);
        return (string)opened.Answer!["view"]!["id"]!;
    }

    private static async Task<JsonObject> TypesAsync(SlackChatDriver slack, string window, string typed)
    {
        var (status, body) = await slack.PostAsync(SlackWire.FormOf(SlackWire.Submission(slack.User, window, "link", typed)), SlackWire.Form);
        Assert.Equal(HttpStatusCode.OK, status);
        return Assert.IsType<JsonObject>(body);
    }
}
