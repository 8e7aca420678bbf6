using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>
/// The channel's signing keys, kept in memory. An unknown key causes one fetch, not more often than the minimum interval and never two at a
/// time; a fetch that fails leaves the keys as they are.
/// </summary>
internal sealed partial class SigningKeys(
    KeyPublication publication, IOptions<TeamsOptions> options, TimeProvider time, ILogger<SigningKeys> logger)
{
    // Without any key no request can be judged, so that waiting the whole minimum interval after a hiccup would be an outage.
    private static readonly TimeSpan IntervalWithoutKeys = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private FrozenDictionary<string, SigningKey> _keys = FrozenDictionary<string, SigningKey>.Empty;
    private DateTimeOffset? _fetchedAt;
    private DateTimeOffset? _triedAt;
    private bool _lastFetchFailed;
    private Task? _fetching;

    public async Task<KeyLookup> FindAsync(string keyId, CancellationToken cancellation)
    {
        if (Known(keyId) is { } known)
        {
            // The stale keys answer meanwhile: nobody waits for a refresh that nobody needs yet.
            _ = IsStale() ? FetchUnlessTooSoon() : null;
            return known;
        }

        if (FetchUnlessTooSoon() is { } fetching)
        {
            await fetching.WaitAsync(cancellation);
        }

        return Known(keyId) ?? Missing();
    }

    private KeyLookup.Found? Known(string keyId)
    {
        lock (_gate)
        {
            return _keys.TryGetValue(keyId, out var key) ? new KeyLookup.Found(key) : null;
        }
    }

    private KeyLookup Missing()
    {
        lock (_gate)
        {
            // A key that could not be looked up is not the same as a key that does not exist.
            return _lastFetchFailed ? new KeyLookup.CannotTell(UntilNextTry()) : new KeyLookup.Unknown();
        }
    }

    private bool IsStale()
    {
        lock (_gate)
        {
            return time.GetUtcNow() - _fetchedAt >= options.Value.KeyRefreshInterval;
        }
    }

    private Task? FetchUnlessTooSoon()
    {
        lock (_gate)
        {
            if (_fetching is { IsCompleted: false })
            {
                return _fetching;
            }

            if (UntilNextTry() > TimeSpan.Zero)
            {
                return null;
            }

            _triedAt = time.GetUtcNow();
            _fetching = Task.Run(FetchAsync);
            return _fetching;
        }
    }

    private TimeSpan UntilNextTry()
    {
        if (_triedAt is not { } tried)
        {
            return TimeSpan.Zero;
        }

        var interval = _keys.Count == 0 ? IntervalWithoutKeys : options.Value.KeyMinimumRefreshInterval;
        var left = tried + interval - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task FetchAsync()
    {
        try
        {
            // Not the caller's cancellation: others may wait for the same fetch. The client has a time limit of its own.
            var keys = await publication.FetchAsync(CancellationToken.None);
            Keep(keys.ToFrozenDictionary(StringComparer.Ordinal));
            KeysFetched(keys.Count);
        }
        catch (Exception fault)
        {
            // Whatever it is that the far end sent or did not send: the keys at hand stay.
            lock (_gate)
            {
                _lastFetchFailed = true;
            }

            KeysNotFetched(fault);
        }
    }

    private void Keep(FrozenDictionary<string, SigningKey> keys)
    {
        lock (_gate)
        {
            _keys = keys;
            _fetchedAt = time.GetUtcNow();
            _lastFetchFailed = false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Fetched {Count} signing keys of the Teams channel")]
    private partial void KeysFetched(int count);

    [LoggerMessage(LogLevel.Warning, "The signing keys of the Teams channel could not be fetched; those at hand stay in use")]
    private partial void KeysNotFetched(Exception fault);
}
