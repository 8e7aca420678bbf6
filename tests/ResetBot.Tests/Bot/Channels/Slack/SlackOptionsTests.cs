using ResetBot.Bot.Channels.Slack;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack;

public sealed class SlackOptionsTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    [Theory]
    [InlineData("", "", "")]
    [InlineData(Secret, "", "xoxb-1")]
    [InlineData("", "xapp-1", "xoxb-1")]
    [InlineData(Secret, "xapp-1", "xoxb-1")]
    public void Either_way_in_comes_with_the_token_of_the_bot(string secret, string app, string bot) =>
        Assert.Empty(Faults(new SlackOptions { SigningSecret = secret, AppToken = app, BotToken = bot }));

    [Theory]
    [InlineData(Secret, "", "", "Slack:BotToken comes with")]
    [InlineData("", "xapp-1", "", "Slack:BotToken comes with")]
    [InlineData("", "", "xoxb-1", "Slack:BotToken comes with")]
    [InlineData("short", "", "xoxb-1", "Slack:SigningSecret has 16 characters or more")]
    [InlineData("", "xoxb-2", "xoxb-1", "Slack:AppToken begins with xapp-")]
    [InlineData(Secret, "", "xapp-1", "Slack:BotToken begins with xoxb-")]
    public void What_does_not_fit_together_is_said_at_the_start(string secret, string app, string bot, string fault)
    {
        var said = Faults(new SlackOptions { SigningSecret = secret, AppToken = app, BotToken = bot });
        Assert.Contains(said, one => one.StartsWith(fault, StringComparison.Ordinal));
        Assert.DoesNotContain(said, one => one.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Secret, "")]
    [InlineData("", "xapp-1")]
    public void An_app_that_is_installed_needs_a_way_in_and_no_token_of_the_bot(string secret, string app) => Assert.Empty(Faults(new SlackOptions
    {
        SigningSecret = secret,
        AppToken = app,
        ClientId = "1.2",
        ClientSecret = Secret,
        AllowedWorkspaces = ["T1", "E1"],
    }));

    [Theory]
    [InlineData(Secret, "", "1.2", "", "T1", "Slack:ClientId comes with Slack:ClientSecret")]
    [InlineData(Secret, "", "", "a secret of mine", "T1", "Slack:ClientId comes with Slack:ClientSecret")]
    [InlineData("", "", "1.2", "a secret of mine", "T1", "Slack:ClientId comes with Slack:SigningSecret")]
    [InlineData(Secret, "xoxb-1", "1.2", "a secret of mine", "T1", "Slack:BotToken is of one workspace")]
    [InlineData(Secret, "", "1.2", "a secret of mine", "", "Slack:AllowedWorkspaces names the workspaces")]
    public void Where_the_app_may_be_installed_is_said_and_nothing_of_it_is_left_out(string secret, string bot, string id, string client, string allowed, string fault)
    {
        var options = new SlackOptions { SigningSecret = secret, BotToken = bot, ClientId = id, ClientSecret = client, AllowedWorkspaces = allowed.Length > 0 ? [allowed] : [] };
        var said = Faults(options);
        Assert.Contains(said, one => one.StartsWith(fault, StringComparison.Ordinal));
        Assert.DoesNotContain(said, one => one.Contains("a secret of mine", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_installed_unless_the_configuration_says_so()
    {
        var options = new SlackOptions();
        Assert.Equal(("", "", false), (options.ClientId, options.ClientSecret, options.TakesInstalls));
        Assert.Equal(new Uri("https://slack.com/oauth/v2/authorize"), options.AuthorizeUrl);
    }

    [Theory]
    [InlineData("http://slack.example/oauth/v2/authorize")]
    [InlineData("https://slack.com/oauth/v2/authorize?team=T1")]
    public void Browsers_are_sent_to_protected_addresses_only(string address) => Assert.Contains(
        Faults(new SlackOptions { AuthorizeUrl = new Uri(address) }), fault => fault.StartsWith("Slack:AuthorizeUrl is an https address", StringComparison.Ordinal));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void There_are_one_to_ten_connections(int count) =>
        Assert.Contains(Faults(new SlackOptions { Sockets = count }), fault => fault.StartsWith("Slack:Sockets is 1 to 10", StringComparison.Ordinal));

    [Fact]
    public void Of_the_changes_that_Slack_makes_in_a_minute_some_are_left_for_others() => Assert.Equal(30, new SlackOptions().CardsClosedPerMinute);

    [Theory]
    [InlineData(-1)]
    [InlineData(41)]
    public void Cards_are_closed_no_more_often_than_Slack_changes_messages(int count) =>
        Assert.Contains(Faults(new SlackOptions { CardsClosedPerMinute = count }), fault => fault.StartsWith("Slack:CardsClosedPerMinute is 0 to 40", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://slack.example/api/")]
    [InlineData("https://slack.com/api")]
    public void Tokens_go_to_protected_addresses_only(string address) =>
        Assert.Contains(Faults(new SlackOptions { ApiUrl = new Uri(address) }), fault => fault.StartsWith("Slack:ApiUrl is an https address", StringComparison.Ordinal));

    private static List<string> Faults(SlackOptions options) => [.. new SlackOptionsValidator().Validate(null, options).Failures ?? []];
}
