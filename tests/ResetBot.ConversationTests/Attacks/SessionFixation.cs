using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>An attacker gives the victim's browser a cookie that they know, and waits until the victim has proved who they are.</summary>
public sealed class SessionFixation(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_cookie_that_was_planted_opens_nothing_once_its_victim_has_named_an_account()
    {
        using var attacker = _host.Browser();
        await attacker.OpensAsync();
        await attacker.SaysAsync("help");
        var planted = attacker.Session!;
        var victim = _host.Somebody();
        using var browser = _host.Browser();
        browser.Session = planted;
        await browser.OpensAsync();
        await browser.ProvesAsync(victim, _host.Outbox);
        Assert.NotEqual(planted, browser.Session);
        await attacker.OpensAsync();
        Assert.DoesNotContain("Choose your new password", attacker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(victim.UserName, attacker.Html, StringComparison.OrdinalIgnoreCase);
        attacker.Session = planted;
        await attacker.SaysAsync("resend");
        Assert.DoesNotContain("Number", attacker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_changes_with_every_gate_and_the_old_one_is_worth_nothing()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        var named = web.Session!;
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Email));
        var passed = web.Session!;
        await web.SeesAsync("That is right");
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        Assert.Equal(3, new[] { named, passed, web.Session! }.Distinct().Count());
        foreach (var old in (string[])[named, passed])
        {
            using var thief = _host.Browser();
            thief.Session = old;
            await thief.OpensAsync();
            Assert.Contains("That conversation is closed", thief.Text, StringComparison.Ordinal);
            await thief.SaysAsync("resend");
            Assert.Equal(HttpStatusCode.SeeOther, thief.Posted.StatusCode);
            Assert.DoesNotContain("Choose your new password", thief.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_is_under_way_with_the_planted_cookie_gets_no_cookie_of_its_own()
    {
        FlakyDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Directory = inner => directory = new FlakyDirectory(inner) });
        using var attacker = host.Browser();
        await attacker.OpensAsync();
        await attacker.SaysAsync("help");
        var planted = attacker.Session!;
        using var browser = host.Browser();
        browser.Session = planted;
        await browser.OpensAsync();
        await browser.TapsAsync("Reset my password");
        await attacker.OpensAsync();
        directory.Hold = new TaskCompletionSource();
        var naming = browser.EntersAsync(host.Somebody().UserName);
        await directory.Held.Task;
        var racing = Enumerable.Range(0, 8).Select(_ => attacker.SaysAsync("help")).ToList();
        (var hold, directory.Hold) = (directory.Hold, null);
        hold.SetResult();
        await Task.WhenAll([naming, .. racing]);
        Assert.NotEqual(planted, browser.Session);
        Assert.Equal(planted, attacker.Session);
        await attacker.OpensAsync();
        Assert.Contains("That conversation is closed", attacker.Text, StringComparison.Ordinal);
        Assert.Contains("Prove that it is you", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_of_news_that_was_opened_with_the_planted_cookie_ends()
    {
        using var attacker = _host.Browser();
        await attacker.OpensAsync();
        await attacker.SaysAsync("help");
        using var browser = _host.Browser();
        browser.Session = attacker.Session;
        await browser.OpensAsync();
        await browser.TapsAsync("Reset my password");
        using var stream = await NewsStream.OpenAsync(attacker);
        await browser.EntersAsync(_host.Somebody().UserName);
        await stream.EndsAsync();
    }

    [Theory]
    [InlineData("attackers-own-value")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public async Task A_cookie_that_is_none_of_ours_is_never_taken_over(string value)
    {
        using var web = _host.Browser();
        web.Session = value;
        await web.OpensAsync();
        await web.SaysAsync("help");
        Assert.NotEqual(value, web.Session);
        using var attacker = _host.Browser();
        attacker.Session = value;
        await attacker.OpensAsync();
        Assert.DoesNotContain("What I can do", attacker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("help");
        var cookie = web.Posted.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("resetbot-chat=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
