using ResetBot.Dialogs.Intents;
using Xunit;

namespace ResetBot.Tests.Dialogs.Intents;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("pasword", "password")]
    [InlineData("passsword", "password")]
    [InlineData("passwird", "password")]
    [InlineData("passwrod", "password")]
    [InlineData("losenrod", "losenord")]
    [InlineData("password", "password")]
    public void One_slip_is_forgiven(string word, string meant) => Assert.True(Spelling.IsOneSlip(word, meant));

    [Theory]
    [InlineData("paswrod", "password")]
    [InlineData("pass", "password")]
    [InlineData("rest", "reset")]
    [InlineData("drowssap", "password")]
    [InlineData("", "password")]
    public void Two_slips_and_short_words_are_not(string word, string meant) => Assert.False(Spelling.IsOneSlip(word, meant));

    [Theory]
    [InlineData("Lösenrod", Concept.Password)]
    [InlineData("LÖSENORDET", Concept.Password)]
    [InlineData("losenord", Concept.Password)]
    [InlineData("jobbtelefon", Concept.Phone)]
    [InlineData("gästkonto", Concept.Thing)]
    [InlineData("acocunt", Concept.Account)]
    [InlineData("password's", Concept.Password)]
    [InlineData("do\u0301n\u2019t", Concept.Not)]
    public void A_word_stands_for_its_concept(string word, object concept) =>
        Assert.True(WordReader.Read(word)[0][0].Is((Concept)concept));

    [Theory]
    [InlineData("looked")]
    [InlineData("reser")]
    [InlineData("kontor")]
    [InlineData("cancer")]
    public void A_right_word_is_no_slip(string word) => Assert.True(Vocabulary.Read(word).IsEmpty);
}
