using ResetBot.Recovery.Passwords;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords;

public sealed class PasswordOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented_and_pass()
    {
        var options = new PasswordOptions();

        Assert.Equal(15, options.MinimumLength);
        Assert.Equal(8, options.MinimumLengthWithSecondFactor);
        Assert.False(options.SecondFactorAtSignIn);
        Assert.Equal(256, options.MaximumLength);
        Assert.Empty(options.BannedWords);
        Assert.True(options.BanCommonWords);
        Assert.Equal(5, options.PointsRequired);
        Assert.Equal(8, options.VarietyRequired);
        Assert.Equal(3, options.StrengthRequired);
        Assert.Equal(0, options.HistoryLength);
        Assert.Empty(PasswordOptionsValidator.Faults(options));
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found()
    {
        var options = new PasswordOptions
        {
            MinimumLength = 7,
            MinimumLengthWithSecondFactor = 65,
            MaximumLength = 257,
            PointsRequired = 0,
            VarietyRequired = 16,
            StrengthRequired = 5,
            HistoryLength = 25,
            BannedWords = ["abc", "blank", "a-word-that-is-too-long"],
        };

        Assert.Equal(
            [
                "Passwords:MinimumLength is 8 to 64; found 7.",
                "Passwords:MinimumLengthWithSecondFactor is 8 to 64; found 65.",
                "Passwords:MaximumLength is 64 to 256; found 257.",
                "Passwords:PointsRequired is 1 to 20; found 0.",
                "Passwords:VarietyRequired is 0 to 15; found 16.",
                "Passwords:StrengthRequired is 0 to 4; found 5.",
                "Passwords:HistoryLength is 0 to 24; found 25.",
                "Passwords:BannedWords:0 has 4 to 16 characters; found 'abc'.",
                "Passwords:BannedWords:2 has 4 to 16 characters; found 'a-word-that-is-too-long'.",
            ],
            PasswordOptionsValidator.Faults(options));
    }

    [Fact]
    public void A_list_of_more_than_a_thousand_words_is_refused()
        => Assert.Equal(
            ["Passwords:BannedWords holds up to 1000 words; found 1001."],
            PasswordOptionsValidator.Faults(new PasswordOptions { BannedWords = [.. Enumerable.Range(0, 1001).Select(i => $"word{i}")] }));

    [Fact]
    public void Every_built_in_word_is_long_enough_to_be_looked_for()
        => Assert.All(CommonWords.All, word => Assert.InRange(word.Length, 4, PasswordOptionsValidator.LongestWord));
}
