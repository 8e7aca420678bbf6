using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ResetBot.Testing.Conversations;

namespace ResetBot.Testing.Slack;

/// <summary>
/// Slack's Web API as an app in one workspace, or in those where it is installed, meets it: it answers 200 whatever happens and says in the body whether it did, asks for the scopes that
/// each method needs, and takes no block that Slack would not. Sources stand beside what they are for; none of it is from memory.
/// </summary>
public sealed class SlackStandIn : LoopbackServer
{
    public const string Team = "T0RESETBOT";
    public const string BotUser = "U0BOT";
    public const string BotToken = "xoxb-stand-in-of-the-workspace";
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly ConcurrentQueue<SlackCall> _calls = new();
    private readonly SlackMethods _methods;

    public SlackStandIn()
    {
        _methods = new SlackMethods(this);
        Sockets = new SlackSockets(() => Installs.Clock);
        Triggers = new SlackTriggers(() => Installs.Clock);
        Responses = new SlackResponses(() => Installs.Clock);
    }

    /// <summary>Told each call once it is answered.</summary>
    public event Action<SlackCall>? Arrived;

    /// <summary>Everything that was called, oldest first.</summary>
    public IReadOnlyList<SlackCall> Calls => [.. _calls];

    public ConcurrentDictionary<string, SlackUser> Users { get; } = new();

    /// <summary>The blocks of the Home tabs, by person.</summary>
    internal ConcurrentDictionary<string, JsonArray> Homes { get; } = new();

    /// <summary>What somebody sees in their Home tab; empty while nothing was published.</summary>
    public ChatMessage HomeOf(SlackUser user) => SlackReading.Of(Homes.GetValueOrDefault(user.Id) ?? []);

    /// <summary>What the app was given. https://docs.slack.dev/reference/scopes</summary>
    public HashSet<string> Scopes { get; } =
        ["chat:write", "im:write", "im:history", "im:read", "commands", "users:read", "users:read.email", "app_mentions:read", "files:write"];

    /// <summary>Why the token is worth nothing any more; null while it is.</summary>
    public string? TokenIs { get; set; }

    /// <summary>What the next call of a method is answered, whatever it asks for: an error, or <c>429</c>, <c>500</c>, <c>503</c>, <c>garbage</c>, <c>silence</c>.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<string>> Scripted { get; } = new();

    /// <summary>What the answer of a method waits for, once the call is done; nothing is held that is not in here.</summary>
    public ConcurrentDictionary<string, Task> Held { get; } = new();

    /// <summary>How often a method may be called; nothing is limited that is not in here.</summary>
    public SlackLimits Limits { get; } = new();

    /// <summary>The connections of the app, where it is set to Socket Mode.</summary>
    public SlackSockets Sockets { get; }

    /// <summary>What happens comes over the app's own connections, and not as requests.</summary>
    public bool UsesSockets { get; private init; }

    /// <summary>Where the app is installed, for hosts that have no bot token in their configuration.</summary>
    public SlackInstalls Installs { get; } = new();

    /// <summary>What opens views.</summary>
    public SlackTriggers Triggers { get; }

    /// <summary>Where messages go that replace tapped ones.</summary>
    public SlackResponses Responses { get; }

    /// <summary>Files that are sent.</summary>
    public SlackUploads Uploads { get; } = new();

    /// <summary>The host has no bot token: the app is installed.</summary>
    public bool IsInstalled { get; private init; }

    public static async Task<SlackStandIn> StartNewAsync(bool usesSockets = false, bool isInstalled = false)
    {
        var slack = new SlackStandIn { UsesSockets = usesSockets, IsInstalled = isInstalled };
        await slack.StartAsync();
        return slack;
    }

    public Uri ApiUrl => new(Address, "api/");

