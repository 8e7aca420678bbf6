using ResetBot.Bot.Turns;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// One form of a conversation at a time, until its answer leaves. Meanwhile whoever looks at the conversation waits, and no news of it are told: when
/// something changed is nobody's business, since it tells what was found.
/// </summary>
internal sealed class FormsUnderWay(WebNews news, Pace pace)
{
    private readonly KeyedLock _conversations = new();

    /// <summary>Waits until no form of a conversation is under way; dispose of the result to let the next one in.</summary>
    public Task<IDisposable> EnterAsync(string conversation, CancellationToken cancellation) => _conversations.EnterAsync(conversation, cancellation);

    /// <summary>Ends the streams of pages that listen to a conversation by a cookie that does not open it any more.</summary>
    public void Close(string conversation) => news.Close(conversation);

    /// <summary>Takes a form of a conversation, and returns at the pace of all forms.</summary>
    public async Task<T> TakeAsync<T>(string conversation, Func<Task<T>> form, CancellationToken cancellation)
    {
        using var alone = await EnterAsync(conversation, cancellation);
        using var hush = news.Hold(conversation);
        var began = pace.Begin();
        try
        {
            return await form();
        }
        finally
        {
            await pace.KeepAsync(began);
        }
    }
}
