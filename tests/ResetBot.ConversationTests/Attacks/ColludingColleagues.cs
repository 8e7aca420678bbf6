using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Work;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A colleague helps the thief, or is one; somebody is two people, or two people one.</summary>
public sealed class ColludingColleagues : VouchingScene
{
    [Fact]
    public async Task One_colleague_is_never_enough_however_often_and_from_wherever_they_say_it()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        var bea = await VouchesAsync(Bea, numbers, "needs 1 more");
        await bea.Says(numbers[Bea.Name]).Sees("did not understand").Says(numbers[Carl.Name]).Sees("did not understand");
        await Host.Chat(Bea).Says("approvals").Sees("Nothing waits");
        await chat.Says("resend").Sees("1 of 2 have vouched");
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task A_person_with_two_channel_users_is_one_colleague()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        var (phone, desk) = (Host.Chat(Bea), Host.Chat(Bea));
        await phone.Says("approvals").Sees("Is it really");
        await desk.SendAsync(As("29:another", desk.Message("approvals")));
        await desk.Sees("Is it really");
        await Task.WhenAll(phone.PostAsync(phone.Message(numbers[Bea.Name])), desk.PostAsync(As("29:another", desk.Message(numbers[Bea.Name]))));
        await chat.Says("resend").Sees("1 of 2 have vouched");
        Assert.Equal((0, 1), (Gates(Anna), Host.Count(Anna, "ApprovalGiven")));
    }

    [Fact]
    public async Task Two_accounts_behind_one_channel_user_are_one_colleague()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        Assert.IsType<ApprovalAnswer.Given>(await SaysAsync(Bea, "msteams/29:one", "msteams/a:1", numbers));
        Assert.Equal(ApprovalConflict.SameSession, Assert.IsType<ApprovalAnswer.Refused>(await SaysAsync(Carl, "msteams/29:one", "msteams/a:2", numbers)).Why);
        await chat.SeesEver("You were not approved");
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task Whoever_holds_the_persons_session_is_no_colleague_either()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        var answer = await SaysAsync(Bea, "msteams/29:" + Anna.ObjectId, "msteams/a:other", numbers);
        Assert.Equal(ApprovalConflict.SameSession, Assert.IsType<ApprovalAnswer.Refused>(answer).Why);
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task A_number_that_one_passes_on_is_worth_nothing_to_another()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        numbers[Carl.Name] = numbers[Bea.Name];
        await VouchesAsync(Bea, numbers);
        await VouchesAsync(Carl, numbers, "That was not the number");
        await chat.Sees("You were not approved");
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task A_card_that_is_tapped_again_counts_once()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var bea = Host.Chat(Bea);
        await bea.Says("hello").Sees("");
        var numbers = await AsksAsync(chat);
        await bea.Sees("Is it really");
        var data = bea.ButtonFor("submit").DeepClone().AsObject();
        data["input"] = numbers[Bea.Name];
        var tap = bea.Tap(data);
        for (var again = 0; again < 3; again++)
        {
            await bea.SendAsync(tap.DeepClone().AsObject());
            await bea.SendAsync(bea.Tap(data));
        }

        Assert.Equal((0, 1), (Gates(Anna), Host.Count(Anna, "ApprovalGiven")));
    }

    [Fact]
    public async Task Two_who_vouch_for_each_other_cannot_do_it_in_turn()
    {
        await HasColleaguesAsync(Bea, Anna, Carl);
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        await RecoversByVouchingAsync(chat, Bea, Carl);
        var bea = Host.Chat(Bea);
        await bea.Says("reset").Sees("step 1 of 2").Says("colleagues").Sees("Too few of your colleagues can vouch for you now").Sees("step 1 of 2", "E-mail");
        Assert.Equal("RecoveredLately", Host.Audit(Bea).Single(step => step.Event == "ApprovalRefused").Detail("reason"));
        Host.Clock.Advance(TimeSpan.FromDays(7));
        await AsksAsync(Host.Chat(Bea));
    }

    [Fact]
    public async Task Manager_and_colleagues_are_one_gate()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
        var number = ApprovalScene.NumberIn(chat.Seen.Text);
        await Host.Chat(Person.Generated(3)).Says("approvals").Sees("Is it really").Says(number).Sees("can go on");
        await chat.Sees("step 2 of 2", "depends on the same thing as Approval by your manager").Says("colleagues").SeesNo("Tell your colleagues");
    }

    [Fact]
    public async Task A_thief_who_names_an_accomplice_waits_a_day_and_the_owner_can_stop_it()
    {
        await HasColleaguesAsync(Anna, Bea, Carl);
        await NamesAsync(Anna, Dora);
        await AcceptsAsync(Dora, Anna);
        var numbers = await AsksAsync(Host.Chat(Anna));
        Assert.Equal([Bea.Name, Carl.Name], numbers.Keys.Order());
        await Host.Chat(Anna).Says("not me").Sees("Stop recovery").Says("1")
            .Sees("Recovery of your account is stopped", "Vouching by your colleagues (Person 000000000063)");
        await Host.Chat(Dora).Says("vouching").Sees("You vouch for nobody");
        await Host.Chat(Bea).Says("vouching").Sees("You vouch for", Anna.Name);
    }

    [Fact]
    public async Task An_administrator_is_never_proved_by_colleagues_and_cannot_name_any()
    {
        var chat = Host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.Says("colleagues").SeesNo("Who vouches for you?");
    }

    [Fact]
    public async Task Somebody_whose_account_was_recovered_cannot_say_that_they_would_vouch()
    {
        await NamesAsync(Anna, Bea, Carl);
        await ApprovalScene.RecoversAsync(Host, Bea);
        await Host.Chat(Bea).Says("approvals").Sees("Will you vouch").Says("accept").Sees("You cannot accept this now");
        Assert.Equal(0, Host.Count(Anna, "ColleagueAccepted"));
    }

    private async Task RecoversByVouchingAsync(ChatDriver chat, params Person[] colleagues)
    {
        var numbers = await AsksAsync(chat);
        foreach (var colleague in colleagues)
        {
            await VouchesAsync(colleague, numbers);
        }

        await chat.Sees("You were approved").Sees("step 2 of 2").Says("email").Sees("Type the code");
        using var page = await PageDriver.OpenAsync(
            await chat.Says(() => Host.Outbox.CodeAsync(chat.Person.Email)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
    }

    private async Task<ApprovalAnswer> SaysAsync(Person colleague, string actor, string conversation, Dictionary<string, string> numbers)
    {
        var desk = Host.Services.GetRequiredService<ApprovalDesk>();
        var account = (await Host.Services.GetRequiredService<IDirectory>().GetAsync(IdOf(colleague), default))!;
        return await Host.Services.GetRequiredService<IUnitsOfWork>().RunAsync(
            async work =>
            {
                var waiting = await ApprovalDesk.WaitingAsync(work, account.Id, default);
                return await desk.DecideAsync(work, account, (actor, conversation), waiting!.Id, numbers[colleague.Name], default);
            },
            default);
    }

    private static System.Text.Json.Nodes.JsonObject As(string user, System.Text.Json.Nodes.JsonObject activity) => activity.Set("from.id", user);
}
