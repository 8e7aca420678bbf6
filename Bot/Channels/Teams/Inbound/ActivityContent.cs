using System.Text.Json;
using ResetBot.Bot.Channels.Wire;
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
        if (activity.Member("from"u8).Text("id"u8) == activity.Member("recipient"u8).Text("id"u8))
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
            ActivityTypes.InstallationUpdate => InstallationKind(activity.Text("action"u8)),
            _ => ActivityKind.Other,
        };
    }

    private static bool IsPersonal(JsonElement activity)
    {
        var conversation = activity.Member("conversation"u8);
        return !conversation.IsTrue("isGroup"u8) && conversation.Text("conversationType"u8) is null or "personal";
    }

    private static bool IsUndelete(JsonElement activity) => activity.Member("channelData"u8).Text("eventType"u8) == "undeleteMessage";

    private static bool AddsUsOrThem(JsonElement activity)
    {
        string?[] us = [activity.Member("recipient"u8).Text("id"u8), activity.Member("from"u8).Text("id"u8)];
        return activity.Items("membersAdded"u8).Any(member => member.Text("id"u8) is { } id && us.Contains(id));
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

        if (activity.Member("value"u8) is { } value)
        {
            return ChoiceReader.Read(value) is { } choice ? plain with { Choice = choice } : plain with { Kind = ActivityKind.Unreadable };
        }

        return activity.Items("attachments"u8).Any() ? plain with { Kind = ActivityKind.Unreadable } : plain;
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : "";

    private static Activity Frame(JsonElement activity, Envelope envelope, ActivityKind kind)
    {
        JsonElement? client = activity.Items("entities"u8)
            .Where(entity => entity.Text("type"u8) == "clientInfo")
            .Select(entity => (JsonElement?)entity)
            .FirstOrDefault();
        return new Activity
        {
            Kind = kind,
            Id = activity.Text("id"u8),
            ReplyToId = activity.Text("replyToId"u8),
            Locale = WireText.Token(activity.Text("locale"u8) ?? client.Text("locale"u8), most: 35),
            TimeZone = WireText.Token(activity.Text("localTimezone"u8) ?? client.Text("timezone"u8), most: 64),
            From = Reference(activity, envelope),
        };
    }

    private static ConversationReference Reference(JsonElement activity, Envelope envelope)
    {
        var (from, bot) = (activity.Member("from"u8), activity.Member("recipient"u8));
        return new ConversationReference
        {
            Channel = envelope.ChannelId,
            ConversationId = activity.Member("conversation"u8).Text("id"u8)!,
            ServiceUrl = envelope.ServiceUrl,
            UserId = from.Text("id"u8)!,
            UserName = WireText.Name(from.Text("name"u8)),
            ObjectId = from.Text("aadObjectId"u8),
            TenantId = envelope.ChannelDataTenant ?? envelope.ConversationTenant,
            BotId = bot.Text("id"u8),
            BotName = WireText.Name(bot.Text("name"u8)),
        };
    }
}
