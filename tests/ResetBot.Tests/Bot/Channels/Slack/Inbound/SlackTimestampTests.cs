using ResetBot.Bot.Channels.Slack.Inbound;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack.Inbound;

public sealed class SlackTimestampTests
{
    [Theory]
    [InlineData("1772438400.000100")]
    [InlineData("1772438400")]
    public void A_moment_is_read_to_the_second(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), SlackTimestamp.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("0.1")]
    [InlineData("-5")]
    [InlineData("99999999999999999999.1")]
    [InlineData("4294967296")]
    public void What_is_no_moment_is_none(string? text) => Assert.Null(SlackTimestamp.Read(text));
}
