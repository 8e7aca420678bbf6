using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Slack;

/// <summary>What Slack sends to an app, and how it signs it.</summary>
public static partial class SlackWire
{
    private static int _last;

    /// <summary>https://docs.slack.dev/apis/events-api#callback-field</summary>
    public static JsonObject Event(SlackUser user, JsonObject happened)
    {
        var id = Interlocked.Increment(ref _last);
        happened["event_ts"] = $"1772438400.{id:D6}";
        return new JsonObject
        {
            ["team_id"] = user.At.Team,
            ["enterprise_id"] = user.At.Enterprise,
            ["api_app_id"] = "A0RESETBOT",
            ["type"] = "event_callback",
            ["event_id"] = $"Ev{id:D8}",
            ["event_time"] = 1_772_438_400,
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = user.At.Enterprise,
                ["team_id"] = user.At.Team,
                ["user_id"] = SlackStandIn.BotUser,
                ["is_bot"] = true,
                ["is_enterprise_install"] = user.At.IsWhole,
            }),
            ["is_ext_shared_channel"] = false,
            ["event"] = happened,
        };
    }

    /// <summary>https://docs.slack.dev/reference/events/message.im</summary>
    public static JsonObject Message(SlackUser user, string? text)
    {
        var happened = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = user.Direct,
            ["channel_type"] = "im",
            ["user"] = user.Id,
            ["team"] = user.Team,
            ["text"] = Formatted(text ?? ""),
        };
        var message = Event(user, happened);
        happened["ts"] = happened["event_ts"]!.DeepClone();
        return message;
    }

    /// <summary>https://docs.slack.dev/reference/events/app_mention</summary>
    public static JsonObject Mention(SlackUser user, string channel, string text) => Event(user, new JsonObject
    {
        ["type"] = "app_mention",
        ["user"] = user.Id,
        ["channel"] = channel,
        ["text"] = $"<@{SlackStandIn.BotUser}> {text}",
        ["ts"] = "1772438400.000001",
    });

    /// <summary>https://docs.slack.dev/reference/events/app_home_opened</summary>
    public static JsonObject Opened(SlackUser user, string tab) =>
        Event(user, new JsonObject { ["type"] = "app_home_opened", ["user"] = user.Id, ["channel"] = user.Direct, ["tab"] = tab });

    /// <summary>https://docs.slack.dev/reference/interaction-payloads/block_actions-payload</summary>
    public static JsonObject Tap(SlackUser user, string value, string? input) => Interaction(user, "block_actions")
        .With("container", new JsonObject { ["type"] = "message", ["message_ts"] = "1772438400.000001", ["channel_id"] = user.Direct, ["is_ephemeral"] = false })
        .With("channel", new JsonObject { ["id"] = user.Direct })
        .With("trigger_id", $"trigger-{Interlocked.Increment(ref _last)}")
        .With("response_url", "https://hooks.slack.com/actions/stand-in")
        .With("state", input is null ? new JsonObject { ["values"] = new JsonObject() } : State(input))
        .With("actions", new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = "choose-0",
            ["block_id"] = "b",
            ["value"] = value,
            ["action_ts"] = $"1772438400.{Interlocked.Increment(ref _last):D6}",
        }));

    /// <summary>The same of a button in the Home tab, which stands in no conversation.</summary>
    public static JsonObject HomeTap(SlackUser user, string value)
    {
        var tap = Tap(user, value, null);
        tap["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0HOME" };
        tap["view"] = new JsonObject { ["id"] = "V0HOME", ["type"] = "home", ["app_id"] = "A0RESETBOT" };
        tap.Remove("channel");
        tap.Remove("response_url");
        return tap;
    }

    /// <summary>https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload</summary>
    public static JsonObject Shortcut(SlackUser user, string command, string trigger) => Interaction(user, "shortcut")
        .With("action_ts", $"1772438400.{Interlocked.Increment(ref _last):D6}")
        .With("callback_id", command)
        .With("trigger_id", trigger);

    /// <summary>https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</summary>
    public static JsonObject Submission(SlackUser user, string window, string name, string? typed) => Interaction(user, "view_submission")
        .With("trigger_id", $"trigger-{Interlocked.Increment(ref _last)}")
        .With("view", new JsonObject { ["id"] = window, ["type"] = "modal", ["callback_id"] = name, ["hash"] = "156772938.00000001", ["state"] = State(typed) })
        .With("response_urls", new JsonArray());

    /// <summary>https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling</summary>
    public static Dictionary<string, string> Command(SlackUser user, string channel, string text, string? trigger = null) => new()
    {
        ["command"] = "/resetbot",
        ["text"] = text,
        ["team_id"] = user.Team,
        ["team_domain"] = "stand-in",
        ["enterprise_id"] = user.At.Enterprise ?? "",
        ["channel_id"] = channel,
        ["channel_name"] = "directmessage",
        ["user_id"] = user.Id,
        ["user_name"] = user.Name,
        ["api_app_id"] = "A0RESETBOT",
        ["is_enterprise_install"] = user.At.IsWhole ? "true" : "false",
        ["response_url"] = "https://hooks.slack.com/commands/stand-in",
        ["trigger_id"] = trigger ?? $"trigger-{Interlocked.Increment(ref _last)}",
    };

    /// <summary>The same as it comes over a connection: JSON.</summary>
    public static JsonObject CommandOf(SlackUser user, string channel, string text) =>
        new(Command(user, channel, text).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));

    /// <summary>What Slack makes of what somebody types: three characters are escaped, addresses become links. https://docs.slack.dev/messaging/formatting-message-text</summary>
    public static string Formatted(string typed)
    {
        var escaped = typed.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return Address().Replace(escaped, found => $"<mailto:{found.Value}|{found.Value}>");
    }

    /// <summary>
    /// A request as Slack signs it, and tells by number and reason that it comes again. https://docs.slack.dev/authentication/verifying-requests-from-slack,
    /// https://docs.slack.dev/apis/events-api#error-handling
    /// </summary>
    public static HttpRequestMessage Request(
        Uri service, string body, string media, DateTimeOffset now, string secret = SlackStandIn.SigningSecret, int retry = 0, string reason = "http_timeout") =>
        Request(service, Encoding.UTF8.GetBytes(body), media, now, secret, retry, reason);

    /// <summary>The same of bytes, which may be no text at all.</summary>
    public static HttpRequestMessage Request(
        Uri service, byte[] body, string media, DateTimeOffset now, string secret = SlackStandIn.SigningSecret, int retry = 0, string reason = "http_timeout")
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{time}:"), .. body]);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, "/api/slack")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(media);
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}");
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", reason);
        }

        return request;
    }

    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>A payload as its form.</summary>
    public static string FormOf(JsonObject payload) => "payload=" + Uri.EscapeDataString(payload.ToJsonString());

    /// <summary>The same of a command, which is a form itself.</summary>
    public static string FormOf(Dictionary<string, string> command) => string.Join('&', command.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    // What every payload of an interaction has.
    private static JsonObject Interaction(SlackUser user, string type) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = user.Team, ["domain"] = "stand-in" },
        ["enterprise"] = user.At.Enterprise is { } enterprise ? new JsonObject { ["id"] = enterprise } : null,
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["team_id"] = user.Team },
        ["api_app_id"] = "A0RESETBOT",
    };

    private static JsonObject State(string? typed) => new()
    {
        ["values"] = new JsonObject { ["input"] = new JsonObject { ["input"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = typed } } },
    };

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();
}
