using System.Threading.Channels;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// Tells waiting pages that their conversation has changed. What is lost is not repeated: a page that listens again is loaded anew, and shows everything.
/// </summary>
internal sealed class WebNews(WebOptions options)
{
    // More tabs than anybody keeps open on one conversation.
    private const int MostPerConversation = 8;

    private readonly Dictionary<string, Room> _rooms = [];
    private readonly Dictionary<string, int> _addresses = [];
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>How many listen, in all.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Begins to listen; null when too many do: in all, from this address, or to this conversation.</summary>
    public Listener? Listen(string conversation, string address)
    {
        lock (_gate)
        {
            var room = RoomOf(conversation);
            var here = _addresses.GetValueOrDefault(address);
            if (_count >= options.MostListeners || here >= options.MostListenersPerAddress || room.Listeners.Count >= MostPerConversation)
            {
                Tidy(conversation, room);
                return null;
            }

            var listener = new Listener(this, conversation, address);
            room.Listeners.Add(listener);
            _addresses[address] = here + 1;
            _count++;
            return listener;
        }
    }

    /// <summary>Something has changed.</summary>
    public void Tell(string conversation) => Happen(conversation, room => room.HasNews = true);

    /// <summary>Those who listen now may not any more: they are told so, and have to ask again.</summary>
    public void Close(string conversation) => Happen(conversation, room => room.IsClosing = true);

    /// <summary>Keeps everything to itself that happens in a conversation, until the result is disposed of.</summary>
    public IDisposable Hold(string conversation)
    {
        lock (_gate)
        {
            RoomOf(conversation).Holds++;
            return new Hush(this, conversation);
        }
    }

    private void Happen(string conversation, Action<Room> what)
    {
        lock (_gate)
        {
            if (_rooms.TryGetValue(conversation, out var room))
            {
                what(room);
                room.Pass();
                Tidy(conversation, room);
            }
        }
    }

    private void Release(string conversation) => Happen(conversation, room => room.Holds--);

    private void Forget(Listener listener, string conversation, string address)
    {
        lock (_gate)
        {
            if (_rooms.TryGetValue(conversation, out var room) && room.Listeners.Remove(listener))
            {
                _count--;
                if (--_addresses[address] == 0)
                {
                    _addresses.Remove(address);
                }

                Tidy(conversation, room);
            }
        }
    }

    private Room RoomOf(string conversation)
    {
        if (!_rooms.TryGetValue(conversation, out var room))
        {
            _rooms[conversation] = room = new Room();
        }

        return room;
    }

    private void Tidy(string conversation, Room room)
    {
        if (room is { Holds: 0, Listeners.Count: 0 })
        {
            _rooms.Remove(conversation);
        }
    }

    /// <summary>One waiting page.</summary>
    public sealed class Listener(WebNews news, string conversation, string address) : IDisposable
    {
        // News do not pile up: one says as much as ten.
        private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        /// <summary>Ends when the page may not listen any more.</summary>
        public ChannelReader<bool> News => _news.Reader;

        public void Tell() => _news.Writer.TryWrite(true);

        public void End() => _news.Writer.TryComplete();

        public void Dispose() => news.Forget(this, conversation, address);
    }

    // Those who listen to one conversation, and what they have not been told yet.
    private sealed class Room
    {
        public HashSet<Listener> Listeners { get; } = [];

        public int Holds { get; set; }

        public bool HasNews { get; set; }

        public bool IsClosing { get; set; }

        public void Pass()
        {
            if (Holds > 0)
            {
                return;
            }

            foreach (var listener in Listeners)
            {
                if (HasNews)
                {
                    listener.Tell();
                }

                if (IsClosing)
                {
                    listener.End();
                }
            }

            (HasNews, IsClosing) = (false, false);
        }
    }

    private sealed class Hush(WebNews news, string conversation) : IDisposable
    {
        public void Dispose() => news.Release(conversation);
    }
}
