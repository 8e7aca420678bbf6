using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>One thing that a person did, before it is known who they are in the company.</summary>
internal sealed record SlackTurn
{
    public required ActivityKind Kind { get; init; }

    public required SlackSender Sender { get; init; }

    /// <summary>The sender is as the request says it: whether that is an installation of ours is not known yet, and nothing is done before it is.</summary>
    public bool IsUnaddressed { get; init; }

    /// <summary>Where; null for what happens in no conversation, and is answered in the person's own one.</summary>
    public string? Channel { get; init; }

    /// <summary>What tells it from all others of its place, and stays the same when it is delivered again.</summary>
    public required string Id { get; init; }

    /// <summary>When it was done, by Slack's clock, the same when it is delivered again; null where Slack does not say.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Slack delivers it again when it is not acknowledged.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>When it came (UTC).</summary>
    public DateTimeOffset At { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Where Slack takes what replaces the tapped card; null where nothing was tapped.</summary>
    public string? ReplaceAt { get; init; }

    /// <summary>The message whose button was tapped; null where none was.</summary>
    public string? TappedMessage { get; init; }

    public CardChoice? Choice { get; init; }
}
