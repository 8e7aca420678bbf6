using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Dialogs.Privacy;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>What Slack said of people: theirs to have, and to have forgotten.</summary>
internal sealed class SlackRecords(IDueDocuments documents) : IChannelRecords
{
    // One for each workspace or organisation; nobody has more.
    private const int Most = 100;

    public async Task<IReadOnlyList<ChannelRecord>> OfAsync(IUnitOfWork work, string objectId, CancellationToken cancellation) =>
    [
        .. (await FindAsync(work, objectId, cancellation))
            .Select(person => new ChannelRecord(SlackTurns.Channel, person.Key, person.Name, person.Locale, person.TimeZone, person.Direct, person.AskedAt)),
    ];

    public async Task ForgetAsync(IUnitOfWork work, string objectId, CancellationToken cancellation)
    {
        foreach (var person in await FindAsync(work, objectId, cancellation))
        {
            person.Forget();
            work.Save(person);
        }
    }

    private async Task<IReadOnlyList<SlackPerson>> FindAsync(IUnitOfWork work, string objectId, CancellationToken cancellation)
    {
        List<SlackPerson> found = [];
        foreach (var key in documents.OwnedBy<SlackPerson>(objectId, Most))
        {
            if (await work.FindAsync<SlackPerson>(key, cancellation) is { } person && person.ObjectId == objectId)
            {
                found.Add(person);
            }
        }

        return found;
    }
}
