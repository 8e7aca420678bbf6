using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Many clients at once, which must get no more than one client gets. All of them come in: nothing is turned away before it is checked.</summary>
public sealed class ParallelCodes : IAsyncLifetime
{
    private const int Clients = 64;
    private const int WrongAnswersAllowed = 5;

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Turns:MostPerConversation=64", "Web:FormsPerAddressPerMinute=1000000"] });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_right_code_sent_by_all_at_once_succeeds_exactly_once_and_gives_one_link()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        var code = await _host.Outbox.CodeAsync(chat.Person.Mobile);
        await SayAtOnceAsync(Clients, chat, _ => code);
        Assert.Equal(2, _host.Count(chat.Person, "GatePassed"));
        Assert.Equal(1, _host.Count(chat.Person, "LinkIssued"));
        Assert.Equal(0, _host.Count(chat.Person, "CodeWrong"));
        Assert.Single(chat.All, message => message.Text.Contains("Choose your new password", StringComparison.Ordinal) && !message.Replaces);
    }

    [Fact]
    public async Task Wrong_codes_sent_by_all_at_once_are_checked_no_more_often_than_the_limit()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        var code = int.Parse(await _host.Outbox.CodeAsync(chat.Person.Mobile));
        await SayAtOnceAsync(Clients, chat, client => ((code + 1 + client) % 1_000_000).ToString("D6"));
        Assert.Equal(WrongAnswersAllowed, _host.Count(chat.Person, "CodeWrong"));
        Assert.Equal(1, _host.Count(chat.Person, "MethodPaused"));
        await chat.Says(code.ToString("D6"));
        Assert.Equal(1, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task Right_and_wrong_codes_mixed_pass_at_most_once_and_are_checked_no_more_often_than_the_limit()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        var code = await _host.Outbox.CodeAsync(chat.Person.Mobile);
        await SayAtOnceAsync(Clients, chat, client => client % 2 == 0 ? code : OutboxReader.Wrong(code));
        var passed = _host.Count(chat.Person, "GatePassed") - 1;
        Assert.InRange(_host.Count(chat.Person, "CodeWrong"), 0, WrongAnswersAllowed);
        Assert.InRange(passed, 0, 1);
        Assert.Equal(passed, _host.Count(chat.Person, "LinkIssued"));
    }

    [Fact]
    public async Task Conversations_of_one_account_share_its_tries()
    {
        var person = _host.Somebody();
        var chats = Enumerable.Range(0, 4).Select(_ => _host.Chat(person)).ToList();
        foreach (var chat in chats)
        {
            await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        }

        await Task.WhenAll(chats.Select(chat => SayAtOnceAsync(Clients / 4, chat, _ => "000000")));
        Assert.InRange(_host.Count(person, "CodeWrong"), 1, WrongAnswersAllowed);
        Assert.Equal(1, _host.Count(person, "MethodPaused"));
    }

    [Fact]
    public async Task An_authenticator_code_passes_one_of_two_conversations()
    {
        var first = _host.Chat(Person.Alex);
        await first.BeginsToRegisterAsync();
        var app = await first.AddsAppAsync(_host.Clock);
        await first.AddsEmailAsync(_host.Outbox, "alex@private.example");
        await first.Says("done").Sees("All set");
        var second = _host.Chat(Person.Alex);
        foreach (var chat in new[] { first, second })
        {
            await chat.Says("reset").Sees("step 1 of 2").Says("authenticator").Sees("Type the code from your app");
        }

        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = app.Code();
        var before = _host.Count(Person.Alex, "GatePassed");
        await Task.WhenAll(SayAtOnceAsync(2, first, _ => code), SayAtOnceAsync(2, second, _ => code));
        Assert.Equal(1, _host.Count(Person.Alex, "GatePassed") - before);
    }

    [Fact]
    public async Task The_right_code_entered_by_all_at_once_on_the_web_page_succeeds_exactly_once()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var code = await _host.Outbox.CodeAsync(person.Mobile);
        await EnterAtOnceAsync(web, _ => code);
        Assert.Equal(2, _host.Count(person, "GatePassed"));
        Assert.Equal(1, _host.Count(person, "LinkIssued"));
        Assert.Equal(0, _host.Count(person, "CodeWrong"));
    }

    [Fact]
    public async Task Wrong_codes_entered_by_all_at_once_on_the_web_page_are_checked_no_more_often_than_the_limit()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var code = int.Parse(await _host.Outbox.CodeAsync(person.Mobile));
        await EnterAtOnceAsync(web, client => ((code + 1 + client) % 1_000_000).ToString("D6"));
        Assert.InRange(_host.Count(person, "CodeWrong"), 1, WrongAnswersAllowed);
        Assert.Equal(1, _host.Count(person, "GatePassed"));
        Assert.Equal(0, _host.Count(person, "LinkIssued"));
    }

    // Each is a form of its own, as of 64 windows of one browser.
    private static async Task EnterAtOnceAsync(WebDriver web, Func<int, string> text)
    {
        List<IReadOnlyList<KeyValuePair<string, string>>> windows = [];
        for (var client = 0; client < Clients; client++)
        {
            await web.OpensAsync();
            windows.Add(WebDriver.Fields(web.Document.QuerySelector("form.composer")!));
        }

        await Task.WhenAll(windows.Select(async (form, client) =>
        {
            using var content = new FormUrlEncodedContent([.. form, new("text", text(client))]);
            using var answer = await web.Client.PostAsync(new Uri(web.Client.BaseAddress!, "/"), content);
        }));
    }

    private static Task SayAtOnceAsync(int clients, ChatDriver chat, Func<int, string> text) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(client => chat.PostAsync(chat.Message(text(client)))));
}
