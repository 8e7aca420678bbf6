using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A secure page is used by many at once.</summary>
public sealed class ParallelPages(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_new_password_saved_by_all_at_once_is_set_once_and_told_once()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await page.SubmitAtOnceAsync(16, ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await chat.Sees("Your password is changed").SeesNo("Your password is changed");
        Assert.Equal(1, _host.Count(chat.Person, "ResetIntended"));
        Assert.Equal(1, _host.Count(chat.Person, "ResetDone"));
        Assert.Single(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Subject == "Your password was reset");
    }

    [Fact]
    public async Task Current_passwords_guessed_by_all_at_once_never_lock_the_directory_account()
    {
        var chat = _host.Chat(Person.Megan);
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAtOnceAsync(16, ("oldPassword", "Wrong-Guess-2026!"));
        await page.SubmitAtOnceAsync(16, ("oldPassword", "Wrong-Guess-2027!"));
        Assert.InRange(_host.Count(Person.Megan, "CurrentPasswordWrong"), 1, 3);
        Assert.Equal("ok", await _host.SignInAsync(Person.Megan, Person.Megan.Password));
    }
}
