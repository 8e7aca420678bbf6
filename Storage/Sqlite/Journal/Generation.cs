using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>
/// What a stretch of the journal comes to: of each row only its last state, so that what was written ten times is written into its table
/// once, and a message that was delivered meanwhile never.
/// </summary>
internal sealed class Generation
{
    // What a row costs beside its characters, about.
    private const int Frame = 200;

    private readonly Dictionary<(string Table, string Key), DocumentWrite> _documents = [];
    private readonly Dictionary<long, OutboxRow> _messages = [];

    /// <summary>The last entry of the journal in it.</summary>
    public long Last { get; private set; }

    /// <summary>The bytes of memory that it takes, about.</summary>
    public long Bytes { get; private set; }

    public int Entries { get; private set; }

    public IReadOnlyCollection<DocumentWrite> Documents => _documents.Values;

    public List<AuditLine> Audit { get; } = [];

    public IReadOnlyCollection<OutboxRow> Messages => _messages.Values;

    /// <summary>What became of messages that are older than this generation.</summary>
    public List<OutboxSettlement> Settlements { get; } = [];

    public bool TryFind(string table, string key, out DocumentWrite document) => _documents.TryGetValue((table, key), out document!);

    public void Add(long sequence, JournalEntry entry)
    {
        Last = sequence;
        Entries++;
        foreach (var document in entry.Documents)
        {
            var name = (document.Table, document.Row.Key);
            Bytes += document.Row.Body.Length + (_documents.TryGetValue(name, out var before) ? -before.Row.Body.Length : Frame);
            _documents[name] = document;
        }

        foreach (var line in entry.Audit)
        {
            Bytes += Frame + line.Record.Body.Length;
            Audit.Add(line);
        }

        foreach (var message in entry.Messages)
        {
            Bytes += Frame + message.Body.Length;
            _messages[message.Sequence] = message;
        }

        entry.Settlements.ForEach(Settle);
    }

    /// <summary>Empties it; its room is used again.</summary>
    public void Clear()
    {
        (Last, Bytes, Entries) = (0, 0, 0);
        _documents.Clear();
        _messages.Clear();
        Audit.Clear();
        Settlements.Clear();
    }

    private void Settle(OutboxSettlement settlement)
    {
        if (!_messages.TryGetValue(settlement.Sequence, out var row))
        {
            Bytes += Frame;
            Settlements.Add(settlement);
        }
        else if (row.After(settlement) is { } after)
        {
            _messages[settlement.Sequence] = after;
        }
        else
        {
            Bytes -= Frame + row.Body.Length;
            _messages.Remove(settlement.Sequence);
        }
    }
}
