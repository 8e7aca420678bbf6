using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>The people of one sequence, with their chats, their browsers and the pages that they have open.</summary>
internal sealed class Actors : IDisposable
{
    private readonly ChatHost _host;
    private readonly Dictionary<Voice, ChatDriver> _chats;
    private readonly Dictionary<Voice, WebDriver> _browsers;
    private readonly Dictionary<Voice, JsonObject> _last = [];
    private readonly Dictionary<Voice, PageDriver> _pages = [];
    private readonly Dictionary<string, PageDriver> _known = [];

    public Actors(ChatHost host, Person owner, Person colleague)
    {
        _host = host;
        Owner = owner;
        Colleague = colleague;
        _chats = new Dictionary<Voice, ChatDriver>
        {
            [Voice.Owner] = host.Chat(owner),
            [Voice.OwnersPhone] = host.Chat(owner),
            [Voice.Thief] = host.Chat(owner),
            [Voice.Colleague] = host.Chat(colleague),
        };
        _browsers = new Dictionary<Voice, WebDriver> { [Voice.OwnersBrowser] = host.Browser(), [Voice.Stranger] = host.Browser() };
    }

    public Person Owner { get; }

    public Person Colleague { get; }

    public static bool IsWeb(Voice by) => by is Voice.OwnersBrowser or Voice.Stranger;

    /// <summary>What the owner's browser shows to take its case elsewhere.</summary>
    public string MoveNumber => _browsers[Voice.OwnersBrowser].MoveNumber;

    /// <summary>The page that was opened last here.</summary>
    public PageDriver? Page(Voice by) => _pages.GetValueOrDefault(by);

    /// <summary>Browsers and pages go on where the service is now.</summary>
    public void Renew()
    {
        foreach (var browser in _browsers.Values)
        {
            browser.Service = _host.Address;
        }

        foreach (var page in _known.Values)
        {
            page.Address = Here(page.Address);
        }
    }

    public async Task SayAsync(Voice by, string text)
    {
        if (!IsWeb(by))
        {
            _last[by] = _chats[by].Message(text);
            Expect((await _chats[by].SendAsync(_last[by])).Status);
            return;
        }

        await _browsers[by].OpensAsync();
        if (_browsers[by].Document.QuerySelector("form.composer") is not null)
        {
            Expect((await _browsers[by].SaysAsync(text)).Status);
        }
    }

    public async Task RepeatAsync(Voice by)
    {
        if (_last.TryGetValue(by, out var said))
        {
            Expect((await _chats[by].PostAsync(said)).Status);
        }
    }

    /// <summary>Taps a button of a card that somebody was shown; the newest first.</summary>
    public async Task TapAsync(Voice by, Voice shownTo, int which)
    {
        if (IsWeb(by))
        {
            var labels = _browsers[by].Document.QuerySelectorAll("main button").Select(button => button.TextContent.Trim()).ToList();
            if (labels.Count > 0)
            {
                Expect((await _browsers[by].TapsAsync(labels[which % labels.Count])).Status);
            }

            return;
        }

        var buttons = _chats[shownTo].All.Reverse().SelectMany(message => ButtonsOf(message.Card)).ToList();
        if (buttons.Count > 0)
        {
            Expect((await _chats[by].SendAsync(_chats[by].Tap(buttons[which * 3 % buttons.Count]))).Status);
        }
    }

    /// <summary>Opens the page of a card, with its number or another one.</summary>
    public async Task OpenAsync(Voice by, int which, bool rightNumber)
    {
        if (Card(by, which) is not var (address, number))
        {
            return;
        }

        if (!_known.TryGetValue(by + address.AbsolutePath, out var page))
        {
            _known[by + address.AbsolutePath] = page = new PageDriver(Here(address), IsWeb(by) ? _browsers[by].Cookies : null);
        }

        _pages[by] = page;
        await page.LookAsync();
        if (page.Fields.Contains("number"))
        {
            await page.SubmitAsync(("number", rightNumber ? number : OtherNumber(number)));
        }

        Expect(page.Status);
    }

    /// <summary>Somebody has the address of the owner's page, and not its number.</summary>
    public async Task TryForeignPageAsync(string password)
    {
        if (Card(Voice.Owner, 0) is not var (address, number))
        {
            return;
        }

        using var page = new PageDriver(Here(address));
        await page.LookAsync();
        await page.SubmitAsync(("number", OtherNumber(number)));
        await page.SavesAsync(password);
        Expect(page.Status);
    }

    public void Dispose()
    {
        foreach (var page in _known.Values)
        {
            page.Dispose();
        }

        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }
    }

    /// <summary>What everybody has seen last, for whoever reads how it went.</summary>
    public string Shown(Voice by) => IsWeb(by) ? _browsers[by].Latest
        : _chats.TryGetValue(by, out var chat) && chat.All.Count > 0 ? chat.All[^1].Text : "";

    private (Uri Address, string Number)? Card(Voice by, int which)
    {
        if (IsWeb(by))
        {
            var browser = _browsers[by];
            return browser.Document.QuerySelector("#latest a.button")?.GetAttribute("href")?.Contains("/s/", StringComparison.Ordinal) == true
                ? (browser.PageAddress, browser.PageNumber)
                : null;
        }

        var cards = _chats[by].All.Where(message => message.Text.Contains("/s/", StringComparison.Ordinal) && !message.Replaces).Reverse().ToList();
        return cards.Count == 0 ? null : (cards[which % cards.Count].PageAddress, cards[which % cards.Count].PageNumber);
    }

    private Uri Here(Uri address) => new(_host.Address, address.AbsolutePath);

    private static IEnumerable<JsonObject> ButtonsOf(JsonNode? card) => (card?["body"] as JsonArray ?? [])
        .Where(element => element?["type"]?.GetValue<string>() == "ActionSet")
        .SelectMany(set => set!["actions"]!.AsArray())
        .Select(action => action!["data"] as JsonObject)
        .OfType<JsonObject>();

    private static string OtherNumber(string number) => ((int.Parse(number) + 1) % 100).ToString("D2");

    private static void Expect(HttpStatusCode status)
    {
        if (status >= HttpStatusCode.InternalServerError)
        {
            throw new StoryException($"It was answered {(int)status}.");
        }
    }
}
