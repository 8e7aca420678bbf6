using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Sockets;

/// <summary>What comes over a connection in Socket Mode. https://docs.slack.dev/apis/events-api/using-socket-mode</summary>
internal abstract record SlackEnvelope
{
    private const int LongestId = 256;

    private SlackEnvelope()
    {
    }

    /// <summary>The connection is in use from now on.</summary>
    internal sealed record Hello : SlackEnvelope;

    /// <summary>Slack closes the connection soon, or for good.</summary>
    /// <param name="Reason">Slack's word for why.</param>
    internal sealed record Leaving(string Reason) : SlackEnvelope;

    /// <summary>What would else have come as a request.</summary>
    /// <param name="Id">To be sent back once it is saved.</param>
    /// <param name="Content">What it carries.</param>
    /// <param name="TakesAnswer">Whether an answer may go with the id.</param>
    internal sealed record Request(string Id, SlackRead Content, bool TakesAnswer) : SlackEnvelope;

    /// <summary>Nothing that is known here.</summary>
    internal sealed record Other(string Why) : SlackEnvelope;

    public static SlackEnvelope Read(ReadOnlyMemory<byte> json) => WireJson.Read<SlackEnvelope>(json, "The envelope", Read, why => new Other(why));

    private static SlackEnvelope Read(JsonElement envelope)
    {
        var type = envelope.Text("type"u8);
        return type switch
        {
            "hello" => new Hello(),
            "disconnect" => new Leaving(WireText.Name(envelope.Text("reason"u8), most: 60)),
            _ when envelope.Text("envelope_id"u8) is { Length: > 0 and <= LongestId } id =>
                new Request(id, Payload(type, envelope.Member("payload"u8)), envelope.Member("accepts_response_payload"u8) is { ValueKind: JsonValueKind.True }),
            _ => new Other("There is no 'envelope_id'."),
        };
    }

    private static SlackRead Payload(string? type, JsonElement? payload) => (type, payload) switch
    {
        (_, not { ValueKind: JsonValueKind.Object }) => new SlackRead.Malformed("There is no 'payload'."),
        ("events_api", { } happened) => SlackEventReader.Read(happened),
        ("interactive", { } done) => SlackFormReader.ReadPayload(done),
        ("slash_commands", { } command) => SlackFormReader.ReadCommand(Fields(command)),
        _ => new SlackRead.Malformed($"The envelope's type '{WireText.Name(type, most: 60)}' is not known here."),
    };

    // What is a form else. Of a field that is there twice the last one counts, as in a form.
    private static Dictionary<string, string> Fields(JsonElement command)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in command.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String))
        {
            fields[field.Name] = field.Value.GetString()!;
        }

        return fields;
    }
}
