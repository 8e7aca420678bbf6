using ResetBot.Storage.Documents;
using ResetBot.Storage.Sqlite.Journal;

namespace ResetBot.Storage.Sqlite;

/// <summary>What needs no look into a table: documents that were used lately, and those that are not in their tables yet.</summary>
internal sealed class StoreMemory(StorageOptions options)
{
    public RecentDocuments Recent { get; } = new(options.RecentBytes);

    public Ahead Ahead { get; } = new();

    public bool TryFind(string table, string key, bool isReadAgain, out StoredDocument document) =>
        (isReadAgain && Recent.TryFind(table, key, out document)) || Ahead.TryFind(table, key, out document);
}
