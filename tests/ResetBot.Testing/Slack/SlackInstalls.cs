using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ResetBot.Testing.Slack;

/// <summary>
/// How apps are installed: the page on which somebody allows it, the code that is good once and for ten minutes, tokens of each workspace or organisation,
/// and their rotation. https://docs.slack.dev/authentication/installing-with-oauth, https://docs.slack.dev/authentication/using-token-rotation,
/// https://docs.slack.dev/reference/methods/oauth.v2.access
/// </summary>
public sealed class SlackInstalls
{
    public const string ClientId = "7251904200.9042725190";
    public const string ClientSecret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    // "expires_in": 43200.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    // The page about installing.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (SlackWorkspace At, string Redirect, string Scope, DateTimeOffset Until)> _codes = new();
    private readonly ConcurrentDictionary<string, byte> _usedCodes = new();
    private readonly ConcurrentDictionary<string, SlackGranted> _refreshes = new();
    private readonly ConcurrentQueue<SlackGranted> _granted = new();
    private readonly Lock _gate = new();
    private int _last;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Where the person at the page installs it.</summary>
    public SlackWorkspace Chosen { get; set; } = SlackWorkspace.Own;

    /// <summary>The person at the page does not allow it.</summary>
    public bool IsDenied { get; set; }

    /// <summary>Tokens expire: switched on in the app's settings.</summary>
    public bool Rotates { get; set; }

    public string AppId { get; set; } = "A0RESETBOT";

    /// <summary>What the app gets of what it asked for; null for all.</summary>
    public string? Scope { get; set; }

    /// <summary>
    /// A refresh token that was used is taken once more. The page says that it is revoked; slackapi/node-slack-sdk#2504 saw it exchanged twice. A story tells
    /// which of the two it is about.
    /// </summary>
    public bool TakesRefreshAgain { get; set; }

    /// <summary>The next token is given, and its answer does not arrive: Slack says that something went wrong inside.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>The tokens that are good now, oldest first.</summary>
    public IReadOnlyList<string> Live(string key) => [.. _granted.Where(granted => granted.At.Key == key && FaultOf(granted) is null).Select(granted => granted.Token)];

    /// <summary>Everything secret that was ever given.</summary>
    public IReadOnlyList<string> Secrets => [.. _granted.Select(granted => granted.Token), .. _refreshes.Keys];

    /// <summary>The app is removed, or its tokens revoked.</summary>
    public void TakeBack(string key, string fault)
    {
        foreach (var granted in _granted.Where(granted => granted.At.Key == key))
        {
            granted.Fault = fault;
        }
    }

    /// <summary>Nothing is renewed any more.</summary>
    public void SpendRefreshes()
    {
        foreach (var refresh in _refreshes.Keys)
        {
            _refreshes[refresh] = Spent;
        }
    }

    /// <summary>Where a token is of; null for one that was never given.</summary>
    internal SlackWorkspace? PlaceOf(string? token) => Find(token)?.At;

    internal IReadOnlyCollection<string>? ScopesOf(string? token) => Find(token)?.Scope.Split(',');

    /// <summary>Why a token is not taken; null when it is.</summary>
    internal string? FaultOf(string? token) => Find(token) is { } granted ? FaultOf(granted) : "invalid_auth";

    /// <summary>The page on which somebody allows the app.</summary>
    internal void Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var (redirect, state) = (query["redirect_uri"].ToString(), query["state"].ToString());
        if (query["client_id"] != ClientId || !Uri.TryCreate(redirect, UriKind.Absolute, out _) || query["scope"].ToString().Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var code = Draw("");
        if (!IsDenied)
        {
            _codes[code] = (Chosen, redirect, query["scope"].ToString(), Clock.GetUtcNow() + CodeLifetime);
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(
            redirect, new Dictionary<string, string?> { [IsDenied ? "error" : "code"] = IsDenied ? "access_denied" : code, ["state"] = state }));
    }

