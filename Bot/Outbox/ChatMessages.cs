using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Outbox;

/// <summary>What is remembered of messages in chats: where those stand that may have to be replaced, and where nothing more can be sent.</summary>
internal sealed class ChatMessages(IUnitsOfWork units, TimeProvider clock)
{
    /// <summary>The channel's id of the message that was sent under a name; null when none is known.</summary>
    public async Task<string?> FindAsync(string sentAs, CancellationToken cancellation) =>
        (await units.RunAsync(work => work.FindAsync<SentMessage>(sentAs, cancellation), cancellation))?.MessageId;

    /// <summary>Notes how a message was delivered: under what name it stands where, or that its conversation is closed to us.</summary>
    /// <param name="delivery">How.</param>
    /// <param name="conversation">The key of our conversation; null where a refusal does not close it.</param>
    /// <param name="sentAs">The name under which a new message may be replaced later; null for one that is not.</param>
    public async Task<Delivery> NoteAsync(Delivery delivery, string? conversation, string? sentAs)
    {
        if (delivery is Delivery.Gone && conversation is not null)
        {
            await CloseAsync(conversation);
        }

        // A question that was asked again stands in two messages: the newest is the one to replace.
        return delivery is Delivery.Delivered { MessageId: { } id } delivered && sentAs is not null
            ? delivered with { Remembered = new SentMessage { Key = sentAs, MessageId = id, At = clock.GetUtcNow() } }
            : delivery;
    }

    private Task<bool> CloseAsync(string conversationKey) => units.RunAsync(
        async work =>
        {
            if (await work.FindAsync<Conversation>(conversationKey, CancellationToken.None) is { Gone: false } conversation)
            {
                conversation.Gone = true;
                work.Save(conversation);
            }

            return true;
        },
        CancellationToken.None);
}
