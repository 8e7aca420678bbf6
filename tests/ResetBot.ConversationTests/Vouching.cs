using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Colleagues whom a person named say that it is really they who wants to recover an account.</summary>
public class Vouching : VouchingScene
{
    [Fact]
    public async Task Two_of_three_colleagues_vouch_and_the_reset_goes_on()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        var numbers = await AsksAsync(chat);
        Assert.Equal(3, numbers.Count);
        await VouchesAsync(Bea, numbers, "that counts. Person 000000000030 needs 1 more");
        await chat.Sees("Person 000000000041 has vouched for you: 1 of 2").Says("resend").Sees("1 of 2 have vouched");
        await VouchesAsync(Dora, numbers, "can go on");
        await chat.Sees("You were approved").Sees("step 2 of 2", "E-mail").Says("email").Sees("Type the code");
        using var page = await PageDriver.OpenAsync(
            await chat.Says(() => Host.Outbox.CodeAsync(Anna.Email)).Sees("Choose your new password", "Number: "));
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("ok", await Host.SignInAsync(Anna, Steps.GoodPassword));
        Assert.Equal(["1 of 2", "2 of 2"], Host.Audit(Anna).Where(step => step.Event == "ApprovalGiven").Select(step => step.Detail("words")));
        await Host.Chat(Carl).Says("approvals").Sees("Nothing waits");
    }

    [Fact]
    public async Task Each_is_asked_in_their_chat_and_by_a_mail_without_a_number()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var bea = Host.Chat(Bea);
        await bea.Says("hello").Sees("");
        var numbers = await AsksAsync(chat);
        await bea.Sees("Is it really Person 000000000030?").Says(numbers[Bea.Name]).Sees("that counts");
        var mail = (await Host.Outbox.ToAsync(Carl.UserName))[^1];
        Assert.Contains("asks for your approval", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(numbers[Carl.Name], mail.Text.Replace("000000000030", "", StringComparison.Ordinal).Replace("000000000052", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_says_no_ends_it_for_all_and_the_owner_hears_of_it_everywhere()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        await Host.Chat(Carl).Says("approvals").Sees("Is it really").Says("decline").Sees("was not approved");
        await chat.Sees("You were not approved").Sees("step 1 of 2");
        await Host.Chat(Dora).Says("approvals").Sees("Nothing waits");
        foreach (var to in (string[])[Anna.UserName, Anna.Email])
        {
            Assert.Contains(await Host.Outbox.ToAsync(to), mail => mail.Subject == "Somebody who was asked says that it is not you" && mail.Text.Contains(Carl.Name, StringComparison.Ordinal));
        }

        Assert.Equal((0, 1), (Gates(Anna), Host.Count(Anna, "CodeWrong")));
    }

    [Fact]
    public async Task Nobody_answers_in_time_and_what_came_before_is_worth_nothing()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        await Host.PassAsync(TimeSpan.FromMinutes(55));
        await chat.Says("resend").Sees("1 of 2 have vouched");
        await Host.PassAsync(TimeSpan.FromMinutes(5));
        await chat.SeesEver("Nobody answered in time");
        await Host.Chat(Carl).Says("approvals").Sees("Nothing waits");
        Assert.Equal(0, Gates(Anna));
    }

    [Fact]
    public async Task Another_method_leaves_nothing_to_vouch_for_and_asking_again_begins_at_none()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        await chat.Says("other method").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await Host.Chat(Carl).Says("approvals").Sees("Nothing waits");
        await chat.Says("colleagues").Sees("Tell your colleagues their numbers");
        numbers = Numbers(chat.Seen.Text);
        await VouchesAsync(Carl, numbers, "needs 1 more");
        await VouchesAsync(Bea, numbers, "can go on");
    }

    [Fact]
    public async Task Nobody_is_asked_until_they_give_in_whether_manager_or_colleague()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl);
        await AsksAsync(chat);
        await Host.Chat(Bea).Says("approvals").Sees("Is it really").Says("decline").Sees("was not approved");
        await chat.Sees("You were not approved").Says("manager").Sees("Tell your manager this number").Says("other method").Sees("step 1 of 2");
        await chat.Says("colleagues").Sees("Tell your colleagues").Says("other method").Sees("step 1 of 2");
        await chat.Says("colleagues").Sees("Others were asked about you several times lately").Sees("step 1 of 2", "E-mail");
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing_and_of_answers_at_once_just_as_many_count_as_are_needed()
    {
        var chat = await HasColleaguesAsync(Anna, Bea, Carl, Dora);
        var numbers = await AsksAsync(chat);
        await VouchesAsync(Bea, numbers);
        await Host.RestartAsync();
        ChatDriver[] others = [Host.Chat(Carl), Host.Chat(Dora)];
        foreach (var other in others)
        {
            await other.Says("approvals").Sees("Is it really");
        }

        await Task.WhenAll(others.SelectMany(other => Enumerable.Range(0, 4).Select(_ => other.PostAsync(other.Message(numbers[other.Person.Name])))));
        await chat.SeesEver("You were approved");
        Assert.Equal((1, 2), (Gates(Anna), Host.Count(Anna, "ApprovalGiven")));
    }

    [Fact]
    public async Task On_the_web_page_nobody_is_asked_about_a_name_and_after_a_gate_they_can_be()
    {
        await HasColleaguesAsync(Anna, Bea, Carl);
        using var web = Host.Browser();
        await web.NamesAsync(Anna.UserName);
        Assert.DoesNotContain("colleagues", web.Text, StringComparison.OrdinalIgnoreCase);
        await web.SaysAsync("colleagues");
        Assert.Equal(0, Host.Count(Anna, "ApprovalAsked"));
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await Host.Outbox.CodeAsync(Anna.Email));
        await web.SaysAsync("colleagues");
        await web.SeesAsync("Tell your colleagues their numbers");
        var numbers = Numbers(web.Text);
        await VouchesAsync(Bea, numbers);
        await web.OpensAsync();
        await web.SeesAsync("1 of 2");
        await VouchesAsync(Carl, numbers, "can go on");
        await web.OpensAsync();
        await web.SeesAsync("Choose your new password");
    }

    [Fact]
    public async Task In_Swedish_too()
    {
        await HasColleaguesAsync(Anna, Bea, Carl);
        var chat = Host.Chat(Anna, "sv-SE");
        await chat.Says("återställ").Sees("steg 1 av 2").Says("kollegor").Sees("Säg talen till dina kollegor");
        var numbers = Numbers(chat.Seen.Text);
        await Host.Chat(Bea, "sv-SE").Says("godkännanden").Sees("Är det verkligen").Says(numbers[Bea.Name]).Sees("behöver 1 till");
        await chat.Sees("har gått i god för dig: 1 av 2");
        await Host.Chat(Carl, "sv-SE").Says("gå i god").Sees("Är det verkligen").Says(numbers[Carl.Name]).Sees("kan gå vidare").Sees("Du går i god för");
    }
}
