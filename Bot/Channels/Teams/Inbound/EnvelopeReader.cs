using System.Text.Json;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>Checks that an activity says where it comes from and to whom it belongs, within sane lengths.</summary>
internal static class EnvelopeReader
{
    // Teams' longest ids are conversation ids of about 250 characters.
    private const int LongestId = 512;
    private const int LongestAddress = 1024;

    private static readonly string[][] Required =
        [["type"], ["channelId"], ["serviceUrl"], ["conversation", "id"], ["from", "id"]];

    private static readonly string[][] Optional =
    [
        ["id"], ["replyToId"], ["from", "aadObjectId"], ["recipient", "id"], ["conversation", "tenantId"],
        ["conversation", "conversationType"], ["channelData", "tenant", "id"],
    ];

    /// <summary>What is wrong with the outside of it, in words for the sender; null when nothing is.</summary>
    public static string? Fault(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object)
        {
            return "The body is not a JSON object.";
        }

        foreach (var path in Required)
        {
            if (At(activity, path) is not { ValueKind: JsonValueKind.String } value || value.GetString()!.Length == 0)
            {
                return $"'{string.Join('.', path)}' is missing.";
            }
        }

        foreach (var path in Required.Concat(Optional))
        {
            if (At(activity, path) is { } value && !IsSane(value, path[0] == "serviceUrl" ? LongestAddress : LongestId))
            {
                return $"'{string.Join('.', path)}' is not acceptable.";
            }
        }

        return IsWebAddress(activity.Text("serviceUrl")) ? null : "'serviceUrl' is not a web address.";
    }

    /// <summary>Only for an activity without fault.</summary>
    public static Envelope Read(JsonElement activity) => new()
    {
        Type = activity.Text("type")!,
        ChannelId = activity.Text("channelId")!,
        ServiceUrl = activity.Text("serviceUrl")!,
        ChannelDataTenant = activity.Member("channelData").Member("tenant").Text("id"),
        ConversationTenant = activity.Member("conversation").Text("tenantId"),
    };

    private static JsonElement? At(JsonElement activity, string[] path)
    {
        JsonElement? at = activity;
        foreach (var name in path)
        {
            at = at.Member(name);
        }

        return at;
    }

    private static bool IsSane(JsonElement value, int most) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= most && WireText.IsOneLine(text);

    private static bool IsWebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
