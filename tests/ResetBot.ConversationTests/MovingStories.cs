using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A case that was begun on the web page goes on in Teams.</summary>
public class MovingStories(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task The_gates_that_were_passed_stay_passed_and_the_browser_loses_the_case()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var chat = _host.Chat(person);
        await chat.Says("continue").Sees("Continue what you began elsewhere").Says(web.MoveNumber).Sees("We go on here").Sees("Type the code", "Text message");
        await web.SeesAsync("This goes on in your chat");
        Assert.Single(web.Document.QuerySelectorAll("#turns > li"), item => item.TextContent.Contains("Here it is closed", StringComparison.Ordinal));
        Assert.Empty(web.MoveNumber);
        await web.SaysAsync(await _host.Outbox.CodeAsync(person.Mobile, used: 1));
        Assert.DoesNotContain("That is right", web.Latest, StringComparison.Ordinal);
        var card = await chat.Says(() => _host.Outbox.CodeAsync(person.Mobile, used: 1)).Sees("Choose your new password", "Number: ");
        using var page = await PageDriver.OpenAsync(card);
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
    }

    [Fact]
    public async Task A_link_that_was_open_in_the_browser_is_void()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var number = web.MoveNumber;
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        Assert.Empty(web.MoveNumber);
        using var page = await web.OpensPageAsync();
        await _host.Chat(person).Says("continue").Sees("Continue").Says(number).Sees("Choose your new password");
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("wrong", await _host.SignInAsync(person, Steps.GoodPassword));
    }

    [Fact]
    public async Task A_wrong_number_moves_nothing_and_the_right_one_may_follow()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var wrong = ((int.Parse(web.MoveNumber) + 1) % 10_000).ToString("D4");
        await _host.Chat(person).Says("continue").Sees("Continue").Says(wrong).Sees("Nothing that you began").Says("12 apples").Sees("four digits")
            .Says(wrong).Sees("Nothing that you began").Says(web.MoveNumber).Sees("We go on here");
    }

    [Fact]
    public async Task What_is_with_the_directory_stays_until_it_has_answered()
    {
        FlakyDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Directory = inner => directory = new FlakyDirectory(inner) });
        var person = host.Somebody();
        using var web = host.Browser();
        await web.PassesEmailAsync(person, host.Outbox);
        var number = web.MoveNumber;
        await web.EntersAsync(await host.Outbox.CodeAsync(person.Mobile));
        using var page = await web.OpensPageAsync();
        (directory.Writes, directory.SilentAfterWrite) = (FlakyWrite.DoneAndLost, true);
        await page.SavesAsync(Steps.GoodPassword);
        directory.Silent = false;
        var chat = host.Chat(person);
        await chat.Says("continue").Sees("Continue").Says(number).Sees("still working on it");
        Assert.Equal(0, host.Count(person, "CaseMoved"));
        await host.SettleOpenWritesAsync();
        await web.SeesAsync("Your password is changed");
    }

    [Fact]
    public async Task What_stands_in_the_way_of_a_recovery_stands_in_the_way_of_a_case_without_a_gate()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:FailedCasesPerAccount=1"] });
        var chat = host.Chat(host.Somebody());
        using var web = host.Browser();
        await web.NamesAsync(chat.Person.UserName);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code")
            .Says(() => host.Outbox.WrongCodeAsync(chat.Person.Email)).Sees("not right").Says("cancel").Sees("Stopped");
        await chat.Says("continue").Sees("Continue").Says(web.MoveNumber).Sees("Recovery of this account is paused until");
        Assert.Equal(0, host.Count(chat.Person, "CaseMoved"));
    }

    [Fact]
    public async Task Nobody_takes_the_case_of_another_account()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        await _host.Chat(_host.Somebody()).Says("continue").Sees("Continue").Says(web.MoveNumber).Sees("Nothing that you began");
        await web.OpensAsync();
        Assert.NotEmpty(web.MoveNumber);
    }

    [Fact]
    public async Task A_case_that_an_attacker_began_brings_its_owner_no_harm_and_the_attacker_nothing()
    {
        var victim = _host.Somebody();
        using var attacker = _host.Browser();
        await attacker.NamesAsync(victim.UserName);
        await _host.Chat(victim).Says("continue").Sees("Continue").Says(attacker.MoveNumber).Sees("step 1 of 2");
        await attacker.SeesAsync("This goes on in your chat");
    }

    [Fact]
    public async Task Every_page_shows_a_number_whether_the_account_exists_or_not()
    {
        using var nobody = _host.Browser();
        await nobody.NamesAsync("nobody.at.all@contoso.example");
        Assert.Equal(4, nobody.MoveNumber.Length);
    }
}
