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
    [InlineData(0)]
    [InlineData(11)]
    public void There_are_one_to_ten_connections(int count) =>
        Assert.Contains(Faults(new SlackOptions { Sockets = count }), fault => fault.StartsWith("Slack:Sockets is 1 to 10", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://slack.example/api/")]
    [InlineData("https://slack.com/api")]
    public void Tokens_go_to_protected_addresses_only(string address) =>
        Assert.Contains(Faults(new SlackOptions { ApiUrl = new Uri(address) }), fault => fault.StartsWith("Slack:ApiUrl is an https address", StringComparison.Ordinal));

    private static List<string> Faults(SlackOptions options) => [.. new SlackOptionsValidator().Validate(null, options).Failures ?? []];
}
