using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Many clients at once, which must get no more than one client gets.</summary>
public sealed class ParallelAttacks(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const int Clients = 64;
    private const int WrongAnswersAllowed = 5;

    private readonly ChatHost _host = fixture.Host;

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
    public async Task A_new_password_saved_by_all_at_once_is_set_once_and_told_once()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await page.SubmitAtOnceAsync(16, ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await chat.Sees("Your password is changed").SeesNo("Your password is changed");
        Assert.Equal(1, _host.Count(chat.Person, "ResetIntended"));
        Assert.Equal(1, _host.Count(chat.Person, "ResetDone"));
        Assert.Single(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Subject == "Your password was changed");
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

    [Fact]
    public async Task One_delivery_repeated_by_all_at_once_is_one_turn()
    {
        var chat = _host.Chat(_host.Somebody());
        var activity = chat.Message("reset");
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => chat.PostAsync(activity.DeepClone().AsObject())));
        await chat.Sees("step 1 of 2").SeesNo();
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    private static Task SayAtOnceAsync(int clients, ChatDriver chat, Func<int, string> text) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(client => chat.PostAsync(chat.Message(text(client)))));
}
