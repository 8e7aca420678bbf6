using System.Text;
using System.Text.Json;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Cards.Questions;
using ResetBot.Cards.Rendering;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Reads what Slack sends as a form: slash commands, and what people did with buttons.
/// https://docs.slack.dev/interactivity/handling-user-interaction, https://docs.slack.dev/interactivity/implementing-slash-commands
/// </summary>
internal static class SlackFormReader
{
    private const int LongestId = 256;
    private const int LongestAddress = 1024;

    /// <summary>A form with a <c>command</c>.</summary>
    public static SlackRead ReadCommand(IReadOnlyDictionary<string, string> form)
    {
        if (Sender(form.GetValueOrDefault("team_id"), form.GetValueOrDefault("enterprise_id"), form.GetValueOrDefault("user_id")) is not { } sender)
        {
            return new SlackRead.Malformed("There is no 'team_id' or no 'user_id'.");
        }

        if (IdOf(form.GetValueOrDefault("trigger_id")) is not { } id)
        {
            return new SlackRead.Malformed("There is no 'trigger_id'.");
        }

        // It may be typed anywhere, and is answered in the person's own conversation.
        var text = SlackText.Typed(form.GetValueOrDefault("text") ?? "");
        return new SlackRead.Understood(
            new SlackTurn { Kind = ActivityKind.Message, Sender = sender, Id = id, Text = text.Length > 0 ? text : "help" })
        {
            TypedIn = form.GetValueOrDefault("channel_id") ?? "",
            Trigger = id,
        };
    }

    /// <summary>The <c>payload</c> of a form: JSON.</summary>
    public static SlackRead ReadPayload(string payload) =>
        WireJson.Read(Encoding.UTF8.GetBytes(payload), "The 'payload'", ReadPayload, why => new SlackRead.Malformed(why));

    /// <summary>A payload that is JSON already.</summary>
    public static SlackRead ReadPayload(JsonElement payload)
    {
        var team = payload.Member("team"u8).Text("id"u8);
        var enterprise = payload.Member("enterprise"u8).Text("id"u8);
        if (Sender(team, enterprise, payload.Member("user"u8).Text("id"u8)) is not { } sender)
        {
            return new SlackRead.Malformed("There is no 'team' or no 'user'.");
        }

        return payload.Text("type"u8) switch
        {
            "block_actions" => ReadTap(payload, sender),
            "shortcut" or "message_action" => ReadShortcut(payload, sender),
            "view_submission" => ReadSubmission(payload, sender),
            "view_closed" or "block_suggestion" => new SlackRead.Nothing(),
            var other => new SlackRead.Malformed($"The payload's type '{WireText.Name(other, most: 60)}' is not known here."),
        };
    }

    private static SlackRead ReadTap(JsonElement payload, SlackSender sender)
    {
        var action = payload.Items("actions"u8).FirstOrDefault();
        if (action.ValueKind != JsonValueKind.Object || action.Text("action_id"u8) is null)
        {
            return new SlackRead.Malformed("There is no action.");
        }

        // A button that opens a page tells of it too, and a field tells when it is left.
        if (action.Text("type"u8) != "button" || action.Text("value"u8) is not { } value)
        {
            return new SlackRead.Nothing();
        }

        // A button of the Home tab stands in no conversation: it is answered in the person's own one.
        var isHome = payload.Member("container"u8).Text("type"u8) == "view";
        var channel = isHome ? null : payload.Member("container"u8).Text("channel_id"u8) ?? payload.Member("channel"u8).Text("id"u8);
        if (BlockKitRenderer.Read(value) is not var (prompt, choice) || !(isHome || SlackId.IsChannel(channel)) || action.Text("action_ts"u8) is not { } at)
        {
            return new SlackRead.Malformed("The button carries no choice.");
        }

        var input = Typed(payload.Member("state"u8));
        return new SlackRead.Understood(new SlackTurn
        {
            // Where others are, nothing is done but to say where to go.
            Kind = isHome || SlackId.IsDirect(channel) ? ActivityKind.CardAction : ActivityKind.Group,
            Sender = sender,
            Channel = channel,
            Id = $"{payload.Member("container"u8).Text(isHome ? "view_id"u8 : "message_ts"u8)}/{at}",
            DoneAt = SlackTimestamp.Read(at),
            ReplaceAt = payload.Text("response_url"u8) is { Length: <= LongestAddress } address ? address : null,
            TappedMessage = payload.Member("container"u8).Text("message_ts"u8),
            Choice = new CardChoice(prompt.Length > 0 ? prompt : null, WireText.Visible(choice), input),
        });
    }

    // Its name is the command: "reset", "unlock".
    private static SlackRead ReadShortcut(JsonElement payload, SlackSender sender) =>
        payload.Text("callback_id"u8) is { Length: > 0 } command && IdOf(payload.Text("trigger_id"u8)) is { } id
            ? new SlackRead.Understood(new SlackTurn { Kind = ActivityKind.Message, Sender = sender, Id = id, Text = WireText.Name(command, most: 60) })
            {
                IsUnseen = true,
                Trigger = id,
            }
            : new SlackRead.Malformed("There is no 'callback_id' or no 'trigger_id'.");

    // It happens in no conversation, and is answered in the window and in the person's own one. A window in which something wrong was typed stays the same
    // window: what tells one answer from the next is what Slack gives with each.
    private static SlackRead ReadSubmission(JsonElement payload, SlackSender sender)
    {
        var view = payload.Member("view"u8);
        if (view.Text("callback_id"u8) is not LinkWindowCard.Name)
        {
            return new SlackRead.Nothing();
        }

        return IdOf(payload.Text("trigger_id"u8)) is { } id && Typed(view.Member("state"u8)) is { } typed
            ? new SlackRead.Understood(new SlackTurn { Kind = ActivityKind.Message, Sender = sender, Id = id, Text = typed }) { IsFromWindow = true }
            : new SlackRead.Malformed("The window has no 'trigger_id' or no field.");
    }

    // What stands in the one field that a card or a window has.
    private static string? Typed(JsonElement? state) =>
        state.Member("values"u8).Member("input"u8).Member("input"u8).Text("value"u8) is { } typed ? WireText.Visible(typed).Trim() : null;

    private static SlackSender? Sender(string? team, string? enterprise, string? user)
    {
        var organisation = enterprise is { Length: > 0 } ? enterprise : null;

        // What is installed for a whole organisation may name no workspace.
        var workspace = team is { Length: > 0 } ? team : organisation;
        return SlackId.IsWorkspace(workspace) && SlackId.IsUser(user) && (organisation is null || SlackId.IsWorkspace(organisation))
            ? new SlackSender(workspace!, organisation, user!)
            : null;
    }

    private static string? IdOf(string? id) => id is { Length: > 0 and <= LongestId } && WireText.IsOneLine(id) ? id : null;
}
