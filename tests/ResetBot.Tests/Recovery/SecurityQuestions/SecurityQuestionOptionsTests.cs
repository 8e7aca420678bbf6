using ResetBot.Recovery.SecurityQuestions;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurityQuestions;

public sealed class SecurityQuestionOptionsTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var options = new SecurityQuestionOptions();
        Assert.Equal((5, 3), (options.ToRegister, options.ToAnswer));
        Assert.Empty(options.Custom);
        Assert.Empty(SecurityQuestionOptionsValidator.Faults(options));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 5)]
    public void As_many_are_registered_as_are_asked_or_more(int toRegister, int toAnswer) =>
        Assert.Empty(SecurityQuestionOptionsValidator.Faults(new SecurityQuestionOptions { ToRegister = toRegister, ToAnswer = toAnswer }));

    [Theory]
    [InlineData(2, 3, "SecurityQuestions:ToRegister is 2; it must be from 3 to 5.")]
    [InlineData(6, 3, "SecurityQuestions:ToRegister is 6; it must be from 3 to 5.")]
    [InlineData(5, 2, "SecurityQuestions:ToAnswer is 2; it must be from 3 to 5.")]
    [InlineData(5, 6, "SecurityQuestions:ToAnswer is 6; it must be from 3 to 5.")]
    [InlineData(3, 4, "SecurityQuestions:ToAnswer is 4; it must be at most SecurityQuestions:ToRegister (3).")]
    public void A_number_out_of_range_is_a_fault(int toRegister, int toAnswer, string fault) =>
        Assert.Contains(fault, SecurityQuestionOptionsValidator.Faults(new SecurityQuestionOptions { ToRegister = toRegister, ToAnswer = toAnswer }));

    [Theory]
    [InlineData("", "What was it?", "has the name ''")]
    [InlineData("First", "What was it?", "has the name 'First'")]
    [InlineData("first project", "What was it?", "has the name 'first project'")]
    [InlineData("first", "ab", "SecurityQuestions:Custom:first is 'ab'; it must be 3 to 200 characters in one line.")]
    [InlineData("first", " What was it?", "it must be 3 to 200 characters in one line.")]
    [InlineData("first", "What\nwas it?", "it must be 3 to 200 characters in one line.")]
    public void A_question_that_cannot_be_is_a_fault(string name, string text, string fault) => Assert.Contains(
        SecurityQuestionOptionsValidator.Faults(new SecurityQuestionOptions { Custom = { [name] = text } }),
        found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void There_are_twenty_of_two_hundred_characters_and_no_two_alike()
    {
        var options = new SecurityQuestionOptions();
        for (var number = 0; number < 20; number++)
        {
            options.Custom[$"q{number}"] = $"{number}?".PadLeft(200, 'a');
        }

        Assert.Empty(SecurityQuestionOptionsValidator.Faults(options));
        options.Custom["one-more"] = $"{7}?".PadLeft(200, 'A');
        options.Custom["longer"] = new string('b', 201);
        Assert.Equal(
            [
                "SecurityQuestions:Custom has 22 questions; 20 are the most.",
                $"SecurityQuestions:Custom:longer is '{new string('b', 201)}'; it must be 3 to 200 characters in one line.",
                "SecurityQuestions:Custom has the same question under q7 and one-more.",
            ],
            SecurityQuestionOptionsValidator.Faults(options));
    }
}
