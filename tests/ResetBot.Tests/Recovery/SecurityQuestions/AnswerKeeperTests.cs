using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.SecurityQuestions;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurityQuestions;

/// <summary>What is kept of an answer can be compared with it, and tells nothing.</summary>
public sealed class AnswerKeeperTests
{
    private static readonly AccountId Anna = new("demo", "anna");
    private static readonly string[] Questions = ["firstPet", "lostThing"];

    private readonly AnswerKeeper _keeper = new(new FixedKeys());

    [Theory]
    [InlineData(true, "blue heron", "Red kite")]
    [InlineData(false, "red kite", "blue heron")]
    [InlineData(false, "blue heron", "red kit")]
    [InlineData(false, "", "")]
    public void Every_one_must_be_right_in_its_place(bool areRight, string pet, string thing) =>
        Assert.Equal(areRight, AreRight(Anna, [Kept(Anna, "firstPet", "Blue heron"), Kept(Anna, "lostThing", "Red kite")], pet, thing));

    [Fact]
    public void Each_has_a_salt_of_its_own_and_is_encrypted()
    {
        var (one, other) = (Kept(Anna, "firstPet", "Blue heron"), Kept(Anna, "firstPet", "Blue heron"));
        Assert.NotEqual(one.ProtectedHash, other.ProtectedHash);
        Assert.StartsWith("security-answer|demo:anna|firstPet", one.ProtectedHash, StringComparison.Ordinal);
        Assert.StartsWith("210000.", new FixedKeys().Unprotect("security-answer|demo:anna|firstPet", one.ProtectedHash), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_for_another_account_or_another_question_is_nobodys_answer()
    {
        var others = Kept(new AccountId("demo", "thief"), "firstPet", "Blue heron");
        Assert.False(AreRight(Anna, [others, Kept(Anna, "lostThing", "Red kite")], "blue heron", "red kite"));
        var moved = Kept(Anna, "lostThing", "Blue heron") with { Question = "firstPet" };
        Assert.False(AreRight(Anna, [moved, Kept(Anna, "lostThing", "Red kite")], "blue heron", "red kite"));
    }

    [Fact]
    public void Nothing_that_holds_an_answer_prints_it()
    {
        using var typed = new TypedAnswer("Blue heron");
        Assert.All(
            (object[])[typed, new AnsweredQuestion("firstPet", "Blue heron"), Kept(Anna, "firstPet", "Blue heron")],
            one => Assert.DoesNotContain("heron", $"{one}", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("heron", JsonSerializer.Serialize(Kept(Anna, "firstPet", "Blue heron")), StringComparison.OrdinalIgnoreCase);
    }

    private KeptAnswer Kept(AccountId account, string question, string answer)
    {
        using var typed = new TypedAnswer(answer);
        return _keeper.Keep(account, question, typed);
    }

    private bool AreRight(AccountId account, KeptAnswer[] kept, params string[] typed)
    {
        var asked = new AskedQuestions(new QuestionDraw("1", Questions), new KeptAnswers { Answers = kept });
        return _keeper.AreRight(account, asked, [.. typed.Select(answer => new TypedAnswer(answer))]);
    }
}
