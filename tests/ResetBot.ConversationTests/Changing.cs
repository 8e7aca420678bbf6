using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A password that is known is replaced: both are typed on the secure page, and the old one is the proof.</summary>
public class Changing : HostedStories, IAsyncLifetime
{
    private FlakyDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(new ChatHostSettings
    {
        Directory = directory => _directory = new FlakyDirectory(directory),
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("change")]
    [InlineData("I want to change my password")]
    [InlineData("byt lösenord")]
    public async Task The_old_one_and_the_new_one_are_typed_on_one_page(string words)
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat, words);
        await ChangesAsync(page, chat.Person.Password, Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed", "The new password works now.");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
        Assert.Equal("wrong", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal(1, _host.Count(chat.Person, "ChangeDone"));
        Assert.Equal(0, _host.Count(chat.Person, "ResetDone"));
        Assert.Contains("by somebody who knew the old one", (await _host.Outbox.ToAsync(chat.Person.Email))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_still_works_here()
    {
        var chat = _host.Chat(Person.Nestor);
        Assert.Equal("mustChange", await _host.SignInAsync(chat.Person, chat.Person.Password));
        using var page = await OpensAsync(chat);
        await ChangesAsync(page, chat.Person.Password, Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
    }

    [Fact]
    public async Task A_new_password_that_breaks_a_rule_costs_no_try_with_the_old_one()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat);
        for (var time = 0; time < 6; time++)
        {
            await ChangesAsync(page, "not the present one", "Ab1!");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("at least ", page.Alert, StringComparison.Ordinal);
        }

        await ChangesAsync(page, chat.Person.Password, Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        Assert.Equal(0, _host.Count(chat.Person, "CurrentPasswordWrong"));
    }

    [Fact]
    public async Task The_directorys_history_is_told_and_another_one_passes()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        using var page = await OpensAsync(chat);
        await ChangesAsync(page, Steps.GoodPassword, Steps.GoodPassword);
        Assert.Equal("You have used it before.", page.Alert);
        await ChangesAsync(page, Steps.GoodPassword, Steps.OtherGoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        Assert.Equal(1, _host.Count(chat.Person, "ChangeDone"));
        Assert.Equal(3, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task A_locked_account_is_told_to_unlock_first()
    {
        var person = _host.Somebody();
        await _host.LocksAsync(person);
        await _host.Chat(person).Says("change").Sees("is locked", "33006", "unlock");
    }

    [Theory]
    [InlineData(FlakyWrite.DoneAndLost, "Your password is changed")]
    [InlineData(FlakyWrite.NotDone, "What you have proved stays proved")]
    public async Task A_directory_that_falls_silent_is_asked_what_it_did(FlakyWrite write, string told)
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat);
        _directory.Writes = write;
        await ChangesAsync(page, chat.Person.Password, Steps.GoodPassword);
        await chat.Sees(told);
        _directory.Writes = FlakyWrite.Done;
        await ChangesAsync(page, chat.Person.Password, Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        Assert.Equal(1, _host.Count(chat.Person, "ChangeDone"));
    }

    [Fact]
    public async Task Two_clicks_change_it_once()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat);
        await page.SubmitAtOnceAsync(
            8, ("oldPassword", chat.Person.Password), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await chat.Sees("Your password is changed").SeesNo();
        Assert.Equal(1, _host.Count(chat.Person, "ChangeDone"));
    }

    [Fact]
    public async Task Cancel_makes_the_page_worthless()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat);
        await chat.Says("cancel").Sees("Stopped");
        await ChangesAsync(page, chat.Person.Password, Steps.GoodPassword);
        Assert.Equal("This link no longer works", page.Title);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    private static async Task<PageDriver> OpensAsync(ChatDriver chat, string words = "change") =>
        await PageDriver.OpenAsync(await chat.Says(words).Sees("Change your password", "Number: "));

    private static Task<PageDriver> ChangesAsync(PageDriver page, string old, string changed) =>
        page.SubmitAsync(("oldPassword", old), ("newPassword", changed), ("confirmPassword", changed));
}
