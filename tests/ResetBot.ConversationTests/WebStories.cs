using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The chat page, without script: the main job for people who are locked out of every chat.</summary>
public sealed class WebStories(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_password_is_reset_on_the_page_alone()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.ProvesAsync(person, _host.Outbox);
        using var page = await web.OpensPageAsync();
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await web.SeesAsync("Your password is changed");
        Assert.Equal("ok", await _host.SignInAsync(person, Steps.GoodPassword));
        Assert.Equal("wrong", await _host.SignInAsync(person, person.Password));
    }

    [Fact]
    public async Task Everything_can_be_typed()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("I forgot my password");
        await web.SaysAsync(person.UserName);
        await web.SaysAsync("1");
        await web.SaysAsync(await _host.Outbox.CodeAsync(person.Email));
        await web.SeesAsync("That is right");
        await web.SaysAsync(await _host.Outbox.CodeAsync(person.Mobile));
        await web.SeesAsync("Choose your new password");
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_browser()
    {
        using var web = _host.Browser("sv-SE,sv;q=0.9,en;q=0.5");
        await web.OpensAsync();
        Assert.Contains("Kan du inte logga in?", web.Text, StringComparison.Ordinal);
        await web.TapsAsync("Återställ mitt lösenord");
        Assert.Contains("Vilket konto?", web.Text, StringComparison.Ordinal);
        await web.SaysAsync("english");
        Assert.Contains("Which account?", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_page_begins_nothing()
    {
        using var web = _host.Browser();
        await web.OpensAsync();
        Assert.Null(web.Session);
        await web.OpensAsync();
        Assert.Null(web.Session);
    }

    [Fact]
    public async Task What_needs_to_know_the_person_is_not_done_here()
    {
        using var web = _host.Browser();
        await web.OpensAsync();
        foreach (var command in (string[])["approvals", "confirm"])
        {
            await web.SaysAsync(command);
            Assert.Contains("only where I know who you are", web.Latest, StringComparison.Ordinal);
        }

        await web.SaysAsync("continue");
        Assert.Contains("This is where you are already", web.Latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_works_at_every_step()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("Cancel");
        Assert.DoesNotContain("Prove that it is you", web.Latest, StringComparison.Ordinal);
        await web.ProvesAsync(person, _host.Outbox);
        var address = web.PageAddress;
        await web.SaysAsync("cancel");
        using var page = new PageDriver(address, web.Cookies);
        await page.LookAsync();
        Assert.Equal(HttpStatusCode.Gone, page.Status);
    }

    [Fact]
    public async Task A_question_that_is_left_alone_expires_and_the_page_says_so()
    {
        await using var host = await ChatHost.StartAsync();
        using var web = host.Browser();
        await web.NamesAsync(host.Somebody().UserName);
        await host.PassAsync(TimeSpan.FromMinutes(16));
        await web.SeesAsync("You were away for a while");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");

        // The line at the bottom belongs to no question, so that nothing but the form's own id can tell its second sending.
        var line = web.Document.QuerySelector("form.composer")!;
        await web.SubmitAsync(line, ("text", "resend"));
        await web.SubmitAsync(line, ("text", "resend"));
        Assert.Equal(2, (await _host.Outbox.ToAsync(person.Email)).Count);
        await web.SaysAsync("resend");
        Assert.Equal(3, (await _host.Outbox.ToAsync(person.Email)).Count);
    }

    [Theory]
    [InlineData('P')]
    [InlineData('p')]
    public async Task An_account_name_of_capitals_and_digits_is_no_password(char first)
    {
        var person = _host.Somebody();
        var name = first + person.UserName.Split('@')[0][1..];
        using var typed = _host.Browser();
        await typed.NamesAsync(name);
        Assert.Contains("Prove that it is you", typed.Text, StringComparison.Ordinal);
        using var said = _host.Browser();
        await said.OpensAsync();
        await said.SaysAsync("reset");
        await said.SaysAsync(name);
        Assert.Contains("Prove that it is you", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my password is Sommar-2026!xQ")]
    [InlineData("Sommar-2026!xQ-Sommar-2026!xQ-Sommar-2026!xQ-Sommar-2026!xQ-Sommar-2026!xQ")]
    public async Task A_password_typed_where_an_account_is_asked_for_is_taken_for_no_name(string typed)
    {
        using var web = _host.Browser();
        await web.NamesAsync(typed);
        Assert.Contains("That looks like a password", web.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Prove that it is you", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_leaves_nothing_in_the_browser()
    {
        using var web = _host.Browser();
        await web.NamesAsync(_host.Somebody().UserName);
        var before = web.Session;
        await web.TapsAsync("Finish and forget me in this browser");
        Assert.Contains("Cannot sign in?", web.Text, StringComparison.Ordinal);
        web.Session = before!;
        await web.OpensAsync();
        Assert.Contains("That conversation is closed", web.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Prove that it is you", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_typed_into_the_chat_is_not_kept()
    {
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("Sommar-2026!xQ");
        Assert.Contains("That looks like a password", web.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sommar-2026!xQ", web.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_survives_a_restart()
    {
        await using var host = await ChatHost.StartAsync();
        var person = host.Somebody();
        using var before = host.Browser();
        await before.PassesEmailAsync(person, host.Outbox);
        await host.RestartAsync();
        using var after = host.Browser();
        after.Session = before.Session;
        await after.OpensAsync();
        await after.EntersAsync(await host.Outbox.CodeAsync(person.Mobile));
        await after.SeesAsync("Choose your new password");
    }
}
