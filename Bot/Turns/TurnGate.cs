using ResetBot.Storage;

namespace ResetBot.Bot.Turns;

/// <summary>
/// Lets in as many turns as the service can carry, in all channels together. Whoever is turned away hears so at once, while those who are in
/// are served as fast as ever. A service that was told to stop lets nobody in.
/// </summary>
internal sealed partial class TurnGate : IDisposable
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly TurnOptions _options;
    private readonly IStorageLoad _storage;
    private readonly TimeProvider _clock;
    private readonly ILogger<TurnGate> _logger;
    private readonly Dictionary<string, int> _conversations = [];
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _outOfTime;
    private readonly int _mostStrangers;
    private int _inside;
    private int _strangers;
    private bool _closed;
    private long? _toldAt;
    private int _turnedAway;

    public TurnGate(TurnOptions options, IStorageLoad storage, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<TurnGate> logger)
    {
        _options = options;
        _mostStrangers = Math.Max(1, (int)((long)options.MostAtOnce * options.StrangersPercent / 100));
        _storage = storage;
        _clock = clock;
        _logger = logger;
        _outOfTime = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        lifetime.ApplicationStopping.Register(Close);
    }

    /// <summary>Ends the turns that are still under way when a stopping service has no time left.</summary>
    public CancellationToken OutOfTime => _outOfTime.Token;

    /// <summary>Takes a place for a turn of a conversation; dispose of it when the turn has ended.</summary>
    /// <param name="conversation">Its key.</param>
    /// <param name="isStranger">Its channel does not know who wrote: such turns have a share of the places, so that they cannot take them all.</param>
    /// <exception cref="ServiceBusyException">There is none.</exception>
    public IDisposable Enter(string conversation, bool isStranger = false)
    {
        lock (_gate)
        {
            var waiting = _conversations.GetValueOrDefault(conversation);
            var hasRoom = !isStranger || _strangers < _mostStrangers;
            if (hasRoom && !_closed && _inside < _options.MostAtOnce && waiting < _options.MostPerConversation && !_storage.IsFull)
            {
                _inside++;
                _strangers += isStranger ? 1 : 0;
                _conversations[conversation] = waiting + 1;
                return new Place(this, conversation, isStranger);
            }
        }

        throw TurnAway();
    }

    /// <summary>Counts one who is turned away; says so in the log now and then.</summary>
    public ServiceBusyException TurnAway()
    {
        lock (_gate)
        {
            _turnedAway++;
            if (_toldAt is not { } before || _clock.GetElapsedTime(before) >= BetweenLines)
            {
                _toldAt = _clock.GetTimestamp();
                LogTurnedAway(_logger, _turnedAway, _inside);
                _turnedAway = 0;
            }
        }

        return new ServiceBusyException(_options.RetryAfter);
    }

    public void Dispose() => _outOfTime.Dispose();

    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _outOfTime.CancelAfter(_options.StopWithin);
    }

    private void Leave(string conversation, bool isStranger)
    {
        lock (_gate)
        {
            _inside--;
            _strangers -= isStranger ? 1 : 0;
            var left = _conversations[conversation] - 1;
            if (left > 0)
            {
                _conversations[conversation] = left;
            }
            else
            {
                _conversations.Remove(conversation);
            }
        }
    }

    private sealed class Place(TurnGate gate, string conversation, bool isStranger) : IDisposable
    {
        public void Dispose() => gate.Leave(conversation, isStranger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} turns were turned away since the last line like this; {Inside} are under way")]
    private static partial void LogTurnedAway(ILogger logger, int count, int inside);
}
