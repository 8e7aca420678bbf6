using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>The directory's file: made and seeded when it is new, written by one transaction at a time, each on disk before it returns.</summary>
internal sealed class DemoDatabase : IDisposable
{
    private readonly SqliteConnection _connection;
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Whoever still waits is told that it is closed.")]
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeProvider _time;
    private bool _isClosed;

    public DemoDatabase(IOptions<DemoDirectoryOptions> options, TimeProvider time)
    {
        _time = time;
        var file = Path.GetFullPath(options.Value.File);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        _connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
        CreateOnce();
    }

    /// <summary>
    /// Runs one writing transaction (BEGIN IMMEDIATE), committed and synchronised when it returns. <paramref name="committed"/> follows the
    /// commit before the next transaction begins, so that what is kept in memory cannot be overtaken.
    /// </summary>
    /// <exception cref="DirectoryUnavailableException">The file could not be read or written.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, Action<T>? committed, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            ThrowIfClosed();
            var result = Write(work);
            committed?.Invoke(result);
            return result;
        }
        catch (SqliteException failure)
        {
            throw new DirectoryUnavailableException("The demonstration directory's file could not be written.", failure);
        }
        finally
        {
            _turn.Release();
        }
    }

    public (IReadOnlyList<DemoRow> People, IReadOnlyList<(string Group, string Inside)> Nesting) ReadAll()
    {
        _turn.Wait();
        try
        {
            ThrowIfClosed();
            var people = _connection.Query<DemoRow>($"SELECT {DemoSchema.Columns} FROM person").AsList();
            var nesting = _connection.Query<(string, string)>("SELECT group_name, inside FROM nesting").AsList();
            return (people, nesting);
        }
        finally
        {
            _turn.Release();
        }
    }

    // What is under way ends first: what was asked for shortly before the end may still be written while the service is taken down.
    public void Dispose()
    {
        _turn.Wait();
        _isClosed = true;
        _connection.Dispose();
        _turn.Release();
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new DirectoryUnavailableException("The demonstration directory is closed.");
        }
    }

    private T Write<T>(Func<SqliteTransaction, T> work)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var result = work(transaction);
        transaction.Commit();
        return result;
    }

    private void CreateOnce()
    {
        Write(transaction =>
        {
            switch (_connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction))
            {
                case DemoSchema.Version:
                    return false;
                case 1:
                    _connection.Execute($"{DemoSchema.Second}; PRAGMA user_version = {DemoSchema.Version}", transaction: transaction);
                    return true;
                default:
                    break;
            }

            _connection.Execute(DemoSchema.Tables, transaction: transaction);
            var now = _time.GetUtcNow();
            _connection.Execute(DemoSchema.Insert, DemoSeed.People.Select((person, i) => Row(person, now.AddDays(-10 - i))), transaction);
            _connection.Execute(
                "INSERT INTO nesting (group_name, inside) VALUES (@Group, @Inside)",
                DemoSeed.Nesting.Select(nesting => new { nesting.Group, nesting.Inside }),
                transaction);
            _connection.Execute($"PRAGMA user_version = {DemoSchema.Version}", transaction: transaction);
            return true;
        });
    }

    private static DemoRow Row(SeededPerson person, DateTimeOffset passwordChangedAt) => new()
    {
        Id = person.Id,
        UserName = person.UserName,
        DisplayName = person.DisplayName,
        FirstName = person.FirstName,
        LastName = person.LastName,
        Manager = person.Manager,
        GroupName = person.Group,
        Seeded = true,
        Enabled = person.State != SeededState.Disabled,
        Administrator = person.State == SeededState.Administrator,
        MustChange = person.State == SeededState.MustChangePassword,
        StartingPassword = person.StartingPassword,
        PasswordChangedAt = passwordChangedAt.ToUnixTimeMilliseconds(),
        LockedUntil = person.State == SeededState.Locked ? DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() : 0,
    };
}
