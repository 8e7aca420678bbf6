using System.Text.Json;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>Makes our activity of the channel's: what kind it is, who it is from and what it says.</summary>
internal static class ActivityContent
{
    // Longer than anything that is a command, a choice or a code; what is longer is no answer to anything that we ask.
    private const int LongestText = 8000;

    public static Activity Read(JsonElement activity, Envelope envelope)
    {
        var kind = KindOf(activity, envelope);
        var plain = Frame(activity, envelope, kind);
        return kind switch
        {
            ActivityKind.Group => plain with { Text = Shortened(MessageText.Of(activity, plain.From.BotId)) },
            ActivityKind.Message => ReadMessage(activity, plain),
            _ => plain,
        };
    }

    public static Activity ReadCardAction(JsonElement activity, Envelope envelope, CardChoice choice) =>
        IsPersonal(activity)
            ? Frame(activity, envelope, ActivityKind.CardAction) with { Choice = choice }
            : Frame(activity, envelope, ActivityKind.Group);

    private static ActivityKind KindOf(JsonElement activity, Envelope envelope)
    {
        if (activity.Member("from").Text("id") == activity.Member("recipient").Text("id"))
        {
            return ActivityKind.Other;
        }

        // What else happens in a group or a team says nothing about the person's own chat with the bot.
        if (!IsPersonal(activity))
        {
            return envelope.Type == ActivityTypes.Message ? ActivityKind.Group : ActivityKind.Other;
        }

        return envelope.Type switch
        {
            ActivityTypes.Message => ActivityKind.Message,
            ActivityTypes.MessageUpdate => IsUndelete(activity) ? ActivityKind.Other : ActivityKind.Unreadable,
            ActivityTypes.ConversationUpdate => AddsUsOrThem(activity) ? ActivityKind.MembersAdded : ActivityKind.Other,
            ActivityTypes.InstallationUpdate => InstallationKind(activity.Text("action")),
            _ => ActivityKind.Other,
        };
    }

    private static bool IsPersonal(JsonElement activity)
    {
        var conversation = activity.Member("conversation");
        return !conversation.IsTrue("isGroup") && conversation.Text("conversationType") is null or "personal";
    }

    private static bool IsUndelete(JsonElement activity) => activity.Member("channelData").Text("eventType") == "undeleteMessage";

    private static bool AddsUsOrThem(JsonElement activity)
    {
        string?[] us = [activity.Member("recipient").Text("id"), activity.Member("from").Text("id")];
        return activity.Items("membersAdded").Any(member => member.Text("id") is { } id && us.Contains(id));
    }

    private static ActivityKind InstallationKind(string? action) => action switch
    {
        "add" or "add-upgrade" => ActivityKind.InstallationAdded,
        "remove" or "remove-upgrade" => ActivityKind.InstallationRemoved,
        _ => ActivityKind.Other,
    };

    private static Activity ReadMessage(JsonElement activity, Activity plain)
    {
        var text = MessageText.Of(activity, plain.From.BotId);
        if (text.Length > LongestText)
        {
            return plain with { Kind = ActivityKind.Unreadable };
        }

        if (text.Length > 0)
        {
            // Teams puts an HTML copy of the words beside them as an attachment: words always count as words.
            return plain with { Text = text };
        }

        if (activity.Member("value") is { } value)
        {
            return ChoiceReader.Read(value) is { } choice ? plain with { Choice = choice } : plain with { Kind = ActivityKind.Unreadable };
        }

        return activity.Items("attachments").Any() ? plain with { Kind = ActivityKind.Unreadable } : plain;
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : "";

    private static Activity Frame(JsonElement activity, Envelope envelope, ActivityKind kind)
    {
        JsonElement? client = activity.Items("entities")
            .Where(entity => entity.Text("type") == "clientInfo")
            .Select(entity => (JsonElement?)entity)
            .FirstOrDefault();
        return new Activity
        {
            Kind = kind,
            Id = activity.Text("id"),
            ReplyToId = activity.Text("replyToId"),
            Locale = WireText.Token(activity.Text("locale") ?? client.Text("locale"), most: 35),
            TimeZone = WireText.Token(activity.Text("localTimezone") ?? client.Text("timezone"), most: 64),
            From = Reference(activity, envelope),
        };
    }

    private static ConversationReference Reference(JsonElement activity, Envelope envelope)
    {
        var (from, bot) = (activity.Member("from"), activity.Member("recipient"));
        return new ConversationReference
        {
            Channel = envelope.ChannelId,
            ConversationId = activity.Member("conversation").Text("id")!,
            ServiceUrl = envelope.ServiceUrl,
            UserId = from.Text("id")!,
            UserName = WireText.Name(from.Text("name")),
            ObjectId = from.Text("aadObjectId"),
            TenantId = envelope.ChannelDataTenant ?? envelope.ConversationTenant,
            BotId = bot.Text("id"),
            BotName = WireText.Name(bot.Text("name")),
        };
    }
}
