using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ResetBot.Testing.Conversations;

/// <summary>A browser of its own, without script, on the chat page. It submits the forms that the page shows, with all their fields.</summary>
public sealed class WebDriver : IDisposable
{
    private readonly HttpClient _client;

    /// <param name="service">Where the page is.</param>
    /// <param name="language">What the browser says that its person reads.</param>
    /// <param name="from">The address that it connects from: any of 127.0.0.0/8.</param>
    public WebDriver(Uri service, string language = "en", string from = "127.0.0.1")
    {
        Service = service;
        _client = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = Cookies,
            AllowAutoRedirect = false,
            ConnectCallback = (context, cancellation) => ConnectAsync(IPAddress.Parse(from), context.DnsEndPoint, cancellation),
        })
        {
            BaseAddress = service,
        };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>Where the page is; another place after a restart.</summary>
    public Uri Service { get; set; }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => _client;

    public HttpStatusCode Status { get; private set; }

    /// <summary>What answered the form itself, before the page was shown anew.</summary>
    public HttpResponseMessage Posted { get; private set; } = new();

    public string Html { get; private set; } = "";

    public IDocument Document { get; private set; } = Parse("");

    /// <summary>What the newest answer says.</summary>
    public string Latest => Document.QuerySelector("#latest")?.TextContent.Trim() ?? "";

    /// <summary>What the page says, all of it.</summary>
    public string Text => Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "";

    /// <summary>The number with which the case goes on in Teams; empty when the page shows none.</summary>
    public string MoveNumber => new([.. (Document.QuerySelector("aside.move")?.TextContent ?? "").Where(char.IsAsciiDigit)]);

    /// <summary>The address of the secure page that the newest card opens.</summary>
    public Uri PageAddress => new(Service, Document.QuerySelector("#latest a.button")?.GetAttribute("href") ?? throw new StoryException("No page is offered: " + Text));

    /// <summary>The number that opens it.</summary>
    public string PageNumber => Document.QuerySelector("#latest .number strong")?.TextContent ?? "";

    /// <summary>The value of the cookie that holds the conversation; null when there is none.</summary>
    public string? Session
    {
        get => Cookies.GetCookies(Service)["resetbot-chat"] is { Value.Length: > 0 } cookie ? cookie.Value : null;
        set => Cookies.Add(Service, new Cookie("resetbot-chat", value, "/"));
    }

    public async Task<WebDriver> OpensAsync()
    {
        using var answer = await _client.GetAsync(Service);
        await TakeAsync(answer);
        return this;
    }

    /// <summary>Taps a button by what it says.</summary>
    public async Task<WebDriver> TapsAsync(string label)
    {
        var button = Document.QuerySelectorAll("main button").FirstOrDefault(candidate => candidate.TextContent.Trim() == label)
            ?? throw new StoryException($"There is no button '{label}' on: {Text}");
        return await SubmitAsync(button.Closest("form")!, (button.GetAttribute("name") ?? "", button.GetAttribute("value") ?? ""));
    }

    /// <summary>Types into the newest card's field and presses Enter.</summary>
    public async Task<WebDriver> EntersAsync(string text)
    {
        var form = Document.QuerySelector("#turns form:has(input[name=input])") ?? throw new StoryException($"There is no field on: {Text}");
        return await SubmitAsync(form, ("input", text), ("choice", "submit"));
    }

    /// <summary>Types into the line at the bottom.</summary>
    public async Task<WebDriver> SaysAsync(string text) => await SubmitAsync(Document.QuerySelector("form.composer")!, ("text", text));

    /// <summary>Looks again until the page says this, or fails: what happens on the secure page arrives a moment later.</summary>
    public async Task<WebDriver> SeesAsync(string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!Text.Contains(text, StringComparison.Ordinal))
        {
            if (limit.IsCancellationRequested)
            {
                throw new StoryException($"'{text}' is not on the page: {Text}");
            }

            await OpensAsync();
        }

        return this;
    }

    /// <summary>Submits a form of the page with these fields beside those that it brings.</summary>
    public async Task<WebDriver> SubmitAsync(IElement form, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(Fields(form).Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await PostAsync(content);
    }

    /// <summary>What a form of the page brings along.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(IElement form) =>
    [
        .. form.QuerySelectorAll("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
    ];

    public async Task<WebDriver> PostAsync(HttpContent content)
    {
        Posted = await _client.PostAsync(Service, content);
        if (Posted.StatusCode == HttpStatusCode.SeeOther)
        {
            return await OpensAsync();
        }

        await TakeAsync(Posted);
        return this;
    }

    /// <summary>The secure page that the newest card opens, in this browser.</summary>
    public async Task<PageDriver> OpensPageAsync()
    {
        var page = new PageDriver(PageAddress, Cookies);
        var number = PageNumber;
        await page.LookAsync();
        await page.SubmitAsync(("number", number));
        return page;
    }

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to.Host, to.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        Html = await answer.Content.ReadAsStringAsync();
        Document = Parse(Html);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
