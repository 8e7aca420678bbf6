using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Between the first word of a colleague and the last one something changes: what does not stand any more is not heard.</summary>
public sealed class WordsTakenBack : VouchingScene
{
    [Fact]
    public async Task A_word_of_somebody_whose_account_is_recovered_before_the_last_one_is_lost()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers, "needs 1 more");
        await ApprovalScene.RecoversAsync(Host, Bea);
        await VouchesAsync(Carl, numbers, "needs 1 more");
        Assert.Equal(0, Gates(Anna));
        await VouchesAsync(Dora, numbers, "can go on");
        Assert.Equal(1, Gates(Anna));
    }

    [Fact]
    public async Task A_colleague_who_withdraws_takes_their_word_with_them()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        await Host.Chat(Bea).Says("vouching").Sees("You vouch for").Says("1").Sees("any more");
        await VouchesAsync(Carl, numbers, "needs 1 more");
        Assert.Equal(0, Gates(Anna));
        await VouchesAsync(Dora, numbers, "can go on");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_owner_removes_meanwhile_is_worth_nothing(bool all)
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        var other = Host.Chat(Anna);
        await other.BeginsToRegisterAsync();
        if (all)
        {
            await other.Says("remove").Sees("Which").Says("colleagues").Sees("Register a method");
        }
        else
        {
            await other.Says("colleagues").Sees("Who vouches for you?").Says("remove " + Bea.Name).Sees("is not asked about you any more");
        }

        await VouchesAsync(Carl, numbers, "");
        await chat.SeesEver("You were not approved");
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task Not_me_after_the_first_word_makes_every_other_one_worthless()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        var (carl, dora) = (Host.Chat(Carl), Host.Chat(Dora));
        await carl.Says("approvals").Sees("Is it really");
        await dora.Says("approvals").Sees("Is it really");
        await Host.Chat(Anna).Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await carl.Says(numbers[Carl.Name]).SeesNo("can go on");
        await dora.Says(numbers[Dora.Name]).SeesNo("can go on");
        Assert.Equal(0, Gates(Anna));
    }

    [Theory]
    [InlineData("methodsAllowed: [email, sms, managerApproval]")]
    [InlineData("colleaguesRequired: 3", "methodsAllowed: [email, sms, colleagueVouching]")]
    public async Task Policies_that_become_stricter_in_the_middle_hold_for_the_words_that_came_before(params string[] settings)
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        await Host.EveryoneFollowsAsync(settings);
        await VouchesAsync(Carl, numbers, "");
        await chat.SeesEver("You were not approved");
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task Policies_that_become_laxer_in_the_middle_do_not_make_a_case_easier()
    {
        await FollowsAsync("colleaguesRequired: 3");
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        await chat.Says("reset").Sees("step 1 of 2");
        await FollowsAsync();
        await chat.Says("colleagues").Sees("3 of them have to say so");
        var numbers = Numbers(chat.Seen.Text);
        await VouchesAsync(Bea, numbers, "needs 2 more");
        await VouchesAsync(Carl, numbers, "needs 1 more");
        Assert.Equal(0, Gates(Anna));
    }
}
