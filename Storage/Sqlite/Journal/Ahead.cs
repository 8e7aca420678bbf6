using ResetBot.Recovery.Audit;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>
/// What is in the journal and not in its tables yet. The writer adds to the younger generation while it carries the older one into the
/// tables; everybody else looks here before they look there.
/// </summary>
internal sealed class Ahead
{
    private readonly Lock _gate = new();
    private Generation _young = new();
    private Generation? _old;
    private Generation _spare = new();

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _old is null && _young.Entries == 0;
            }
        }
    }

    /// <summary>The bytes of memory that it takes, about.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _young.Bytes + (_old?.Bytes ?? 0);
            }
        }
    }

    public bool TryFind(string table, string key, out StoredDocument document)
    {
        lock (_gate)
        {
            var found = _young.TryFind(table, key, out var write) || (_old is not null && _old.TryFind(table, key, out write));
            document = found ? new StoredDocument(write.Version + 1, write.Row.Body) : StoredDocument.None;
            return found;
        }
    }

    public void Add(long sequence, JournalEntry entry)
    {
        lock (_gate)
        {
            _young.Add(sequence, entry);
        }
    }

    /// <summary>The older generation; when there is none, the younger becomes it, if it takes at least so many bytes.</summary>
    public Generation? Older(long atLeast)
    {
        lock (_gate)
        {
            if (_old is null && _young.Entries > 0 && _young.Bytes >= atLeast)
            {
                (_old, _young) = (_young, _spare);
            }

            return _old;
        }
    }

    /// <summary>The older generation is in the tables.</summary>
    public void DropOlder()
    {
        lock (_gate)
        {
            _old!.Clear();
            (_spare, _old) = (_old, null);
        }
    }

    /// <summary>The end of the audit trail; null when it is in its table.</summary>
    public AuditHead? Head()
    {
        lock (_gate)
        {
            return (_young.Audit.LastOrDefault() ?? _old?.Audit.LastOrDefault())?.Record is { } last ? new AuditHead(last.Sequence, last.Hash) : null;
        }
    }

    /// <summary>The entries about an account, newest first, and the first sequence of any that is here.</summary>
    public (List<string> Bodies, long First) Recent(string account, int count)
    {
        lock (_gate)
        {
            List<AuditLine> lines = [.. _old?.Audit ?? [], .. _young.Audit];
            var first = lines.Count > 0 ? lines[0].Record.Sequence : long.MaxValue;
            return ([.. Enumerable.Reverse(lines).Where(line => line.Account == account).Take(count).Select(line => line.Record.Body)], first);
        }
    }
}
