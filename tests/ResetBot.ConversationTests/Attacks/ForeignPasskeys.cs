using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A passkey of somebody else, of another site, without its owner, or an answer that was given before.</summary>
public sealed class ForeignPasskeys(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_passkey_of_another_account_is_wrong()
    {
        var (victim, own) = await _host.WithPasskeyAsync();
        var (_, thiefs) = await _host.WithPasskeyAsync();
        using var page = await AskedAsync(victim);
        await WrongAsync(thiefs, page);
        await own.AnswersOnAsync(page);
        Assert.Equal("Thank you", page.Title);
    }

    [Fact]
    public async Task An_answer_that_a_look_alike_site_got_is_wrong()
    {
        var (victim, passkey) = await _host.WithPasskeyAsync();
        using var page = await AskedAsync(victim);
        passkey.Origin = "https://reset.contoso-help.example";
        await WrongAsync(passkey, page);
    }

    [Fact]
    public async Task A_device_that_did_not_ask_who_holds_it_is_wrong()
    {
        var (victim, passkey) = await _host.WithPasskeyAsync();
        using var page = await AskedAsync(victim);
        passkey.VerifiesUser = false;
        await WrongAsync(passkey, page);
    }

    [Fact]
    public async Task An_answer_counts_for_the_page_that_asked_for_it_only()
    {
        var (victim, passkey) = await _host.WithPasskeyAsync();
        using var first = await AskedAsync(victim);
        var answer = passkey.Use(first);
        var state = first.Document.QuerySelector("input[name=state]")!.GetAttribute("value")!;
        await victim.Says("new link").Sees("Here is a new link");
        using var second = await PageDriver.OpenAsync(await victim.Sees("Use your passkey", "Number: "));
        await second.SubmitAsync(("credential", answer), ("state", state));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        await second.SubmitAsync(("credential", answer));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal(0, _host.Count(victim.Person, "CodeRight"));
    }

    [Fact]
    public async Task The_same_answer_sent_again_passes_one_gate()
    {
        var (victim, passkey) = await _host.WithPasskeyAsync();
        using var page = await AskedAsync(victim);
        await page.SubmitAtOnceAsync(16, ("credential", passkey.Use(page)));
        await _host.QuietAsync();
        Assert.Equal(1, _host.Count(victim.Person, "CodeRight"));
    }

    [Fact]
    public async Task Five_wrong_ones_pause_the_method()
    {
        var (victim, _) = await _host.WithPasskeyAsync();
        using var passkey = new SoftwarePasskey();
        using var page = await AskedAsync(victim);
        for (var wrong = 0; wrong < 4; wrong++)
        {
            await WrongAsync(passkey, page);
        }

        await passkey.AnswersOnAsync(page);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        await victim.Sees("did not work with the passkey");
        Assert.Equal(1, _host.Count(victim.Person, "MethodPaused"));
    }

    [Fact]
    public async Task No_code_opens_the_gate_of_a_passkey()
    {
        var (victim, _) = await _host.WithPasskeyAsync();
        using var page = await AskedAsync(victim);
        foreach (var code in (string[])["000000", "123456"])
        {
            await victim.Says(code).Sees("did not understand");
        }

        Assert.Equal(0, _host.Count(victim.Person, "CodeRight"));
    }

    [Fact]
    public async Task A_prompt_from_a_case_on_the_web_page_is_worth_nothing_in_the_browser_of_the_victim()
    {
        var (victim, passkey) = await _host.WithPasskeyAsync();
        using var thief = _host.Browser();
        await thief.NamesAsync(victim.Person.UserName);
        await thief.TapsAsync("Passkey");
        using var lured = new PageDriver(thief.PageAddress);
        await lured.LookAsync();
        Assert.Equal(HttpStatusCode.Forbidden, lured.Status);
        Assert.Equal("This link is not for this browser", lured.Title);

        // Nor does what the victim's authenticator would say to the thief's own page help: it signs where it is.
        using var page = await thief.OpensPageAsync();
        passkey.Origin = "http://127.0.0.1:1";
        await WrongAsync(passkey, page);
        Assert.DoesNotContain("That is right", thief.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_planted_the_cookie_of_a_case_loses_it_when_its_victim_uses_the_passkey()
    {
        var (chat, passkey) = await _host.WithPasskeyAsync();
        using var thief = _host.Browser();
        await thief.NamesAsync(chat.Person.UserName);
        await thief.TapsAsync("Passkey");
        using var victim = _host.Browser();
        victim.Session = thief.Session;
        await victim.OpensAsync();
        using var page = await victim.OpensPageAsync();
        await passkey.AnswersOnAsync(page);
        Assert.Equal("Thank you", page.Title);
        await _host.QuietAsync();
        await thief.SaysAsync("email");
        Assert.DoesNotContain("That is right", thief.Text, StringComparison.Ordinal);
        await victim.SeesAsync("That is right");
    }

    [Fact]
    public async Task Asking_for_new_links_keeps_no_case_alive_in_which_nothing_was_proved()
    {
        using var web = _host.Browser();
        await web.NamesAsync(_host.Somebody().UserName);
        await web.TapsAsync("Passkey");
        for (var minutes = 0; minutes < 180; minutes += 11)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(11));
            await web.SaysAsync("new link");
        }

        Assert.DoesNotContain("Use your passkey", web.Latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_the_passkey_opens()
    {
        var (victim, _) = await _host.WithPasskeyAsync();
        using var page = await AskedAsync(victim);
        Assert.Contains("in Microsoft Teams, to reset the password of p***@contoso.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_nobody_and_one_without_a_passkey_look_as_one_that_has_it()
    {
        var (victim, _) = await _host.WithPasskeyAsync();
        List<string> told = [];
        foreach (var name in (string[])[victim.Person.UserName, _host.Somebody().UserName, "nobody.here@contoso.example"])
        {
            using var web = _host.Browser();
            await web.NamesAsync(name);
            await web.TapsAsync("Passkey");
            using var page = await web.OpensPageAsync();
            var options = SoftwarePasskey.OptionsOf(page);
            options.Remove("challenge");
            using var passkey = new SoftwarePasskey();
            var asked = options.ToJsonString();
            await passkey.AnswersOnAsync(page);
            told.Add($"{asked} {(int)page.Status} {page.Text}");
        }

        Assert.Single(told.Distinct());
    }

    private static async Task WrongAsync(SoftwarePasskey passkey, PageDriver page)
    {
        await passkey.AnswersOnAsync(page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("not the passkey that is registered", page.Alert, StringComparison.Ordinal);
    }

    private static async Task<PageDriver> AskedAsync(ChatDriver chat) =>
        await PageDriver.OpenAsync(await chat.Says("reset").Sees("step 1 of 2").Says("passkey").Sees("Use your passkey", "Number: "));
}
