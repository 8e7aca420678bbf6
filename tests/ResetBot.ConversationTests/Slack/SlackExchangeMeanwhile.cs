using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What happens while a token is exchanged: calls, faults and ends of the service. People are served with a token that is good, and none that Slack gave is lost.</summary>
public sealed class SlackExchangeMeanwhile : ExchangeScene
{
    [Fact]
    public async Task While_Slack_does_not_answer_everybody_is_served_with_the_token_that_there_is()
    {
        var before = Host.LastToken();
        Host.Slack!.Script(Method, "silence");
        var silent = Host.Clock.WaitingAsync(wait => wait == TimeSpan.FromSeconds(10));
        Installs.Rotates = true;
        await Host.RestartAsync();
        await silent;
        await ServesWithAsync(before);
        await LooksAsync(TimeSpan.FromSeconds(10));
        Assert.True(Logged("is not exchanged yet"));
        await LooksAsync(Minute);
        await ServesWithTheNewestAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("token_expired")]
    [InlineData("token_revoked")]
    [InlineData("invalid_auth")]
    public async Task Who_calls_with_the_old_token_before_the_new_one_is_kept_is_served_whatever_becomes_of_the_old_one(string? exchanged)
    {
        var (answered, refused) = (new TaskCompletionSource(), new TaskCompletionSource());
        Installs.ExchangedIs = exchanged;
        Host.Slack!.Held[Method] = answered.Task;
        Host.Slack.Arrived += call => _ = exchanged is null || (string?)call.Answer?["error"] == exchanged ? refused.TrySetResult() : false;
        var asked = CalledAsync(Method);
        Installs.Rotates = true;
        await Host.RestartAsync();
        await asked;
        var said = Chat.PostAsync(Chat.Message("help"));
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(20));
        answered.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await said).Status);
        await Chat.Sees("What I can do");
        await ServesWithTheNewestAsync();
        Assert.Single(Asked);
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""")]
    public async Task That_the_old_token_ends_is_not_taken_for_the_end_of_the_installation(string happened)
    {
        var answered = new TaskCompletionSource();
        Installs.ExchangedIs = "token_revoked";
        Host.Slack!.Held[Method] = answered.Task;
        var (asked, tested) = (CalledAsync(Method), CalledAsync("auth.test"));
        Installs.Rotates = true;
        await Host.RestartAsync();
        await asked;
        var told = Chat.PostAsync(SlackWire.Event(Chat.User, JsonNode.Parse(happened)!.AsObject()));
        await tested;
        answered.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await told).Status);
        await Chat.Says("help").Sees("What I can do");
        Assert.False(Logged("removed from T0ONE"));
    }

    [Fact]
    public async Task A_pair_that_could_not_be_kept_is_kept_later_and_not_asked_for_again()
    {
        await RestartedAsync();
        var before = Host.LastToken();
        Installs.Rotates = true;
        FlakyUnits.Of(Host.Services).Fails = true;
        await LooksAsync(Day);
        Assert.True(Logged("Tokens of Slack could not be renewed"));
        FlakyUnits.Of(Host.Services).Fails = false;
        await ServesWithAsync(before);
        await LooksAsync(Minute);
        await Chat.Says("help").Sees("What I can do");
        Assert.Equal((1, Installs.Live("T0ONE")[^1]), (Asked.Count(call => call.IsRight), Host.LastToken()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("token_revoked")]
    public async Task A_service_that_ends_between_the_answer_and_its_keeping_says_that_the_app_is_to_be_installed_again(string? exchanged)
    {
        await RestartedAsync();
        var before = Host.LastToken();
        (Installs.Rotates, Installs.ExchangedIs) = (true, exchanged);
        FlakyUnits.Of(Host.Services).Fails = true;
        await LooksAsync(Day);
        await RestartedAsync();
        Assert.Single(Host.Log, line => line.Contains($"{NeverExchanged} (token_already_exchanged)", StringComparison.Ordinal));
        if (exchanged is null)
        {
            // As nobody renews the pair, the old token goes on.
            await ServesWithAsync(before);
        }
        else
        {
            await Chat.SendAsync(Chat.Message("status"));
            await Host.LogsAsync("Slack does not let the app call");
        }

        await Host.InstalledAsync(One);
        Host.Clock.Advance(Minute);
        await Chat.SendAsync(Chat.Message("privacy"));
        await Chat.SeesEver("What I keep about you");
        Assert.Equal(Installs.Live("T0ONE")[^1], Host.LastToken());
    }

    [Fact]
    public async Task An_exchange_whose_answer_is_lost_leaves_the_old_token_and_says_so()
    {
        var before = Host.LastToken();
        Installs.LosesNextAnswer = true;
        await SwitchedOnAsync();
        await LooksAsync(Minute);
        Assert.Single(Host.Log, line => line.Contains($"{NeverExchanged} (token_already_exchanged)", StringComparison.Ordinal));
        await ServesWithAsync(before);
    }

    [Fact]
    public async Task Whoever_installs_the_app_anew_meanwhile_keeps_what_that_gave()
    {
        var answered = new TaskCompletionSource();
        Host.Slack!.Held[Method] = answered.Task;
        var asked = CalledAsync(Method);
        Installs.Rotates = true;
        var looked = LookedAsync();
        await Host.RestartAsync();
        await asked;
        await Host.InstalledAsync(One);
        var installed = Installs.Live("T0ONE")[^1];
        answered.SetResult();
        await looked;
        await ServesWithAsync(installed);
    }

    [Fact]
    public async Task Neither_token_is_in_a_file_or_in_a_log()
    {
        await RestartedAsync();
        Host.Slack!.Script(Method, "500", "accesslimited");
        Installs.Rotates = true;
        await LooksAsync(Day);
        await LooksAsync(Minute);
        FlakyUnits.Of(Host.Services).Fails = true;
        await LooksAsync(Minute);
        FlakyUnits.Of(Host.Services).Fails = false;
        await LooksAsync(Minute);
        Assert.True(Logged(Exchanged));
        var (stored, log) = (Host.StoredBytes(), string.Join('\n', Host.Log));
        Assert.Equal(3, Installs.Secrets.Distinct().Count());
        Assert.All([.. Installs.Secrets, SlackInstalls.ClientSecret], secret =>
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        });
    }
}