    /// <summary>How a host is told of the workspace, or of the app.</summary>
    public IReadOnlyList<string> Settings =>
    [
        UsesSockets ? $"--Slack:AppToken={SlackSockets.AppToken}" : $"--Slack:SigningSecret={SigningSecret}",
        .. IsInstalled
            ? (string[])[$"--Slack:ClientId={SlackInstalls.ClientId}", $"--Slack:ClientSecret={SlackInstalls.ClientSecret}", $"--Slack:AuthorizeUrl={Address}oauth/v2/authorize"]
            : [$"--Slack:BotToken={BotToken}"],
        $"--Slack:ApiUrl={ApiUrl}",
        "--Slack:EmailsAreManaged=true",
        "--Slack:PersonKept=00:00:00",
    ];

    public bool Knows(Person person) => Users.ContainsKey(SlackUser.Of(person).Id);

    /// <summary>A person as a member; the one that they are already when they are.</summary>
    public SlackUser Join(Person person, string locale = "en-US", SlackWorkspace? at = null) =>
        Users.GetOrAdd(SlackUser.Of(person, at: at).Id, _ => SlackUser.Of(person, locale, at));

    public void Script(string method, params string[] answers)
    {
        var script = Scripted.GetOrAdd(method, _ => new ConcurrentQueue<string>());
        Array.ForEach(answers, script.Enqueue);
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/link/")
        {
            await Sockets.AcceptAsync(context);
            return;
        }

        if (context.Request.Path.StartsWithSegments(SlackResponses.Path.TrimEnd('/'), StringComparison.Ordinal))
        {
            if (await Responses.TakeAsync(context) is { } taken)
            {
                Tell(taken);
            }

            return;
        }

        if (context.Request.Path.StartsWithSegments(SlackUploads.Path.TrimEnd('/'), StringComparison.Ordinal))
        {
            Tell(await Uploads.TakeAsync(context));
            return;
        }

        if (context.Request.Path == "/oauth/v2/authorize")
        {
            Installs.Authorize(context);
            return;
        }

        var method = context.Request.Path.Value!["/api/".Length..];
        var arguments = await SlackArguments.ReadAsync(context.Request, _methods.TakesJson(method));
        var authorization = context.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : null;
        var scripted = Scripted.TryGetValue(method, out var script) && script.TryDequeue(out var next) ? next : null;
        if (scripted is "silence")
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        // https://docs.slack.dev/apis/web-api/rate-limits: the one thing that is told by a status.
        if (scripted is "429" || Limits.Wait(method, (string?)arguments["channel"]) is not null)
        {
            var wait = Limits.Wait(method, (string?)arguments["channel"]) ?? TimeSpan.FromSeconds(7);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            Tell(new SlackCall(method, token, arguments, null));
            return;
        }

        if (scripted is "500" or "503" or "garbage")
        {
            // Something on the way, which says that one may come back at once.
            context.Response.Headers.RetryAfter = scripted is "503" ? "0" : default;
            context.Response.StatusCode = scripted is "garbage" ? StatusCodes.Status200OK : int.Parse(scripted, CultureInfo.InvariantCulture);
            await context.Response.WriteAsync("<html>upstream</html>");
            Tell(new SlackCall(method, token, arguments, null));
            return;
        }

        Limits.Note(method, (string?)arguments["channel"]);
        var answer = (scripted is null ? Give(method, authorization, token, arguments) : null) ?? Answer(method, token, arguments, scripted);
        Tell(new SlackCall(method, token, arguments, answer));
        await Held.GetValueOrDefault(method, Task.CompletedTask);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private JsonObject Answer(string method, string? token, JsonObject arguments, string? scripted)
    {
        try
        {
            var fault = scripted ?? token switch
            {
                null => "not_authed",
                SlackSockets.AppToken => TokenIs,
                BotToken when !IsInstalled => TokenIs,
                _ => Installs.FaultOf(token),
            };
            return fault is not null ? throw new SlackErrorException(fault) : _methods.Run(method, arguments, token!);
        }
        catch (SlackErrorException failure)
        {
            return failure.ToJson();
        }
    }

    private JsonObject? Give(string method, string authorization, string? token, JsonObject form)
    {
        try
        {
            return Installs.Give(method, authorization, token, form);
        }
        catch (SlackErrorException failure)
        {
            return failure.ToJson();
        }
    }

    private void Tell(SlackCall call)
    {
        _calls.Enqueue(call);
        Arrived?.Invoke(call);
    }
}
