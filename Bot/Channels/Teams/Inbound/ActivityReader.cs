using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// Reads an activity of the Bot Framework activity schema. Takes any bytes; tells what is wrong instead of throwing.
/// </summary>
internal static class ActivityReader
{
    public static ReadOutcome Read(ReadOnlyMemory<byte> body) => WireJson.Read(body, "The body", Read, why => new ReadOutcome.Malformed(why));

    private static ReadOutcome Read(JsonElement activity)
    {
        if (EnvelopeReader.Fault(activity) is { } fault)
        {
            return new ReadOutcome.Malformed(fault);
        }

        var envelope = EnvelopeReader.Read(activity);
        if (!envelope.IsInvoke)
        {
            return new ReadOutcome.Understood(envelope, ActivityContent.Read(activity, envelope));
        }

        if (activity.Text("name"u8) is not ActivityTypes.CardAction)
        {
            return new ReadOutcome.UnknownInvoke(envelope, WireText.Name(activity.Text("name"u8), most: 100));
        }

        return ReadCardAction(activity, envelope);
    }

    private static ReadOutcome ReadCardAction(JsonElement activity, Envelope envelope)
    {
        var action = activity.Member("value"u8).Member("action"u8);
        if (action.Text("verb"u8) != ActivityTypes.ChooseVerb)
        {
            return new ReadOutcome.BadCardAction(envelope, "The button's verb is not 'choose'.");
        }

        return ChoiceReader.Read(action.Member("data"u8)) is { } choice
            ? new ReadOutcome.Understood(envelope, ActivityContent.ReadCardAction(activity, envelope, choice))
            : new ReadOutcome.BadCardAction(envelope, "The button carries no choice.");
    }
}
