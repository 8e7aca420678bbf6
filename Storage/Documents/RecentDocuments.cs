using System.Buffers;

namespace ResetBot.Storage.Documents;

/// <summary>
/// The documents that were read or saved last, as they are on disk, so that a turn finds what the turn before saved without asking the
/// database. The writer notes every commit here before it is acknowledged; what is read beside it counts only if no commit came in between.
/// It holds because one process owns the data directory, and is never more than a help: each save compares versions in the database.
/// </summary>
/// <param name="mostBytes">How many bytes of memory it may take, about. What was not used for longest is forgotten first.</param>
internal sealed class RecentDocuments(long mostBytes)
{
    private readonly Lock _gate = new();

    // Two generations: when the young one is full, the old one goes. That is near enough to "longest unused", and costs nothing.
    private DocumentRoom _young = new(mostBytes / 2);
    private DocumentRoom _old = new(mostBytes / 2);
    private long _commits;

    /// <summary>How many commits there were: hand it to <see cref="Learn"/> with what was read after it was asked.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>Finds what is known of a document, also that there is none.</summary>
    /// <param name="table">The table of its kind.</param>
    /// <param name="key">Its key.</param>
    /// <param name="read">Makes a document of its JSON as UTF-8; called when there is one.</param>
    /// <param name="version">The version that was last saved; 0 when there is none.</param>
    /// <param name="document">What <paramref name="read"/> made; null when there is none.</param>
    public bool TryFind<T>(string table, string key, Func<ReadOnlySpan<byte>, T?> read, out long version, out T? document)
        where T : class
    {
        byte[] copy;
        int length;
        document = null;
        lock (_gate)
        {
            if (!TryFind((table, key), out version, out var body))
            {
                return false;
            }

            if (version == 0)
            {
                return true;
            }

            length = body.Length;
            copy = ArrayPool<byte>.Shared.Rent(length);
            body.CopyTo(copy);
        }

        try
        {
            document = read(copy.AsSpan(0, length));
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <summary>The version that was last saved, where it is known; 0 when it is known that there is none.</summary>
    public bool TryFindVersion(string table, string key, out long version)
    {
        lock (_gate)
        {
            return _young.TryFind((table, key), out version, out _) || _old.TryFind((table, key), out version, out _);
        }
    }

    /// <summary>Keeps what was read, unless something was committed since.</summary>
    public void Learn(string table, string key, StoredDocument document, long commits)
    {
        lock (_gate)
        {
            if (commits == _commits)
            {
                Put((table, key), document.Version, document.Body);
            }
        }
    }

    /// <summary>Takes over what a commit saved.</summary>
    public void Note(IEnumerable<DocumentWrite> saved)
    {
        lock (_gate)
        {
            _commits++;
            foreach (var write in saved)
            {
                Put((write.Table, write.Row.Key), write.Version + 1, write.Row.Body);
            }
        }
    }

    /// <summary>Forgets what turned out to be otherwise.</summary>
    public void Forget(IEnumerable<DocumentWrite> writes)
    {
        lock (_gate)
        {
            _commits++;
            foreach (var write in writes)
            {
                _young.Remove((write.Table, write.Row.Key));
                _old.Remove((write.Table, write.Row.Key));
            }
        }
    }

    /// <summary>Forgets everything: many were deleted.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _commits++;
            _young.Clear();
            _old.Clear();
        }
    }

    // What is found among the old is young again.
    private bool TryFind((string Table, string Key) name, out long version, out ReadOnlySpan<byte> body)
    {
        if (_young.TryFind(name, out version, out body))
        {
            return true;
        }

        if (!_old.TryFind(name, out version, out body))
        {
            return false;
        }

        if (_young.TryPut(name, version, body))
        {
            _old.Remove(name);
        }

        return true;
    }

    private void Put((string Table, string Key) name, long version, ReadOnlySpan<byte> body)
    {
        _old.Remove(name);
        if (body.Length > DocumentRoom.LongestBody)
        {
            _young.Remove(name);
            return;
        }

        if (!_young.TryPut(name, version, body))
        {
            _old.Clear();
            (_old, _young) = (_young, _old);
            _young.TryPut(name, version, body);
        }
    }
}
