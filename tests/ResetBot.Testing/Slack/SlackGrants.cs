using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>
/// The tokens that installations were given, how long they are good, and what is given for them. https://docs.slack.dev/authentication/using-token-rotation
/// </summary>
internal sealed class SlackGrants(SlackInstalls installs)
{
    // "expires_in": 43200.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly SlackGranted Spent = new("", SlackWorkspace.Own, "", null) { Fault = "spent" };

    private readonly ConcurrentDictionary<string, SlackGranted> _refreshes = new();
    private readonly ConcurrentQueue<SlackGranted> _granted = new();
    private int _last;

    public IReadOnlyList<string> Live(string key) => [.. _granted.Where(granted => granted.At.Key == key && FaultOf(granted) is null).Select(granted => granted.Token)];

    public IReadOnlyList<string> Secrets => [.. _granted.Select(granted => granted.Token), .. _refreshes.Keys];

    public SlackGranted? Find(string? token) => _granted.LastOrDefault(granted => granted.Token == token);

    public string? FaultOf(string? token) => Find(token) is { } granted ? FaultOf(granted) : "invalid_auth";

    public void TakeBack(string key, string fault)
    {
        foreach (var granted in _granted.Where(granted => granted.At.Key == key))
        {
            granted.Fault = fault;
        }
    }

    public void SpendRefreshes()
    {
        foreach (var refresh in _refreshes.Keys)
        {
            _refreshes[refresh] = Spent;
        }
    }

    public bool Revoke(string? token)
    {
        var granted = Find(token);
        if (granted is not null)
        {
            granted.Fault = "token_revoked";
        }

        return granted is not null;
    }

    public string Draw(string prefix) => $"{prefix}{Interlocked.Increment(ref _last)}-{Guid.NewGuid():N}";

    public JsonObject OfCode(SlackWorkspace at, string scope)
    {
        var answer = Grant(at, scope);
        answer["is_enterprise_install"] = at.IsWhole;
        answer["authed_user"] = new JsonObject { ["id"] = "U0INSTALLER" };
        return answer;
    }

    public JsonObject OfRefresh(string refresh)
    {
        if (!_refreshes.TryGetValue(refresh, out var old) || old.Fault is not null)
        {
            throw new SlackErrorException("invalid_refresh_token");
        }

        if (!installs.TakesRefreshAgain)
        {
            _refreshes.TryUpdate(refresh, Spent, old);
        }

        var answer = OfCode(old.At, old.Scope);

        // "After you refresh your short-lived credentials for the first time, we'll expire your original long-lived access token."
        foreach (var original in _granted.Where(granted => granted.At == old.At && granted.IsExchanged))
        {
            original.Fault ??= "token_expired";
        }

        // Two tokens of an installation are good at a time, and no more.
        foreach (var older in _granted.Where(granted => granted.At == old.At && FaultOf(granted) is null).Reverse().Skip(2))
        {
            older.Fault = "token_revoked";
        }

        return answer;
    }

    /// <summary>oauth.v2.exchange, whose errors are described at https://docs.slack.dev/reference/methods/oauth.v2.exchange.</summary>
    public JsonObject OfToken(string? token)
    {
        if (!installs.Rotates)
        {
            throw new SlackErrorException("token_rotation_not_enabled");
        }

        // What expires is no legacy token.
        if (Find(token) is not { Until: null } old)
        {
            throw new SlackErrorException("invalid_token");
        }

        if (old.IsExchanged)
        {
            throw new SlackErrorException("token_already_exchanged");
        }

        if (old.Fault is not null)
        {
            throw new SlackErrorException("authorization_not_found");
        }

        (old.IsExchanged, old.Fault) = (true, installs.ExchangedIs);
        return Grant(old.At, old.Scope);
    }

    private JsonObject Grant(SlackWorkspace at, string scope)
    {
        // Without rotation a workspace that has a token is given the same one again.
        var token = installs.Rotates ? Draw("xoxe.xoxb-1-") : $"xoxb-{at.Key}-of-the-installation";
        var granted = new SlackGranted(token, at, scope, installs.Rotates ? installs.Clock.GetUtcNow() + Lifetime : null);
        _granted.Enqueue(granted);
        var answer = new JsonObject
        {
            ["ok"] = true,
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["scope"] = scope,
            ["bot_user_id"] = SlackStandIn.BotUser,
            ["app_id"] = installs.AppId,
            ["team"] = at.IsWhole ? null : new JsonObject { ["id"] = at.Team, ["name"] = "Workspace " + at.Team },
            ["enterprise"] = at.Enterprise is null ? null : new JsonObject { ["id"] = at.Enterprise, ["name"] = "Organisation " + at.Enterprise },
        };
        if (installs.Rotates)
        {
            var refresh = Draw("xoxe-1-");
            _refreshes[refresh] = granted;
            answer["refresh_token"] = refresh;
            answer["expires_in"] = (int)Lifetime.TotalSeconds;
        }

        return answer;
    }

    private string? FaultOf(SlackGranted granted) => granted.Fault ?? (granted.Until <= installs.Clock.GetUtcNow() ? "token_expired" : null);
}
