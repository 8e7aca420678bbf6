using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>From time to time people look through what they registered.</summary>
public class Reconfirming : HostedStories, IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("en-US", "confirm", "all right", "I ask again when it is time")]
    [InlineData("sv-SE", "bekräfta", "1", "Jag frågar igen när det är dags")]
    public async Task After_half_a_year_they_are_asked_and_after_their_word_not_for_another(string locale, string confirm, string yes, string thanks)
    {
        var chat = _host.Chat(_host.Somebody(), locale);
        var due = locale == "en-US" ? "Type confirm" : "Skriv bekräfta";
        await chat.Says("status").SeesNo(due);
        await _host.PassAsync(TimeSpan.FromDays(181));
        await chat.Says("status").Sees(due);
        await chat.Says(confirm).Sees("p***@").Says(yes).Sees(thanks);
        await chat.Says("status").SeesNo(due);
        Assert.Equal(1, _host.Count(chat.Person, "RegistrationConfirmed"));
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await _host.PassAsync(TimeSpan.FromDays(181));
        await chat.Says("status").Sees(due);
    }

    [Fact]
    public async Task Whoever_resets_then_is_reminded_and_whoever_registers_has_looked()
    {
        var chat = _host.Chat(_host.Somebody());
        await _host.PassAsync(TimeSpan.FromDays(181));
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await chat.Sees("Type confirm");
        await chat.Says("confirm").Sees("Is this still right?").Taps("change something").Sees("First show that it is you");
        using (var page = await PageDriver.OpenAsync(chat.Seen))
        {
            await page.SubmitAsync(("oldPassword", Steps.GoodPassword));
        }

        await chat.Sees("Register a method").Says("done").Sees("All set").Says("status").SeesNo("Type confirm");
    }

    [Fact]
    public async Task A_policy_says_how_often_and_whether_at_all()
    {
        var chat = _host.Chat(_host.Somebody());
        await _host.EveryoneFollowsAsync("reconfirm: 30d");
        await _host.PassAsync(TimeSpan.FromDays(31));
        await chat.Says("status").Sees("Type confirm");
        await _host.EveryoneFollowsAsync("reconfirm: 0");
        await chat.Says("status").SeesNo("Type confirm");
    }

    [Fact]
    public async Task Who_has_nothing_and_who_is_not_known_is_told_so()
    {
        await _host.Chat(Person.Alex).Says("confirm").Sees("You have registered nothing yet");
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("confirm");
        Assert.Contains("only where I know who you are", web.Latest, StringComparison.Ordinal);
    }
}
