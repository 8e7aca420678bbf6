using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Turns;

/// <summary>Shows that the bot is at work while a turn takes longer than people expect. A sign that is lost is not repeated.</summary>
internal sealed class TypingSign(ConnectorClient connector, TimeProvider clock)
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    // A client shows the sign for three seconds. Activity specification, typing.
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public async Task<T> WhileAsync<T>(Activity activity, Func<Task<T>> turn)
    {
        if (activity.Kind != ActivityKind.Message || activity.From.Channel != InboundTrust.Channel)
        {
            return await turn();
        }

        await using var timer = clock.CreateTimer(_ => Send(activity), null, After, Every);
        return await turn();
    }

    private void Send(Activity activity) =>
        _ = connector.SendAsync(
            QueuedActivity.Of(new OutgoingActivity { To = activity.From, Kind = OutgoingKind.Typing }), updates: null, CancellationToken.None);
}
