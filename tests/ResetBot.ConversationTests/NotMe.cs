using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The owner of an account says that something was not they, and everything stops.</summary>
public class NotMe(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("not me", "en-US", "stop everything")]
    [InlineData("that wasn't me", "en-US", "1")]
    [InlineData("det var inte jag", "sv-SE", "stoppa allt")]
    public async Task A_reset_under_way_leads_nowhere_after_that_word(string words, string locale, string yes)
    {
        var person = _host.Somebody();
        var thief = _host.Chat(person);
        using var page = await PageDriver.OpenAsync(await thief.ProvesAsync(_host.Outbox));
        await StopsAsync(_host.Chat(person, locale), words, yes);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("wrong", await _host.SignInAsync(person, Steps.GoodPassword));
        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
        Assert.Equal(0, _host.Count(person, "ResetIntended"));
        Assert.Equal(1, _host.Count(person, "RecoveryFrozen"));
    }

    [Fact]
    public async Task Nothing_can_be_begun_and_no_code_is_sent_or_taken_any_more()
    {
        var person = _host.Somebody();
        var thief = _host.Chat(person);
        await thief.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(person.Email);
        await StopsAsync(_host.Chat(person));
        var sent = _host.Count(person, "CodeSent");
        await thief.Says("resend").Sees("No other method of yours");
        await thief.Says(code).SeesNo("That is right");
        foreach (var operation in (string[])["reset", "register", "change"])
        {
            await thief.Says(operation).Sees("its owner said “it was not me”");
        }

        Assert.Equal(sent, _host.Count(person, "CodeSent"));
        Assert.Equal(0, _host.Count(person, "GatePassed"));
        await thief.Says("status").Sees("stopped");
    }

    [Fact]
    public async Task A_case_on_the_web_page_that_passed_a_gate_stops_and_a_new_one_tells_nothing()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        await StopsAsync(_host.Chat(person));
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        Assert.DoesNotContain("Choose your new password", web.Text, StringComparison.Ordinal);
        using var other = _host.Browser();
        await other.NamesAsync(person.UserName);
        await other.TapsAsync("E-mail");
        await other.SeesAsync("Type the code");
        using var nobody = _host.Browser();
        await nobody.NamesAsync("nobody.at.all@contoso.example");
        await nobody.TapsAsync("E-mail");
        await nobody.SeesAsync("Type the code");
        Assert.Equal(1, _host.Count(person, "CodeNotSent"));
    }

    [Fact]
    public async Task The_link_in_a_notice_stops_it_with_one_tap_and_looking_at_it_does_not()
    {
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        using var page = new PageDriver(await LinkAsync(person.UserName));
        Assert.Contains("Was it not you?", (await page.LookAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("the password was reset", page.Text, StringComparison.Ordinal);
        using var scanner = new PageDriver(page.Address);
        await scanner.LookAsync();
        await scanner.ForgeAsync(("yes", "1"));
        Assert.Equal(0, _host.Count(person, "RecoveryFrozen"));
        await page.SubmitAsync();
        Assert.Contains("Recovery of the account is stopped", page.Text, StringComparison.Ordinal);
        await page.LookAsync();
        Assert.Contains("Recovery of the account is stopped", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, _host.Count(person, "RecoveryFrozen"));
        await _host.Chat(person).Says("reset").Sees("its owner said “it was not me”");
        Assert.StartsWith("notice/PasswordReset to ", _host.Audit(person).Single(step => step.Event == "RecoveryFrozen").Actor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_way_has_a_link_of_its_own_and_a_text_message_too()
    {
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        List<Uri> links = [await LinkAsync(person.UserName), await LinkAsync(person.Email), await LinkAsync(person.Mobile)];
        Assert.Equal(3, links.Distinct().Count());
        using var page = new PageDriver(links[2]);
        await page.LookAsync();
        await page.SubmitAsync();
        Assert.Equal(1, _host.Count(person, "RecoveryFrozen"));
        Assert.DoesNotContain("/not-me/", (await _host.Outbox.ToAsync(person.Mobile))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_a_thief_added_is_gone_and_those_of_the_owner_stay()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.BeginsToRegisterAsync();
        await chat.AddsAppAsync(_host.Clock);
        await chat.Says("not me").Sees("Stop recovery").Says("stop everything").Sees("Removed, since it did not count yet: Authenticator app");
        await _host.Chat(person).Says("status").Sees("E-mail", "Text message").SeesNo("Authenticator app");
    }

    [Fact]
    public async Task Sessions_end_and_so_they_do_after_a_reset()
    {
        var person = _host.Somebody();
        var id = new AccountId("demo", person.ObjectId);
        var directory = _host.Services.GetRequiredService<IDirectory>();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await _host.QuietAsync();
        Assert.Equal(_host.Clock.GetUtcNow(), (await directory.GetAsync(id, CancellationToken.None))!.SessionsValidFrom);
        Assert.Equal(1, _host.Count(person, "SessionsEnded"));
        await StopsAsync(_host.Chat(person));
        await _host.QuietAsync();
        Assert.Equal(2, _host.Count(person, "SessionsEnded"));
    }

    [Fact]
    public async Task Whoever_thinks_again_goes_on_where_they_were()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says("not me").Sees("Stop recovery of your account?", "Only the help desk").Says("not me").Sees("Stop recovery");
        await chat.Says("perhaps").Sees("did not understand").Says("go back").Sees("Nothing was stopped").Sees("Type the code");
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
        Assert.Equal(0, _host.Count(chat.Person, "RecoveryFrozen"));
    }

    [Fact]
    public async Task In_the_middle_of_something_all_of_it_ends()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await StopsAsync(chat);
        await chat.Says("000000").Sees("did not understand");
        Assert.Equal(1, _host.Count(chat.Person, "CaseCancelled"));
        await chat.Says("not me").Sees("Stop recovery").Says("1").Sees("stopped already");
    }

    [Fact]
    public async Task On_the_web_page_nobody_stops_anything_by_naming_somebody()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.SaysAsync("not me");
        await web.SeesAsync("Open the link in it");
        Assert.Equal(0, _host.Count(person, "RecoveryFrozen"));
        await _host.Chat(person).Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_link_that_is_cut_off_or_old_says_so()
    {
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        var link = await LinkAsync(person.UserName);
        using var cut = new PageDriver(new Uri(link.AbsoluteUri[..^1] + (link.AbsoluteUri[^1] == 'A' ? 'B' : 'A')));
        Assert.Equal(HttpStatusCode.Gone, (await cut.LookAsync()).Status);
        await using var host = await ChatHost.StartAsync();
        var other = host.Somebody();
        await host.Chat(other).ResetsAsync(host.Outbox, Steps.GoodPassword);
        using var old = new PageDriver(await LinkAsync(host, other.UserName));
        await old.LookAsync();
        host.Clock.Advance(TimeSpan.FromDays(30));
        await old.SubmitAsync();
        Assert.Equal(HttpStatusCode.Gone, old.Status);
        Assert.Equal(0, host.Count(other, "RecoveryFrozen"));
    }

    // Whichever comes first: what was stopped is not written.
    [Fact]
    public async Task A_save_at_the_same_moment_is_before_it_or_not_at_all()
    {
        for (var round = 0; round < 12; round++)
        {
            var person = _host.Somebody();
            var thief = _host.Chat(person);
            using var page = await PageDriver.OpenAsync(await thief.ProvesAsync(_host.Outbox));
            var owner = _host.Chat(person);
            await owner.Says("not me").Sees("Stop recovery");
            await Task.WhenAll(page.SavesAsync(Steps.GoodPassword), owner.PostAsync(owner.Message("stop everything")));
            await _host.QuietAsync();
            var steps = _host.Audit(person).Select(step => step.Event).ToList();
            Assert.Contains("RecoveryFrozen", steps);
            Assert.True(!steps.Contains("ResetIntended") || steps.IndexOf("ResetIntended") < steps.IndexOf("RecoveryFrozen"));
            Assert.Equal(steps.Contains("ResetDone") ? "ok" : "wrong", await _host.SignInAsync(person, Steps.GoodPassword));
        }
    }

    private static async Task StopsAsync(ChatDriver chat, string words = "not me", string yes = "stop everything") =>
        await chat.Says(words).Sees(chat.Locale == "sv-SE" ? "Stoppa återställning" : "Stop recovery of your account?")
            .Says(yes).Sees(chat.Locale == "sv-SE" ? "Återställning av ditt konto är stoppad" : "Recovery of your account is stopped");

    private Task<Uri> LinkAsync(string to) => LinkAsync(_host, to);

    private static async Task<Uri> LinkAsync(ChatHost host, string to) => new(await host.Outbox.ObjectionAsync(to));
}
