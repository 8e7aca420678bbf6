using AngleSharp.Html.Parser;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Fuzz;

/// <summary>A browser with a conversation on the chat page and a secure page open, for inputs that should get past the first door.</summary>
internal sealed class FuzzBrowser : IDisposable
{
    private readonly WebDriver _web;
    private readonly ChatProcess _service;

    private FuzzBrowser(ChatProcess service, Person person, WebDriver web, Uri page)
    {
        _service = service;
        _web = web;
        Person = person;
        Page = page;
    }

    public Person Person { get; }

    public Uri Page { get; }

    public HttpClient Client => _web.Client;

    /// <summary>What a form of the page brings along now.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; private set; } = [];

    public static async Task<FuzzBrowser> StartAsync(ChatProcess service, Person person)
    {
        var card = await service.Chat(person).ProvesAsync(service.Outbox);
        var web = new WebDriver(service.Address);
        await web.OpensAsync();
        using var page = new PageDriver(card.PageAddress, web.Cookies);
        await page.LookAsync();
        await page.SubmitAsync(("number", card.PageNumber));
        var browser = new FuzzBrowser(service, person, web, card.PageAddress);
        await browser.LookAsync();
        return browser;
    }

    public async Task LookAsync()
    {
        using var answer = await Client.GetAsync(_service.Address);
        using var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Fields = document.QuerySelector("form") is { } form ? WebDriver.Fields(form) : [];
    }

    public void Dispose() => _web.Dispose();
}
