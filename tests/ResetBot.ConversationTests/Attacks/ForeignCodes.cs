using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A code of another case, method, destination, person or purpose, and codes that were used.</summary>
public sealed class ForeignCodes(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_code_of_another_case_is_wrong()
    {
        var person = _host.Somebody();
        var (first, second) = (_host.Chat(person), _host.Chat(person));
        await first.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(person.Email);
        await second.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var other = await _host.Outbox.CodeAsync(person.Email);
        Assert.SkipWhen(code == other, "Both cases drew the same code.");
        await second.Says(code).Sees("That code is not right");
        await first.Says(other).Sees("That code is not right");
        await first.Says(code).Sees("That is right");
        await second.Says(other).Sees("That is right");
    }

    [Fact]
    public async Task A_code_of_another_method_or_one_that_was_used_is_wrong()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        var used = await _host.Outbox.CodeAsync(chat.Person.Email);
        Assert.SkipWhen(used == await _host.Outbox.CodeAsync(chat.Person.Mobile), "Both methods drew the same code.");
        await chat.Says(used).Sees("That code is not right");
        Assert.Equal(1, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task A_code_for_another_destination_registers_nothing()
    {
        var chat = _host.Chat(Person.Joni);
        await chat.BeginsToRegisterAsync();
        await chat.Says("email").Sees("Which").Says("first@private.example").Sees("Type the code");
        await chat.Says("other method").Sees("Register a method").Says("email").Sees("Which").Says("second@private.example").Sees("Type the code");
        var first = await _host.Outbox.CodeAsync("first@private.example");
        Assert.SkipWhen(first == await _host.Outbox.CodeAsync("second@private.example"), "Both destinations drew the same code.");
        await chat.Says(first).Sees("That code is not right");
        await chat.Says(() => _host.Outbox.CodeAsync("second@private.example")).Sees("Registered", "s***@private.example");
    }

    [Fact]
    public async Task A_code_of_another_person_is_wrong()
    {
        var (one, other) = (_host.Chat(_host.Somebody()), _host.Chat(_host.Somebody()));
        await one.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await other.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(other.Person.Email);
        Assert.SkipWhen(code == await _host.Outbox.CodeAsync(one.Person.Email), "Both cases drew the same code.");
        await one.Says(code).Sees("That code is not right");
        await other.Says(code).Sees("That is right");
    }

    [Fact]
    public async Task A_code_that_a_stranger_had_sent_on_the_web_page_is_wrong_in_the_owners_chat_and_the_other_way_round()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var mine = await _host.Outbox.CodeAsync(person.Email);
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        var theirs = await _host.Outbox.CodeAsync(person.Email, used: 1);
        Assert.SkipWhen(mine == theirs, "Both cases drew the same code.");
        await web.EntersAsync(mine);
        Assert.DoesNotContain("That is right", web.Text, StringComparison.Ordinal);
        await chat.Says(theirs).Sees("That code is not right").Says(mine).Sees("That is right");
    }

    [Fact]
    public async Task A_code_that_was_sent_to_register_an_address_passes_no_gate_of_a_reset()
    {
        var person = _host.Somebody();
        var (registering, reset) = (_host.Chat(person), _host.Chat(person));
        await registering.BeginsToRegisterAsync();
        await registering.Says("email").Sees("Which").Says("thief@evil.example").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync("thief@evil.example");
        await reset.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        Assert.SkipWhen(code == await _host.Outbox.CodeAsync(person.Email), "Both cases drew the same code.");
        await reset.Says(code).Sees("That code is not right");
    }

    [Fact]
    public async Task An_authenticator_code_is_accepted_once_and_none_before_it()
    {
        var chat = _host.Chat(Person.Lee);
        await chat.BeginsToRegisterAsync();
        var app = await chat.AddsAppAsync(_host.Clock);
        var registering = app.Code();
        await chat.AddsEmailAsync(_host.Outbox, "lee@private.example");
        await chat.Says("done").Sees("All set").Says("reset").Sees("step 1 of 2").Says("app").Sees("Type the code from your app");
        await chat.Says(registering).Sees("That code is not right");
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        await chat.Says(app.Code(-1)).Sees("That is right");
        await chat.Says("cancel").Says("reset").Sees("step 1 of 2").Says("app").Sees("Type the code from your app");
        await chat.Says(app.Code(-1)).Sees("That code is not right").Says(app.Code(2)).Sees("That code is not right");
        await chat.Says(app.Code(1)).Sees("That is right");
    }

    [Fact]
    public async Task Nothing_that_ran_out_or_was_used_comes_back_when_the_clock_is_set_back()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = host.Chat(Person.Alex);
        await chat.BeginsToRegisterAsync();
        var app = await chat.AddsAppAsync(host.Clock);
        await chat.AddsEmailAsync(host.Outbox, "alex@private.example");
        await chat.Says("done").Sees("All set").Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var late = await host.Outbox.CodeAsync("alex@private.example");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await chat.Says(late).Sees("That code has run out");
        await chat.Says("app").Sees("Type the code from your app").Says(() => Task.FromResult(app.Code())).Sees("That is right");
        var used = app.Code();
        await chat.Says("cancel").Sees("Stopped");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddMinutes(-5));
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(late).SeesNo("That is right");
        await chat.Says("app").Sees("Type the code from your app").Says(used).SeesNo("That is right");
        await chat.Says(app.Code()).Sees("That code is not right");
    }
}
