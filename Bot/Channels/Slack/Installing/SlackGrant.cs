using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>What Slack gives for a code. https://docs.slack.dev/reference/methods/oauth.v2.access</summary>
/// <param name="Key">The workspace (T…), or the organisation (E…) for all its workspaces.</param>
/// <param name="Enterprise">The organisation; null where there is none.</param>
/// <param name="Name">What it is called.</param>
internal sealed record SlackGrant(string Key, string? Enterprise, string Name)
{
    public required SlackTokenPair Tokens { get; init; }

    public required string AppId { get; init; }

    public required string BotUser { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Reads an answer; null when it grants no bot anything.</summary>
    public static SlackGrant? Read(JsonElement answer)
    {
        JsonElement? body = answer;
        var enterprise = body.Member("enterprise"u8);
        var isWhole = body.IsTrue("is_enterprise_install"u8);
        var place = isWhole ? enterprise : body.Member("team"u8);
        if (SlackTokenPair.Read(answer) is not { } tokens || place.Text("id"u8) is not { } key || !SlackId.IsWorkspace(key) || key[0] != (isWhole ? 'E' : 'T')
            || body.Text("token_type"u8) != "bot" || body.Text("app_id"u8) is not { Length: > 0 } app || !SlackId.IsUser(body.Text("bot_user_id"u8)))
        {
            return null;
        }

        return new SlackGrant(key, SlackId.IsWorkspace(enterprise.Text("id"u8)) ? enterprise.Text("id"u8) : null, WireText.Name(place.Text("name"u8), most: 80))
        {
            Tokens = tokens,
            AppId = WireText.Name(app, most: 32),
            BotUser = body.Text("bot_user_id"u8)!,
            Scopes = [.. (body.Text("scope"u8) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
    }

    // What holds tokens is never printed.
    public override string ToString() => Key;
}
