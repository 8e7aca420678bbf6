using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>Checks that an activity says where it comes from and to whom it belongs, within sane lengths.</summary>
internal static class EnvelopeReader
{
    // Teams' longest ids are conversation ids of about 250 characters.
    private const int LongestId = 512;
    private const int LongestAddress = 1024;

    private static readonly Part[] Parts =
    [
        new("type", IsRequired: true), new("channelId", IsRequired: true), new("serviceUrl", IsRequired: true, LongestAddress),
        new("conversation.id", IsRequired: true), new("from.id", IsRequired: true),
        new("id"), new("replyToId"), new("from.aadObjectId"), new("recipient.id"), new("conversation.tenantId"),
        new("conversation.conversationType"), new("channelData.tenant.id"),
    ];

    /// <summary>What is wrong with the outside of it, in words for the sender; null when nothing is.</summary>
    public static string? Fault(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object)
        {
            return "The body is not a JSON object.";
        }

        foreach (var part in Parts)
        {
            if (Fault(part, part.Of(activity)) is { } fault)
            {
                return fault;
            }
        }

        return ServiceUrl.Of(activity.Text("serviceUrl"u8)!).IsWebAddress ? null : "'serviceUrl' is not a web address.";
    }

    /// <summary>Only for an activity without fault.</summary>
    public static Envelope Read(JsonElement activity) => new()
    {
        Type = activity.Text("type"u8)!,
        ChannelId = activity.Text("channelId"u8)!,
        ServiceUrl = activity.Text("serviceUrl"u8)!,
        ChannelDataTenant = activity.Member("channelData"u8).Member("tenant"u8).Text("id"u8),
        ConversationTenant = activity.Member("conversation"u8).Text("tenantId"u8),
    };

    private static string? Fault(Part part, JsonElement? value)
    {
        if (part.IsRequired && (value is not { ValueKind: JsonValueKind.String } text || text.ValueEquals("")))
        {
            return $"'{part.Path}' is missing.";
        }

        return value is { } there && !IsSane(there, part.Most) ? $"'{part.Path}' is not acceptable." : null;
    }

    private static bool IsSane(JsonElement value, int most)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        // What has no escapes and nothing but plain characters, as nearly everything, need not be made a string to be looked at.
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        var isPlain = !raw.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !raw.Contains((byte)'\\');
        return isPlain ? raw.Length <= most : value.GetString() is { } text && text.Length <= most && WireText.IsOneLine(text);
    }

    private sealed record Part(string Path, bool IsRequired = false, int Most = LongestId)
    {
        private readonly byte[][] _names = [.. Path.Split('.').Select(Encoding.UTF8.GetBytes)];

        public JsonElement? Of(JsonElement activity)
        {
            JsonElement? at = activity;
            foreach (var name in _names)
            {
                at = at.Member(name);
            }

            return at;
        }
    }
}
