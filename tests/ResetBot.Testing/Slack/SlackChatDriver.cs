using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;

namespace ResetBot.Testing.Slack;

/// <summary>A person in a direct conversation with the bot in Slack.</summary>
public sealed class SlackChatDriver : ChatDriver
{
    private static readonly HttpClient Client = new();

    private readonly IChatService _service;
    private readonly SlackStandIn _slack;
    private readonly TimeProvider _clock;

    internal SlackChatDriver(IChatService service, ChatInbox inbox, SlackStandIn slack, TimeProvider clock, Person person, SlackUser user)
        : base(service, inbox, person, user.Direct)
    {
        (_service, _slack, _clock, User) = (service, slack, clock, user);
    }

    public SlackUser User { get; }

    protected override HttpStatusCode Acknowledged => HttpStatusCode.OK;

    public override JsonObject Message(string? text) => SlackWire.Message(User, text);

    public override JsonObject Tap(JsonObject data)
    {
        var tap = SlackWire.Tap(User, $"{(string?)data["prompt"]} {(string?)data["choice"]}", (string?)data["input"]);
        tap["response_url"] = _slack.Responses.Issue(_slack.Address, User.Direct);
        return tap;
    }

    public override IReadOnlyList<JsonObject> Arrivals() => [SlackWire.Opened(User, "messages"), SlackWire.Opened(User, "messages")];

    public override Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(JsonObject activity)
    {
        var isTap = (string?)activity["type"] == "block_actions";
        return _slack.UsesSockets ? DeliverAsync(isTap ? "interactive" : "events_api", activity)
            : isTap ? PostAsync(SlackWire.FormOf(activity), SlackWire.Form)
            : PostAsync(activity.ToJsonString(), SlackWire.Json);
    }

    /// <summary>Has an event delivered as often as Slack would; every attempt, once none follows.</summary>
    public Task<IReadOnlyList<SlackAttempt>> DeliversAsync(JsonObject happened) => new SlackEvents(_service, _clock).DeliverAsync(happened);

    /// <summary>Opens the Home tab, and gives what is seen there once it is published.</summary>
    public async Task<ChatMessage> OpensHome()
    {
        await PostAsync(SlackWire.Opened(User, "home"));
        await _service.QuietAsync();
        return Home;
    }

    /// <summary>What the Home tab shows now.</summary>
    public ChatMessage Home => _slack.HomeOf(User);

    /// <summary>Taps a button of the Home tab.</summary>
    public async Task TapsHome(string choice)
    {
        var button = SlackReading.Button(Home.Card!.AsArray(), choice) ?? throw new StoryException($"The Home tab has no button '{choice}': {Home.Text}");
        await PostAsync(SlackWire.HomeTap(User, $"{button["prompt"]} {button["choice"]}"));
    }

    /// <summary>Sends a body, signed as Slack signs.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string body, string media, int retry = 0)
    {
        using var request = SlackWire.Request(_service.Address, body, media, _clock.GetUtcNow(), retry: retry);
        using var answer = await Client.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, said.StartsWith('{') ? JsonNode.Parse(said) : null);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> DeliverAsync(string type, JsonObject activity) =>
        (HttpStatusCode.OK, await _slack.Sockets.DeliverAsync(type, activity));
}
