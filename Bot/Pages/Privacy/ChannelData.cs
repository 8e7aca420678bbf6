using ResetBot.Dialogs.Privacy;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Privacy;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>Collects what is kept of a person's channels.</summary>
internal sealed class ChannelData(IConversationsOfPeople conversations, IEnumerable<IChannelRecords> records)
{
    /// <summary>Those with the person of the conversation in which it was asked for; the chat page in the browser knows nobody.</summary>
    public async Task<ChannelFiles> CollectAsync(IUnitOfWork work, string askedIn, PersonalData data, CancellationToken cancellation)
    {
        List<ConversationFile> found = [];
        var person = (await work.FindAsync<Conversation>(askedIn, cancellation))?.Reference.ObjectId ?? data.Account.Value;
        foreach (var key in conversations.Of(person))
        {
            if (await work.FindAsync<Conversation>(key, cancellation) is { } conversation)
            {
                found.Add(ConversationFile.Of(conversation));
            }
        }

        List<ChannelRecord> said = [];
        foreach (var channel in records)
        {
            said.AddRange(await channel.OfAsync(work, person, cancellation));
        }

        return new ChannelFiles(found, said);
    }
}
