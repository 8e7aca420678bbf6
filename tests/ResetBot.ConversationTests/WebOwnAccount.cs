using System.Text.Json;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What people do with their own account on the web page, beside a reset: each of it behind gates, since nobody knows there who they are.</summary>
public sealed class WebOwnAccount(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Old = "oldPassword";

    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_known_password_is_changed_after_one_method()
    {
        var person = _host.Somebody();
        using var web = await PassesAsync("change", person);
        using var page = await web.OpensPageAsync();
        Assert.Contains(Old, page.Fields);
        await page.SubmitAsync((Old, person.Password), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        Assert.Equal("Your password is changed", page.Title);
        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
        Assert.Equal("wrong", await _host.SignInAsync(person, person.Password));
        Assert.Equal(1, _host.Count(person, "ChangeDone"));
    }

    [Fact]
    public async Task Nobody_guesses_at_a_password_by_naming_its_owner()
    {
        var person = _host.Somebody();
        foreach (var name in (string[])[person.UserName, "nobody.at.all@contoso.example"])
        {
            using var web = await NamesAsync("change", name);
            Assert.Contains("step 1 of 1", web.Latest, StringComparison.Ordinal);
            Assert.DoesNotContain("/s/", web.Html, StringComparison.Ordinal);
            await web.TapsAsync("E-mail");
            await web.EntersAsync("000000");
            Assert.DoesNotContain("/s/", web.Html, StringComparison.Ordinal);
        }

        Assert.Equal(0, _host.Count(person, "LinkIssued"));
        Assert.Equal(0, _host.Count(person, "CurrentPasswordWrong"));
    }

    [Fact]
    public async Task Whoever_has_one_method_guesses_no_more_often_than_the_directory_lets_anybody()
    {
        var person = _host.Somebody();
        using var web = await PassesAsync("change", person);
        using var page = await web.OpensPageAsync();
        for (var guess = 0; guess < 20 && page.Fields.Contains(Old); guess++)
        {
            await page.SubmitAsync((Old, $"Guess-number-{guess}!"), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
            await page.LookAsync();
        }

        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
        using var again = await PassesAsync("change", person, expected: "paused until");
        Assert.Equal(0, _host.Count(person, "ChangeDone"));
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_after_the_gate_and_not_before()
    {
        var person = _host.Somebody();
        await _host.LocksAsync(person);
        using var web = await PassesAsync("change", person, expected: "33006");
        Assert.DoesNotContain("/s/", web.Latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_begun_here_goes_on_in_Teams()
    {
        var person = _host.Somebody();
        using var web = await NamesAsync("change", person.UserName);
        await web.TapsAsync("E-mail");
        var chat = _host.Chat(person);
        await chat.Says("continue").Sees("Type the four-digit number").Says(web.MoveNumber)
            .Sees("We go on here").Sees("Change your password", "Number: ");
        using var page = await PageDriver.OpenAsync(chat.Seen);
        await page.SubmitAsync((Old, person.Password), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await chat.Sees("Your password is changed");
    }

    [Theory]
    [InlineData("register", "Register a method")]
    [InlineData("status", "Your account")]
    [InlineData("export my data", "Your data")]
    [InlineData("erase my data", "Erase what I keep about you?")]
    public async Task What_else_was_begun_here_goes_on_in_Teams(string wish, string expected)
    {
        var person = _host.Somebody();
        using var web = await PassesAsync(wish, person, expected: "Type the code");
        var chat = _host.Chat(person);
        await chat.Says("continue").Sees("Type the four-digit number").Says(web.MoveNumber).Sees("We go on here").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(person.Mobile, used: 1)).Sees(expected);
    }

    [Fact]
    public async Task Methods_are_registered_behind_the_gates_of_a_reset_and_count_at_once()
    {
        var person = _host.Somebody();
        using var web = await PassesBothAsync("register", person, "Register a method");
        var address = $"{Guid.NewGuid():N}@private.example";
        await web.SaysAsync("email");
        await web.SeesAsync("Which e-mail address?");
        await web.EntersAsync(address);
        await web.EntersAsync(await _host.Outbox.CodeAsync(address));
        await web.SeesAsync("It counts at once");
        Assert.Equal(1, _host.Count(person, "MethodReplaced"));
        await web.SaysAsync("done");
        await _host.Chat(person).Says("reset").Sees("step 1 of 2", "E-mail");
    }

    [Fact]
    public async Task The_account_is_shown_behind_the_gates_of_a_reset()
    {
        var person = _host.Somebody();
        using var early = await PassesAsync("status", person, expected: "Type the code");
        Assert.DoesNotContain("Password set", early.Text, StringComparison.Ordinal);
        using var web = await PassesBothAsync("status", person, "Your account");
        Assert.Contains("Password set", web.Text, StringComparison.Ordinal);
        Assert.Contains(person.UserName, web.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_kept_is_handed_over_behind_the_gates_of_a_reset()
    {
        var person = _host.Somebody();
        using var web = await PassesBothAsync("export my data", person, "Your data");
        using var page = await web.OpensPageAsync();
        await page.SubmitAsync();
        Assert.Equal(person.Email, JsonDocument.Parse(page.Html).RootElement.GetProperty("recovery").GetProperty("methods")[0].GetProperty("destination").GetString());
    }

    private async Task<WebDriver> NamesAsync(string wish, string name)
    {
        var web = _host.Browser();
        await web.OpensAsync();
        await web.SaysAsync(wish);
        await web.SeesAsync("Which account?");
        return await web.EntersAsync(name);
    }

    private async Task<WebDriver> PassesAsync(string wish, Person person, string expected = "Change your password")
    {
        var web = await NamesAsync(wish, person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Email));
        return await web.SeesAsync(expected);
    }

    private async Task<WebDriver> PassesBothAsync(string wish, Person person, string expected)
    {
        var web = await PassesAsync(wish, person, expected: "Type the code");
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        return await web.SeesAsync(expected);
    }
}
