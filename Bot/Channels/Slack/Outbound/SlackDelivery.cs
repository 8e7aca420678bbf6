using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>Delivers to conversations in Slack.</summary>
internal sealed partial class SlackDelivery(
    SlackCalls slack, SlackWorkspaces workspaces, ChatMessages messages, ILogger<SlackDelivery> logger) : IDeliver
{
    public const string MessageKind = SlackTurns.Channel;

    public bool Delivers(string kind) => kind == MessageKind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var message = SlackMessage.Read(item.Body);
        var isRemoved = await workspaces.IsRemovedAsync(message.Home, cancellation);
        if (message.ReplaceAt is { } address && item.Attempts == 0 && !isRemoved && await slack.RespondAsync(address, message.Replacement(), cancellation))
        {
            return new Delivery.Delivered(null);
        }

        var replaces = message is { Kind: OutgoingKind.Update, TrackAs: { } sent } ? await messages.FindAsync(sent, cancellation) : null;

        // What stands nowhere cannot be replaced.
        if (message.Kind == OutgoingKind.Update && replaces is null)
        {
            return new Delivery.Delivered(null);
        }

        // Nothing comes there for good: the conversation is closed until its person writes again.
        if (isRemoved)
        {
            return await messages.NoteAsync(new Delivery.Gone("the app was removed"), message.Conversation, sentAs: null);
        }

        // What one person alone cannot be shown elsewhere says nothing of their own conversation.
        var delivery = await SendAsync(message, replaces, cancellation);

        // Slack changes few messages a minute in a whole workspace: whoever waits for an answer does not wait for an old card to be closed.
        if (replaces is not null && delivery is Delivery.Retry later)
        {
            return later with { LetsOthersPass = true };
        }

        return await messages.NoteAsync(
            delivery, message.User is null ? message.Conversation : null, message.Kind == OutgoingKind.Message ? message.TrackAs : null);
    }

    private async Task<Delivery> SendAsync(SlackMessage message, string? replaces, CancellationToken cancellation)
    {
        var method = replaces is not null ? "chat.update" : message.User is not null ? "chat.postEphemeral" : "chat.postMessage";

        // A limit on new messages is one of the conversation; on others, one of the workspace.
        var scope = method == "chat.postMessage" ? $"{method}/{message.Conversation}" : method;
        try
        {
            var answer = await slack.WriteAsync(message.Home, method, scope, message.Request(replaces), cancellation);
            if (answer.IsUndrawn)
            {
                // The question waits all the same, and can be answered by typing.
                LogUndrawn(logger, answer.Error, method);
                answer = await slack.WriteAsync(message.Home, method, scope, message.InWords().Request(replaces), cancellation);
            }

            return answer.Judge(answer.IsRight ? answer.Body.Text("ts"u8) : null);
        }
        catch (SlackUnavailableException unavailable)
        {
            return unavailable.ToDelivery();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not draw a card ({Error} of {Method}): it is sent in words")]
    private static partial void LogUndrawn(ILogger logger, string error, string method);
}
