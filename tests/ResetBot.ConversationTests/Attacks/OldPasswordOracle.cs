using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>The page that asks for the present password is used to find it out, or to lock its owner out of the directory.</summary>
public sealed class OldPasswordOracle(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Guesses_stay_two_below_the_directorys_own_lockout()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat);
        for (var wrong = 0; wrong < 2; wrong++)
        {
            await GuessesAsync(page, "not it");
            Assert.Contains("is not right", page.Alert, StringComparison.Ordinal);
        }

        await GuessesAsync(page, "not it");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        await chat.Sees("wrong too often", "33007");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        await chat.Says("change").Sees("paused until");
        await chat.Says("register").Sees("paused until");
    }

    [Fact]
    public async Task Guesses_at_once_are_no_more_than_the_limit()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpensAsync(chat);
        for (var round = 0; round < 4; round++)
        {
            await page.SubmitAtOnceAsync(
                16, ("oldPassword", "not it"), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        }

        await _host.QuietAsync();
        Assert.True(_host.Count(chat.Person, "CurrentPasswordWrong") <= 3);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task Changing_and_registering_share_the_tries()
    {
        var chat = _host.Chat(_host.Somebody());
        using (var page = await OpensAsync(chat))
        {
            await GuessesAsync(page, "not it");
        }

        await chat.Says("cancel").Sees("Stopped");
        using var other = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await other.SubmitAsync(("oldPassword", "not it"));
        Assert.Contains("not right", other.Alert, StringComparison.Ordinal);
        await other.SubmitAsync(("oldPassword", "not it"));
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    [Fact]
    public async Task A_page_for_another_purpose_takes_no_change()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAsync(
            ("oldPassword", chat.Person.Password), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await _host.QuietAsync();
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal(0, _host.Count(chat.Person, "ChangeIntended"));
    }

    private static async Task<PageDriver> OpensAsync(ChatDriver chat) =>
        await PageDriver.OpenAsync(await chat.Says("change").Sees("Change your password", "Number: "));

    private static Task<PageDriver> GuessesAsync(PageDriver page, string old) =>
        page.SubmitAsync(("oldPassword", old), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
}
