using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Tells waiting pages that their conversation has changed. What is lost is not repeated: a page that is loaded anew shows everything.</summary>
internal sealed class WebNews(WebOptions options)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Listener, byte>> _listeners = new();
    private int _count;

    /// <summary>Begins to listen; null when too many do.</summary>
    public Listener? Listen(string conversation)
    {
        if (Interlocked.Increment(ref _count) > options.MostListeners)
        {
            Interlocked.Decrement(ref _count);
            return null;
        }

        var listener = new Listener(this, conversation);
        _listeners.GetOrAdd(conversation, _ => new()).TryAdd(listener, 0);
        return listener;
    }

    public void Tell(string conversation)
    {
        if (_listeners.TryGetValue(conversation, out var listeners))
        {
            foreach (var listener in listeners.Keys)
            {
                listener.Tell();
            }
        }
    }

    private void Forget(Listener listener, string conversation)
    {
        if (_listeners.TryGetValue(conversation, out var listeners) && listeners.TryRemove(listener, out _))
        {
            Interlocked.Decrement(ref _count);
            if (listeners.IsEmpty)
            {
                // Somebody who begins to listen at this very moment misses one piece of news at worst: pages also ask anew.
                _listeners.TryRemove(conversation, out _);
            }
        }
    }

    /// <summary>One waiting page.</summary>
    public sealed class Listener(WebNews news, string conversation) : IDisposable
    {
        // News do not pile up: one says as much as ten.
        private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public ChannelReader<bool> News => _news.Reader;

        public void Tell() => _news.Writer.TryWrite(true);

        public void Dispose() => news.Forget(this, conversation);
    }
}
