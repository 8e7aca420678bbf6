using ResetBot.Bot.Look;
using Xunit;

namespace ResetBot.Tests.Bot.Look;

public sealed class ColourTests
{
    // Published pairs: WCAG 2.2 itself (21 and 1), and W3C's and WebAIM's examples.
    [Theory]
    [InlineData("#000000", "#ffffff", 21.00)]
    [InlineData("#ffffff", "#ffffff", 1.00)]
    [InlineData("#777777", "#ffffff", 4.47)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#ff0000", "#ffffff", 3.99)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#00ff00", "#ffffff", 1.37)]
    [InlineData("#0A0A0A", "#000000", 1.06)]
    public void Contrast_is_what_the_guidelines_say(string one, string two, double expected)
    {
        Assert.Equal(expected, Math.Floor(Read(one).ContrastWith(Read(two)) * 100) / 100);
        Assert.Equal(Read(one).ContrastWith(Read(two)), Read(two).ContrastWith(Read(one)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#fff")]
    [InlineData("3451c6")]
    [InlineData("#3451c6 ")]
    [InlineData("#3451c6ff")]
    [InlineData("#3451g6")]
    [InlineData("#-3451c")]
    [InlineData("#３451c6")]
    [InlineData("blue")]
    public void What_is_no_colour_is_not_read(string text) => Assert.False(Colour.TryRead(text, out _));

    [Fact]
    public void A_colour_is_written_as_it_is_read() => Assert.Equal("#0a1bc6", Read("#0A1bC6").ToString());

    private static Colour Read(string text)
    {
        Assert.True(Colour.TryRead(text, out var colour));
        return colour;
    }
}
