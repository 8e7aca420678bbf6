using System.Text.Json;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="IPersonalChats"/>
internal sealed class PersonalChats(IDueDocuments documents, IEnumerable<IChannelReplies> channels) : IPersonalChats
{
    // Those that were left, and begun anew, among them.
    private const int Most = 50;

    public async Task<IReadOnlyList<LinkedChat>> OfAsync(IUnitOfWork work, Account account, CancellationToken cancellation)
    {
        List<(bool IsLinked, LinkedChat Chat)> chats = [];
        foreach (var chat in await FindAsync(work, account.KnownAs, cancellation))
        {
            var isLinked = await ChatLinks.FindAsync(work, chat.Reference.Person, cancellation) is not null;
            chats.Add((isLinked, new LinkedChat(chat.Reference.Channel, chat.Reference.Person, chat.Key)));
        }

        return [.. chats.OrderBy(chat => chat.IsLinked).Select(chat => chat.Chat)];
    }

    private async Task<IReadOnlyList<Conversation>> FindAsync(IUnitOfWork work, string owner, CancellationToken cancellation)
    {
        List<Conversation> found = [];
        foreach (var key in documents.OwnedBy<Conversation>(owner, Most))
        {
            if (await work.FindAsync<Conversation>(key, cancellation) is { Gone: false } chat && chat.Owner == owner)
            {
                found.Add(chat);
            }
        }

        return found;
    }

    public void Tell(IUnitOfWork work, Account account, LinkedChat chat, CaseEvent told, DateTimeOffset until)
    {
        var carried = new ApprovalDelivery.Carried(account.KnownAs, told, chat.Conversation);
        work.Send(new OutgoingMessage(
            Draw.Name(), "told/" + chat.Conversation, ApprovalDelivery.Kind, JsonSerializer.SerializeToUtf8Bytes(carried), ExpiresAt: until));
    }

    public async Task DisownAsync(IUnitOfWork work, string objectId, string person, bool isTheirTurn, CancellationToken cancellation)
    {
        foreach (var conversation in (await FindAsync(work, objectId, cancellation)).Where(chat => chat.Reference.Person == person))
        {
            if (isTheirTurn)
            {
                conversation.Disown();
            }
            else
            {
                var words = WordBook.For(conversation.Language);
                var writer = channels.First(channel => channel.Writes(conversation.Reference.Channel));
                await writer.WriteAsync(work, new ChannelReply(conversation.Reference, words) { Text = words.Say("link.ended") });
                conversation.Forget();
            }

            work.Save(conversation);
        }
    }
}
