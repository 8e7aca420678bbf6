using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;
using ResetBot.Tests.Recovery;

namespace ResetBot.Tests.Storage;

/// <summary>A store in a folder of its own, which can be closed and opened again.</summary>
internal sealed class StoreScene : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-store-").FullName;
    private ServiceProvider _services;

    public StoreScene() => _services = Open();

    private StoreScene(StoreScene crashed, long logged)
    {
        System.IO.File.Copy(crashed.File, File);
        using (var from = new FileStream(crashed.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            var log = new byte[logged];
            from.ReadExactly(log);
            System.IO.File.WriteAllBytes(Log, log);
        }

        _services = Open();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public IUnitsOfWork Units => _services.GetRequiredService<IUnitsOfWork>();

    public IOutbox Outbox => _services.GetRequiredService<IOutbox>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public string File => Path.Combine(_folder, "resetbot.db");

    public long LogLength => new FileInfo(Log).Length;

    private string Log => File + "-wal";

    public async Task ReopenAsync(Action? meanwhile = null)
    {
        await _services.DisposeAsync();
        meanwhile?.Invoke();
        _services = Open();
    }

    /// <summary>What another finds who opens the files as they were when the log was so long.</summary>
    public StoreScene AsAfterACrash(long logged) => new(this, logged);

    /// <summary>Does something to the database behind the store's back.</summary>
    public void Run(string sql) => Number(sql);

    /// <summary>What stands in the database: the whole number in the first row.</summary>
    public long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as long? ?? 0;
    }

    /// <summary>Everything that stands in the file and its log, as the bytes on disk.</summary>
    public string Bytes()
    {
        var text = "";
        foreach (var file in Directory.GetFiles(_folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            text += reader.ReadToEnd();
        }

        return text;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Open() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IKeyRing>(new FixedKeys())
        .AddSqliteStorage(_ => new StorageOptions { File = File })
        .BuildServiceProvider();
}
