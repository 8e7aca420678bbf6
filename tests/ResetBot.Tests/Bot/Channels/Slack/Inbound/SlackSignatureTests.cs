using System.Text;
using ResetBot.Bot.Channels.Slack.Inbound;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack.Inbound;

public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Time = "1531420618";
    private const string Right = "v0=bca5eef5dd737ed259b428b18cd24f679baa18c3fc5f1cb2a6ac9f03e717969a";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Fact]
    public void A_known_request_has_the_known_signature() => Assert.Equal(Right, SlackSignature.Of(Secret, 1531420618, Body));

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void It_is_right_within_five_minutes(int seconds, bool isRight) =>
        Assert.Equal(isRight, SlackSignature.IsRight(Right, Time, Body, Now.AddSeconds(seconds), [Secret]));

    [Theory]
    [InlineData(null, Time)]
    [InlineData(Right, null)]
    [InlineData("", Time)]
    [InlineData("v0=", Time)]
    [InlineData("v1=bca5eef5dd737ed259b428b18cd24f679baa18c3fc5f1cb2a6ac9f03e717969a", Time)]
    [InlineData("v0=BCA5EEF5DD737ED259B428B18CD24F679BAA18C3FC5F1CB2A6AC9F03E717969A", Time)]
    [InlineData("v0=bca5eef5dd737ed259b428b18cd24f679baa18c3fc5f1cb2a6ac9f03e717969b", Time)]
    [InlineData(Right, "1531420619")]
    [InlineData(Right, "-1531420618")]
    [InlineData(Right, " 1531420618")]
    [InlineData(Right, "99999999999999999999")]
    [InlineData(Right, "9223372036854775807")]
    [InlineData(Right, "now")]
    public void Anything_else_is_wrong(string? signature, string? time) =>
        Assert.False(SlackSignature.IsRight(signature, time, Body, Now, [Secret]));

    [Fact]
    public void Another_body_is_wrong() => Assert.False(SlackSignature.IsRight(Right, Time, [.. Body, 0], Now, [Secret]));

    [Fact]
    public void Two_secrets_are_good_while_one_takes_the_place_of_the_other()
    {
        Assert.True(SlackSignature.IsRight(Right, Time, Body, Now, ["the new one, which is another", Secret]));
        Assert.False(SlackSignature.IsRight(Right, Time, Body, Now, ["the new one, which is another", ""]));
    }

    [Fact]
    public void An_empty_secret_signs_nothing() =>
        Assert.False(SlackSignature.IsRight(SlackSignature.Of("", 1531420618, Body), Time, Body, Now, ["", ""]));
}
