using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>A person in a personal chat with the bot.</summary>
public class ChatDriver
{
    private static readonly HttpClient Client = new();
    private static int _lastId;

    private readonly IChatService _service;
    private readonly ChatInbox _inbox;
    private int _read;

    internal ChatDriver(IChatService service, ChatInbox inbox, Person person, string conversation)
    {
        _service = service;
        _inbox = inbox;
        Person = person;
        Conversation = conversation;
    }

    public Person Person { get; }

    /// <summary>What the service answers to a message that it took.</summary>
    protected virtual HttpStatusCode Acknowledged => HttpStatusCode.Accepted;

    /// <summary>The channel's id of the conversation.</summary>
    public string Conversation { get; }

    /// <summary>What the client tells of the person's language.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>How long to wait for a message.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The Authorization header with which the channel comes; null for none.</summary>
    public Func<string>? Authorization { get; init; }

    /// <summary>The message that was seen last.</summary>
    public ChatMessage Seen { get; private set; } = new("", null, false, new JsonObject());

    /// <summary>What the last button was answered, as the client shows it.</summary>
    public JsonNode? Answered { get; private set; }

    /// <summary>All that ever came.</summary>
    public IReadOnlyList<ChatMessage> All => _inbox.All;

    public ChatScript Says(string text) => new ChatScript(this).Says(text);

    public ChatScript Says(Func<Task<string>> text) => new ChatScript(this).Says(text);

    public ChatScript Taps(string choice) => new ChatScript(this).Taps(choice);

    public ChatScript Fills(string text) => new ChatScript(this).Fills(text);

    public ChatScript Sees(params string[] parts) => new ChatScript(this).Sees(parts);

    public ChatScript SeesNo(params string[] parts) => new ChatScript(this).SeesNo(parts);

    /// <summary>A message of this person, to be bent by a test.</summary>
    public virtual JsonObject Message(string? text) => Dress(TeamsWire.Message(text));

    /// <summary>A tap on a button of a card, as a client of Universal Actions sends it.</summary>
    public virtual JsonObject Tap(JsonObject data) => Dress(TeamsWire.CardAction(data.DeepClone())).With("replyToId", "card of " + data["prompt"]);

    /// <summary>The newest card that has a button for this choice, and what that button sends.</summary>
    public JsonObject ButtonFor(string choice) =>
        All.Reverse().Select(message => message.Button(choice)).FirstOrDefault(data => data is not null)
        ?? throw new StoryException($"No card has a button for '{choice}'. {Told()}");

    /// <summary>Gives an activity of any kind this person's and this conversation's names, and an id of its own.</summary>
    public JsonObject Dress(JsonObject activity) => activity
        .With("id", $"in-{Interlocked.Increment(ref _lastId)}")
        .With("serviceUrl", _service.ServiceUrl.ToString())
        .With("locale", Locale)
        .With("from", new JsonObject { ["id"] = "29:" + Person.ObjectId, ["name"] = Person.Name, ["aadObjectId"] = Person.ObjectId })
        .Set("conversation.id", Conversation);

    /// <summary>What the channel tells when the person comes to the bot for the first time, and when they come again.</summary>
    public virtual IReadOnlyList<JsonObject> Arrivals() =>
    [
        Dress(TeamsWire.Activity("conversationUpdate").With("membersAdded", new JsonArray(new JsonObject { ["id"] = TeamsWire.BotId }))),
        Dress(TeamsWire.Activity("installationUpdate").With("action", "add")),
    ];

    /// <summary>Sends an activity; what came before counts as read.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(JsonObject activity)
    {
        await _service.QuietAsync();
        _read = All.Count;
        var answer = await PostAsync(activity);
        await _service.QuietAsync();
        return answer;
    }

    /// <summary>Sends an activity beside whatever else goes on.</summary>
    public virtual Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(JsonObject activity) => PostAsync(activity.ToJsonString(), Authorization?.Invoke());

    /// <summary>Sends any bytes with any Authorization header, and other headers.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string sent, string? authorization, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(sent, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_service.Address, "/api/messages")) { Content = content };
        foreach (var (name, value) in authorization is null ? headers : [("Authorization", authorization), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    /// <summary>Waits until these words have come, now or long ago.</summary>
    public async Task SeesEver(string words)
    {
        while (true)
        {
            var arrival = _inbox.Arrival;
            if (All.Any(message => message.Text.Contains(words, StringComparison.Ordinal)))
            {
                return;
            }

            await ArrivesAsync(arrival, [words]);
        }
    }

    /// <summary>Waits until any of these words have come, now or long ago; gives the newest message that has some.</summary>
    public async Task<ChatMessage> SeesAnyAsync(params string[] words)
    {
        while (true)
        {
            var arrival = _inbox.Arrival;
            if (All.LastOrDefault(message => words.Any(word => message.Text.Contains(word, StringComparison.Ordinal))) is { } found)
            {
                return found;
            }

            await ArrivesAsync(arrival, words);
        }
    }

    /// <summary>Waits until the newest card with a page opens another one than this.</summary>
    public async Task<ChatMessage> SeesOtherPageAsync(Uri page)
    {
        while (true)
        {
            var arrival = _inbox.Arrival;
            if (All.LastOrDefault(message => message.Text.Contains("/s/", StringComparison.Ordinal)) is { } card && card.PageAddress.AbsolutePath != page.AbsolutePath)
            {
                return card;
            }

            await ArrivesAsync(arrival, ["another page than " + page.AbsolutePath]);
        }
    }

    internal async Task SayAsync(string text)
    {
        var (status, body) = await SendAsync(Message(text));
        Expect(status == Acknowledged, $"'{text}' was answered {(int)status}: {body}");
    }

    internal async Task TapAsync(JsonObject data)
    {
        var (status, body) = await SendAsync(Tap(data));
        Expect(status == HttpStatusCode.OK, $"The button was answered {(int)status}: {body}");
        Answered = body;
    }

    internal async Task SeeAsync(string[] parts)
    {
        while (true)
        {
            var arrival = _inbox.Arrival;
            if (Find(parts))
            {
                return;
            }

            if (await _service.QuietAsync())
            {
                Expect(Find(parts), $"Nobody said: {string.Join(" … ", parts)}. {Told()}");
                return;
            }

            await ArrivesAsync(arrival, parts);
        }
    }

    private async Task ArrivesAsync(Task arrival, string[] parts)
    {
        try
        {
            await arrival.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new StoryException($"Nobody said in {Patience}: {string.Join(" … ", parts)}. {Told()}");
        }
    }

    internal async Task SeeNothingAsync(string[] parts)
    {
        Expect(await _service.QuietAsync(), "Only a service in this process tells when nothing more comes.");
        var unread = All.Skip(_read).Where(message => parts.Length == 0 || parts.All(part => message.Text.Contains(part, StringComparison.Ordinal)));
        Expect(!unread.Any(), $"Something came: {string.Join(" | ", unread.Select(message => message.Text))}");
    }

    private bool Find(string[] parts)
    {
        var unread = All.Skip(_read).ToList();
        var index = unread.FindIndex(message => parts.All(part => message.Text.Contains(part, StringComparison.Ordinal)));
        if (index < 0)
        {
            return false;
        }

        Seen = unread[index];
        _read += index + 1;
        return true;
    }

    private string Told() => $"{Person.Name} was told: {string.Join(" | ", All.TakeLast(6).Select(message => message.Text))}";

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new StoryException(otherwise);
        }
    }
}
