using ResetBot.Bot.Channels.Slack.Inbound;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack.Inbound;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("reset", "reset")]
    [InlineData("  I forgot my password  ", "I forgot my password")]
    [InlineData("<mailto:alex@private.example|alex@private.example>", "alex@private.example")]
    [InlineData("it is <mailto:alex@private.example|alex@private.example>!", "it is alex@private.example!")]
    [InlineData("<https://contoso.example>", "https://contoso.example")]
    [InlineData("<tel:+46701234567|+46 70 123 45 67>", "+46 70 123 45 67")]
    [InlineData("<@U0BOT> reset", "reset")]
    [InlineData("reset <!here>", "reset")]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    [InlineData("\u200b123\u00a0456\u202e", "123 456")]
    public void It_is_what_the_person_typed(string sent, string typed) => Assert.Equal(typed, SlackText.Typed(sent));
}
