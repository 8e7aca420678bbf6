using System.Text.Json;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Reads what the Events API sends. https://docs.slack.dev/apis/events-api</summary>
internal static class SlackEventReader
{
    private const int LongestChallenge = 512;
    private const int LongestId = 64;

    public static SlackRead Read(JsonElement body) => body.Text("type"u8) switch
    {
        "url_verification" => body.Text("challenge"u8) is { Length: > 0 and <= LongestChallenge } challenge && WireText.IsOneLine(challenge)
            ? new SlackRead.Verification(challenge)
            : new SlackRead.Malformed("There is no 'challenge' to answer."),
        "event_callback" => ReadEvent(body),
        "app_rate_limited" => new SlackRead.Nothing(),
        var other => new SlackRead.Malformed($"The type '{WireText.Name(other, most: 60)}' is not known here."),
    };

    private static SlackRead ReadEvent(JsonElement body)
    {
        var happened = body.Member("event"u8);

        // Whose installation is meant; where it happened may be another company's, in a channel that both share.
        var authorization = body.Items("authorizations"u8).FirstOrDefault();
        var team = authorization.Text("team_id"u8) ?? body.Text("context_team_id"u8) ?? body.Text("team_id"u8);
        if (body.Text("event_id"u8) is not { Length: > 0 and <= LongestId } id || !WireText.IsOneLine(id))
        {
            return new SlackRead.Malformed("There is no 'event_id'.");
        }

        var enterprise = authorization.Text("enterprise_id"u8) ?? body.Text("context_enterprise_id"u8) ?? body.Text("enterprise_id"u8);
        enterprise = enterprise is { Length: > 0 } ? enterprise : null;
        team ??= enterprise;
        if (!SlackId.IsWorkspace(team) || (enterprise is not null && !SlackId.IsWorkspace(enterprise)))
        {
            return new SlackRead.Malformed("There is no 'team_id'.");
        }

        var to = new Envelope(new SlackSender(team!, enterprise, ""), id, SlackTimestamp.Read(happened.Text("event_ts"u8)));
        return happened.Text("type"u8) switch
        {
            "message" => ReadMessage(happened!.Value, to),
            "app_mention" => ReadMention(happened!.Value, to),
            "app_home_opened" => ReadOpened(happened!.Value, to),
            "team_join" or "user_change" or "user_profile_changed" => ReadPerson(happened.Member("user"u8), to),
            "app_uninstalled" => new SlackRead.Changed(new SlackChange.Removed(to.Sender)),
            "tokens_revoked" => happened.Member("tokens"u8)?.Items("bot"u8).Any() == true
                ? new SlackRead.Changed(new SlackChange.Removed(to.Sender))
                : new SlackRead.Nothing(),
            { Length: > 0 } => new SlackRead.Nothing(),
            _ => new SlackRead.Malformed("There is no 'event' with a 'type'."),
        };
    }

    // What a bot says, ours too, is never answered: two bots would talk to each other for ever.
    private static SlackRead ReadMessage(JsonElement message, Envelope to)
    {
        if (message.Member("bot_id"u8) is not null || message.Member("bot_profile"u8) is not null || message.Text("channel_type"u8) != "im")
        {
            return new SlackRead.Nothing();
        }

        return message.Text("subtype"u8) switch
        {
            null or "me_message" or "thread_broadcast" => Turn(message, to, ActivityKind.Message),
            "file_share" => Turn(message, to, SlackText.Typed(message.Text("text"u8) ?? "").Length > 0 ? ActivityKind.Message : ActivityKind.Unreadable),
            "message_changed" => ReadEdited(message, to),
            _ => new SlackRead.Nothing(),
        };
    }

    // Slack also calls it a change when it shows what a link leads to.
    private static SlackRead ReadEdited(JsonElement message, Envelope to)
    {
        var (now, before) = (message.Member("message"u8), message.Member("previous_message"u8));
        if (now.Member("bot_id"u8) is not null || now.Text("text"u8) == before.Text("text"u8) || now.Text("user"u8) is not { } user)
        {
            return new SlackRead.Nothing();
        }

        return Turn(user, message.Text("channel"u8), to, ActivityKind.Unreadable, "");
    }

    private static SlackRead ReadMention(JsonElement mention, Envelope to) =>
        mention.Member("bot_id"u8) is not null ? new SlackRead.Nothing() : Turn(mention, to, ActivityKind.Group);

    private static SlackRead ReadOpened(JsonElement opened, Envelope to) => opened.Text("tab"u8) switch
    {
        "messages" => Turn(opened, to, ActivityKind.InstallationAdded),
        "home" when SlackId.IsUser(opened.Text("user"u8)) => new SlackRead.Changed(new SlackChange.HomeOpened(to.Sender with { User = opened.Text("user"u8)! })),
        "home" => new SlackRead.Malformed("There is no 'user'."),
        _ => new SlackRead.Nothing(),
    };

    // Some events carry the whole person, some the id alone.
    private static SlackRead ReadPerson(JsonElement? person, Envelope to)
    {
        var id = person is { ValueKind: JsonValueKind.String } ? person.Value.GetString() : person.Text("id"u8);
        return SlackId.IsUser(id)
            ? new SlackRead.Changed(new SlackChange.PersonChanged(to.Sender with { User = id! }))
            : new SlackRead.Malformed("There is no 'user' that changed.");
    }

    private static SlackRead Turn(JsonElement happened, Envelope to, ActivityKind kind) =>
        Turn(happened.Text("user"u8), happened.Text("channel"u8), to, kind, SlackText.Typed(happened.Text("text"u8) ?? ""));

    private static SlackRead Turn(string? user, string? channel, Envelope to, ActivityKind kind, string text)
    {
        if (!SlackId.IsUser(user) || !SlackId.IsChannel(channel))
        {
            return new SlackRead.Malformed("There is no 'user' or no 'channel'.");
        }

        return new SlackRead.Understood(new SlackTurn { Kind = kind, Sender = to.Sender with { User = user! }, Channel = channel, Id = to.Id, DoneAt = to.At, Text = text, IsRepeated = true });
    }

    /// <param name="Sender">The installation that is meant, and nobody of it yet.</param>
    /// <param name="Id">Slack's id of the event.</param>
    /// <param name="At">When it happened: of the event, not of its delivery.</param>
    private sealed record Envelope(SlackSender Sender, string Id, DateTimeOffset? At);
}
