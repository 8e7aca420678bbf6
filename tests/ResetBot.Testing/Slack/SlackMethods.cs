using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>The methods of the Web API that the app calls. Each page is at https://docs.slack.dev/reference/methods/ and the method's name.</summary>
internal sealed class SlackMethods(SlackStandIn slack)
{
    // Scopes by method: the method's own page.
    private static readonly Dictionary<string, string?> Needed = new()
    {
        ["auth.test"] = null,
        ["auth.revoke"] = null,
        ["apps.connections.open"] = null,
        ["users.info"] = "users:read",
        ["users.lookupByEmail"] = "users:read.email",
        ["conversations.open"] = "im:write",
        ["chat.postMessage"] = "chat:write",
        ["chat.update"] = "chat:write",
        ["chat.postEphemeral"] = "chat:write",
        ["views.publish"] = null,
        ["views.open"] = null,
        ["views.update"] = null,
        ["files.getUploadURLExternal"] = "files:write",
        ["files.completeUploadExternal"] = "files:write",
    };

    private readonly ConcurrentDictionary<(string Channel, string Ts), JsonObject> _messages = new();
    private readonly SlackWindowsOpen _windows = new();
    private long _lastTs = 1_772_438_400_000_000;

    public bool TakesJson(string method) => method.StartsWith("chat.", StringComparison.Ordinal) || method is "conversations.open" or "views.publish" or "views.open" or "views.update";

    // The app's own token opens connections, and calls nothing else. https://docs.slack.dev/authentication/tokens#app-level
    public JsonObject Run(string method, JsonObject arguments, string token)
    {
        var (isApp, at) = (token == SlackSockets.AppToken, slack.Installs.PlaceOf(token));
        var scopes = slack.Installs.ScopesOf(token) ?? slack.Scopes;
        if (!Needed.TryGetValue(method, out var scope))
        {
            throw new SlackErrorException("unknown_method");
        }

        if (isApp != (method == "apps.connections.open"))
        {
            throw new SlackErrorException("not_allowed_token_type");
        }

        if (scope is not null && !scopes.Contains(scope))
        {
            throw new SlackErrorException("missing_scope") { Needed = scope, Provided = string.Join(',', scopes) };
        }

        var answer = method switch
        {
            "auth.test" => Test(at ?? SlackWorkspace.Own),
            "auth.revoke" => slack.Installs.Revoke(token),
            "apps.connections.open" => slack.Sockets.Open(slack.Address),
            "users.info" => Info(arguments, at, scopes),
            "users.lookupByEmail" => LookUp(arguments, at),
            "conversations.open" => Open(arguments, at),
            "chat.postMessage" => Post(arguments, at),
            "chat.update" => Update(arguments, at),
            "chat.postEphemeral" => Show(arguments, at),
            "views.publish" => Publish(arguments, at),
            "views.open" => OpenView(arguments),
            "views.update" => _windows.Replace(arguments),
            "files.getUploadURLExternal" => slack.Uploads.Begin(arguments, slack.Address),
            "files.completeUploadExternal" => slack.Uploads.Share(arguments, Channel(arguments, at, "channel_id")),
            _ => throw new SlackErrorException("unknown_method"),
        };
        answer["ok"] = true;
        return answer;
    }

    private static JsonObject Test(SlackWorkspace at) => new()
    {
        ["url"] = "https://stand-in.slack.com/",
        ["team"] = "Stand-in",
        ["user"] = "resetbot",
        ["team_id"] = at.Key,
        ["enterprise_id"] = at.Enterprise,
        ["user_id"] = SlackStandIn.BotUser,
        ["bot_id"] = "B0BOT",
        ["is_enterprise_install"] = at.IsWhole,
    };

    private JsonObject Info(JsonObject arguments, SlackWorkspace? at, IReadOnlyCollection<string> scopes) =>
        new() { ["user"] = User(arguments, "user", at).ToJson(scopes.Contains("users:read.email")) };

