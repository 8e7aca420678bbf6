using ResetBot.Bot.Outbox;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Tells waiting pages once the turn that changed their conversation is saved.</summary>
internal sealed class WebNewsDelivery(WebNews news) : IDeliver
{
    public const string Kind = "web-news";

    public bool Delivers(string kind) => kind == Kind;

    public Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        news.Tell(item.Text);
        return Task.FromResult<Delivery>(new Delivery.Delivered(null));
    }
}
