using ResetBot.Dialogs.Linking;
using Xunit;

namespace ResetBot.Tests.Dialogs.Linking;

public sealed class LinkWordTests
{
    [Theory]
    [InlineData("link 12345678", "12345678")]
    [InlineData("/link slack: 1234 5678", "12345678")]
    [InlineData("Koppla 1234-5678 ", "12345678")]
    [InlineData("12345678", "12345678")]
    [InlineData(" 1234 5678", "12345678")]
    [InlineData("link 1234", "1234")]
    public void A_code_is_read_with_the_word_before_it_or_without(string text, string digits) => Assert.Equal(digits, LinkWord.DigitsIn(text));

    [Theory]
    [InlineData("link")]
    [InlineData("1234")]
    [InlineData("123456789")]
    [InlineData("link me")]
    [InlineData("my code is 12345678")]
    [InlineData("")]
    public void What_is_no_code_is_none(string text) => Assert.Null(LinkWord.DigitsIn(text));

    [Fact]
    public void Every_code_that_others_could_read_is_seen() =>
        Assert.Equal(["12345678", "87654321"], LinkWord.Exposed("@bot link 1234 5678 or 8765-4321, not 123456789 nor 1234"));
}
