using ResetBot.Dialogs.Privacy;
using ResetBot.Dialogs.Turns;
using ResetBot.Storage;

namespace ResetBot.Bot.Pages.Privacy;

/// <inheritdoc cref="IConversationsOfPeople"/>
internal sealed class ConversationsOfPeople(IDueDocuments documents) : IConversationsOfPeople
{
    private const int Most = 100;

    public IReadOnlyList<string> Of(string objectId) => documents.OwnedBy<Conversation>(objectId, Most);
}
