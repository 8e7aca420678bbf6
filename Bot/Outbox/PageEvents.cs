using System.Text.Json;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Outbox;

/// <inheritdoc/>
internal sealed class PageEvents : IPageEvents
{
    public void Tell(IUnitOfWork work, RecoveryCase recoveryCase, PageEvent happened) =>
        work.Send(new OutgoingMessage(
            Draw.Name(),
            "page/" + recoveryCase.Conversation,
            PageEventDelivery.Kind,
            JsonSerializer.SerializeToUtf8Bytes(new PageEventDelivery.Carried(recoveryCase.Conversation, happened))));
}
