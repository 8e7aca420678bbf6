using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>An attacker begins a case on the web page and sends its link and number to somebody else, or a mail scanner follows every link.</summary>
public sealed class RelayedLinks(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_link_and_its_number_are_worth_nothing_in_another_browser_and_whoever_got_them_is_warned()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.ProvesAsync(person, _host.Outbox);
        using var victim = new PageDriver(web.PageAddress);
        await victim.LookAsync();
        Assert.Equal(HttpStatusCode.Forbidden, victim.Status);
        Assert.Equal("This link is not for this browser", victim.Title);
        Assert.Contains("somebody is trying to get in with your help", victim.Text, StringComparison.Ordinal);
        using var other = _host.Browser();
        await other.NamesAsync(person.UserName);
        using var page = new PageDriver(web.PageAddress, other.Cookies);
        await page.LookAsync();
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task Typing_the_number_there_neither_opens_the_page_nor_voids_it()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.ProvesAsync(person, _host.Outbox);
        var (address, number) = (web.PageAddress, web.PageNumber);
        using var poster = await PostsFromElsewhereAsync(address, ("number", number));
        Assert.NotEqual("Choose a new password", poster.Title);
        using var wrong = await PostsFromElsewhereAsync(address, ("number", "00"));
        using var page = await web.OpensPageAsync();
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
    }

    [Fact]
    public async Task An_open_page_takes_no_password_from_another_browser()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.ProvesAsync(person, _host.Outbox);
        using var page = await web.OpensPageAsync();

        // The thief brings a form token of their own, which is good in their browser: what stops them is that the page is open in another.
        using var thief = await PostsFromElsewhereAsync(page.Address, ("newPassword", Steps.OtherGoodPassword), ("confirmPassword", Steps.OtherGoodPassword));
        Assert.Equal(HttpStatusCode.Forbidden, thief.Status);
        Assert.Equal("wrong", await _host.SignInAsync(person, Steps.OtherGoodPassword));
    }

    [Fact]
    public async Task A_scanner_that_follows_every_link_uses_nothing_up()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.ProvesAsync(person, _host.Outbox);
        using var scanner = new HttpClient();
        for (var round = 0; round < 5; round++)
        {
            foreach (var link in (Uri[])[web.PageAddress, _host.Address, new(_host.Address, "/events"), new(_host.Address, "/s/" + new string('A', 43))])
            {
                using var got = await scanner.GetAsync(link);
                using var headed = await scanner.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
            }
        }

        using var page = await web.OpensPageAsync();
        Assert.Equal("Choose a new password", page.Title);
    }

    // The token that forms must bring comes from a page that shows one to anybody.
    private async Task<PageDriver> PostsFromElsewhereAsync(Uri address, params (string Name, string Value)[] fields)
    {
        using var elsewhere = _host.Browser();
        await elsewhere.OpensAsync();
        var token = WebDriver.Fields(elsewhere.Document.QuerySelector("form.composer")!);
        var poster = new PageDriver(address, elsewhere.Cookies);
        await poster.ForgeAsync([.. token.Select(field => (field.Key, field.Value)), .. fields]);
        return poster;
    }
}
