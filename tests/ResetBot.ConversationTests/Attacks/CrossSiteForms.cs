using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A page of another site sends forms with the cookies of its visitor.</summary>
public sealed class CrossSiteForms(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_form_without_our_token_does_nothing()
    {
        using var web = _host.Browser();
        await web.NamesAsync(_host.Somebody().UserName);
        var before = web.Session;
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("text", "cancel"), KeyValuePair.Create("id", "1")]);
        await web.PostAsync(forged);
        await web.OpensAsync();
        Assert.Equal(before, web.Session);
        Assert.Contains("Prove that it is you", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_another_browser_was_given_does_nothing()
    {
        using var attacker = _host.Browser();
        await attacker.OpensAsync();
        var token = WebDriver.Fields(attacker.Document.QuerySelector("form.composer")!);
        using var web = _host.Browser();
        await web.NamesAsync(_host.Somebody().UserName);
        using var forged = new FormUrlEncodedContent([.. token, KeyValuePair.Create("text", "cancel")]);
        await web.PostAsync(forged);
        Assert.Contains("Prove that it is you", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_whose_cookie_was_planted_by_a_neighbour_in_the_domain_does_nothing()
    {
        using var attacker = _host.Browser();
        await attacker.OpensAsync();
        var token = WebDriver.Fields(attacker.Document.QuerySelector("form.composer")!);
        using var web = _host.Browser();
        await web.NamesAsync(_host.Somebody().UserName);
        web.Cookies.GetCookies(_host.Address)["resetbot-form"]!.Value = attacker.Cookies.GetCookies(_host.Address)["resetbot-form"]!.Value;
        using var forged = new FormUrlEncodedContent([.. token, KeyValuePair.Create("text", "cancel")]);
        await web.PostAsync(forged);
        Assert.Contains("Prove that it is you", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_read_or_frame_it()
    {
        using var web = _host.Browser();
        using var answer = await web.Client.GetAsync(_host.Address);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task In_demo_mode_a_foreign_origin_gets_nothing()
    {
        using var web = _host.Browser();
        web.Client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var answer = await web.Client.GetAsync(_host.Address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
