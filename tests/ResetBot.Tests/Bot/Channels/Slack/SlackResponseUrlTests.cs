using ResetBot.Bot.Channels.Slack.Outbound;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack;

public sealed class SlackResponseUrlTests
{
    [Theory]
    [InlineData("https://hooks.slack.com/actions/T1/2/abc", "https://slack.com/api/")]
    [InlineData("https://hooks.slack-gov.com/actions/T1/2/abc", "https://slack-gov.com/api/")]
    [InlineData("http://127.0.0.1:4000/actions/T1/abc", "http://127.0.0.1:4000/api/")]
    public void What_stands_beside_the_Web_API_is_Slacks(string address, string api) => Assert.Equal(address, SlackResponseUrl.Of(address, new Uri(api))?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/actions/T1")]
    [InlineData("https://slack.com/actions/T1")]
    [InlineData("https://hooks.slack.com/services/T1/B1/x")]
    [InlineData("https://hooks.slack.com/actions/../services/T1/B1/x")]
    [InlineData("http://hooks.slack.com/actions/T1")]
    [InlineData("https://hooks.slack.com:444/actions/T1")]
    [InlineData("https://hooks.slack.com.example/actions/T1")]
    [InlineData("https://hooks.slack.com@evil.example/actions/T1")]
    [InlineData("https://slack@hooks.slack.com/actions/T1")]
    [InlineData("https://evil.slack.com/actions/T1")]
    [InlineData("https://hooks.slack.com\\@evil.example/")]
    [InlineData("https://hooks.sl\u0430ck.com/actions/T1")]
    [InlineData("https://127.0.0.1/actions/T1")]
    [InlineData("file:///etc/passwd")]
    public void Nothing_else_is(string? address) => Assert.Null(SlackResponseUrl.Of(address, new Uri("https://slack.com/api/")));
}
