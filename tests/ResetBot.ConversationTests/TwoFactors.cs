using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Who changes methods after two factors need not wait until they count; who showed one does.</summary>
public class TwoFactors(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("sms")]
    [InlineData("email")]
    public async Task What_is_registered_after_the_password_and_a_method_counts_at_once(string with)
    {
        var chat = await BeginsAsync();
        var person = chat.Person;
        await chat.Says("one more").Sees("step 2 of 2").Says(with).Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(with == "sms" ? person.Mobile : person.Email)).Sees("That is right").Sees("Register a method");
        var address = $"{Guid.NewGuid():N}@private.example";
        await chat.Says("email").Sees("Which").Says(address).Sees("Type the code").Says(() => _host.Outbox.CodeAsync(address)).Sees("It counts at once");
        await chat.Says("done").Sees("All set").Says("reset").Sees("step 1 of 2", "1. E-mail to").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(address)).Sees("That is right");
    }

    [Fact]
    public async Task After_one_factor_it_waits_and_the_way_out_is_offered_only_then()
    {
        var chat = await BeginsAsync();
        var address = $"{Guid.NewGuid():N}@private.example";
        await chat.Says("email").Sees("Which").Says(address).Sees("Type the code").Says(() => _host.Outbox.CodeAsync(address)).Sees("it counts from 3 March");
        var fresh = _host.Chat(Person.Alex);
        await fresh.BeginsToRegisterAsync();
        await fresh.SeesNo("counts after a wait");
        await fresh.Says("one more").Sees("Register a method");
        Assert.Equal(1, _host.Count(Person.Alex, "GatePassed"));
    }

    [Fact]
    public async Task A_second_method_that_is_not_shown_changes_nothing()
    {
        var chat = await BeginsAsync();
        await chat.Says("one more").Sees("step 2 of 2").Says("email").Sees("Type the code");
        await chat.Says("000000").Says("000001").Says("000002").Says("000003").Says("000004").Sees("Text message to").Says("lost my phone").Sees("Register a method");
        Assert.Contains("counts after a wait", chat.Seen.Text, StringComparison.Ordinal);
        Assert.Equal(1, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task A_method_that_does_not_count_yet_is_no_second_factor()
    {
        var chat = await BeginsAsync();
        var thief = $"{Guid.NewGuid():N}@thief.example";
        await chat.AddsEmailAsync(_host.Outbox, thief);
        await chat.Says("one more").SeesNo("1. E-mail to").Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("That is right").Sees("Register a method");
    }

    private async Task<ChatDriver> BeginsAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        Assert.Contains("counts after a wait", chat.Seen.Text, StringComparison.Ordinal);
        return chat;
    }
}
