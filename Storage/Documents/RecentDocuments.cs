namespace ResetBot.Storage.Documents;

/// <summary>
/// The documents that were read or saved last, as they are on disk, so that a turn finds what the turn before saved without asking the
/// database. The writer notes every commit here before it is acknowledged; what is read beside it counts only if no commit came in between.
/// It holds because one process owns the data directory, and is never more than a help: each save compares versions in the database.
/// </summary>
/// <param name="mostBytes">How many bytes of memory it may take, about. What was not used for longest is forgotten first.</param>
internal sealed class RecentDocuments(long mostBytes)
{
    // What a key, its entry and its array cost beside the characters.
    private const int Frame = 160;

    private readonly Lock _gate = new();
    private Dictionary<(string Table, string Key), StoredDocument> _young = [];
    private Dictionary<(string Table, string Key), StoredDocument> _old = [];
    private long _youngBytes;
    private long _commits;

    /// <summary>How many commits there were: hand it to <see cref="Learn"/> with what was read after it was asked.</summary>
    public long Commits => Volatile.Read(ref _commits);

    public bool TryFind(string table, string key, out StoredDocument document)
    {
        lock (_gate)
        {
            if (_young.TryGetValue((table, key), out document))
            {
                return true;
            }

            if (!_old.Remove((table, key), out document))
            {
                return false;
            }

            Add((table, key), document);
            return true;
        }
    }

    /// <summary>Keeps what was read, unless something was committed since.</summary>
    public void Learn(string table, string key, StoredDocument document, long commits)
    {
        lock (_gate)
        {
            if (commits == _commits)
            {
                Put((table, key), document);
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
                Put((write.Table, write.Row.Key), new StoredDocument(write.Version + 1, write.Row.Body));
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
            _young = [];
            _old = [];
            _youngBytes = 0;
        }
    }

    private void Put((string Table, string Key) name, StoredDocument document)
    {
        _old.Remove(name);
        Add(name, document);
    }

    // Two generations: when the young one has half of the memory, the old one goes. That is near enough to "longest unused", and costs nothing.
    private void Add((string Table, string Key) name, StoredDocument document)
    {
        if (_young.TryGetValue(name, out var before))
        {
            _youngBytes -= before.Body?.Length ?? 0;
        }
        else
        {
            _youngBytes += Frame + (2 * name.Key.Length);
        }

        _young[name] = document;
        _youngBytes += document.Body?.Length ?? 0;
        if (_youngBytes > mostBytes / 2)
        {
            // Its room is used again: room made anew each time would be collected with everything else.
            _old.Clear();
            (_old, _young) = (_young, _old);
            _youngBytes = 0;
        }
    }
}
