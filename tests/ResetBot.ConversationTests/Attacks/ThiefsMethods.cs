using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A thief has one factor of a person and makes a second one of their own by it.</summary>
public sealed class ThiefsMethods(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("email")]
    [InlineData("sms")]
    public async Task Every_kind_of_method_that_was_added_by_one_factor_counts_a_day_later_at_the_earliest(string known)
    {
        var thief = _host.Chat(_host.Somebody());
        await ProvesByAsync(thief, known);
        using var passkey = new SoftwarePasskey();
        var app = await thief.AddsAppAsync(_host.Clock);
        await thief.AddsPasskeyAsync(passkey);
        var codes = await thief.AddsCodesAsync();
        await thief.Says("done").Sees();
        _host.Clock.Advance(TimeSpan.FromHours(23.9));
        await thief.Says("reset").Sees("step 1 of 2").Says(known).Sees("Type the code").Says(() => CodeAsync(thief, known)).Sees("That is right");
        foreach (var attempt in (string[])["other method", "authenticator", app.Code(), "passkey", "codes", codes[0], "2", "3"])
        {
            await thief.Says(attempt).SeesNo("That is right");
        }

        Assert.DoesNotContain(_host.Audit(thief.Person), step => step.Detail("purpose") == "NewPassword");
        Assert.Equal("ok", await _host.SignInAsync(thief.Person, thief.Person.Password));
    }

    [Fact]
    public async Task Its_owner_hears_of_it_where_the_thief_does_not_read_and_one_word_removes_it()
    {
        var thief = _host.Chat(_host.Somebody());
        await ProvesByAsync(thief, "email");
        await thief.AddsAppAsync(_host.Clock);
        using var notice = new PageDriver(new Uri(await _host.Outbox.ObjectionAsync(thief.Person.Mobile)));
        await notice.LookAsync();
        await notice.SubmitAsync();
        await thief.Says("done").Sees("");
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await thief.Says("reset").SeesNo("step 1 of 2");
        await thief.Says("status").SeesNo("Authenticator app");
    }

    [Fact]
    public async Task Taking_away_the_factors_of_the_owner_leaves_too_few_to_reset_with()
    {
        var thief = _host.Chat(_host.Somebody());
        await ProvesByAsync(thief, "sms");
        await thief.Says("remove").Sees("E-mail").Says("email").Sees("removed").Sees("Register a method");
        await thief.AddsEmailAsync(_host.Outbox, "thief@evil.example");
        await thief.Says("done").Sees("");
        await thief.Says("reset").Sees("A reset needs 2 methods that count, and you have 1");
        Assert.Contains(await _host.Outbox.ToAsync(thief.Person.Email), mail => mail.Text.Contains("/not-me/", StringComparison.Ordinal));
    }

    private async Task ProvesByAsync(ChatDriver thief, string known)
    {
        await thief.Says("register").Sees("First show that it is you").Says("other method").Sees("E-mail").Says(known).Sees("Type the code");
        await thief.Says(() => CodeAsync(thief, known)).Sees("Register a method");
    }

    private Task<string> CodeAsync(ChatDriver thief, string known) => _host.Outbox.CodeAsync(known == "email" ? thief.Person.Email : thief.Person.Mobile);
}
