using System.Diagnostics;
using System.Diagnostics.Metrics;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IUnitsOfWork"/>
internal sealed class SqliteStore(
    SqliteConnections connections, RecentDocuments recent, SqliteWriter writer, StorageOptions options, TimeProvider clock)
    : IUnitsOfWork, IDueDocuments
{
    // From a finished unit of work to its being on disk, for whoever listens.
    private static readonly Meter Meter = new("ResetBot.Storage");
    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>("resetbot.storage.commit", "ms", "How long a unit of work waited to be on disk.");

    public async Task<T> RunAsync<T>(Func<IUnitOfWork, Task<T>> work, CancellationToken cancellation)
    {
        for (var tries = 0; tries < options.Tries; tries++)
        {
            cancellation.ThrowIfCancellationRequested();
            var unit = new SqliteUnitOfWork(connections, recent, clock.GetUtcNow());
            var result = await work(unit);
            if (unit.IsEmpty || await SaveAsync(unit))
            {
                return result;
            }
        }

        throw new WorkConflictException($"A unit of work lost {options.Tries} times.");
    }

    private async Task<bool> SaveAsync(SqliteUnitOfWork unit)
    {
        if (!Commits.Enabled)
        {
            return await writer.WriteAsync(unit.ToPending());
        }

        var began = Stopwatch.GetTimestamp();
        var saved = await writer.WriteAsync(unit.ToPending());
        Commits.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return saved;
    }

    public IReadOnlyList<string> Due<T>(DateTimeOffset until, int most)
        where T : class, IDocument =>
        Keys($"SELECT key FROM {T.Kind} WHERE due_at <= ?1 ORDER BY due_at, rowid LIMIT ?2", until.ToUnixTimeMilliseconds(), most);

    public IReadOnlyList<string> Last<T>(int most)
        where T : class, IDocument =>
        [.. Enumerable.Reverse(Keys($"SELECT key FROM {T.Kind} WHERE due_at > ?1 ORDER BY due_at DESC, rowid DESC LIMIT ?2", 0L, most))];

    public IReadOnlyList<string> OwnedBy<T>(string owner, int most)
        where T : class, IDocument =>
        Keys($"SELECT key FROM {T.Kind} WHERE owner = ?1 ORDER BY rowid DESC LIMIT ?2", owner, most);

    public string? LastKeyBefore<T>(string text)
        where T : class, IDocument =>
        Keys($"SELECT key FROM {T.Kind} WHERE key < ?1 ORDER BY key DESC LIMIT ?2", text, 1).FirstOrDefault();

    public Task<int> DeleteOutlivedAsync<T>(DateTimeOffset until)
        where T : class, IDocument => writer.DeleteOutlivedAsync(T.Kind, until);

    private List<string> Keys(string sql, object value, int most)
    {
        var reader = connections.TakeReader();
        try
        {
            var keys = new List<string>();
            using var row = reader.Statements.With(sql, value, most);
            while (row.Read())
            {
                keys.Add(row.GetString(0));
            }

            return keys;
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }
}
