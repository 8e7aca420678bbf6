using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A directory that lets nobody replace a password on the day of its birth.</summary>
public class YoungPasswords : HostedStories, IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(new ChatHostSettings { Arguments = ["Demo:MinimumPasswordAge=1.00:00:00"] });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_is_known_is_told_before_the_gates_and_until_when()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await _host.PassAsync(TimeSpan.FromHours(23));
        await chat.Says("reset").Sees("changed only a short while ago", "3 March, 09:00", "33008");
        await chat.Says("change").Sees("changed only a short while ago", "3 March, 09:00", "33008");
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));

        await _host.PassAsync(TimeSpan.FromHours(1));

        await chat.ResetsAsync(_host.Outbox, Steps.OtherGoodPassword);
    }

    [Fact]
    public async Task Who_is_not_known_is_told_after_the_gates_and_never_before()
    {
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));

        await web.SeesAsync("changed only a short while ago");

        Assert.Equal(1, _host.Count(person, "LinkIssued"));
    }

    [Fact]
    public async Task A_page_that_is_open_while_the_password_is_replaced_elsewhere_keeps_to_it_too()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        var other = _host.Chat(chat.Person);
        await other.ResetsAsync(_host.Outbox, Steps.OtherGoodPassword);

        await page.SavesAsync(Steps.GoodPassword);

        Assert.Equal("The present password is too new to be replaced.", page.Alert);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.OtherGoodPassword));
    }
}
