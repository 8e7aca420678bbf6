using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.SecurityQuestions;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurityQuestions;

/// <summary>The same answer is the same however it was typed, and another one is another.</summary>
public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("Blue Heron", "blueheron")]
    [InlineData("  blue\t heron\n", "blueheron")]
    [InlineData("ＢＬＵＥ　ｈｅｒｏｎ", "blueheron")]
    [InlineData("blue\u00a0he\u00adron\u200b", "blueheron")]
    [InlineData("O\u2019Neill", "o'neill")]
    [InlineData("Anna\u2013Lena", "anna-lena")]
    [InlineData("Malmo\u0308", "malmö")]
    [InlineData("ÅNGSTRÖM", "ångström")]
    [InlineData("\u212bngström", "ångström")]
    [InlineData("½ ﬁre", "1⁄2fire")]
    [InlineData("", "")]
    [InlineData(" \u200b ", "")]
    public void It_is_read_in_one_spelling(string typed, string plain) => Assert.Equal(plain, AnswerText.Plain(typed));

    [Theory]
    [InlineData("malmö", "malmo")]
    [InlineData("blue heron", "blue herons")]
    [InlineData("c", "c++")]
    public void Another_answer_stays_another(string one, string other) => Assert.NotEqual(AnswerText.Plain(one), AnswerText.Plain(other));

    [Fact]
    public void Reading_what_was_read_changes_nothing() => Prop.ForAll<string>(text =>
        AnswerText.Plain(AnswerText.Plain(text ?? "")) == AnswerText.Plain(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_text_is_read_all_the_same() => Assert.Equal("\ufffd\ufffdx", AnswerText.Plain("\udc00\ud800 x"));

    [Fact]
    public void Words_are_what_stands_between_other_signs() =>
        Assert.Equal(["what", "was", "your", "pet", "s", "näme"], AnswerText.Words("What was (your) pet's NA\u0308ME?"));
}