    /// <summary>oauth.v2.access: for a code, or for a refresh token. The client says who it is by HTTP Basic, or in the form.</summary>
    internal JsonObject Access(string authorization, JsonObject form)
    {
        var basic = authorization.StartsWith("Basic ", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(authorization[6..])).Split(':') : null;
        if ((basic?[0] ?? (string?)form["client_id"]) != ClientId)
        {
            throw new SlackErrorException("invalid_client_id");
        }

        if ((basic?[1] ?? (string?)form["client_secret"]) != ClientSecret)
        {
            throw new SlackErrorException("bad_client_secret");
        }

        lock (_gate)
        {
            var answer = (string?)form["grant_type"] switch
            {
                null or "authorization_code" => OfCode((string?)form["code"] ?? "", (string?)form["redirect_uri"]),
                "refresh_token" => OfRefresh((string?)form["refresh_token"] ?? ""),
                _ => throw new SlackErrorException("invalid_grant_type"),
            };
            var isLost = LosesNextAnswer;
            LosesNextAnswer = false;
            return isLost ? throw new SlackErrorException("internal_error") : answer;
        }
    }

    /// <summary>https://docs.slack.dev/reference/methods/auth.revoke</summary>
    internal JsonObject Revoke(string? token)
    {
        var granted = Find(token);
        if (granted is not null)
        {
            granted.Fault = "token_revoked";
        }

        return new JsonObject { ["revoked"] = granted is not null };
    }

    private JsonObject OfCode(string code, string? redirect)
    {
        if (_usedCodes.ContainsKey(code))
        {
            throw new SlackErrorException("code_already_used");
        }

        if (!_codes.TryGetValue(code, out var known) || known.Until <= Clock.GetUtcNow())
        {
            throw new SlackErrorException("invalid_code");
        }

        if (known.Redirect != redirect)
        {
            throw new SlackErrorException("bad_redirect_uri");
        }

        _usedCodes[code] = 0;
        return Grant(known.At, Scope ?? known.Scope);
    }

    private JsonObject OfRefresh(string refresh)
    {
        if (!_refreshes.TryGetValue(refresh, out var old) || old.Fault is not null)
        {
            throw new SlackErrorException("invalid_refresh_token");
        }

        if (!TakesRefreshAgain)
        {
            _refreshes.TryUpdate(refresh, Spent, old);
        }

        var answer = Grant(old.At, old.Scope);

        // Two tokens of an installation are good at a time, and no more.
        foreach (var older in _granted.Where(granted => granted.At == old.At && FaultOf(granted) is null).Reverse().Skip(2))
        {
            older.Fault = "token_revoked";
        }

        return answer;
    }

    private static readonly SlackGranted Spent = new("", SlackWorkspace.Own, "", null) { Fault = "spent" };

    private JsonObject Grant(SlackWorkspace at, string scope)
    {
        // Without rotation a workspace that has a token is given the same one again.
        var token = Rotates ? Draw("xoxe.xoxb-1-") : $"xoxb-{at.Key}-of-the-installation";
        var granted = new SlackGranted(token, at, scope, Rotates ? Clock.GetUtcNow() + Lifetime : null);
        _granted.Enqueue(granted);
        var answer = new JsonObject
        {
            ["ok"] = true,
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["scope"] = scope,
            ["bot_user_id"] = SlackStandIn.BotUser,
            ["app_id"] = AppId,
            ["team"] = at.IsWhole ? null : new JsonObject { ["id"] = at.Team, ["name"] = "Workspace " + at.Team },
            ["enterprise"] = at.Enterprise is null ? null : new JsonObject { ["id"] = at.Enterprise, ["name"] = "Organisation " + at.Enterprise },
            ["is_enterprise_install"] = at.IsWhole,
            ["authed_user"] = new JsonObject { ["id"] = "U0INSTALLER" },
        };
        if (Rotates)
        {
            var refresh = Draw("xoxe-1-");
            _refreshes[refresh] = granted;
            answer["refresh_token"] = refresh;
            answer["expires_in"] = (int)Lifetime.TotalSeconds;
        }

        return answer;
    }

    private string? FaultOf(SlackGranted granted) => granted.Fault ?? (granted.Until <= Clock.GetUtcNow() ? "token_expired" : null);

    private SlackGranted? Find(string? token) => _granted.LastOrDefault(granted => granted.Token == token);

    private string Draw(string prefix) => $"{prefix}{Interlocked.Increment(ref _last)}-{Guid.NewGuid():N}";
}
