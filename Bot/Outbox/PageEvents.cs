using System.Text.Json;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Outbox;

/// <summary>Queues what happened to a case outside of its conversation. All of one conversation arrives in the order in which it happened.</summary>
internal sealed class PageEvents : IPageEvents, ICaseEvents
{
    public void Tell(IUnitOfWork work, RecoveryCase recoveryCase, PageEvent happened) =>
        Send(work, new PageEventDelivery.Carried(recoveryCase.Conversation, happened));

    public void Tell(IUnitOfWork work, RecoveryCase recoveryCase, CaseEvent happened) =>
        Send(work, new PageEventDelivery.Carried(recoveryCase.Conversation, Page: null, happened));

    private static void Send(IUnitOfWork work, PageEventDelivery.Carried carried) =>
        work.Send(new OutgoingMessage(
            Draw.Name(),
            "page/" + carried.Conversation,
            PageEventDelivery.Kind,
            JsonSerializer.SerializeToUtf8Bytes(carried)));
}
