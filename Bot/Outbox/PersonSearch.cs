using System.Text.Json;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>
/// Looks for somebody who never wrote to the bot in the channels that find people, and tells them there what was meant for them. Where nobody is found, the
/// mail has to do.
/// </summary>
internal sealed class PersonSearch(TurnPipeline pipeline, IUnitsOfWork units, IDirectory directory, IEnumerable<IFindConversations> searches) : IDeliver
{
    private const string Kind = "person-search";

    public bool Delivers(string kind) => kind == Kind;

    /// <summary>Queues it in a lane of its own: nobody else waits while a channel does not answer.</summary>
    public static bool Ask(IUnitOfWork work, OutboxItem wanted)
    {
        work.Send(new OutgoingMessage("search/" + wanted.Id, $"{Kind}/{wanted.Id}", Kind, wanted.Body, ExpiresAt: wanted.ExpiresAt));
        return true;
    }

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var carried = JsonSerializer.Deserialize<ApprovalDelivery.Carried>(item.Body.Span)!;
        try
        {
            return await directory.FindByObjectIdAsync(carried.ObjectId, cancellation) is { } account
                ? await SearchAsync(item, carried, account, cancellation)
                : new Delivery.Delivered(null);
        }
        catch (AccountNotUniqueException)
        {
            return new Delivery.Delivered(null);
        }
        catch (DirectoryUnavailableException unavailable)
        {
            return new Delivery.Retry(null, unavailable.Message);
        }
    }

    private async Task<Delivery> SearchAsync(OutboxItem item, ApprovalDelivery.Carried carried, Account account, CancellationToken cancellation)
    {
        List<Delivery> failed = [];
        foreach (var search in searches)
        {
            switch (await search.FindAsync(account, cancellation))
            {
                case ConversationOpening.Opened opened:
                    await TellAsync(item, carried, opened, cancellation);
                    return new Delivery.Delivered(null);
                case ConversationOpening.Failed { Delivery: Delivery.Retry later }:
                    failed.Add(later);
                    break;
                default:
                    break;
            }
        }

        return failed.FirstOrDefault() ?? new Delivery.Delivered(null);
    }

    // The conversation may be another one's still: nothing is told there then.
    private async Task TellAsync(OutboxItem item, ApprovalDelivery.Carried carried, ConversationOpening.Opened opened, CancellationToken cancellation)
    {
        var hello = new Activity
        {
            Kind = ActivityKind.InstallationAdded,
            From = opened.Reference,
            Id = "hello/" + item.Id,
            Locale = opened.Locale,
            TimeZone = opened.TimeZone,
        };
        await pipeline.RunAsync(hello, cancellation);
        var conversation = await units.RunAsync(work => work.FindAsync<Conversation>(opened.Reference.Key, cancellation), cancellation);
        if (conversation?.Owner == carried.ObjectId)
        {
            await pipeline.TellAsync(item.Id, opened.Reference.Key, new Turn(ActivityKind.Message, Event: carried.Event), cancellation);
        }
    }
}
