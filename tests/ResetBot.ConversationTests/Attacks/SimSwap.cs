using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody has a person's mobile number put on a card of their own, or had it changed here yesterday.</summary>
public sealed class SimSwap(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string ThiefsNumber = "+46707654321";

    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_number_that_was_changed_yesterday_proves_nothing_in_Teams_or_on_the_web_page()
    {
        var person = _host.Somebody();
        await ChangesNumberAsync(person);
        await _host.PassAsync(TimeSpan.FromDays(1));
        await _host.Chat(person).Says("reset").Sees("you have 1", "was added lately and counts from");
        await _host.LocksAsync(person);
        await _host.Chat(person).Says("unlock").Sees("Type the code", "E-mail").Says("sms").SeesNo("Type the code", "Text message");
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("Text message");
        Assert.DoesNotContain(await _host.Outbox.ToAsync(ThiefsNumber), sent => sent.Text.Contains("reset", StringComparison.Ordinal));
        Assert.Equal(0, _host.Count(person, "ResetDone"));
    }

    [Fact]
    public async Task The_old_number_and_every_other_way_hear_of_the_change_and_can_stop_it()
    {
        var person = _host.Somebody();
        await ChangesNumberAsync(person);
        foreach (var way in (string[])[person.Email, person.Mobile, person.UserName])
        {
            using var notice = new PageDriver(new Uri(await _host.Outbox.ObjectionAsync(way)));
            Assert.Contains("Was it not you?", (await notice.LookAsync()).Text, StringComparison.Ordinal);
        }

        using var page = new PageDriver(new Uri(await _host.Outbox.ObjectionAsync(person.Mobile)));
        await page.LookAsync();
        await page.SubmitAsync();
        await _host.PassAsync(TimeSpan.FromDays(8));
        await _host.Chat(person).Says("status").SeesNo("+46 *** 21");
        await _host.Chat(person).Says("reset").SeesNo("step 1 of 2");
    }

    [Fact]
    public async Task Whoever_gets_the_text_messages_of_a_person_has_one_gate_and_not_two()
    {
        var thief = _host.Chat(_host.Somebody());
        await thief.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code", "Text message")
            .Says(() => _host.Outbox.CodeAsync(thief.Person.Mobile)).Sees("That is right").Sees("Type the code", "E-mail");
        await thief.Says("sms").SeesNo("Text message");
        await thief.Says("call").SeesNo("I am calling");
        await thief.Says("lost my phone").SeesNo("Choose your new password");
        Assert.Equal(1, _host.Count(thief.Person, "GatePassed"));
        Assert.Equal(0, _host.Count(thief.Person, "LinkIssued"));
    }

    private async Task ChangesNumberAsync(Person person)
    {
        var chat = _host.Chat(person);
        await chat.BeginsToRegisterAsync();
        await chat.AddsMobileAsync(_host.Outbox, ThiefsNumber);
        await chat.Says("done").Sees();
        await _host.QuietAsync();
    }
}
