using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ResetBot.Testing.Conversations;

/// <summary>A browser of its own, without script, on a secure page. It submits the forms that the page shows, with all their fields.</summary>
public sealed class PageDriver : IDisposable
{
    private readonly HttpClient _client;

    /// <param name="address">Where the page is.</param>
    /// <param name="cookies">Those of the browser that it is opened in; a browser of its own where none are given.</param>
    public PageDriver(Uri address, CookieContainer? cookies = null)
    {
        Address = address;
        Cookies = cookies ?? new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, CheckCertificateRevocationList = true });
    }

    public Uri Address { get; set; }

    public CookieContainer Cookies { get; }

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Response { get; private set; } = new();

    public string Html { get; private set; } = "";

    public IDocument Document { get; private set; } = Parse("");

    public string Title => Document.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>What the page says was wrong; empty when nothing was.</summary>
    public string Alert => Document.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    /// <summary>The passphrase that the page offers; empty when it offers none.</summary>
    public string Offer => Document.QuerySelector("#offered")?.TextContent ?? "";

    /// <summary>The recovery codes that the page shows.</summary>
    public IReadOnlyList<string> RecoveryCodes => [.. Document.QuerySelectorAll("ol.codes code").Select(code => code.TextContent)];

    /// <summary>What the page says, all of it.</summary>
    public string Text => Document.Body?.TextContent ?? "";

    public IReadOnlyList<string> Fields => [.. Document.QuerySelectorAll("input[name]").Select(input => input.GetAttribute("name")!)];

    /// <summary>Looks at the page that a card opens, and posts the number that it shows.</summary>
    public static async Task<PageDriver> OpenAsync(ChatMessage card)
    {
        var page = new PageDriver(card.PageAddress);
        await page.LookAsync();
        await page.SubmitAsync(("number", card.PageNumber));
        return page;
    }

    public async Task<PageDriver> LookAsync()
    {
        await TakeAsync(await _client.GetAsync(Address));
        return this;
    }

    /// <summary>Submits the page's form with these fields filled in.</summary>
    public async Task<PageDriver> SubmitAsync(params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        await TakeAsync(await _client.PostAsync(Address, form));
        return this;
    }

    /// <summary>Submits several times at once and gives the statuses; the page stays as it was.</summary>
    public async Task<IReadOnlyList<HttpStatusCode>> SubmitAtOnceAsync(int times, params (string Name, string Value)[] fields) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
        {
            using var form = Form(fields);
            using var answer = await _client.PostAsync(Address, form);
            return answer.StatusCode;
        }));

    /// <summary>Posts fields without what the page's form brings along.</summary>
    public async Task<PageDriver> ForgeAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        await TakeAsync(await _client.PostAsync(Address, form));
        return this;
    }

    public void Dispose() => _client.Dispose();

    private FormUrlEncodedContent Form((string Name, string Value)[] fields)
    {
        // The page's own form; what asks for another passphrase is beside it.
        var hidden = Document.QuerySelectorAll("form:not([id]) input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        Response = answer;
        Status = answer.StatusCode;
        Html = await answer.Content.ReadAsStringAsync();
        Document = Parse(Html);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
