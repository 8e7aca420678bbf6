using ResetBot.Bot.Channels.Slack.Outbound;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack.Outbound;

public sealed class SlackSiteTests
{
    [Theory]
    [InlineData("https://slack.com/api/", "T1", "https://slack.com/app_redirect?channel=D1&team=T1")]
    [InlineData("https://slack.com/api/", null, "https://slack.com/app_redirect?channel=D1")]
    [InlineData("https://slack-gov.com/api/", "T1", "https://slack-gov.com/app_redirect?channel=D1&team=T1")]
    public void A_conversation_is_where_the_Web_API_is(string api, string? team, string link) => Assert.Equal(link, SlackSite.Conversation(new Uri(api), "D1", team));
}
