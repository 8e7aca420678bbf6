using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>The app as it is installed in one workspace, or in one organisation for all its workspaces. Its tokens are encrypted.</summary>
internal sealed class SlackInstallation : IDocument
{
    public static string Kind => "slack_installation";

    /// <summary>The workspace (T…), or the organisation (E…) that it is installed in as a whole.</summary>
    public required string Key { get; init; }

    /// <summary>The organisation that the workspace is of, or that this is itself; null where there is none.</summary>
    public string? Enterprise { get; set; }

    /// <summary>Under which client id it was installed.</summary>
    public string ClientId { get; set; } = "";

    public string AppId { get; set; } = "";

    public string BotUser { get; set; } = "";

    /// <summary>What it was given.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>The bot's token, encrypted.</summary>
    public string Token { get; set; } = "";

    /// <summary>What the next token is asked for with, encrypted; null where the token does not expire.</summary>
    public string? Refresh { get; set; }

    /// <summary>Until when the token is good (UTC); null where it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When the next one is asked for (UTC); null where it does not expire.</summary>
    public DateTimeOffset? RenewAt { get; set; }

    public DateTimeOffset InstalledAt { get; set; }

    /// <summary>Slack gives no other token for this one: the app has to be installed again.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Slack exchanges this token, which does not expire, for none that does: the app has to be installed again for that, and goes on with it until then.</summary>
    public bool IsExchangeRefused { get; set; }

    /// <summary>When it was removed (UTC); null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    [JsonIgnore]
    public string? Owner => RemovedAt is null ? ClientId : null;

    [JsonIgnore]
    public DateTimeOffset? DueAt => RemovedAt is null && !IsRefused ? RenewAt : null;

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => RemovedAt;

    /// <summary>Whether the token is one for ever, from before tokens of the app expired, that can still be exchanged for one that expires.</summary>
    [JsonIgnore]
    public bool IsExchangeable => RemovedAt is null && Refresh is null && ExpiresAt is null && !IsExchangeRefused;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>Whether anything can be called with it: what Slack refuses to renew is good until it expires.</summary>
    public bool IsUsable(DateTimeOffset now) => RemovedAt is null && !(IsRefused && IsExpired(now));
}
