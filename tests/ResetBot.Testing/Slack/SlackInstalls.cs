using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ResetBot.Testing.Slack;

/// <summary>
/// How apps are installed: the page on which somebody allows it, the code that is good once and for ten minutes, tokens of each workspace or organisation,
/// and their rotation, in SlackGrants. https://docs.slack.dev/authentication/installing-with-oauth, https://docs.slack.dev/reference/methods/oauth.v2.access,
/// https://docs.slack.dev/reference/methods/oauth.v2.exchange
/// </summary>
public sealed class SlackInstalls
{
    public const string ClientId = "7251904200.9042725190";
    public const string ClientSecret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    // The page about installing.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (SlackWorkspace At, string Redirect, string Scope, DateTimeOffset Until)> _codes = new();
    private readonly ConcurrentDictionary<string, byte> _usedCodes = new();
    private readonly SlackGrants _grants;
    private readonly Lock _gate = new();

    public SlackInstalls() => _grants = new SlackGrants(this);

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

    /// <summary>
    /// What a token that was exchanged is answered from then on; null where it goes on until what it was exchanged for is renewed for the first time, as the
    /// page about rotation says. A story tells which of the two it is about.
    /// </summary>
    public string? ExchangedIs { get; set; }

    /// <summary>The next token is given, and its answer does not arrive: Slack says that something went wrong inside.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>The tokens that are good now, oldest first.</summary>
    public IReadOnlyList<string> Live(string key) => _grants.Live(key);

    /// <summary>Everything secret that was ever given.</summary>
    public IReadOnlyList<string> Secrets => _grants.Secrets;

    /// <summary>Somebody installed the app there before; the token that it has.</summary>
    public string InstalledIn(SlackWorkspace at) => (string)_grants.OfCode(at, Scope ?? "chat:write")["access_token"]!;

    /// <summary>The app is removed, or its tokens revoked.</summary>
    public void TakeBack(string key, string fault) => _grants.TakeBack(key, fault);

    /// <summary>Nothing is renewed any more.</summary>
    public void SpendRefreshes() => _grants.SpendRefreshes();

    /// <summary>Where a token is of; null for one that was never given.</summary>
    internal SlackWorkspace? PlaceOf(string? token) => _grants.Find(token)?.At;

    internal IReadOnlyCollection<string>? ScopesOf(string? token) => _grants.Find(token)?.Scope.Split(',');

    /// <summary>Why a token is not taken; null when it is.</summary>
    internal string? FaultOf(string? token) => _grants.FaultOf(token);

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

        var code = _grants.Draw("");
        if (!IsDenied)
        {
            _codes[code] = (Chosen, redirect, query["scope"].ToString(), Clock.GetUtcNow() + CodeLifetime);
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(
            redirect, new Dictionary<string, string?> { [IsDenied ? "error" : "code"] = IsDenied ? "access_denied" : code, ["state"] = state }));
    }

    /// <summary>What gives tokens; null for other methods.</summary>
    internal JsonObject? Give(string method, string authorization, string? token, JsonObject form) => method switch
    {
        "oauth.v2.access" => Access(authorization, form),
        "oauth.v2.exchange" => Exchange(token, form),
        _ => null,
    };

    // For a code, or for a refresh token. The client says who it is by HTTP Basic, or in the form.
    private JsonObject Access(string authorization, JsonObject form)
    {
        var basic = authorization.StartsWith("Basic ", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(authorization[6..])).Split(':') : null;
        CheckClient(basic?[0] ?? (string?)form["client_id"], basic?[1] ?? (string?)form["client_secret"]);
        return Once(() => (string?)form["grant_type"] switch
        {
            null or "authorization_code" => OfCode((string?)form["code"] ?? "", (string?)form["redirect_uri"]),
            "refresh_token" => _grants.OfRefresh((string?)form["refresh_token"] ?? ""),
            _ => throw new SlackErrorException("invalid_grant_type"),
        });
    }

    // For a token that does not expire. Client id and secret are required arguments, and nothing is said of HTTP Basic; the token is an argument too, which
    // Slack's own client sends as a header, as it does with every token.
    private JsonObject Exchange(string? token, JsonObject form)
    {
        CheckClient((string?)form["client_id"], (string?)form["client_secret"]);
        return Once(() => _grants.OfToken((string?)form["token"] ?? token));
    }

    private static void CheckClient(string? id, string? secret)
    {
        if (id != ClientId)
        {
            throw new SlackErrorException("invalid_client_id");
        }

        if (secret != ClientSecret)
        {
            throw new SlackErrorException("bad_client_secret");
        }
    }

    // One at a time.
    private JsonObject Once(Func<JsonObject> give)
    {
        lock (_gate)
        {
            var answer = give();
            var isLost = LosesNextAnswer;
            LosesNextAnswer = false;
            return isLost ? throw new SlackErrorException("internal_error") : answer;
        }
    }

    /// <summary>https://docs.slack.dev/reference/methods/auth.revoke</summary>
    internal JsonObject Revoke(string? token) => new() { ["revoked"] = _grants.Revoke(token) };

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
        return _grants.OfCode(known.At, Scope ?? known.Scope);
    }
}
