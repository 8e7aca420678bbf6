using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Makes what a person did in Slack a turn of their conversation.</summary>
internal sealed class SlackTurns(SlackPeople people, TurnsInFlight turns)
{
    public const string Channel = "slack";

    /// <summary>Runs the turn; done when it is saved. A second delivery changes nothing.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say who it is.</exception>
    public async Task<TurnReceipt> RunAsync(SlackTurn turn, CancellationToken cancellation)
    {
        var person = await people.FindAsync(turn.Sender, turn.Channel, cancellation);
        var place = turn.Channel ?? await people.DirectAsync(turn.Sender, cancellation);
        return await turns.Start(ActivityOf(turn, person, place));
    }

    /// <summary>The turn as far as it is the same whoever the person turns out to be.</summary>
    public static Activity ActivityOf(SlackTurn turn, string place) => new()
    {
        Kind = turn.Kind,
        From = turn.Sender.Reference(place),
        Id = turn.Id,
        DoneAt = turn.DoneAt,
        Text = turn.Text,
        Choice = turn.Choice,
        ReplaceAt = turn.ReplaceAt,
        ReplyToId = turn.TappedMessage,

        // A minute and five minutes after the first time. https://docs.slack.dev/apis/events-api#error-handling
        IsRepeatedLate = true,
    };

    private static Activity ActivityOf(SlackTurn turn, SlackPerson person, string place)
    {
        var activity = ActivityOf(turn, place);
        return activity with
        {
            From = activity.From with { UserName = person.Name, ObjectId = person.ObjectId },
            Unserved = person.RefusedFor?.ToUnserved(),
            LinkedAt = person.LinkedAt,
            Locale = person.Locale,
            TimeZone = person.TimeZone,
        };
    }
}
