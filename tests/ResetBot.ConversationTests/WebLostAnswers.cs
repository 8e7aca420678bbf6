using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The answer that brings a browser its next cookie does not arrive, or a button is tapped twice.</summary>
public sealed class WebLostAnswers(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task The_form_that_is_sent_again_brings_the_cookie_again_and_nothing_is_lost()
    {
        using var web = _host.Browser();
        var form = await PassesAndLosesAsync(web);
        await web.SubmitAsync(form.Form, form.Fields);
        Assert.Contains("That is right", web.Text, StringComparison.Ordinal);
        Assert.Equal(form.Next, web.Session);
    }

    [Fact]
    public async Task A_minute_later_it_is_too_late()
    {
        await using var host = await ChatHost.StartAsync();
        using var web = host.Browser();
        var form = await PassesAndLosesAsync(web, host);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await web.SubmitAsync(form.Form, form.Fields);
        Assert.Contains("That conversation is closed", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_form_brings_nothing()
    {
        using var web = _host.Browser();
        var person = _host.Somebody();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        var before = web.Session;
        using var other = _host.Browser();
        other.Session = before;
        await other.OpensAsync();
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Email));
        await other.SaysAsync("help");
        Assert.Contains("That conversation is closed", other.Text, StringComparison.Ordinal);
        Assert.Equal(before, other.Session);
    }

    [Fact]
    public async Task A_browser_that_has_only_the_old_cookie_can_begin_again()
    {
        using var web = _host.Browser();
        await PassesAndLosesAsync(web);
        await web.OpensAsync();
        Assert.Contains("You can begin again below", web.Text, StringComparison.Ordinal);
        await web.TapsAsync("Reset my password");
        Assert.Contains("Which account?", web.Text, StringComparison.Ordinal);
    }

    private async Task<(AngleSharp.Dom.IElement Form, (string, string)[] Fields, string Next)> PassesAndLosesAsync(WebDriver web, ChatHost? host = null)
    {
        host ??= _host;
        var person = host.Somebody();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        var before = web.Session;
        var form = web.Document.QuerySelector("#turns form:has(input[name=input])")!;
        (string, string)[] fields = [("input", await host.Outbox.CodeAsync(person.Email)), ("choice", "submit")];
        await web.SubmitAsync(form, fields);
        var next = web.Session!;
        web.Session = before;
        return (form, fields, next);
    }
}
