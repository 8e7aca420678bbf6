using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A manager says whether it is really their report who wants to recover an account.</summary>
public class Approvals : ApprovalScene
{
    [Fact]
    public async Task A_manager_who_was_told_the_number_approves_and_the_reset_goes_on()
    {
        var (manager, chat, number) = await AskedAsync();
        await manager.Sees("Is it really Person 000000000012?", "Speak with Person 000000000012 yourself").Says(number).Sees("can go on");
        await chat.Sees("You were approved").Sees("step 2 of 2", "E-mail").Says("email").Sees("Type the code");
        using var page = await PageDriver.OpenAsync(
            await chat.Says(() => Host.Outbox.CodeAsync(chat.Person.Email)).Sees("Choose your new password", "Number: "));
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("ok", await Host.SignInAsync(chat.Person, Steps.GoodPassword));
        Assert.Contains("demo:" + manager.Person.ObjectId, Host.Audit(chat.Person).Single(step => step.Event == "ApprovalGiven").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_to_the_manager_has_no_number_and_one_without_a_chat_answers_by_a_command()
    {
        var chat = Host.Chat(Person.Generated(25));
        var number = await AsksAsync(chat);
        var mail = (await Host.Outbox.ToAsync(Person.Generated(2).UserName))[^1];
        Assert.Contains("asks for your approval", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(number, mail.Text.Replace("000000000025", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await Host.Chat(Person.Generated(2)).Says("approvals").Sees("Is it really Person 000000000025?").Says(number).Sees("can go on");
        await chat.Sees("You were approved");
    }

    [Fact]
    public async Task A_wrong_number_approves_nothing_and_ends_the_question()
    {
        var (manager, chat, number) = await AskedAsync();
        var wrong = number == "111" ? "222" : "111";
        await manager.Says("soon").Sees("no number of three digits").Says(wrong).Sees("That was not the number").Says(number).Sees("did not understand");
        await chat.Sees("You were not approved").Sees("step 1 of 2");
        Assert.Equal((0, 1), (Host.Count(chat.Person, "GatePassed"), Host.Count(chat.Person, "CodeWrong")));
    }

    [Fact]
    public async Task Who_is_not_sure_says_no()
    {
        var (manager, chat, _) = await AskedAsync();
        await manager.Says("decline").Sees("was not approved. If you think that somebody pretends");
        await chat.Sees("You were not approved").Sees("step 1 of 2");
        Assert.Contains(
            await Host.Outbox.ToAsync(chat.Person.Email),
            mail => mail.Text.Contains("Person 000000000001 was asked", StringComparison.Ordinal) && mail.Text.Contains("/not-me/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_asked_until_they_give_in()
    {
        var (manager, chat, _) = await AskedAsync();
        await manager.Says("decline").Sees("was not approved");
        for (var again = 0; again < 2; again++)
        {
            await chat.Says("manager").Sees("Tell your manager this number");
            await manager.Sees("Is it really").Says("decline").Sees("was not approved");
        }

        await chat.Says("manager").Sees("Others were asked about you several times lately").Sees("step 1 of 2", "E-mail");
        await manager.SeesNo("Is it really");
    }

    [Fact]
    public async Task Nobody_answers_in_time_and_an_answer_that_comes_late_is_worth_nothing()
    {
        var (manager, chat, number) = await AskedAsync();
        await Host.PassAsync(TimeSpan.FromMinutes(30));
        await chat.Says("help").Sees("help").Sees("I am waiting for the answer");
        await Host.PassAsync(TimeSpan.FromMinutes(30));
        await chat.SeesEver("Nobody answered in time");
        await manager.Says("approvals").Sees("Nothing waits for your approval").Says(number).Sees("did not understand");
        Assert.Equal(0, Host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task Who_takes_another_method_meanwhile_leaves_nothing_to_approve()
    {
        var (manager, chat, number) = await AskedAsync();
        await chat.Says("other method").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await manager.Says(number).Sees("Nothing waits");
        Assert.Equal(0, Host.Count(chat.Person, "ApprovalGiven"));
    }

    [Fact]
    public async Task An_approver_who_is_at_something_else_is_told_and_asked_afterwards()
    {
        var manager = Host.Chat(Person.Generated(1));
        await manager.Says("reset").Sees("step 1 of 2");
        var chat = Host.Chat(Person.Generated(12));
        var number = await AsksAsync(chat);
        await manager.Sees("Person 000000000012 asks for your approval").Says("cancel").Sees("").Says("approvals").Sees("Is it really").Says(number).Sees("can go on");
    }

    [Fact]
    public async Task On_the_web_page_nobody_is_asked_about_a_name_and_after_a_gate_they_can_be()
    {
        var person = Person.Generated(12);
        var manager = Host.Chat(Person.Generated(1));
        await manager.Says("hello").Sees("");
        using var web = Host.Browser();
        await web.NamesAsync(person.UserName);
        Assert.DoesNotContain("manager", web.Text, StringComparison.OrdinalIgnoreCase);
        await web.SaysAsync("manager");
        Assert.Equal(0, Host.Count(person, "ApprovalAsked"));
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await Host.Outbox.CodeAsync(person.Email));
        await web.TapsAsync("Approval by your manager");
        await web.SeesAsync("Tell your manager this number");
        await manager.Sees("Is it really").Says(Number(web.Text)).Sees("can go on");
        await web.OpensAsync();
        await web.SeesAsync("Choose your new password");
    }

    [Fact]
    public async Task Not_me_ends_the_question_too()
    {
        var (manager, chat, number) = await AskedAsync();
        await Host.Chat(chat.Person).Says("not me").Sees("Stop recovery").Says("1").Sees("Recovery of your account is stopped");
        await manager.Says(number).SeesNo("can go on");
        Assert.Equal(0, Host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task A_restart_in_between_loses_nothing_and_of_answers_at_once_one_counts()
    {
        var (manager, chat, number) = await AskedAsync();
        await Host.RestartAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => manager.PostAsync(manager.Message(number))));
        await chat.SeesEver("You were approved");
        Assert.Equal(1, Host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task Whoever_is_asked_about_an_export_or_erasing_reads_what_it_is()
    {
        var person = Person.Generated(57);
        var manager = Host.Chat(Person.Generated(5));
        await manager.Says("hello").Sees("");
        await Host.Chat(person).Says("export my data").Sees("First show that it is you").Says("other method").Sees("How?").Says("manager").Sees("Tell your manager");
        await manager.Sees("Is it really Person 000000000057?", "wants to get, or erase, what is kept about them");
    }
}
