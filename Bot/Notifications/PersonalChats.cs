using System.Text.Json;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="IPersonalChats"/>
internal sealed class PersonalChats(IDueDocuments documents) : IPersonalChats
{
    private const int Most = 10;

    public async Task<IReadOnlyList<LinkedChat>> OfAsync(IUnitOfWork work, Account account, CancellationToken cancellation)
    {
        List<LinkedChat> chats = [];
        foreach (var key in account.ObjectId is { } objectId ? documents.OwnedBy<Conversation>(objectId, Most) : [])
        {
            if (await work.FindAsync<Conversation>(key, cancellation) is { Gone: false } chat && chat.Owner == account.ObjectId)
            {
                chats.Add(new LinkedChat(chat.Reference.Channel, chat.Reference.Person, chat.Key));
            }
        }

        return chats;
    }

    public void Tell(IUnitOfWork work, Account account, LinkedChat chat, CaseEvent told, DateTimeOffset until)
    {
        var carried = new ApprovalDelivery.Carried(account.ObjectId!, told, chat.Conversation);
        work.Send(new OutgoingMessage(
            Draw.Name(), "told/" + chat.Conversation, ApprovalDelivery.Kind, JsonSerializer.SerializeToUtf8Bytes(carried), ExpiresAt: until));
    }
}
