using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>
/// Somebody who found out every answer wants them to be enough: by themselves, for an administrator, on the web page, or to learn by them who has an
/// account.
/// </summary>
public sealed class QuestionsAlone : IAsyncLifetime
{
    private readonly QuestionsFixture _fixture = new();

    private ChatHost Host => _fixture.Host;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(1, "A reset needs a method that counts, and you have 0.")]
    [InlineData(2, "A reset needs 2 methods that count, and you have 0.")]
    public async Task Whoever_has_nothing_but_questions_cannot_begin_and_is_told_why(int required, string why)
    {
        await FollowsAsync($"methodsRequiredToReset: {required}");
        var chat = Host.Chat(Person.Adele);
        await chat.BeginsToRegisterAsync();
        await chat.AddsQuestionsAsync();
        await chat.Says("done").Sees($"A reset needs {required} methods and you have 0");
        await chat.Says("reset").Sees(why, "Security question counts only beside another method, never by itself.", "SSPR_0014");
        await chat.Says("status").Sees("Security question counts only beside another method");
    }

    [Fact]
    public async Task Where_one_method_is_required_it_is_another_one()
    {
        await FollowsAsync("methodsRequiredToReset: 1");
        var (chat, _) = await _fixture.RegisteredAsync();
        await chat.Says("reset").Sees("step 1 of 1", "Security question counts only beside another method").Says("questions").Sees("did not understand");
    }

    [Fact]
    public async Task Whoever_may_change_methods_is_not_shown_by_questions()
    {
        var (chat, _) = await _fixture.RegisteredAsync();
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("questions").Sees("did not understand");
    }

    [Fact]
    public async Task A_policy_that_comes_to_ask_for_one_method_does_not_make_the_questions_that_one()
    {
        var (chat, answers) = await _fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        await page.AnswersAsync(answers);
        await FollowsAsync("methodsRequiredToReset: 1");
        await chat.Sees("That is right").Sees("step 2 of 2");
        Assert.DoesNotContain(chat.All, message => message.Text.Contains("Choose your new password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_gate_beside_them_is_lost_they_are_not_enough()
    {
        await FollowsAsync("methodsRequiredToReset: 2");
        var (chat, answers) = await _fixture.RegisteredAsync();
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(() => Host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
        using var page = await PageDriver.OpenAsync(await chat.Sees("step 2 of 2").Says("questions").Sees("Answer your security questions", "Number: "));
        await page.AnswersAsync(answers);
        using var password = await PageDriver.OpenAsync(await chat.Sees("Choose your new password", "Number: "));
        await Host.EveryoneFollowsAsync("methodsAllowed: [authenticator, securityQuestions]", "methodsRequiredToReset: 1", "methodsRequiredToUnlock: 1", "methodsToRegister: 1");
        await password.SavesAsync(Steps.GoodPassword);
        Assert.Contains("changed meanwhile", password.Text, StringComparison.Ordinal);
        Assert.Equal("ok", await Host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task An_administrator_is_never_offered_them()
    {
        var chat = Host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        Assert.DoesNotContain("question", chat.Seen.Text, StringComparison.OrdinalIgnoreCase);
        await chat.Says("questions").Sees("did not understand");
    }

    [Fact]
    public async Task Questions_that_somebody_registered_before_they_became_an_administrator_prove_nothing()
    {
        var (chat, answers) = await _fixture.RegisteredAsync();
        using var begun = await chat.IsAskedAsync();
        _fixture.Directory.Telling = account => account with { IsAdministrator = true };
        await begun.AnswersAsync(answers);
        Assert.Equal("This link no longer works", (await begun.LookAsync()).Title);
        await chat.Sees("did not work with the questions").Says("cancel").Sees("Stopped");
        await chat.Says("reset").Sees("step 1 of 2", "Security question is not allowed for your account").Says("questions").Sees("did not understand");
        Assert.Equal(0, Host.Count(chat.Person, "CodeRight"));
    }

    [Fact]
    public async Task A_gate_that_was_passed_with_them_is_lost_when_its_owner_becomes_an_administrator()
    {
        var (chat, answers) = await _fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        await page.AnswersAsync(answers);
        await chat.Sees("step 2 of 2").Says("email").Sees("Type the code").Says(() => Host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
        using var password = await PageDriver.OpenAsync(await chat.Sees("Choose your new password", "Number: "));
        _fixture.Directory.Telling = account => account with { IsAdministrator = true };
        await password.SavesAsync(Steps.GoodPassword);
        Assert.Contains("changed meanwhile", password.Text, StringComparison.Ordinal);
        Assert.Equal("ok", await Host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task On_the_web_page_nothing_tells_who_has_questions_or_an_account()
    {
        var (chat, _) = await _fixture.RegisteredAsync();
        List<string> told = [];
        foreach (var name in (string[])[chat.Person.UserName, Host.Somebody().UserName, Person.Henrietta.UserName, "nobody.here@contoso.example"])
        {
            using var web = Host.Browser();
            await web.NamesAsync(name);
            var seen = web.Latest;
            foreach (var said in (string[])["questions", "säkerhetsfrågor", "6", "lost my phone", "questions"])
            {
                await web.SaysAsync(said);
                seen += web.Latest;
            }

            told.Add(seen.Replace(name, "*", StringComparison.Ordinal));
        }

        Assert.Single(told.Distinct());
        Assert.DoesNotContain("Security question", told[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_web_page_the_second_gate_can_be_the_questions_also_where_a_policy_allows_one_other_method_only()
    {
        var (chat, answers) = await _fixture.RegisteredAsync();
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, securityQuestions]");
        using var web = Host.Browser();
        await web.NamesAsync(chat.Person.UserName);
        await web.EntersAsync(await Host.Outbox.CodeAsync(chat.Person.Email));
        await web.SeesAsync("Answer your security questions");
        using var page = await web.OpensPageAsync();
        await page.AnswersAsync(answers);
        await web.SeesAsync("Choose your new password");
    }

    [Fact]
    public async Task The_page_of_a_case_on_the_web_page_asks_nothing_in_another_browser()
    {
        var (chat, answers) = await _fixture.RegisteredAsync();
        using var web = await AskedOnTheWebAsync(chat.Person);
        using var other = new PageDriver(web.PageAddress);
        await other.LookAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "This link is not for this browser"), (other.Status, other.Title));
        Assert.DoesNotContain(answers.Keys, question => other.Text.Contains(question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_planted_the_cookie_of_a_case_loses_it_when_its_victim_answers()
    {
        var (chat, answers) = await _fixture.RegisteredAsync();
        using var thief = await AskedOnTheWebAsync(chat.Person);
        using var victim = Host.Browser();
        victim.Session = thief.Session;
        await victim.OpensAsync();
        using var page = await victim.OpensPageAsync();
        await page.AnswersAsync(answers);
        Assert.Equal("Thank you", page.Title);
        await Host.QuietAsync();
        await thief.SaysAsync("new link");
        Assert.DoesNotContain("Choose your new password", thief.Text, StringComparison.Ordinal);
        await victim.SeesAsync("Choose your new password");
    }

    private Task FollowsAsync(string setting) => Host.EveryoneFollowsAsync(QuestionsFixture.Allowed, setting);

    private async Task<WebDriver> AskedOnTheWebAsync(Person person)
    {
        var web = Host.Browser();
        await web.PassesEmailAsync(person, Host.Outbox);
        await web.TapsAsync("Security question");
        return web;
    }
}
