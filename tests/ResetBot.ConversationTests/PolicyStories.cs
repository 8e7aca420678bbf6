using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What each setting of a policy does, as people see it.</summary>
public sealed class PolicyStories : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("en-US", "no policy", "has not set this up yet", "SSPR_0011")]
    [InlineData("sv-SE", "no policy", "har inte satt upp det här än", "SSPR_0011")]
    [InlineData("en-US", "groups: [Sales]", "not open to any of the groups", "SSPR_0013")]
    [InlineData("sv-SE", "groups: [Sales]", "inte öppet för någon av grupperna", "SSPR_0013")]
    [InlineData("en-US", "enabled: no", "switched off for your account", "SSPR_0009")]
    [InlineData("sv-SE", "enabled: no", "avstängt för ditt konto", "SSPR_0009")]
    [InlineData("en-US", "operations: [change]", "do not allow this here", "SSPR_0011")]
    [InlineData("sv-SE", "operations: [change]", "tillåter inte det här", "SSPR_0011")]
    [InlineData("en-US", "licence: free", "licence (Free) does not cover this", "SSPR_0012")]
    [InlineData("sv-SE", "licence: free", "licens (Free) omfattar inte det här", "SSPR_0012")]
    [InlineData("en-US", "methodsAllowed: [email, authenticator]", "Text message to +46 *** 00 is not allowed for your account", "SSPR_0014")]
    [InlineData("sv-SE", "methodsAllowed: [email, authenticator]", "är inte tillåtet för ditt konto", "SSPR_0014")]
    public async Task A_refusal_says_why_and_shows_its_code(string locale, string setting, string why, string code)
    {
        await (setting == "no policy" ? _host.FollowsAsync(" []") : _host.EveryoneFollowsAsync(setting));
        await _host.Chat(_host.Somebody(), locale).Says("reset").Sees(why, code);
    }

    [Fact]
    public async Task Each_reads_the_policy_of_their_own_group()
    {
        await _host.FollowsAsync("""
              - name: North
                groups: [Nordics]
                enabled: no
                helpDesk: north@contoso.example
              - name: Sales
                groups: [Sales]
                operations: [unlock]
                helpDesk: https://help.contoso.example/sales
              - name: Everyone
                methodsRequiredToReset: 1
            """);
        await _host.Chat(Person.Adele).Says("reset").Sees("switched off", "north@contoso.example");
        await _host.Chat(Person.Isaiah).Says("reset").Sees("do not allow", "https://help.contoso.example/sales");
        await _host.Chat(_host.Somebody()).Says("reset").Sees("step 1 of 1");
    }

    [Fact]
    public async Task A_licence_covers_synchronised_and_federated_accounts_from_premium_on()
    {
        await _host.EveryoneFollowsAsync("licence: basic");
        await _host.Chat(Person.Diego).Says("register").Sees("licence (Basic) does not cover this", "SSPR_0012");
        await _host.Chat(Person.Joni).Says("register").Sees("First show that it is you");
        await _host.EveryoneFollowsAsync("licence: premium");
        await _host.Chat(Person.Diego).Says("register").Sees("First show that it is you");
    }

    [Fact]
    public async Task A_method_that_is_not_allowed_is_not_offered_for_registration_either()
    {
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, authenticator]", "methodsToRegister: 2");
        var chat = _host.Chat(Person.Alex);
        await chat.BeginsToRegisterAsync();
        Assert.DoesNotContain("mobile", chat.Seen.Text, StringComparison.OrdinalIgnoreCase);
        await chat.Says("sms").SeesNo("Which mobile number?");
    }

    [Fact]
    public async Task People_are_asked_to_register_as_many_methods_as_the_policy_says()
    {
        await _host.EveryoneFollowsAsync("methodsToRegister: 3");
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Sees("Register a method", "3");
    }

    [Fact]
    public async Task A_method_that_is_replaced_counts_when_the_policy_says()
    {
        await _host.EveryoneFollowsAsync("freshness: 2h", "phoneFreshness: 3h");
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        await chat.Says("email").Sees("Which").Says("new@private.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("new@private.example")).Sees("it counts from 2 March, 11:00").Sees("Register a method");
        await chat.Says("sms").Sees("Which").Says("+46701234568").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("+46701234568")).Sees("it counts from 2 March, 12:00");
    }

    [Fact]
    public async Task Who_is_not_to_be_told_is_not_told()
    {
        await _host.EveryoneFollowsAsync("notifyPerson: no");
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        Assert.DoesNotContain(await _host.Outbox.AllAsync(), mail => mail.To == person.UserName);
        Assert.Equal((0, 1), (_host.Count(person, "PersonTold"), _host.Count(person, "PersonNotTold")));
    }

    [Fact]
    public async Task That_an_administrators_password_was_reset_is_told_at_the_address_of_the_policy_and_that_of_others_is_not()
    {
        await _host.EveryoneFollowsAsync("notifyAdministratorsAt: security@contoso.example", "administratorCoolingPeriod: 0");
        var chat = _host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "henrietta@private.example");
        await chat.AddsMobileAsync(_host.Outbox, "+46701112233");
        await chat.Says("done").Sees("All set").Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("henrietta@private.example", used: 1)).Sees("That is right").Sees("Type the code");
        using var page = await PageDriver.OpenAsync(await chat.Says(() => _host.Outbox.CodeAsync("+46701112233", used: 1)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        await _host.Chat(_host.Somebody()).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        var told = Assert.Single(await _host.Outbox.ToAsync("security@contoso.example"));
        Assert.Contains("Henrietta Mueller", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, _host.Count(Person.Henrietta, "AdministratorsTold"));
    }

    [Fact]
    public async Task An_unlock_asks_for_as_many_methods_as_the_policy_says()
    {
        var chat = _host.Chat(Person.Johanna);
        await _host.EveryoneFollowsAsync("methodsRequiredToUnlock: 2");
        await chat.Says("unlock").Sees("An unlock needs 2 of your methods");
        await _host.EveryoneFollowsAsync("methodsRequiredToUnlock: 1");
        await chat.Says("unlock").Sees("An unlock needs 1 of your methods");
    }

    [Fact]
    public async Task Whose_reset_the_policy_refuses_reads_so_in_their_status()
    {
        await _host.EveryoneFollowsAsync("operations: [change, unlock]");
        await _host.Chat(_host.Somebody()).Says("status").Sees("The rules for your account do not allow this here");
    }
}
