using ResetBot.ConversationTests.Sequences;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>
/// The clock of the machine is set back in the middle of something, and perhaps forward again: nothing becomes valid by it, nothing that was used is
/// taken again, no pause ends earlier, and people can go on.
/// </summary>
public sealed class ClockSetBack : IAsyncLifetime
{
    private readonly Postbox _post = new();
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { Adapt = builder => _post.Read(builder.Services) });

        // What people have from the start was registered long ago.
        _host.Clock.Advance(TimeSpan.FromDays(10));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(2)]
    [InlineData(120)]
    [InlineData(3 * 24 * 60)]
    public async Task A_code_from_the_future_is_worth_nothing_and_a_new_one_is(int minutes)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await chat.Says("email").Sees("Type the code");
        var code = await CodeAsync(chat.Person.Email);
        Back(minutes);
        await chat.Says(code).SeesNo("That is right");
        Assert.Equal(0, _host.Count(chat.Person, "GatePassed"));
        await _host.KeepUpAsync();
        await _host.CloseLeftQuestionsAsync();
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(() => CodeAsync(chat.Person.Email)).Sees("That is right");
        using var page = await PageDriver.OpenAsync(await chat.Says(() => CodeAsync(chat.Person.Mobile)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    public async Task A_page_from_the_future_neither_opens_nor_takes_a_password(int minutes)
    {
        var (waiting, open) = (_host.Chat(_host.Somebody()), _host.Chat(_host.Somebody()));
        await waiting.PassesEmailAsync(_host.Outbox);
        await open.PassesEmailAsync(_host.Outbox);
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        var card = await waiting.Says(() => CodeAsync(waiting.Person.Mobile)).Sees("Choose your new password", "Number: ");
        using var page = await PageDriver.OpenAsync(await open.Says(() => CodeAsync(open.Person.Mobile)).Sees("Choose your new password", "Number: "));
        Back(minutes);
        using var late = await PageDriver.OpenAsync(card);
        Assert.Equal("This link no longer works", late.Title);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.NotEqual("Your password is changed", page.Title);
        Assert.Equal("ok", await _host.SignInAsync(open.Person, open.Person.Password));
    }

    [Fact]
    public async Task What_ran_out_and_was_seen_to_is_not_valid_again()
    {
        var (code, left) = (_host.Chat(_host.Somebody()), _host.Chat(_host.Somebody()));
        await code.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await left.PassesEmailAsync(_host.Outbox);
        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        await code.Says(() => CodeAsync(code.Person.Email)).Sees("run out");
        await _host.PassAsync(TimeSpan.FromMinutes(14));
        Back(19);
        await code.Says(() => CodeAsync(code.Person.Email)).SeesNo("That is right");
        await left.Says(() => CodeAsync(left.Person.Mobile)).SeesNo("Choose your new password");
        Assert.Equal((0, 1), (_host.Count(code.Person, "GatePassed"), _host.Count(left.Person, "GatePassed")));
    }

    [Fact]
    public async Task A_code_of_an_app_is_not_taken_twice()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        var app = await chat.AddsAppAsync(_host.Clock);
        await chat.Says("done").Sees("All set");
        _host.Clock.Advance(TimeSpan.FromHours(25));
        var code = app.Code();
        await chat.Says("reset").Sees("step 1 of 2").Says("authenticator").Sees("Type the code").Says(code).Sees("That is right");
        var before = app.Code(-1);
        Back(0.5);
        var again = _host.Chat(chat.Person);
        await again.Says("reset").Sees("step 1 of 2").Says("authenticator").Sees("Type the code").Says(code).Sees("not right");
        await again.Says(before).Sees("not right");
        Back(-2);
        await again.Says(app.Code()).Sees("That is right");
    }

    [Fact]
    public async Task A_method_that_was_paused_stays_so_until_it_would_have_been()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var guess = 0; guess < 5; guess++)
        {
            await chat.Says(() => WrongCodeAsync(chat.Person.Email));
        }

        foreach (var hours in (double[])[-48, 40, 8, 23.9])
        {
            Back(-60 * hours);
            await _host.KeepUpAsync();
            await _host.Chat(chat.Person).Says("reset").Sees("is paused until");
        }

        Back(-7);
        await _host.Chat(chat.Person).Says("reset").Sees("step 1 of 2", "E-mail").SeesNo("is paused");
    }

    [Fact]
    public async Task Sends_and_unlocks_are_no_more_for_it()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var sent = 1; sent < 10; sent++)
        {
            await chat.Says("resend").Sees("Type the code");
        }

        Back(60);
        await _host.Chat(chat.Person).Says("reset").Sees("step 1 of 2").Says("email").SeesNo("Type the code");
        Assert.Equal(10, (await _host.Outbox.ToAsync(chat.Person.Email)).Count);

        var other = _host.Chat(_host.Somebody());
        for (var time = 0; time < 3; time++)
        {
            await _host.LocksAsync(other.Person);
            await other.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
            await other.Says(() => CodeAsync(other.Person.Email)).Sees("Your account is unlocked");
        }

        Back(26 * 60);
        await _host.LocksAsync(other.Person);
        await other.Says("unlock").Sees("was unlocked often lately");
    }

    [Fact]
    public async Task What_was_added_later_counts_no_earlier()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "later@private.example");
        await chat.Says("done").Sees("All set");
        foreach (var hours in (double[])[-30, 29, 24.9])
        {
            Back(-60 * hours);
            await chat.Says("reset").Sees("you have 1", "was added lately and counts from");
        }

        Back(-7);
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_waiting_time_is_no_shorter()
    {
        await _host.EveryoneFollowsAsync("coolingPeriod: 6h");
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        await chat.Says(() => CodeAsync(chat.Person.Mobile)).Sees("protected by a waiting time");
        await _host.PassAsync(TimeSpan.FromHours(5));
        Back(4 * 60);
        await _host.CloseLeftQuestionsAsync();
        await chat.Says("choose password").SeesNo("Choose your new password");
        await _host.PassAsync(TimeSpan.FromHours(4.9));
        await chat.Says("choose password").SeesNo("Choose your new password");
        await _host.PassAsync(TimeSpan.FromHours(0.2));
        await chat.SeesEver("Nobody objected");
        await chat.Says("choose password").Sees("Choose your new password", "Number: ");
    }

    [Fact]
    public async Task What_its_owner_stopped_leads_nowhere_also_when_it_seems_to_have_been_begun_later()
    {
        var thief = _host.Chat(_host.Somebody());
        await thief.PassesEmailAsync(_host.Outbox);
        var code = await CodeAsync(thief.Person.Mobile);
        Back(60);
        await _host.Chat(thief.Person).Says("not me").Sees("Stop recovery").Says("1").Sees("stopped");
        Assert.Equal(0, (await _host.AccountAsync("open", thief.Person.UserName, "--why", "spoke with her")).Exit);
        Back(-61);
        await thief.Says(code).SeesNo("Choose your new password");
        await thief.Says("resend").SeesNo("Type the code");
        Assert.Equal(0, _host.Count(thief.Person, "LinkIssued"));
    }

    private async Task<string> CodeAsync(string to) => await _host.QuietAsync() ? _post.Newest(to) : "";

    private async Task<string> WrongCodeAsync(string to) => OutboxReader.Wrong(await CodeAsync(to));

    private void Back(double minutes) => _host.Clock.AdjustTime(_host.Clock.GetUtcNow().AddMinutes(-minutes));
}
