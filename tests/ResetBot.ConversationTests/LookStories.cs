using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ResetBot.Bot;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A host in a company's look: its name (with letters that mean something to HTML), its logo, its colours and its help desk.</summary>
public sealed class LookStories : IAsyncLifetime
{
    private const string Name = "A<b>\"&'";
    private const string HelpDesk = "https://help.contoso.example/it?a=1&b=2";
    private const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resetbot-look-");
    private readonly HttpClient _client = new();
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var logo = Path.Combine(_folder.FullName, "logo.svg");
        await File.WriteAllTextAsync(logo, Drawing);
        _host = await ChatHost.StartAsync(new ChatHostSettings
        {
            ExtraPeople = 3,
            Arguments = ["Look:Name=" + Name, "Look:Logo=" + logo, "Look:AccentColour=#005eb8", "Look:AccentColourDark=#ffcc00", "HelpDesk:Link=" + HelpDesk],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_page_is_the_companys()
    {
        var card = await _host.Chat(_host.Somebody()).ProvesAsync(_host.Outbox);
        using var number = new PageDriver(card.PageAddress);
        using var demo = new PageDriver(new Uri(_host.Address, "/demo"));
        using var web = _host.Browser();
        IsTheCompanys((await web.OpensAsync()).Document);
        IsTheCompanys((await number.LookAsync()).Document);
        IsTheCompanys((await demo.LookAsync()).Document);
        IsTheCompanys(Parse(await PageAsync("/s/half-an-address", HttpStatusCode.NotFound)));
        using var open = await PageDriver.OpenAsync(card);
        IsTheCompanys(open.Document);
        Assert.Contains("style-src 'self'", open.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logo_and_colours_are_kept_for_as_long_as_they_are_the_same()
    {
        var page = Parse(await PageAsync("/", HttpStatusCode.OK));
        foreach (var address in new[] { page.QuerySelector("header img")!.GetAttribute("src")!, page.QuerySelector("link[href^='/look/']")!.GetAttribute("href")! })
        {
            using var first = await _client.GetAsync(new Uri(_host.Address, address));
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", first.Headers.CacheControl!.ToString());

            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Address, address.Split('?')[0]));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await _client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Equal("no-cache", second.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task A_logo_that_is_opened_by_itself_is_alone_in_a_sandbox()
    {
        using var logo = await _client.GetAsync(new Uri(_host.Address, "/look/logo"));
        Assert.Equal("image/svg+xml", logo.Content.Headers.ContentType!.ToString());
        Assert.Equal(Drawing, await logo.Content.ReadAsStringAsync());
        Assert.Equal("nosniff", logo.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = logo.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("; sandbox", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_colours_are_those_of_the_company_in_light_and_in_dark()
    {
        var css = await _client.GetStringAsync(new Uri(_host.Address, "/look/look.css"));
        Assert.Contains(":root { --accent: #005eb8;", css, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme: dark) { :root { --accent: #ffcc00;", css, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "I am ", "The help desk: ", "Go to the help desk")]
    [InlineData("sv-SE", "jag är ", "Supporten: ", "Till supporten")]
    public async Task Cards_say_the_name_and_lead_to_the_help_desk(string locale, string greeting, string helpDesk, string button)
    {
        var chat = _host.Chat(_host.Somebody(), locale);
        await chat.SendAsync(chat.Dress(TeamsWire.Activity("installationUpdate").With("action", "add")));
        await chat.Sees(greeting + Name).Says("help").Sees(helpDesk + HelpDesk);
        var opens = chat.Seen.Card!["body"]!.AsArray().Where(part => part!["type"]!.GetValue<string>() == "ActionSet")
            .SelectMany(set => set!["actions"]!.AsArray()).Single(action => action!["type"]!.GetValue<string>() == "Action.OpenUrl")!;
        Assert.Equal((button, HelpDesk), (opens["title"]!.GetValue<string>(), opens["url"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Mails_say_the_name()
    {
        var person = _host.Somebody();
        await _host.Chat(person).Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await _host.Outbox.CodeAsync(person.Email);
        var mail = Assert.Single(await _host.Outbox.ToAsync(person.Email));
        Assert.Equal($"Your {Name} code", mail.Subject);
    }

    [Fact]
    public async Task An_authenticator_app_lists_its_codes_under_the_name()
    {
        var chat = _host.Chat(Person.Adele);
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("authenticator").Sees("Set up your authenticator app"));
        Assert.Contains("&issuer=" + Uri.EscapeDataString(Name) + "&", page.Document.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_no_pages_is_told_nothing_more_of_an_address_that_is_none()
    {
        using var answer = await _client.GetAsync(new Uri(_host.Address, "/nothing"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Look:Name=")]
    [InlineData("Look:Logo=nowhere.png")]
    [InlineData("Look:AccentColour=#ffcc00")]
    [InlineData("HelpDesk:Link=javascript:alert(1)")]
    public async Task A_look_that_would_harm_somebody_is_refused_at_the_start(string setting)
    {
        var data = Directory.CreateTempSubdirectory("resetbot-refused-").FullName;
        Assert.Equal(1, await Program.Main(["--environment=Development", "--urls=http://127.0.0.1:0", "--ResetBot:DataDirectory=" + data, "--" + setting]));
        Directory.Delete(data, recursive: true);
    }

    private static void IsTheCompanys(IDocument page)
    {
        Assert.EndsWith(" – " + Name, page.Title, StringComparison.Ordinal);
        Assert.Equal(Name, page.QuerySelector("header .name")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("b, [style], style"));
        Assert.StartsWith("/look/logo?v=", page.QuerySelector("header img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("header img")!.GetAttribute("src"), page.QuerySelector("link[rel=icon]")!.GetAttribute("href"));
        Assert.Equal((HelpDesk, HelpDesk), (page.QuerySelector("footer a")!.GetAttribute("href"), page.QuerySelector("footer a")!.TextContent));
        Assert.DoesNotContain(
            page.QuerySelectorAll("link, script, img").Select(part => part.GetAttribute("href") ?? part.GetAttribute("src") ?? "/"), address => !address.StartsWith('/'));
    }

    private async Task<string> PageAsync(string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Address, path));
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await _client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
