using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Teams;

namespace ResetBot.EndToEnd.Clients;

/// <summary>A person who types everything, over the real protocol, with a connector that hears what the bot says.</summary>
internal sealed class PlainChat : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConnectorStandIn _connector = new();
    private readonly HttpClient _http = new();
    private readonly string _objectId;
    private readonly string _conversation = $"a:{Guid.NewGuid():N}";

    private PlainChat(Uri bot, string objectId)
    {
        _http.BaseAddress = bot;
        _objectId = objectId;
    }

    /// <summary>The newest link to a secure page, and the number that it asks for.</summary>
    public (string Address, string Number) Page { get; private set; }

    public static Task<PlainChat> StartAsync(BotProcess bot, string objectId) => StartAsync(bot.Address, objectId);

    public static async Task<PlainChat> StartAsync(Uri bot, string objectId)
    {
        var chat = new PlainChat(bot, objectId);
        await chat._connector.StartAsync();
        return chat;
    }

    /// <summary>The object id of a generated person (Demo:ExtraPeople), who is registered with e-mail and phone.</summary>
    public static string PersonId(int number) => $"00000000-0000-4000-8000-{number:D12}";

    /// <summary>Says something and waits until the bot says something with these words in it.</summary>
    public async Task<string> SaysAsync(string text, string hears)
    {
        var activity = TeamsWire.Message(text)
            .With("id", Guid.NewGuid().ToString("N"))
            .With("locale", "en-GB")
            .With("serviceUrl", _connector.Address.ToString())
            .Set("conversation.id", _conversation)
            .Set("from.aadObjectId", _objectId);
        using var answer = await _http.PostAsJsonAsync("api/messages", activity);
        answer.EnsureSuccessStatusCode();
        return await HearsAsync(hears);
    }

    /// <summary>Waits until the bot says something with these words in it; what it says before is passed over.</summary>
    public async Task<string> HearsAsync(string words)
    {
        using var time = new CancellationTokenSource(Patience);
        while (true)
        {
            var said = Text((await _connector.NextAsync(time.Token)).Body);
            Remember(said);
            if (said.Contains(words, StringComparison.Ordinal))
            {
                return said;
            }
        }
    }

    /// <summary>Opens the newest secure page in a browser and types its number.</summary>
    public async Task<IPage> OpensPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(Page.Address);
        await page.GetByLabel("Number").FillAsync(Page.Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _connector.DisposeAsync();
    }

    private static string Text(JsonNode activity) =>
        activity["text"]?.GetValue<string>() ?? activity["attachments"]?[0]?["content"]?["fallbackText"]?.GetValue<string>() ?? "";

    private void Remember(string said)
    {
        if (Patterns.PageAddress().Match(said) is { Success: true } address)
        {
            Page = (address.Value, Patterns.PageNumber().Match(said).Groups["number"].Value);
        }
    }
}
