using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IUnitsOfWork"/>
internal sealed class SqliteStore(
    SqliteConnections connections, RecentDocuments recent, SqliteWriter writer, StorageOptions options, TimeProvider clock)
    : IUnitsOfWork, IDueDocuments
{
    public async Task<T> RunAsync<T>(Func<IUnitOfWork, Task<T>> work, CancellationToken cancellation)
    {
        for (var tries = 0; tries < options.Tries; tries++)
        {
            cancellation.ThrowIfCancellationRequested();
            var unit = new SqliteUnitOfWork(connections, recent, clock.GetUtcNow());
            var result = await work(unit);
            if (unit.IsEmpty || await writer.WriteAsync(unit.ToPending()))
            {
                return result;
            }
        }

        throw new WorkConflictException($"A unit of work lost {options.Tries} times.");
    }

    public IReadOnlyList<string> Due<T>(DateTimeOffset until, int most)
        where T : class, IDocument =>
        Keys($"SELECT key FROM {T.Kind} WHERE due_at <= ?1 ORDER BY due_at, rowid LIMIT ?2", until.ToUnixTimeMilliseconds(), most);

    public IReadOnlyList<string> Last<T>(int most)
        where T : class, IDocument =>
        [.. Enumerable.Reverse(Keys($"SELECT key FROM {T.Kind} WHERE due_at > ?1 ORDER BY due_at DESC, rowid DESC LIMIT ?2", 0L, most))];

    public Task<int> DeleteOutlivedAsync<T>(DateTimeOffset until)
        where T : class, IDocument => writer.DeleteOutlivedAsync(T.Kind, until);

    private List<string> Keys(string sql, long moment, int most)
    {
        var reader = connections.TakeReader();
        try
        {
            var keys = new List<string>();
            using var row = reader.Statements.With(sql, moment, most);
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
