using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Who is asked about somebody is asked in Slack also when they never wrote to the bot.</summary>
public sealed class ReachingPeople : IAsyncLifetime
{
    private const string Search = "users.lookupByEmail";

    private ChatHost _host = null!;

    public ValueTask InitializeAsync() => StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_manager_who_never_wrote_is_found_by_their_address_and_asked_once()
    {
        var manager = _host.SlackChat(Person.Generated(2));
        var report = await AsksManagerAsync(25);
        await manager.Sees("Is it really").Says(ApprovalScene.NumberIn(report.Seen.Text)).Sees("can go on");
        await report.Sees("You were approved").Sees("step 2 of 2");
        Assert.Equal(manager.Person.UserName, (string?)Assert.Single(Searches()).Arguments["email"]);
        Assert.Single(manager.All, message => message.Text.Contains("Hello ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_not_there_gets_the_mail_alone()
    {
        await AsksManagerAsync(25);
        await _host.QuietAsync();
        Assert.NotEmpty(Searches());
        Assert.Single(await _host.Outbox.ToAsync(Person.Generated(2).UserName), mail => mail.Subject.EndsWith("asks for your approval", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guest_with_the_address_is_not_asked()
    {
        var manager = _host.SlackChat(Person.Generated(2));
        manager.User.IsGuest = true;
        await AsksManagerAsync(25);
        await manager.SeesNo();
    }

    [Fact]
    public async Task An_address_that_nobody_confirmed_leads_to_nobody()
    {
        var manager = _host.SlackChat(Person.Generated(2));
        manager.User.IsEmailConfirmed = false;
        await AsksManagerAsync(25);
        await manager.SeesNo();
    }

    [Fact]
    public async Task Who_has_left_their_chat_with_the_bot_is_not_followed()
    {
        var manager = Person.Generated(2);
        var slack = _host.SlackChat(manager);
        var teams = _host.Chat(manager);
        await teams.Says("hello").Sees("");
        await teams.PostAsync(teams.Dress(TeamsWire.Activity("installationUpdate").With("action", "remove")));
        await AsksManagerAsync(25);
        await slack.SeesNo();
    }

    [Fact]
    public async Task Slack_is_asked_again_while_it_does_not_answer_and_the_question_counts()
    {
        var manager = _host.SlackChat(Person.Generated(2));
        _host.Slack!.Script(Search, "internal_error");
        var report = await AsksManagerAsync(25);
        await _host.PassAsync(TimeSpan.FromSeconds(30));
        await manager.Sees("Is it really").Says(ApprovalScene.NumberIn(report.Seen.Text)).Sees("can go on");
    }

    [Fact]
    public async Task Where_members_change_their_addresses_nobody_is_looked_for()
    {
        await _host.DisposeAsync();
        await StartAsync("Slack:EmailsAreManaged=false");
        _host.SlackChat(Person.Generated(2));
        await AsksManagerAsync(25);
        await _host.QuietAsync();
        Assert.Empty(Searches());
    }

    [Fact]
    public async Task They_are_greeted_and_asked_in_their_language_once_whatever_is_delivered_twice()
    {
        var manager = _host.SlackChat(Person.Generated(2), "sv-SE");
        _host.Slack!.Script("conversations.open", "internal_error");
        await AsksManagerAsync(25);
        await _host.PassAsync(TimeSpan.FromSeconds(30));
        await manager.Sees("Hej ").Sees("Är det verkligen");
        Assert.Equal(2, manager.All.Count);
    }

    [Fact]
    public async Task A_token_that_was_taken_back_finds_nobody_and_is_not_tried_again()
    {
        _host.SlackChat(Person.Generated(2));
        _host.Slack!.Script(Search, "token_revoked", "token_revoked", "token_revoked");
        await AsksManagerAsync(25);
        await _host.PassAsync(TimeSpan.FromMinutes(10));
        Assert.InRange(Searches().Count(), 1, 2);
    }

    private async ValueTask StartAsync(params string[] arguments)
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, Arguments = arguments });
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, sms, managerApproval]");
    }

    // The report writes in Teams: their first chat of a story is in Slack.
    private async Task<ChatDriver> AsksManagerAsync(int who)
    {
        var person = Person.Generated(who);
        _host.SlackChat(person);
        var report = _host.Chat(person);
        await report.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
        return report;
    }

    private IEnumerable<SlackCall> Searches() => _host.Slack!.Calls.Where(call => call.Method == Search);
}