    // Members who left are not found. https://docs.slack.dev/reference/methods/users.lookupByEmail
    private JsonObject LookUp(JsonObject arguments, SlackWorkspace? at)
    {
        var email = (string?)arguments["email"] ?? throw new SlackErrorException("invalid_arguments");
        var user = slack.Users.Values.FirstOrDefault(user => !user.IsDeleted && string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase) && at?.Reaches(user.At) != false)
            ?? throw new SlackErrorException("users_not_found");
        return new JsonObject { ["user"] = user.ToJson(withAddress: true) };
    }

    private JsonObject Open(JsonObject arguments, SlackWorkspace? at)
    {
        var user = User(arguments, "users", at);
        return user.IsBot ? throw new SlackErrorException("cannot_dm_bot") : new JsonObject { ["channel"] = new JsonObject { ["id"] = user.Direct } };
    }

    private JsonObject Post(JsonObject arguments, SlackWorkspace? at)
    {
        var channel = Channel(arguments, at);
        Check(arguments);
        var ts = NextTs();
        _messages[(channel, ts)] = arguments;
        return new JsonObject { ["channel"] = channel, ["ts"] = ts, ["message"] = new JsonObject { ["bot_id"] = "B0BOT", ["text"] = arguments["text"]?.DeepClone(), ["ts"] = ts } };
    }

    private JsonObject Update(JsonObject arguments, SlackWorkspace? at)
    {
        var channel = Channel(arguments, at);
        var ts = (string?)arguments["ts"] ?? throw new SlackErrorException("invalid_arguments");
        if (!_messages.ContainsKey((channel, ts)))
        {
            throw new SlackErrorException("message_not_found");
        }

        Check(arguments);
        _messages[(channel, ts)] = arguments;
        return new JsonObject { ["channel"] = channel, ["ts"] = ts, ["text"] = arguments["text"]?.DeepClone() };
    }

    private JsonObject Show(JsonObject arguments, SlackWorkspace? at)
    {
        Channel(arguments, at);
        User(arguments, "user", at);
        Check(arguments);
        return new JsonObject { ["message_ts"] = NextTs() };
    }

    // https://docs.slack.dev/reference/views/home-tab-views
    private JsonObject Publish(JsonObject arguments, SlackWorkspace? at)
    {
        var user = User(arguments, "user_id", at);
        var view = arguments["view"] as JsonObject ?? throw new SlackErrorException("invalid_arguments");
        if ((string?)view["type"] != "home" || view["blocks"] is not JsonArray { Count: <= 100 } blocks || SlackBlocks.Fault(blocks) is not null)
        {
            throw new SlackErrorException("invalid_arguments");
        }

        slack.Homes[user.Id] = blocks;
        return new JsonObject { ["view"] = new JsonObject { ["id"] = "V0HOME", ["type"] = "home" } };
    }

    private JsonObject OpenView(JsonObject arguments)
    {
        slack.Triggers.Use((string?)arguments["trigger_id"]);
        return _windows.Open(arguments["view"] as JsonObject ?? throw new SlackErrorException("invalid_arguments"));
    }

    private static void Check(JsonObject arguments)
    {
        var blocks = arguments["blocks"] as JsonArray;
        if (((string?)arguments["text"] ?? "").Length == 0 && blocks is null)
        {
            throw new SlackErrorException("no_text");
        }

        if (((string?)arguments["text"])?.Length > 40_000)
        {
            throw new SlackErrorException("msg_too_long");
        }

        if (blocks is not null && SlackBlocks.Fault(blocks) is { } fault)
        {
            throw new SlackErrorException(fault);
        }
    }

    // The conversation of somebody who left is still there, and takes nothing more.
    private string Channel(JsonObject arguments, SlackWorkspace? at, string name = "channel")
    {
        var channel = (string?)arguments[name] ?? throw new SlackErrorException("channel_not_found");
        if (channel.StartsWith('D') && !slack.Users.Values.Any(user => user.Direct == channel && !user.IsDeleted && at?.Reaches(user.At) != false))
        {
            throw new SlackErrorException("channel_not_found");
        }

        return channel;
    }

    // A bot finds people where it is installed, and nowhere else.
    private SlackUser User(JsonObject arguments, string name, SlackWorkspace? at) =>
        slack.Users.TryGetValue((string?)arguments[name] ?? "", out var user) && at?.Reaches(user.At) != false ? user : throw new SlackErrorException("user_not_found");

    private string NextTs()
    {
        var next = Interlocked.Add(ref _lastTs, 100);
        return string.Create(CultureInfo.InvariantCulture, $"{next / 1_000_000}.{next % 1_000_000:D6}");
    }
}
