using ResetBot.Dialogs.Intents;
using Xunit;

namespace ResetBot.Tests.Dialogs.Intents;

public sealed class ClauseTests
{
    [Theory]
    [InlineData("I don't want to reset it", Concept.Reset)]
    [InlineData("lås inte upp kontot", Concept.Unlock)]
    [InlineData("nu minns jag det inte", Concept.Remember)]
    [InlineData("jag kommer inte ihåg", Concept.Remember)]
    [InlineData("my account is not locked", Concept.Locked)]
    [InlineData("you will not let me log in", Concept.SignIn)]
    public void What_is_denied_is_not_said(string text, object concept)
    {
        var clause = Assert.Single(Message.Read(text).Clauses);
        Assert.True(clause.Denied.Has((Concept)concept));
        Assert.False(clause.Said.Has((Concept)concept));
    }

    [Theory]
    [InlineData("my password works, my account does not", 2)]
    [InlineData("> reset my password\nhello", 1)]
    [InlineData("Fwd: your account will be locked", 0)]
    [InlineData("🙂 !?", 0)]
    public void A_text_is_cut_into_clauses_without_what_others_wrote(string text, int clauses) =>
        Assert.Equal(clauses, Message.Read(text).Clauses.Count);

    [Theory]
    [InlineData("I want another password. Choose it", Concept.Password)]
    [InlineData("my phone broke, bought a new one", Concept.Phone)]
    public void It_stands_for_what_was_spoken_of(string text, object concept) =>
        Assert.True(Message.Read(text).Clauses[^1].Said.Has((Concept)concept));

    [Theory]
    [InlineData("my colleague's account is locked")]
    [InlineData("kan du återställa Annas lösenord")]
    [InlineData("please unlock my colleague")]
    [InlineData("I think my boss is locked out")]
    [InlineData("Lisa cannot log in")]
    [InlineData("my cousin has forgotten")]
    [InlineData("min chef kan inte logga in i windows")]
    [InlineData("my colleague is locked out. can you unlock the account?")]
    public void What_is_anothers_is_left_out(string text) => Assert.Empty(Message.Read(text).Clauses);

    [Theory]
    [InlineData("my boss wants me to change my password", Intent.Change)]
    [InlineData("my colleague says my account is locked", Intent.Unlock)]
    [InlineData("min chef såg det, jag måste byta mitt lösenord", Intent.Change)]
    [InlineData("I can't log in to windows", Intent.Reset)]
    [InlineData("varför kan inte jag logga in", Intent.Reset)]
    [InlineData("I don't know how to change my password", Intent.Change)]
    public void What_is_ones_own_stays_when_others_are_named(string text, Intent intent) =>
        Assert.Equal(intent, IntentRecogniser.Recognise(text).Intent);
}
